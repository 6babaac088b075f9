import { deflateRawSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { ZipFile } from 'yazl';
import { readTarFile } from '../../../scripts/runtime/tar-file.mjs';
import { readZipEntries } from '../../../scripts/runtime/zip-entries.mjs';

async function zipOf(files: Record<string, string>, compress = true): Promise<Buffer> {
  const zip = new ZipFile();
  for (const [name, text] of Object.entries(files))
    zip.addBuffer(Buffer.from(text), name, { mode: 0o100755, compress });
  zip.end();
  const chunks: Buffer[] = [];
  for await (const chunk of zip.outputStream) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

function tarEntry(name: string, content: string): Buffer {
  const header = Buffer.alloc(512);
  header.write(name, 0);
  header.write(content.length.toString(8).padStart(11, '0'), 124);
  const padded = Buffer.alloc(Math.ceil(content.length / 512) * 512);
  padded.write(content);
  return Buffer.concat([header, padded]);
}

describe('readZipEntries', () => {
  it.each([true, false])('reads names, modes and contents (compressed: %s)', async (compress) => {
    const files = { 'a/electron': 'x'.repeat(5000), 'a/LICENSE': 'licence', 'a/字.pak': '字' };
    const entries = readZipEntries(await zipOf(files, compress));
    expect(Object.fromEntries(entries.map(({ name, read }) => [name, read().toString()]))).toEqual(
      files,
    );
    expect(entries[0]?.mode.toString(8)).toBe('100755');
  });

  it('refuses what is cut off', async () => {
    const zip = await zipOf({ a: 'b' });
    expect(() => readZipEntries(zip.subarray(0, zip.length - 30))).toThrow('not a complete zip');
    expect(() => readZipEntries(deflateRawSync(Buffer.alloc(9)))).toThrow('not a complete zip');
  });
});

describe('readTarFile', () => {
  const tar = Buffer.concat([
    tarEntry('package/a', 'first'),
    tarEntry('package/big', 'z'.repeat(1300)),
    tarEntry('package/b', 'last'),
    Buffer.alloc(1024),
  ]);

  it.each([
    ['package/a', 'first'],
    ['package/big', 'z'.repeat(1300)],
    ['package/b', 'last'],
  ])('reads %s', (name, content) => {
    expect(readTarFile(tar, name)?.toString()).toBe(content);
  });

  it('says null for what is not there', () => {
    expect(readTarFile(tar, 'package/c')).toBeNull();
  });
});
