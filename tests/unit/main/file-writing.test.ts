import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { assertFileKind, fileNameFor, writeFileDurably } from '../../../main/file-writing.ts';

const csv = { words: 'CSV', extensions: ['csv'] };

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'guzhi-files-'));
});
afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

test.each([
  ['词表', '词表.csv'],
  ['词表.CSV', '词表.CSV'],
  ['../../etc/passwd', ' .. etc passwd.csv'],
  ['a:b*c?"<>|', 'a b c.csv'],
  ['名\n字. ', '名 字.csv'],
  ['', 'guzhi.csv'],
  ['con', 'con_.csv'],
  ['Nul.csv', 'Nul_.csv'],
  ['console', 'console.csv'],
])('58 %j is saved as %j', (suggested, name) => {
  expect(fileNameFor(suggested, csv)).toBe(name);
});

test('58 a long name fits the file system without cutting a character', () => {
  const name = fileNameFor('𠮷'.repeat(300), csv);
  expect(Buffer.byteLength(name)).toBeLessThan(220);
  expect(name.endsWith('𠮷.csv')).toBe(true);
});

test('a file is written whole and nothing else is left', async () => {
  const path = join(folder, 'a.csv');
  await writeFile(path, 'before');
  await writeFileDurably(path, new TextEncoder().encode('之后'));
  expect(await readFile(path, 'utf8')).toBe('之后');
  expect(await readdir(folder)).toEqual(['a.csv']);
});

test('a name as long as the file system takes is written', async () => {
  const path = join(folder, `${'报'.repeat(83)}1.csv`);
  await writeFileDurably(path, new Uint8Array(1));
  await writeFileDurably(path, new Uint8Array(2));
  expect(await readdir(folder)).toEqual([`${'报'.repeat(83)}1.csv`]);
});

test("where it cannot be written the system's error comes and nothing is left", async () => {
  await expect(
    writeFileDurably(join(folder, 'no', 'a.csv'), new Uint8Array(1)),
  ).rejects.toMatchObject({ code: 'ENOENT' });
  expect(await readdir(folder)).toEqual([]);
});

test.each([null, {}, { words: 'a', extensions: 'csv' }, { words: 'a', extensions: ['../x'] }])(
  '%j is no kind of file',
  (value) => {
    expect(() => {
      assertFileKind(value);
    }).toThrow(TypeError);
  },
);
