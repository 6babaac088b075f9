import type { BylineRole } from '../../model/article.ts';
import { isSurname } from './surnames.ts';

/** A person of a byline by places in the folded text, which are those of the text itself. */
export interface FoundPerson {
  readonly role: BylineRole;
  /** Start and end of the label; both equal where none is printed. */
  readonly label: readonly [number, number];
  readonly name: readonly [number, number];
}

const marks = /^[\s□■◎○●◇◆▲△★☆※◤▌►▶|]+/u;
const closers = /^[\s）)】\]>》。|/]*$/u;

/** The words that name a role, longest first, and the role. */
const roleWords: readonly (readonly [RegExp, BylineRole])[] = [
  [
    /^[^\s，。：、；（）“”/]{0,12}?首席(?:评论员|[^\s，。：、；（）“”/]{0,4}?记者)/u,
    'chief-reporter',
  ],
  [/^[^\s，。：、；（）“”/]{0,12}?见习(?:记者|编辑)/u, 'trainee'],
  [/^[^\s，。：、；（）“”/]{0,8}?实习(?:记者|生)/u, 'intern'],
  [/^(?:[^\s，。：、；（）“”/]{0,8}?)?(?:特约|特派)?通[讯信]员/u, 'correspondent'],
  [/^(?:[^\s，。：、；（）“”/]{0,10}?)?(?:摄影(?:记者|报道)?|供图|摄制|图片)/u, 'photographer'],
  [/^[^\s，。：、；（）“”/]{0,12}?记者/u, 'reporter'],
  [
    /^(?:图文|文\/图|图\/文|文图|撰文|执笔|采写|整理|撰稿|供稿|来稿|投稿|口述|记录|作者|本报评论员|评论员|特约评论员|特约撰稿人?|读者)/u,
    'author',
  ],
  [/^(?:图|摄)(?=[\s/|：])/u, 'photographer'],
  [/^(?:圆桌)?主持人?(?=[\s/|：])/u, 'host'],
  [/^(?:责任编辑|责编|编辑|策划|统筹|编者)/u, 'editor'],
  [/^(?:翻译|译者|编译|译)(?=[\s/|：])/u, 'translator'],
  [/^(?:绘图|制图|绘画|漫画|插图|书法|篆刻|题图)/u, 'other'],
];

/** 文/甲 图/乙: labels of one character that only a stroke or colon makes a label. */
const shortLabels: readonly (readonly [RegExp, BylineRole])[] = [
  [/^文(?=\s?[/：|])/u, 'author'],
  [/^图(?=\s?[/：|])/u, 'photographer'],
];

const han = '\\p{Script=Han}';
const personName = new RegExp(
  `^(?:${han}(?:[ ]${han})(?=$|[\\s，、；。）/|])|${han}{2,4}(?:·${han}{1,8}){0,3}|${han}{1,6}(?:·${han}{1,8}){1,3}|[A-Z][a-z]+(?: [A-Z][a-z]+)*)`,
  'u',
);
/** Behind 读者 or 作者 whatever ends the line is a name. */
const anyAuthor = /^[\u3400-\u9fff]{5,10}$/u;
const separator = /^[\s/：:|、，,;；]+/u;

/**
 * The people of a byline such as 本报首席记者 甲 见习记者 乙丙, 文/甲 图/乙 or □甲乙. The whole of
 * `plain` from `start` to `end` has to be read as labels and names; else null.
 */
export function recognisePeople(
  plain: string,
  start: number,
  end: number,
  allowsUnlabelled: boolean,
): readonly FoundPerson[] | null {
  const people: FoundPerson[] = [];
  let at = start;
  let role: BylineRole | undefined;
  let label: readonly [number, number] = [start, start];
  let hasOwnLabel = false;
  let isStuckToLabel = false;
  const skip = (pattern: RegExp): boolean => {
    const found = pattern.exec(plain.slice(at, end));
    if (!found || found[0] === '') return false;
    at += found[0].length;
    return true;
  };
  const mark = marks.exec(plain.slice(at, end));
  if (mark) at += mark[0].length;
  const isMarked = (mark?.[0].trim() ?? '') !== '';
  while (at < end) {
    skip(separator);
    const rest = plain.slice(at, end);
    if (rest === '' || closers.test(rest)) break;
    const found = [...roleWords, ...shortLabels]
      .map(([pattern, found]) => ({ match: pattern.exec(rest), role: found }))
      .filter(({ match }) => match !== null)
      .sort((a, b) => (a.match?.[0].length ?? 0) - (b.match?.[0].length ?? 0))[0];
    if (found?.match && !startsWithName(rest, found.match[0].length)) {
      role = found.role;
      label = [at, at + found.match[0].length];
      at = label[1];
      hasOwnLabel = true;
      isStuckToLabel = /^[^\s/：|]/u.test(plain.slice(at, at + 1));
      // 文/图 甲: two labels for one person.
      skip(/^\s?[/、]\s?(?:图|文|摄影|摄)(?=[\s/：|])/u);
      if (at > label[1]) label = [label[0], at];
      continue;
    }
    const name =
      role === 'author' ? (anyAuthor.exec(rest) ?? personName.exec(rest)) : personName.exec(rest);
    if (!name) return null;
    let length = name[0].length;
    // 甲乙丙丁 摄 and 甲乙 摄: the role behind the name.
    const behind =
      /^\s*[/ ]?\s*(?:摄影|摄|文|图|绘|制图|整理|译|执笔|撰|供图)(?=$|[\s，、；。）|])/u;
    if (isStuckToLabel && length === 4 && !/^\s|^$/u.test(plain.slice(at + length, end)))
      length = 3;
    const after = behind.exec(plain.slice(at + length, end));
    if (after) {
      const word = after[0].trim().replace(/^\//u, '');
      const from = at + length + after[0].length - word.length;
      const isPicture = /摄|图|绘/u.test(word);
      people.push({
        role: isPicture ? 'photographer' : word === '译' ? 'translator' : 'author',
        label: [from, from + word.length],
        name: [at, at + length],
      });
      at += length + after[0].length;
      continue;
    }
    if (role === undefined) {
      if (!isMarked && !allowsUnlabelled) return null;
      people.push({ role: 'author', label: [at, at], name: [at, at + length] });
    } else {
      people.push({
        role,
        label: hasOwnLabel ? label : [label[0], label[0]],
        name: [at, at + length],
      });
    }
    hasOwnLabel = false;
    isStuckToLabel = false;
    at += length;
    const next = plain.slice(at, at + 1);
    if (
      at < end &&
      !/[\s、，,/；|）)。]/u.test(next) &&
      !(length >= 2 && startsLabel(plain.slice(at, end)))
    ) {
      return null;
    }
  }
  return people.length > 0 ? people : null;
}

/** A label such as 记者 found far behind is not the label of what stands before it. */
function startsWithName(rest: string, labelLength: number): boolean {
  const label = rest.slice(0, labelLength);
  return /^[\u3400-\u9fff]{2,3}\s/u.test(label);
}

function startsLabel(rest: string): boolean {
  return /^(?:本报|见习|实习|通讯员|记者|摄影|文\/|图\/|特约|特派)/u.test(rest);
}

/** A line such as 甲著, 乙译 or 某会供稿: who wrote, with the label behind the name. */
export function recogniseSigned(plain: string): FoundPerson | null {
  const found =
    /^([□■◎○●◇◆\s]*)(\S{2,12}?)\s?(供稿|投稿|口述|编译|编著|搜集|整理|[稿著译撰辑])$/u.exec(plain);
  if (!found || /[，。：；]/u.test(plain)) return null;
  const [, mark = '', name = '', label = ''] = found;
  const start = mark.length;
  return {
    role: label.includes('译') ? 'translator' : 'author',
    label: [plain.length - label.length, plain.length],
    name: [start, start + name.length],
  };
}

/** Whether a short line is likely a person's name and nothing else. */
export function looksLikeName(plain: string): boolean {
  const name = plain.trim();
  if (/^\p{Script=Han}\s\p{Script=Han}$/u.test(name)) return isSurname(name, 0);
  return /^\p{Script=Han}{2,4}$/u.test(name) && isSurname(name, 0);
}
