/**
 * Text for a reference, which is one line of print: printed line breaks and tabs become one
 * space — full-width beside a full-width character, a plain one between Latin words —, control
 * and bidirectional formatting characters go, stray surrogates become U+FFFD.
 */
export function cleanLine(text: string): string {
  return (
    text
      .replace(/[\ud800-\udbff](?![\udc00-\udfff])/g, '\ufffd')
      .replace(/(?<![\ud800-\udbff])[\udc00-\udfff]/g, '\ufffd')
      // The look behind keeps a long run of spaces from being tried from each of them.
      .replace(
        /(?<![ \u3000])[ \u3000]*[\t\n\v\f\r\u0085\u2028\u2029][ \t\n\v\f\r\u0085\u2028\u2029\u3000]*/gu,
        (found, offset: number, whole: string) =>
          isNarrow(whole[offset - 1]) && isNarrow(whole[offset + found.length]) ? ' ' : '\u3000',
      )
      .replace(/[\u0000-\u001f\u007f-\u009f]/gu, '')
      .replace(/[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/gu, '')
      .trim()
  );
}

function isNarrow(character: string | undefined): boolean {
  return character !== undefined && character < '\u2e80';
}

/** True where the text has a Chinese character. */
export function hasHan(text: string): boolean {
  return /\p{Script=Han}/u.test(text);
}
