import type { DictionaryFile } from './dictionary-file.ts';

export type DetectedScript = 'hans' | 'hant' | 'unknown';

/** The script of a paragraph by the characters that only one of the two scripts uses. */
export function detectParagraph(file: DictionaryFile, paragraph: string): DetectedScript {
  let hans = 0;
  let hant = 0;
  for (let at = 0; at < paragraph.length; at += 1) {
    const unit = paragraph.charCodeAt(at);
    const byte = unit >> 3;
    const bit = 1 << (unit & 7);
    if (((file.hansOnly[byte] ?? 0) & bit) !== 0) hans += 1;
    else if (((file.hantOnly[byte] ?? 0) & bit) !== 0) hant += 1;
  }
  if (hans === hant) return 'unknown';
  return hans > hant ? 'hans' : 'hant';
}
