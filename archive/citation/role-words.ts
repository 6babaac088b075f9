import type { BylineRole } from '../model/article.ts';

/** A role word with what may stand before it, at the start of a text: 本报首席记者, 通讯员. */
const leading =
  /^(?:\p{Script=Han}{1,6}[报報]|本[刊台臺社网網])?(?:(?:见习|見習|实习|實習|首席|特约|特約|特派|特聘|资深|資深|高级|高級|摄影|攝影|[驻駐]\p{Script=Han}{1,3})*)(?:记者|記者|通讯员|通訊員|通信员|通信員|实习生|實習生|评论员|評論員|撰稿人|撰稿|撰文|作者|主持人|责任编辑|責任編輯|编辑|編輯|责编|責編|翻译|翻譯|编译|編譯|摄影|攝影)/u;

/** Words after a name that say what was done. */
export const trailingAuthor =
  /^(?:文|文[/／]?[图圖]|[图圖][/／]?文|撰文|整理|[摄攝]影[报報](?:道|导|導)|[报報](?:道|导|導))$/u;
export const trailingPhotographer = /^(?:[摄攝]|[图圖]|[摄攝]影|[图圖]片)$/u;

/** The role word at the start of a text; empty where there is none. */
export function leadingRole(text: string): string {
  return leading.exec(text)?.[0] ?? '';
}

/** The role that printed words name. */
export function roleOf(label: string): BylineRole {
  if (/编译|編譯|译|譯/u.test(label)) return 'translator';
  if (/[编編]/u.test(label)) return 'editor';
  if (/[摄攝]/u.test(label)) return 'photographer';
  if (/见习|見習/u.test(label)) return 'trainee';
  if (/实习|實習/u.test(label)) return 'intern';
  if (label.includes('首席')) return 'chief-reporter';
  if (/通[讯訊信][员員]/u.test(label)) return 'correspondent';
  if (label.includes('主持')) return 'host';
  if (/[记記]者/u.test(label)) return 'reporter';
  return /[评評]论?論?[员員]|作者|撰/u.test(label) ? 'author' : 'other';
}

const wrote = /文|[报報]道|[报報][导導]|撰|著|作者|[记記]|稿|述|整理|[评評]/u;
const pictured = /[摄攝]|[图圖]/u;

/** True where role and label together say that the person wrote the story. */
export function isAuthorRole(role: BylineRole, label: string): boolean {
  switch (role) {
    case 'editor':
    case 'translator':
      return false;
    case 'photographer':
      return /文|[报報]道|[报報][导導]/u.test(label);
    case 'other':
      return (
        label === '' || (wrote.test(label) && !/[编編译譯校]/u.test(label) && !pictured.test(label))
      );
    default:
      return !pictured.test(label) || /文|[报報]道|[报報][导導]/u.test(label);
  }
}
