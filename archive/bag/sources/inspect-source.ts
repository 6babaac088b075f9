import { open, stat } from 'node:fs/promises';
import { basename, extname } from 'node:path';
import { isBinary } from '../../import/newspaper-page/page-problems.ts';
import type { DecodedText, PageEncoding } from '../../import/newspaper-page/decode-text.ts';
import {
  readPageFileName,
  readPageFrontMatter,
} from '../../import/newspaper-page/page-identity.ts';
import type { PageIdentity } from '../../import/newspaper-page/page-identity.ts';
import { readStoryFrontMatter } from '../../import/story-text/story-front-matter.ts';
import type { SourceKind } from '../../import/assembly/import-order.ts';
import { decodeSource, longestSource } from './read-source-text.ts';

/** What a text file says of itself before it is imported. */
export interface InspectedSource extends PageIdentity {
  readonly pageName: string;
  readonly kind: SourceKind;
  readonly encoding: PageEncoding;
  /** 0 to 1; below 0.9 a person should look at the previews. */
  readonly confidence: number;
  /** The beginning of the text in every encoding that is not out of the question, likeliest first. */
  readonly previews: readonly { readonly encoding: PageEncoding; readonly text: string }[];
  readonly fileBytes: number;
  /** Why it cannot be imported; null where it can. */
  readonly problem: 'binary' | 'too-large' | 'empty-file' | null;
}

/** So much of a file tells its encoding, its front matter and its first lines. */
const headBytes = 256 * 1024;
const previewLength = 160;

async function readHead(file: string): Promise<{ head: Uint8Array; size: number }> {
  const { size } = await stat(file);
  const handle = await open(file, 'r');
  try {
    const buffer = Buffer.alloc(Math.min(size, headBytes));
    const { bytesRead } = await handle.read(buffer, 0, buffer.length, 0);
    return { head: buffer.subarray(0, bytesRead), size };
  } finally {
    await handle.close();
  }
}

function previewsOf(head: Uint8Array, { encoding, confidence, alternatives }: DecodedText) {
  const encodings = [encoding, ...alternatives.map((one) => one.encoding)];
  const listed = confidence >= 0.9 ? [encoding] : encodings;
  return listed.map((one) => {
    const text = decodeSource(head, one)
      .text.trim()
      .replaceAll(/\s*[\r\n]+\s*/gu, ' ');
    return { encoding: one, text: text.slice(0, previewLength) };
  });
}

function firstFilled(...values: readonly (string | undefined)[]): string {
  return values.find((value) => value !== undefined && value !== '') ?? '';
}

/** Reads the beginning of a file and its name. Rejects with the system's error. */
export async function inspectSource(file: string, pattern = ''): Promise<InspectedSource> {
  const { head, size } = await readHead(file);
  const decoded = decodeSource(head, null);
  const { text } = decoded;
  const named = readPageFileName(basename(file), pattern);
  const stated = readPageFrontMatter(text);
  const matter = readStoryFrontMatter(text);
  const isTooLarge = size > longestSource;
  const isStory = (matter?.fields.title ?? '') !== '' && /\.(?:md|markdown|txt)$/iu.test(file);
  return {
    publication: firstFilled(stated.publication, named.publication),
    date: firstFilled(stated.date, named.date),
    page: firstFilled(stated.page, named.page),
    pageName: firstFilled(matter?.fields.pageName, named.pageName),
    kind: isStory ? 'story' : 'page',
    encoding: decoded.encoding,
    confidence: decoded.confidence,
    previews: previewsOf(head, decoded),
    fileBytes: size,
    problem: isTooLarge
      ? 'too-large'
      : size === 0
        ? 'empty-file'
        : isBinary(text)
          ? 'binary'
          : null,
  };
}

/** Whether a file's name says that it is a text that can be imported. */
export function isTextSource(file: string): boolean {
  return ['.md', '.markdown', '.txt'].includes(extname(file).toLowerCase());
}

/** Whether a file's name says that it is a table of holdings. */
export function isTableSource(file: string): boolean {
  return ['.csv', '.tsv', '.xlsx'].includes(extname(file).toLowerCase());
}
