import { createHash } from 'node:crypto';
import { crc32, deflateRawSync } from 'node:zlib';
import fc from 'fast-check';
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

const good = bagEntries(
  madeContent({
    articles: Array.from({ length: 8 }, (_, index) => madeArticle(index + 1)),
    payload: { 'data/facsimile/2019-05-18/1.svg': Buffer.from('<svg width="3" height="4"/>') },
  }),
);

/** What is done to the entry at a place; null leaves it out. */
type Change = (entry: ZipBytesEntry) => readonly ZipBytesEntry[];

const anyShare = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
const anyName = fc
  .tuple(
    fc.constantFrom('data/', 'data/media/', 'data/facsimile/', 'data/media/deep/', ''),
    fc.stringMatching(/^[a-z0-9][a-z0-9 ._-]{0,20}[a-z]$/),
  )
  .map(([folder, name]) => `${topFolder}/${folder}${name}`);

/** Keeps the checksum and sizes of the original where the container is to give the change away. */
function disguised(entry: ZipBytesEntry, content: Buffer, isDisguised: boolean): ZipBytesEntry {
  if (isDisguised) return { ...entry, content };
  const data = entry.method === 8 ? deflateRawSync(content) : content;
  return { ...entry, content: entry.content, data, crc: crc32(entry.content) };
}

const alter = fc
  .record({ at: anyShare, by: fc.integer({ min: 1, max: 255 }), isDisguised: fc.boolean() })
  .map(({ at, by, isDisguised }): Change => (entry) => {
    const content = Buffer.from(entry.content);
    const place = Math.floor(at * content.length);
    content[place] = ((content[place] ?? 0) + by) % 256;
    return [disguised(entry, content, isDisguised)];
  });

const truncate = fc
  .record({ share: anyShare, isDisguised: fc.boolean() })
  .map(({ share, isDisguised }): Change => (entry) => [
    disguised(
      entry,
      entry.content.subarray(0, Math.floor(share * entry.content.length)),
      isDisguised,
    ),
  ]);

const append = fc
  .uint8Array({ minLength: 1, maxLength: 40 })
  .map((more): Change => (entry) => [{ ...entry, content: Buffer.concat([entry.content, more]) }]);

const remove = fc.constant<Change>(() => []);
const rename = anyName.map((name): Change => (entry) => [{ ...entry, name }]);
const add = fc
  .tuple(anyName, fc.uint8Array({ maxLength: 40 }))
  .map(([name, bytes]): Change => (entry) => [
    entry,
    { name, content: Buffer.from(bytes), method: 0 },
  ]);

async function expectFound(at: number, change: Change): Promise<void> {
  const changed = good.flatMap((entry, index) => (index === at ? change(entry) : [entry]));
  const { report } = await judge(zipBytes(changed));
  // A picture that was altered is marked; a manifest that says the same in another form is noted;
  // everything else refuses the bag.
  if (report.damagedMedia.length > 0 && report.isValid) {
    const name = String(good[at]?.name).slice(topFolder.length + 1);
    expect(report.damagedMedia).toEqual([name]);
    expect(report.problems.map(({ code }) => code)).toEqual(['media-damaged']);
  } else {
    const isNoted = report.problems.some(({ code }) => formNotes.has(code));
    expect(isNoted || !report.isValid, JSON.stringify(report.problems)).toBe(true);
  }
}

const formNotes: ReadonlySet<string> = new Set([
  'odd-manifest-path',
  'tag-manifest-form',
  'empty-folder',
]);

const ways: readonly (readonly [how: string, changes: fc.Arbitrary<Change>])[] = [
  ['altered', alter],
  ['truncated', truncate],
  ['lengthened', append],
  ['removed', remove],
  ['renamed', rename],
  ['added to', add],
];

test('the bag has an entry of every kind', () => {
  expect(good.map(({ name }) => String(name).slice(topFolder.length + 1)).sort()).toEqual([
    'bag-info.txt',
    'bagit.txt',
    'data/archive.json',
    'data/articles-0001.ndjson',
    'data/facsimile/2019-05-18/1.svg',
    'data/issues.ndjson',
    'data/media/ferry.svg',
    'manifest-sha512.txt',
    'tagmanifest-sha512.txt',
  ]);
});

test.each(
  good.flatMap(({ name }, at) =>
    ways.map(([how, changes]) => [String(name).slice(37), how, at, changes] as const),
  ),
)('%s, %s, is found, with matching checksums and sizes too', async (_name, _how, at, changes) => {
  await fc.assert(
    fc.asyncProperty(changes, (change) => expectFound(at, change)),
    { numRuns: 30 },
  );
});

test('the lines of the tag manifest in another order, or ended otherwise, are found', async () => {
  const at = good.findIndex(({ name }) => String(name).endsWith('tagmanifest-sha512.txt'));
  const lines = good[at]?.content.toString().split('\n').slice(0, -1) ?? [];
  expect(lines.length).toBe(3);
  const ends = fc.constantFrom('\n', '\r\n');
  const order = fc.shuffledSubarray(lines, { minLength: lines.length });
  await fc.assert(
    fc.asyncProperty(order, ends, async (changed, end) => {
      const content = Buffer.from(changed.map((line) => `${line}${end}`).join(''));
      if (good[at]?.content.equals(content)) return;
      await expectFound(at, (entry) => [{ ...entry, content }]);
    }),
    { numRuns: 40 },
  );
});

test('a third space in a line, a second tag manifest and a folder of nothing are found', async () => {
  const at = good.findIndex(({ name }) => String(name).endsWith('tagmanifest-sha512.txt'));
  const spaced = good[at]?.content.toString().replaceAll('  ', '   ') ?? '';
  await expectFound(at, (entry) => [{ ...entry, content: Buffer.from(spaced) }]);
  const tagFiles = good.filter(
    ({ name }) => !String(name).includes('/data/') && !String(name).includes('/tagmanifest'),
  );
  for (const algorithm of ['md5', 'sha256']) {
    const lines = tagFiles.map(({ name, content }) => {
      const digest = createHash(algorithm).update(content).digest('hex');
      return `${digest}  ${String(name).slice(topFolder.length + 1)}\n`;
    });
    const second = {
      name: `${topFolder}/tagmanifest-${algorithm}.txt`,
      content: Buffer.from(lines.sort().join('')),
    };
    await expectFound(at, (entry) => [entry, second]);
  }
  for (const name of ['empty/', 'data/empty/']) {
    await expectFound(at, (entry) => [
      entry,
      { name: `${topFolder}/${name}`, content: Buffer.alloc(0) },
    ]);
  }
});

test('of a payload of another size the file at fault is named', async () => {
  const at = good.findIndex(({ name }) => String(name).endsWith('articles-0001.ndjson'));
  const longer = good.map((entry, index) =>
    index === at ? { ...entry, content: Buffer.concat([entry.content, Buffer.from('\n')]) } : entry,
  );
  const { report } = await judge(zipBytes(longer));
  expect(report.problems).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ code: 'oxum-mismatch' }),
      expect.objectContaining({ code: 'digest-mismatch', path: 'data/articles-0001.ndjson' }),
    ]),
  );
  expect(report.accepted.articles).toBe(0);
});

test('the bag is good as long as nothing is changed', async () => {
  const { report } = await judge(zipBytes(good));
  expect(report.problems.map(({ code }) => code)).toEqual([]);
});

test('every byte of the tag manifest counts', async () => {
  const at = good.findIndex(({ name }) => String(name).endsWith('tagmanifest-sha512.txt'));
  const length = good[at]?.content.length ?? 0;
  for (let place = 0; place < length; place += 1) {
    for (const by of [1, 32]) {
      await expectFound(at, (entry) => {
        const content = Buffer.from(entry.content);
        content[place] = ((content[place] ?? 0) + by) % 256;
        return [{ ...entry, content }];
      });
    }
  }
});

test('whatever happens to the file, nothing throws and no other record gets through', async () => {
  const whole = zipBytes(good);
  const { lines: expected } = await judge(whole);
  const damage = fc.array(fc.tuple(anyShare, fc.integer({ min: 1, max: 255 })), {
    minLength: 1,
    maxLength: 4,
  });
  await fc.assert(
    fc.asyncProperty(damage, async (changes) => {
      const bytes = Buffer.from(whole);
      for (const [at, by] of changes) {
        const place = Math.floor(at * bytes.length);
        bytes[place] = ((bytes[place] ?? 0) + by) % 256;
      }
      const { report, lines } = await judge(bytes);
      if (report.isValid) expect(lines).toEqual(expected);
    }),
    { numRuns: 500 },
  );
});
