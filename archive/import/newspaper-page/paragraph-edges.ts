import type { WordTable } from './word-table.ts';

const closing = /[”’"』」）)】》〉\]\s]/u;
/** A signature or a note in brackets behind the last sentence. */
const signedEnd =
  /[。！？!?…”](?:\s?（[^（）]{2,40}）|\s+[\u3400-\u9fff]{2,8})\s?$|^此致$|电话[^，。]{2,14}$|[谨敬]?启$|面议$/u;
const stops = /[。！？!?…⋯｡]/u;

/**
 * How surely a paragraph that ends like this is torn off, 0 to 1: its last character is neither a
 * full stop nor anything else that ends a sentence.
 */
export function endOpenness(plain: string): number {
  if (signedEnd.test(plain)) return 0.05;
  let at = plain.length - 1;
  let closers = 0;
  while (at >= 0 && closing.test(plain.charAt(at))) {
    if (plain.charAt(at) !== ' ') closers++;
    at--;
  }
  if (at < 0) return 0;
  const last = plain.charAt(at);
  if (stops.test(last)) return 0;
  if (last === '；' || last === '：') return closers > 0 ? 0.3 : 0.15;
  if (last === '—' || last === '～' || last === '~') return 0.1;
  if (/[，、“‘（《]/u.test(last)) return 1;
  const hasSentence = /[。！？，；]/u.test(plain);
  // Behind a quotation the sentence still wants its stop.
  if (closers > 0 && plain.length >= 40 && /”\s?$/u.test(plain) && plain.includes('。')) return 0.8;
  if (closers > 0) return hasSentence ? 0.6 : 0.3;
  if (!hasSentence) return plain.length >= 30 ? 0.8 : plain.length >= 16 ? 0.5 : 0.3;
  return 0.95;
}

/** No text begins with such a mark. */
export const cannotStart = /^[，。、；：？！）”’》】〉」』…%％—]/u;
const particles = /^(?:的(?!士|确)|们|么|吗|呢|吧)/u;

/**
 * How surely a paragraph that starts like this is the rest of another one, -1 to 1. Below 0: it
 * starts as paragraphs do.
 */
export function startOrphanhood(plain: string, table: WordTable): number {
  if (cannotStart.test(plain)) return 1;
  if (startsAnew(plain)) return -1;
  if (particles.test(plain)) return 0.85;
  const share = table.startShare(plain.charCodeAt(0));
  return Math.max(-0.25, Math.min(0.8, (0.35 - share) * 2.2));
}

/** Whether the wording marks the beginning of a paragraph, a point of a list or a story. */
export function startsAnew(plain: string): boolean {
  return (
    /^[□■●○◆◇▲△★☆◎※【]/u.test(plain) ||
    enumerator(plain) !== null ||
    /^[\u3400-\u9fff]{2,5}：/u.test(plain) ||
    /^(?:据(?:悉|[^，。]{0,14}(?:了解|介绍|统计|报道|透露|消息|预计|说|称))|本报|新华社|记者(?:从|了解|在|看到)|此外|另外|与此同时|目前|截至|近年来|近日|日前|昨日|昨天|今年以来|接下来|下一步|事实上|不过|然而|最后)/u.test(
      plain,
    )
  );
}

/** A counted point: which series it belongs to and its place in it, from 1. */
export interface Enumerator {
  readonly series: string;
  readonly place: number;
}

const numerals = '一二三四五六七八九十';
const ordinals: readonly (readonly [RegExp, string])[] = [
  [new RegExp(`^([${numerals}])是`, 'u'), '一是'],
  [new RegExp(`^([${numerals}]{1,2})、`, 'u'), '一、'],
  [new RegExp(`^（([${numerals}]{1,2})）`, 'u'), '（一）'],
  [
    new RegExp(`^第([${numerals}])(?:，|、|：|是|步|招|点|条|方面|件|天|位|次|部分|站)`, 'u'),
    '第一',
  ],
  [new RegExp(`^[其之]([${numerals}])(?:，|、|：)?`, 'u'), '其一'],
  [new RegExp(`^([${numerals}])(?:要|曰)`, 'u'), '一要'],
  [/^(\d{1,2})[.、．](?!\d)/u, '1.'],
  [/^（(\d{1,2})）/u, '(1)'],
  [/^([①②③④⑤⑥⑦⑧⑨⑩])/u, '①'],
];
const sequence: readonly (readonly [RegExp, number])[] = [
  [/^(?:首先|第一步)/u, 1],
  [/^其次/u, 2],
  [/^(?:再次|再者|然后)/u, 3],
  [/^(?:最后|末了)/u, 9],
];

/** The counting word a text begins with; null where it begins with none. */
export function enumerator(plain: string): Enumerator | null {
  for (const [pattern, series] of ordinals) {
    const word = pattern.exec(plain)?.[1];
    if (word === undefined) continue;
    const circled = '①②③④⑤⑥⑦⑧⑨⑩'.indexOf(word);
    const place =
      circled >= 0 ? circled + 1 : /^\d/u.test(word) ? Number(word) : numeralValue(word);
    return { series, place };
  }
  for (const [pattern, place] of sequence) {
    if (pattern.test(plain)) return { series: '首先', place };
  }
  return null;
}

function numeralValue(word: string): number {
  const digit = (character: string): number => numerals.indexOf(character) + 1;
  if (word.length === 1) return digit(word);
  return word.startsWith('十') ? 10 + digit(word.charAt(1)) : digit(word.charAt(0)) * 10;
}

/** Opening marks less closing marks of quotation and brackets, over the whole text. */
export function openMarks(plain: string): number {
  let open = 0;
  for (const character of plain) {
    if (character === '“' || character === '（' || character === '《') open++;
    else if (character === '”' || character === '）' || character === '》') open--;
  }
  return open;
}

/** Whether a closing mark comes before its opening one. */
export function closesUnopened(plain: string): boolean {
  const first = /[“”（）《》]/u.exec(plain)?.[0];
  return first === '”' || first === '）' || first === '》';
}
