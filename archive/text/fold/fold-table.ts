import { foldWith, type FoldTable } from './text-fold.ts';

const magic = 0x465a5347;
const version = 1;
const headerWords = 3;

/**
 * Opens the packed folding table (`out/dictionaries/fold.bin`): 3,986 classes of script variants by
 * OpenCC's tables and the other codings of a character.
 * @throws RangeError where the buffer is not a folding table of this version.
 */
export function openFoldTable(buffer: ArrayBuffer): FoldTable {
  const words =
    buffer.byteLength % 4 === 0 && buffer.byteLength >= headerWords * 4
      ? new Uint32Array(buffer)
      : new Uint32Array(0);
  const count = words[2] ?? 0;
  const isTable =
    words[0] === magic && words[1] === version && words.length === headerWords + count * 2;
  if (!isTable) throw new RangeError('not a folding table of this version');

  const plane = new Uint32Array(0x10000).map((_, codePoint) => codePoint);
  const others = new Map<number, number>();
  for (let at = headerWords; at < words.length; at += 2) {
    const from = words[at] ?? 0;
    const to = words[at + 1] ?? 0;
    if (from < plane.length) plane[from] = to;
    else others.set(from, to);
  }
  const foldCodePoint = (codePoint: number): number =>
    plane[codePoint] ?? others.get(codePoint) ?? codePoint;
  return { foldCodePoint, fold: foldWith(foldCodePoint) };
}
