const wordCharacter = /[\p{L}\p{N}\p{M}\p{Co}]/u;
const plane = new Uint8Array(0x10000);

/** Punctuation, signs, spaces and line breaks: what a search that ignores punctuation passes over. */
export function isIgnorable(codePoint: number): boolean {
  if (codePoint > 0xffff) return !wordCharacter.test(String.fromCodePoint(codePoint));
  const known = plane[codePoint] ?? 0;
  if (known !== 0) return known === 2;
  const isSo = !wordCharacter.test(String.fromCodePoint(codePoint));
  plane[codePoint] = isSo ? 2 : 1;
  return isSo;
}
