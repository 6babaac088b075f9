/**
 * Offsets inside the program count UTF-16 units; offsets that leave it, or are stored, count Unicode
 * code points, as the W3C Web Annotation model asks. The two are converted here and nowhere else.
 */

/** Code points before the UTF-16 offset; an offset inside a pair counts the pair's first half as none. */
export function codePointOffset(text: string, utf16Offset: number): number {
  let count = 0;
  for (let index = 0; index < utf16Offset && index < text.length; count += 1) {
    index += (text.codePointAt(index) ?? 0) > 0xffff ? 2 : 1;
    if (index > utf16Offset) break;
  }
  return count;
}

/** The UTF-16 offset of a code point offset; past the end it is the text's length. */
export function utf16Offset(text: string, codePoint: number): number {
  let index = 0;
  for (let count = 0; count < codePoint && index < text.length; count += 1) {
    index += (text.codePointAt(index) ?? 0) > 0xffff ? 2 : 1;
  }
  return index;
}

/** How many code points a text has. */
export function countCodePoints(text: string): number {
  return codePointOffset(text, text.length);
}
