/** The kinds of pictures that are shown, told by their first bytes alone. */
export type ImageType =
  'image/jpeg' | 'image/png' | 'image/gif' | 'image/webp' | 'image/avif' | 'image/svg+xml';

/** How many bytes from the front are enough to tell the type. */
export const imageTypeHeadBytes = 4096;

/** Bytes as characters of the same number: enough for signatures and for markup's own words. */
export function asciiText(bytes: Uint8Array, from: number, to: number): string {
  let text = '';
  for (let at = from; at < Math.min(to, bytes.length); at += 1) {
    text += String.fromCharCode(bytes[at] ?? 0);
  }
  return text;
}

/** An SVG document may begin with white space, an XML declaration and comments, nothing else. */
function isSvg(bytes: Uint8Array): boolean {
  const head = asciiText(bytes, 0, imageTypeHeadBytes);
  return /^(?:\u00ef\u00bb\u00bf)?\s*(?:<\?xml[^>]*\?>\s*)?(?:<!--[\s\S]*?-->\s*)*<svg[\s>]/u.test(
    head,
  );
}

/** The type by magic number, whatever the file is called; null for everything else. */
export function imageType(head: Uint8Array): ImageType | null {
  if (head[0] === 0xff && head[1] === 0xd8 && head[2] === 0xff) return 'image/jpeg';
  if (asciiText(head, 0, 8) === '\u0089PNG\r\n\u001a\n') return 'image/png';
  if (/^GIF8[79]a$/u.test(asciiText(head, 0, 6))) return 'image/gif';
  if (asciiText(head, 0, 4) === 'RIFF' && asciiText(head, 8, 12) === 'WEBP') return 'image/webp';
  if (asciiText(head, 4, 8) === 'ftyp' && /avi[fs]/u.test(asciiText(head, 8, 32)))
    return 'image/avif';
  return isSvg(head) ? 'image/svg+xml' : null;
}
