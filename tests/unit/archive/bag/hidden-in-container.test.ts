import { crc32, deflateRawSync } from 'node:zlib';
import { expect, test } from 'vitest';
import {
  bagEntries,
  judge,
  madeArticle,
  madeContent,
  topFolder,
} from '../../../fixtures/made-bag.ts';
import { zipBytes } from '../../../fixtures/zip-bytes.ts';
import type { ZipBytesEntry } from '../../../fixtures/zip-bytes.ts';

const articles = 'data/articles-0001.ndjson';
const folderAttributes = (0o040755 << 16) >>> 0;

function withEntry(path: string, change: Partial<ZipBytesEntry>): Buffer {
  const name = `${topFolder}/${path}`;
  return zipBytes(
    bagEntries(madeContent()).map((entry) =>
      entry.name === name ? { ...entry, ...change } : entry,
    ),
  );
}

function withAnother(path: string, change: Partial<ZipBytesEntry>): Buffer {
  const name = `${topFolder}/${path}`;
  return zipBytes([...bagEntries(madeContent()), { name, content: Buffer.alloc(0), ...change }]);
}

function withFolder(path: string, change: Partial<ZipBytesEntry> = {}): Buffer {
  return withAnother(path, { externalAttributes: folderAttributes, ...change });
}

/** An Info-ZIP Unicode path field that gives an entry of the first name the second one. */
function pathField(name: string, other: string): Buffer {
  const field = Buffer.alloc(9);
  field.writeUInt16LE(0x7075, 0);
  field.writeUInt16LE(5 + Buffer.byteLength(other), 2);
  field.writeUInt8(1, 4);
  field.writeUInt32LE(crc32(Buffer.from(name)), 5);
  return Buffer.concat([field, Buffer.from(other)]);
}

const name = `${topFolder}/${articles}`;
const other = `${topFolder}/../other`;
const same = pathField(name, name);
const renamed = pathField(name, other);
const deflatedNothing = deflateRawSync(Buffer.alloc(0));

test.each([
  ['an entry for a folder', withFolder('data/media/')],
  ['a folder of nothing, deflated', withFolder('data/media/', { method: 8 })],
  ['a Unicode path that is the name', withEntry(articles, { extra: same, local: { extra: same } })],
  ['sizes behind the data', withEntry(articles, { descriptor: true })],
  [
    'sizes behind the data and a true checksum before',
    withEntry(articles, {
      descriptor: true,
      local: { crc: crc32(madeContent().get(articles) ?? Buffer.alloc(0)) },
    }),
  ],
])('4 %s is accepted', async (_what, bytes) => {
  expect((await judge(bytes)).codes).toEqual([]);
});

test.each([
  [
    '9',
    'a wrong size before sizes behind the data',
    withEntry(articles, { descriptor: true, local: { bytes: 7 } }),
    'headers-differ',
  ],
  [
    '9',
    'a wrong checksum before one behind the data',
    withEntry(articles, { descriptor: true, local: { crc: 7 } }),
    'headers-differ',
  ],
  [
    '16',
    'a folder with hidden data',
    withFolder('data/media/', {
      method: 8,
      data: Buffer.concat([deflatedNothing, Buffer.from('hidden')]),
    }),
    'not-a-regular-file',
  ],
  ['16', 'a folder with a checksum', withFolder('data/media/', { crc: 7 }), 'not-a-regular-file'],
  [
    '16',
    'a file that is a folder to Windows',
    withEntry(articles, { externalAttributes: 0x10 }),
    'not-a-regular-file',
  ],
  [
    '17',
    'another name in its own header only',
    withEntry(articles, { local: { extra: renamed } }),
    'name-ambiguous',
  ],
  [
    '17',
    'another name in a second field',
    withEntry(articles, { extra: Buffer.concat([same, renamed]) }),
    'name-ambiguous',
  ],
  ['18', 'a folder in other letters', withFolder('DATA/'), 'names-collide'],
  ['18', 'a folder called like a file', withFolder('bagit.txt/'), 'names-collide'],
  [
    '11',
    'a tag manifest of an unknown kind',
    withAnother('tagmanifest-x.txt', { content: Buffer.from('hidden') }),
    'not-in-manifest',
  ],
  ['11', 'an empty tag manifest', withAnother('tagmanifest-md5.txt', {}), 'not-in-manifest'],
] as const)('%s %s refuses', async (_item, _what, bytes, code) => {
  expect((await judge(bytes)).codes).toEqual([`refuse ${code}`]);
});

test('2 a comment, of the file or of an entry, is reported and not read', async () => {
  const comment = Buffer.from('nobody reads this');
  const ofFile = await judge(zipBytes(bagEntries(madeContent()), { comment }));
  expect(ofFile.report.problems).toMatchObject([
    { code: 'zip-comment', severity: 'warn', path: '', details: { commentBytes: 17 } },
  ]);
  const ofEntry = await judge(withEntry(articles, { comment }));
  expect(ofEntry.report.problems).toMatchObject([
    { code: 'zip-comment', severity: 'warn', path: name, details: { commentBytes: 17 } },
  ]);
  expect(ofEntry.articles).toHaveLength(2);
});

test('9 another time in the header of an entry is reported and not used', async () => {
  for (const time of [0x00210001, 0x00220000]) {
    const { report, articles: found } = await judge(withEntry(articles, { local: { time } }));
    expect(report.problems).toMatchObject([
      { code: 'entry-times-differ', severity: 'warn', path: name },
    ]);
    expect(found).toHaveLength(2);
  }
});

test('8 an entry on another disk refuses', async () => {
  const onAnother = (change: Partial<ZipBytesEntry>): Promise<unknown> =>
    judge(withEntry(articles, change)).then(({ codes }) => codes);
  const large = Buffer.from([1, 0, 4, 0, 7, 0, 0, 0]);
  const first = Buffer.from([1, 0, 4, 0, 0, 0, 0, 0]);
  expect(await onAnother({ disk: 1 })).toEqual(['refuse multi-disk']);
  expect(await onAnother({ disk: 0xffff })).toEqual(['refuse multi-disk']);
  expect(await onAnother({ disk: 0xffff, extra: large })).toEqual(['refuse multi-disk']);
  expect(await onAnother({ disk: 0xffff, extra: first })).toEqual([]);
});

test('23 a bomb that is spread over many entries refuses before a byte of them is read', async () => {
  const bytes = 60 * 1024 * 1024;
  const content = Buffer.alloc(bytes);
  const data = deflateRawSync(content, { level: 9 });
  const crc = crc32(content);
  const bomb = zipBytes([
    ...bagEntries(madeContent()),
    ...['a', 'b'].map((each) => ({
      name: `${topFolder}/data/media/${each}.svg`,
      content: Buffer.alloc(0),
      ...{ method: 8, data, bytes, crc },
    })),
  ]);
  const { codes, report } = await judge(bomb);
  expect(codes).toEqual(['refuse ratio-too-high']);
  expect(Number(report.problems[0]?.details.bytes)).toBeGreaterThan(2 * bytes);
  expect(report.bytes).toBe(0);
});

test('28 a text in another encoding is told once', async () => {
  const line = JSON.stringify(madeArticle(1));
  const bad = Buffer.concat([
    Buffer.from(line.slice(0, -1)),
    Buffer.from([0xb0, 0xa1, 0x7d, 0x0a]),
  ]);
  const { report } = await judge(
    zipBytes(bagEntries(madeContent({ payload: { [articles]: Buffer.concat([bad, bad]) } }))),
  );
  expect(report.problems.filter(({ severity }) => severity === 'refuse')).toHaveLength(1);
});
