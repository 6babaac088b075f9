import { isUtf8 } from 'node:buffer';
import { open, readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { MarkdownSource } from '../import/markdown/import-markdown.ts';

const headBytes = 256 * 1024;

async function head(file: string): Promise<Uint8Array> {
  const handle = await open(file, 'r');
  try {
    const buffer = Buffer.alloc(headBytes);
    const { bytesRead } = await handle.read(buffer, 0, headBytes, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}

/** Reads a folder of Markdown sources; hidden files are not part of it. */
export async function readSourceFolder(folder: string): Promise<MarkdownSource> {
  const texts = new Map<string, string | null>();
  const pictures = new Map<string, Uint8Array>();
  const others: string[] = [];
  const walk = async (below: string): Promise<void> => {
    const names = await readdir(join(folder, below), { withFileTypes: true });
    for (const entry of names.sort((a, b) => (a.name < b.name ? -1 : 1))) {
      if (entry.name.startsWith('.')) continue;
      const path = below === '' ? entry.name : `${below}/${entry.name}`;
      const file = join(folder, path);
      if (entry.isDirectory()) await walk(path);
      else if (!entry.isFile()) others.push(path);
      else if (/^(?:media|facsimile)\//u.test(path)) pictures.set(path, await head(file));
      else if (/\.(?:md|yaml)$/u.test(path)) {
        const bytes = await readFile(file);
        texts.set(path, isUtf8(bytes) ? bytes.toString('utf8') : null);
      } else others.push(path);
    }
  };
  await walk('');
  return { texts, pictures, others };
}
