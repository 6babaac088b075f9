import { hasHan } from './clean-line.ts';
import { surnameLength } from './surnames.ts';

/** A name as references need it. */
export type CitedName =
  /** A Chinese personal name whose surname is known. */
  | {
      readonly kind: 'chinese';
      readonly text: string;
      readonly family: string;
      readonly given: string;
    }
  /** A name in Latin letters. */
  | {
      readonly kind: 'latin';
      readonly text: string;
      readonly family: string;
      readonly given: string;
      /** Chinese, spelled in pinyin: surname first, given name never shortened. */
      readonly isPinyin: boolean;
    }
  /** A foreigner's name in Chinese characters, whose country is printed before it. */
  | { readonly kind: 'transliterated'; readonly text: string; readonly family: string }
  /** Taken whole: offices, pen names, single names, names with · whose owner's country is not printed. */
  | { readonly kind: 'whole'; readonly text: string };

/** Last characters of offices and firms short enough to look like a personal name, e.g. 水文站. */
const officeEnd = /[社站局馆館处處科]$/u;

const pinyinSurnames = new Set(
  (
    'ai an ao bai ban bao bi bian bo bu cai cao cen chai chang che chen cheng chi chu cui dai dang deng di ding ' +
    'dong dou du duan fan fang fei feng fu gan gao ge geng gong gou gu guan guo han hao he hong hou hu hua huang ' +
    'huo ji jia jian jiang jiao jin jing ju kang ke kong kuang lai lan lang lao lei leng li lian liang liao lin ' +
    'ling liu long lou lu luo lv ma mao mei meng mi miao min mo mou mu na nan ni nie ning niu ouyang pan pang pei ' +
    'peng pi ping pu qi qian qiao qin qiu qu quan ran rao ren rong ruan rui sha shan shang shao shen sheng shi shu ' +
    'shui sima situ song su sun tan tang tao teng tian tong tu wan wang wei wen weng wu xi xia xiang xiao xie xin ' +
    'xing xiong xu xue yan yang yao ye yi yin ying you yu yuan yue yun zang zeng zha zhai zhan zhang zhao zheng ' +
    'zhong zhou zhu zhuang zhuge zhuo zong zou zu zuo'
  ).split(' '),
);

const syllable =
  '(?:(?:zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])?(?:iang|iong|uang|ang|eng|ing|ong|ian|iao|uai|uan|van|ai|an|ao|ei|en|er|ia|ie|in|iu|ou|ua|ue|ui|un|uo|ve|vn|a|e|i|o|u|v))';
const pinyinGiven = new RegExp(`^${syllable}(?:[-'’]?${syllable})?$`, 'iu');

const latinOffice =
  /\b(?:agency|association|bureau|committee|company|correspondents?|department|editors?|institute|ministry|news|office|press|society|staff|times|university)\b/iu;
const particle = /^(?:de|da|di|del|della|der|den|du|la|le|ten|van|von|al|bin|ibn|el)$/iu;

/** Lower-case particles, and capital ones before a last word, belong to the family name. */
function latinParts(words: readonly string[]): { readonly family: string; readonly given: string } {
  let start = words.length - 1;
  while (start > 1 && particle.test(words[start - 1] ?? '')) start -= 1;
  return { family: words.slice(start).join(' '), given: words.slice(0, start).join(' ') };
}

function latinName(text: string): CitedName {
  const words = text.split(/\s+/u);
  const isOffice = latinOffice.test(text) || words.length > 5 || /\d/u.test(text);
  if (isOffice) return { kind: 'whole', text };
  const [family, given, ...rest] = text.split(/\s*,\s*/u);
  if (family !== undefined && given !== undefined && rest.length === 0 && family !== '') {
    if (given === '') return { kind: 'whole', text: family };
    const isPinyin = pinyinSurnames.has(family.toLowerCase()) && pinyinGiven.test(given);
    return { kind: 'latin', text, family, given, isPinyin };
  }
  const [first = '', second = ''] = words;
  if (words.length < 2 || rest.length > 0) return { kind: 'whole', text };
  if (words.length === 2) {
    const isPinyin = pinyinGiven.test(first) && pinyinGiven.test(second);
    if (isPinyin && pinyinSurnames.has(first.toLowerCase())) {
      return { kind: 'latin', text, family: first, given: second, isPinyin };
    }
    if (isPinyin && pinyinSurnames.has(second.toLowerCase())) {
      return { kind: 'latin', text, family: second, given: first, isPinyin };
    }
  }
  return { kind: 'latin', text, ...latinParts(words), isPinyin: false };
}

/** The country or dynasty printed in brackets before a name, e.g. (美) or [瑞士]. */
const countryMark = /^[（(［[〔]\p{Script=Han}{1,4}[）)］\]〕]\s*/u;

/** Takes a printed name apart as far as that is sure. `printed` is one line, without roles. */
export function citedName(printed: string): CitedName {
  const text = printed.replace(countryMark, '') || printed;
  const isMarked = text !== printed;
  if (!hasHan(text)) {
    return /\p{Letter}/u.test(text) ? latinName(text) : { kind: 'whole', text };
  }
  if (/[·•・‧]/u.test(text) || (isMarked && /^[A-Z]\./u.test(text))) {
    const family =
      text
        .split(/[·•・‧.]/u)
        .at(-1)
        ?.trim() ?? '';
    if (isMarked && family !== '') return { kind: 'transliterated', text, family };
    return { kind: 'whole', text };
  }
  const length = /^\p{Script=Han}+$/u.test(text) ? surnameLength(text) : 0;
  const isOffice = Array.from(text).length === 3 && officeEnd.test(text);
  if (length === 0 || isOffice) return { kind: 'whole', text };
  const characters = Array.from(text);
  return {
    kind: 'chinese',
    text,
    family: characters.slice(0, length).join(''),
    given: characters.slice(length).join(''),
  };
}

/** The first letters of a given name; a hyphen stays where `keepHyphens` says so. */
export function initials(given: string, keepHyphens: boolean): string {
  return given
    .split(/[\s.]+/u)
    .filter((word) => word !== '')
    .map((word) =>
      word
        .split('-')
        .filter((part) => part !== '')
        .map((part) => (/\p{Letter}/u.exec(part)?.[0] ?? part.charAt(0)).toUpperCase())
        .join(keepHyphens ? '-' : ' '),
    )
    .join(' ');
}
