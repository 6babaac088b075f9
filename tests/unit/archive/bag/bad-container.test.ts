import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync, appendFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deflateRawSync, crc32 } from 'node:zlib';
import { afterAll, expect, test } from 'vitest';
import { openBag } from '../../../../archive/bag/bag-reader.ts';
import {
  bagEntries,
  bagZip,
  judge,
  madeContent,
  sealTags,
  topFolder,
} from '../../../fixtures/made-bag.ts';
import { processorSeconds } from '../../../fixtures/processor-seconds.ts';
import { zipBytes } from '../../../fixtures/zip-bytes.ts';
import type { ZipBytesEntry, ZipBytesOptions } from '../../../fixtures/zip-bytes.ts';

const work = mkdtempSync(join(tmpdir(), 'guzhi-container-'));
afterAll(() => {
  rmSync(work, { recursive: true, force: true });
});

/** A bag whose entry for `path` is made otherwise. */
function withEntry(
  path: string,
  change: Partial<ZipBytesEntry>,
  options?: ZipBytesOptions,
): Buffer {
  // Without Payload-Oxum, which would give a wrong size away before anything is read.
  const content = madeContent();
  content.delete('bag-info.txt');
  const entries = bagEntries(sealTags(content));
  const at = entries.findIndex(({ name }) => name === `${topFolder}/${path}`);
  if (at === -1) throw new Error(path);
  return zipBytes(
    entries.map((entry, index) => (index === at ? { ...entry, ...change } : entry)),
    options,
  );
}

/** A good bag and one more entry, of that name, that the manifest lists too. */
function withName(name: string | Buffer, change: Partial<ZipBytesEntry> = {}): Buffer {
  return zipBytes([...bagEntries(madeContent()), { name, content: Buffer.from('x'), ...change }]);
}

const articles = 'data/articles-0001.ndjson';
const media = 'data/media/ferry.svg';

test('the bag that the bad ones are made from is good', async () => {
  const { codes, articles: found, report } = await judge(bagZip(madeContent()));
  expect(codes).toEqual([]);
  expect(found).toHaveLength(2);
  expect(report.isValid).toBe(true);
});

const tooMuch = Buffer.alloc(70_000, 0x41);
const shifted = (options: ZipBytesOptions) => zipBytes(bagEntries(madeContent()), options);
const nothing = Buffer.alloc(0);

/** Item, what is done, the bytes, the codes that must be found. */
const cases: readonly (readonly [string, string, () => Buffer, readonly string[]])[] = [
  [
    '2',
    'junk before',
    () => shifted({ before: Buffer.from('#!/bin/sh\n') }),
    ['refuse junk-before'],
  ],
  [
    '2',
    'junk before a zip64',
    () => shifted({ before: Buffer.from('junk'), isZip64: true }),
    ['refuse junk-before'],
  ],
  ['2', 'junk after', () => shifted({ after: Buffer.from('tail') }), ['refuse junk-after']],
  ['2', 'much junk after', () => shifted({ after: tooMuch }), ['refuse junk-after']],
  [
    '2',
    'junk between two entries',
    () => withEntry(media, { after: Buffer.from('hidden') }),
    ['refuse junk-between'],
  ],
  ['3', 'an empty file', () => nothing, ['refuse not-a-zip']],
  ['3', 'a PDF', () => Buffer.from(`%PDF-1.7\n${'x'.repeat(5000)}`), ['refuse not-a-zip']],
  ['3', 'a RAR', () => Buffer.from('Rar!\u001a\u0007\u0001\u0000', 'latin1'), ['refuse not-a-zip']],
  [
    '5',
    'the zip64 record has another signature',
    () => shifted({ isZip64: true, zip64: { signature: 0 } }),
    ['refuse broken-zip64'],
  ],
  [
    '5',
    'the zip64 locator points elsewhere',
    () => shifted({ isZip64: true, zip64: { recordOffset: 12 } }),
    ['refuse broken-zip64'],
  ],
  [
    '5',
    'the zip64 locator is missing',
    () => shifted({ end: { directoryOffset: 0xffffffff } }),
    ['refuse broken-zip64'],
  ],
  [
    '5',
    'the zip64 field of an entry is too short',
    () => withEntry(media, { isZip64: true, zip64FieldBytes: 4 }),
    ['refuse broken-zip64'],
  ],
  [
    '5',
    'as many entries as a zip64 record is referred to with, and none there',
    () => shifted({ end: { entries: 0xffff, entriesHere: 0xffff } }),
    ['refuse broken-zip64'],
  ],
  [
    '5',
    'so many entries in all, fewer here',
    () => shifted({ end: { entries: 0xffff, entriesHere: bagEntries(madeContent()).length } }),
    ['refuse broken-zip64'],
  ],
  [
    '5',
    'so many entries here, fewer in all',
    () => shifted({ end: { entriesHere: 0xffff } }),
    ['refuse broken-zip64'],
  ],
  ['6', 'encrypted', () => withEntry(media, { flags: 0x801 }), ['refuse encrypted']],
  ['6', 'strongly encrypted', () => withEntry(media, { flags: 0x841 }), ['refuse encrypted']],
  ['6', 'encrypted directory', () => withEntry(media, { flags: 0x2801 }), ['refuse encrypted']],
  ...[1, 9, 12, 14, 93, 98, 99].map(
    (method) =>
      [
        '7',
        `method ${String(method)}`,
        () => withEntry(media, { method, data: Buffer.from('data') }),
        ['refuse unknown-method'],
      ] as const,
  ),
  ['8', 'a second disk', () => shifted({ end: { disk: 1 } }), ['refuse multi-disk']],
  [
    '8',
    'entries on other disks',
    () => shifted({ end: { entriesHere: 3 } }),
    ['refuse multi-disk'],
  ],
  [
    '8',
    'zip64 on two disks',
    () => shifted({ isZip64: true, zip64: { disks: 2 } }),
    ['refuse multi-disk'],
  ],
  [
    '8',
    'a part with the mark of a split ZIP',
    () => Buffer.concat([Buffer.from('PK\u0007\u0008'), bagZip(madeContent())]),
    ['refuse multi-disk'],
  ],
  [
    '9',
    'more content than announced',
    () => withEntry(articles, { bytes: 100, local: { bytes: 100 } }),
    ['refuse lying-sizes'],
  ],
  [
    '9',
    'less content than announced',
    () => withEntry(articles, { bytes: 99_999, local: { bytes: 99_999 } }),
    ['refuse lying-sizes'],
  ],
  ['9', 'stored with two sizes', () => withEntry(media, { bytes: 5 }), ['refuse lying-sizes']],
  [
    '9',
    'the own header tells another size',
    () => withEntry(media, { local: { bytes: 7 } }),
    ['refuse headers-differ'],
  ],
  [
    '9',
    'the own header tells another name',
    () => withEntry(media, { local: { name: `${topFolder}/data/media/other.svg` } }),
    ['refuse headers-differ'],
  ],
  [
    '9',
    'the own header tells another method',
    () => withEntry(articles, { local: { method: 0 } }),
    ['refuse headers-differ'],
  ],
  [
    '9',
    'the own header tells another checksum',
    () => withEntry(articles, { local: { crc: 1 } }),
    ['refuse headers-differ'],
  ],
  [
    '9',
    'both tell a wrong checksum',
    () => withEntry(articles, { crc: 1 }),
    ['refuse crc-mismatch'],
  ],
  [
    '9',
    'a descriptor that says otherwise',
    () => withEntry(articles, { descriptor: Buffer.alloc(16) }),
    ['refuse headers-differ'],
  ],
  [
    '9',
    'data that does not inflate',
    () => withEntry(articles, { data: Buffer.alloc(60, 0xff), compressedBytes: 60 }),
    ['refuse broken-compression', 'refuse digest-mismatch'],
  ],
  [
    '9',
    'data after the end of the deflated stream',
    () =>
      withEntry(articles, {
        data: Buffer.concat([
          deflateRawSync(madeContent().get(articles) ?? nothing),
          Buffer.from('more'),
        ]),
      }),
    ['refuse lying-sizes'],
  ],
  [
    '9',
    'a directory shorter than it says',
    () => shifted({ end: { entries: 5 } }),
    ['refuse broken-directory'],
  ],
  [
    '13',
    '../ in a name',
    () => withName(`${topFolder}/data/../../../etc/cron.d/x`),
    ['refuse name-climbs'],
  ],
  ['13', 'a part called .', () => withName(`${topFolder}/data/./x`), ['refuse name-not-normal']],
  ['13', 'an empty part', () => withName(`${topFolder}/data//x`), ['refuse name-not-normal']],
  ['14', 'an absolute path', () => withName('/etc/passwd'), ['refuse name-absolute']],
  ['14', 'a drive', () => withName('C:/Windows/x'), ['refuse name-absolute']],
  ['14', 'a UNC path', () => withName('\\\\server\\share\\x'), ['refuse name-absolute']],
  ['15', 'a backslash', () => withName(`${topFolder}\\data\\x`), ['refuse name-backslash']],
  [
    '15',
    'a backslash that climbs',
    () => withName(`${topFolder}/data\\..\\..\\x`),
    ['refuse name-climbs'],
  ],
  [
    '16',
    'a symbolic link',
    () => withName(`${topFolder}/data/media/link`, { externalAttributes: (0o120777 << 16) >>> 0 }),
    ['refuse not-a-regular-file'],
  ],
  [
    '16',
    'a device',
    () => withName(`${topFolder}/data/media/null`, { externalAttributes: (0o020666 << 16) >>> 0 }),
    ['refuse not-a-regular-file'],
  ],
  [
    '16',
    'a fifo',
    () => withName(`${topFolder}/data/media/fifo`, { externalAttributes: (0o010666 << 16) >>> 0 }),
    ['refuse not-a-regular-file'],
  ],
  [
    '16',
    'a Windows reparse point',
    () => withName(`${topFolder}/data/media/r`, { externalAttributes: 0x400 }),
    ['refuse not-a-regular-file'],
  ],
  [
    '16',
    'a folder with content',
    () => withName(`${topFolder}/data/media/f/`),
    ['refuse not-a-regular-file'],
  ],
  ['17', 'the same name twice', () => withName(`${topFolder}/${media}`), ['refuse name-twice']],
  [
    '17',
    'a second name in an extra field',
    () => {
      const name = `${topFolder}/data/media/x`;
      const other = Buffer.from(`${topFolder}/data/media/../../y`);
      const check = Buffer.alloc(4);
      check.writeUInt32LE(crc32(name));
      return withName(name, {
        extra: Buffer.concat([Buffer.from([0x75, 0x70, other.length + 5, 0, 1]), check, other]),
      });
    },
    ['refuse name-ambiguous'],
  ],
  [
    '18',
    'names that differ in case',
    () => withName(`${topFolder}/data/media/FERRY.svg`),
    ['refuse names-collide'],
  ],
  [
    '18',
    'folders that differ in case',
    () => withName(`${topFolder}/data/Media/x.svg`),
    ['refuse names-collide'],
  ],
  [
    '18',
    'names that differ in composition',
    () =>
      zipBytes([
        ...bagEntries(madeContent()),
        { name: `${topFolder}/data/media/\u00e9`, content: nothing },
        { name: `${topFolder}/data/media/e\u0301`, content: nothing },
      ]),
    ['refuse names-collide'],
  ],
  [
    '18',
    'a file where a folder is',
    () => withName(`${topFolder}/data/media`),
    ['refuse names-collide'],
  ],
  ['20', 'a newline in a name', () => withName(`${topFolder}/data/a\nb`), ['refuse name-control']],
  [
    '20',
    'a bidi control in a name',
    () => withName(`${topFolder}/data/a\u202egpj.exe`),
    ['refuse name-control'],
  ],
  ['20', 'NUL in a name', () => withName(`${topFolder}/data/a\u0000.jpg`), ['refuse name-control']],
  [
    '20',
    'a name in GBK',
    () =>
      withName(
        Buffer.concat([Buffer.from(`${topFolder}/data/media/`), Buffer.from([0xb1, 0xa8])]),
        { flags: 0 },
      ),
    ['refuse name-not-utf8'],
  ],
  [
    '21',
    'a part of 256 bytes',
    () => withName(`${topFolder}/data/media/${'长'.repeat(86)}`),
    ['refuse name-too-long'],
  ],
  [
    '21',
    'a path of more than 1000 bytes',
    () => withName(`${topFolder}/${'deep/'.repeat(200)}x`),
    ['refuse name-too-long'],
  ],
  [
    '22',
    'two entries share their bytes',
    () => withEntry(media, { headerStart: (own, all) => all[1] ?? own, local: {} }),
    ['refuse headers-differ'],
  ],
  [
    '24',
    'more entries than the directory can hold',
    () => shifted({ end: { entries: 60_000, entriesHere: 60_000 } }),
    ['refuse absurd-counts'],
  ],
  [
    '24',
    'millions of entries',
    () => shifted({ isZip64: true, zip64: { entries: 2 ** 40 } }),
    ['refuse absurd-counts'],
  ],
];

test.each(cases)('%s %s', async (_item, _what, make, expected) => {
  const { codes, articles: found, report } = await judge(make());
  expect(codes).toEqual(expect.arrayContaining([...expected]));
  expect(codes.length).toBeGreaterThan(0);
  expect(report.isValid).toBe(false);
  if (!['9'].includes(_item)) expect(found).toEqual([]);
});

test('4 a valid zip64 is accepted', async () => {
  const entries = bagEntries(madeContent()).map((entry) => ({ ...entry, isZip64: true }));
  const { codes, articles: found } = await judge(zipBytes(entries, { isZip64: true }));
  expect(codes).toEqual([]);
  expect(found).toHaveLength(2);
});

test('4 a ZIP whose sizes follow the data is accepted', async () => {
  const entries = bagEntries(madeContent()).map((entry) => ({ ...entry, descriptor: true }));
  const { codes } = await judge(zipBytes(entries));
  expect(codes).toEqual([]);
});

test('16 folders as entries of their own are accepted', async () => {
  const folder = {
    name: `${topFolder}/data/`,
    content: nothing,
    externalAttributes: (0o040755 << 16) >>> 0,
  };
  const { codes } = await judge(zipBytes([folder, ...bagEntries(madeContent())]));
  expect(codes).toEqual([]);
});

test('19 reserved Windows names are accepted and changed where files are written', async () => {
  const content = madeContent({
    payload: { 'data/media/con.svg': Buffer.from('<svg width="1" height="1"/>') },
  });
  const { codes, articles: found } = await judge(bagZip(content));
  expect(codes).toEqual(['neutralise name-reserved']);
  expect(found).toHaveLength(2);
});

test('22 entries with equal headers that lie on one another', async () => {
  const one = { name: `${topFolder}/data/media/x`, content: Buffer.from('x') };
  const { codes } = await judge(
    zipBytes([
      ...bagEntries(madeContent()),
      one,
      { ...one, headerStart: (own) => own - 31 - one.name.length },
    ]),
  );
  expect(codes).toEqual(expect.arrayContaining(['refuse entries-overlap', 'refuse name-twice']));
});

test('23 a gigabyte of zeros in a megabyte is refused in less than a second', async () => {
  const file = join(work, 'zeros.newsbag');
  const zeros = 1024 ** 3;
  // A stored run of deflate blocks for 1 GiB of zeros is made without making the gigabyte.
  const block = deflateRawSync(Buffer.alloc(16 * 1024 * 1024), { finishFlush: 2 });
  const data = Buffer.concat([...Array<Buffer>(64).fill(block), Buffer.from([3, 0])]);
  const entries = bagEntries(madeContent());
  writeFileSync(
    file,
    zipBytes([
      ...entries,
      {
        name: `${topFolder}/data/media/zeros.svg`,
        content: nothing,
        data,
        method: 8,
        bytes: zeros,
        crc: 0,
      },
    ]),
  );
  let opening: Awaited<ReturnType<typeof openBag>> | undefined;
  const seconds = await processorSeconds(async () => (opening = await openBag(file)));
  expect(seconds).toBeLessThan(1);
  expect(opening).toMatchObject({
    outcome: 'refused',
    problems: [{ code: 'ratio-too-high', details: { bytes: zeros } }],
  });
});

test('23 a bomb that hides its size is stopped when it has given what it announced', async () => {
  const data = deflateRawSync(Buffer.alloc(64 * 1024 * 1024));
  const content = madeContent();
  content.delete('bag-info.txt');
  const entries = bagEntries(sealTags(content)).map((entry) =>
    entry.name === `${topFolder}/${articles}` ? { ...entry, data, bytes: 500, crc: 0 } : entry,
  );
  const bytes = zipBytes(entries);
  const seconds = await processorSeconds(async () => {
    const { codes } = await judge(bytes);
    expect(codes).toEqual(expect.arrayContaining(['refuse lying-sizes']));
  });
  expect(seconds).toBeLessThan(1);
});

test('24 a payload larger than the free disk is refused before it is read', async () => {
  const { report } = await judge(bagZip(madeContent()), { freeDiskBytes: 100 });
  expect(report.problems).toMatchObject([
    { code: 'too-large-for-disk', details: { freeBytes: 100 } },
  ]);
  expect(report.bytes).toBe(0);
});

test('12 entries in more than one top folder', async () => {
  const { codes } = await judge(withName('elsewhere/x'));
  expect(codes).toEqual(['refuse no-top-folder']);
});

test('56 a file that cannot be read', async () => {
  for (const path of [join(work, 'absent.newsbag'), work]) {
    const opening = await openBag(path);
    expect(opening).toMatchObject({ outcome: 'refused', problems: [{ code: 'unreadable' }] });
  }
});

test.skipIf(process.platform === 'win32')(
  '56 a pipe and a device are no regular files, and are not waited for (skipped on Windows)',
  async () => {
    const pipe = join(work, 'pipe.newsbag');
    execFileSync('mkfifo', [pipe]);
    for (const path of [pipe, '/dev/zero']) {
      expect(await openBag(path)).toEqual({
        outcome: 'refused',
        problems: [
          {
            code: 'unreadable',
            severity: 'refuse',
            path: '',
            details: { error: 'not a regular file' },
          },
        ],
      });
    }
  },
);

test('57 a file that changes while it is read', async () => {
  const file = join(work, 'changing.newsbag');
  writeFileSync(file, bagZip(madeContent()));
  const opening = await openBag(file);
  if (opening.outcome !== 'opened') throw new Error('refused');
  appendFileSync(file, 'x');
  const report = await opening.bag.read({});
  await opening.bag.close();
  expect(report.isValid).toBe(false);
  expect(report.problems.map(({ code }) => code)).toContain('file-changed');
});
