/**
 * Letters carry the words; marks (punctuation, spaces, line ends, controls) are what editions and
 * OCR change freely. Passages are found by their letters, and the marks at their ends are then
 * matched among themselves.
 */

/** First and last code points of the stretches that are marks, ascending. */
const markStretches = [
  [0x00, 0x2f],
  [0x3a, 0x40],
  [0x5b, 0x60],
  [0x7b, 0xa9],
  [0xab, 0xb4],
  [0xb6, 0xb9],
  [0xbb, 0xbf],
  [0xd7, 0xd7],
  [0xf7, 0xf7],
  [0x2000, 0x206f],
  [0x22ef, 0x22ef],
  [0x3000, 0x3004],
  [0x3008, 0x3020],
  [0x3030, 0x3030],
  [0x30fb, 0x30fb],
  [0xfe10, 0xfe1f],
  [0xfe30, 0xfe6f],
  [0xfeff, 0xfeff],
  [0xff00, 0xff0f],
  [0xff1a, 0xff20],
  [0xff3b, 0xff40],
  [0xff5b, 0xff65],
] as const;

const isMarkInPlane = new Uint8Array(0x10000);
for (const [first, last] of markStretches) isMarkInPlane.fill(1, first, last + 1);

export function isLetter(codePoint: number): boolean {
  return isMarkInPlane[codePoint] !== 1;
}

const kinds = [
  '\n\r\u2028\u2029',
  ' \t\u00a0\u3000\u2002\u2003\u2009\u200b\ufeff',
  '“”‘’"\'「」『』«»‹›〝〞﹁﹂﹃﹄＂＇',
  '()（）[]［］【】〔〕〖〗《》〈〉<>{}｛｝﹙﹚＜＞',
  ',，、;；:：.。．・·•･｡､',
  '!！?？',
  '—–-―─~～〜－‐‑',
  '…⋯',
];
const kindOf = new Map(
  kinds.flatMap((marks, kind) => Array.from(marks, (mark) => [mark.codePointAt(0), kind] as const)),
);

/** What it costs to print one mark for another: 0 the same, 1 the same kind, 3 another kind. */
export function markCost(a: number, b: number): number {
  if (a === b) return 0;
  const kind = kindOf.get(a);
  return kind !== undefined && kind === kindOf.get(b) ? 1 : 3;
}
