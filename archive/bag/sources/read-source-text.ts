import { readFile } from 'node:fs/promises';
import { decodeText } from '../../import/newspaper-page/decode-text.ts';
import type { DecodedText, PageEncoding } from '../../import/newspaper-page/decode-text.ts';

/** Longer files are not read as text: no page and no story is that long; bytes. */
export const longestSource = 48 * 1024 * 1024;

/** Decodes by what the bytes say, or as told. */
export function decodeSource(bytes: Uint8Array, encoding: PageEncoding | null): DecodedText {
  if (encoding === null) return decodeText(bytes, (label) => new TextDecoder(label));
  const text = new TextDecoder(encoding).decode(bytes).replace(/^\ufeff/u, '');
  return { text, encoding, confidence: 1, alternatives: [] };
}

/** Reads a text in an encoding, or in the one its bytes speak for. Rejects with the system's error. */
export async function readSourceText(file: string, encoding: PageEncoding | null): Promise<string> {
  return decodeSource(await readFile(file), encoding).text;
}
