import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openBag } from '../../../../archive/bag/bag-reader.ts';
import { writeBag } from '../../../../archive/bag/bag-writer.ts';
import type { BagContents } from '../../../../archive/bag/bag-writer.ts';
import { readEndRecord } from '../../../../archive/bag/zip/end-record.ts';
import { readEntries } from '../../../../archive/bag/zip/entries.ts';
import { open } from 'node:fs/promises';
import {
  drawing,
  judgeFile,
  madeArticle,
  madeDescription,
  madeIssue,
} from '../../../fixtures/made-bag.ts';

let work = '';
beforeEach(() => {
  work = mkdtempSync(join(tmpdir(), 'guzhi-writer-'));
  writeFileSync(join(work, 'ferry.svg'), drawing);
});
afterEach(() => {
  rmSync(work, { recursive: true, force: true });
});

function contents(change: Partial<BagContents> = {}): BagContents {
  return {
    description: madeDescription(),
    issues: [madeIssue()],
    articles: [madeArticle(1), madeArticle(2)],
    media: [{ path: 'media/ferry.svg', file: join(work, 'ferry.svg') }],
    ...change,
  };
}

test('what is written reads back the same, without a remark', async () => {
  const file = join(work, 'a.newsbag');
  const { counts, fileBytes } = await writeBag(file, contents());
  const { codes, articles, issues, report } = await judgeFile(file);
  expect(codes).toEqual([]);
  expect(articles).toEqual([madeArticle(1), madeArticle(2)]);
  expect(issues).toEqual([madeIssue()]);
  expect(report.checkedFiles).toBe(7);
  expect(counts).toMatchObject({ issues: 1, pages: 1, articles: 2, media: 1 });
  expect(readFileSync(file)).toHaveLength(fileBytes);
  expect(readdirSync(work).sort()).toEqual(['a.newsbag', 'ferry.svg']);
});

test('the same contents give the same bytes, wherever and whenever they are written', async () => {
  const digests: string[] = [];
  for (const timezone of ['UTC', 'Asia/Shanghai', 'America/New_York']) {
    const before = process.env.TZ;
    process.env.TZ = timezone;
    try {
      const file = join(work, `${timezone.replace('/', '-')}.newsbag`);
      await writeBag(file, contents());
      digests.push(createHash('sha256').update(readFileSync(file)).digest('hex'));
    } finally {
      if (before === undefined) delete process.env.TZ;
      else process.env.TZ = before;
    }
  }
  expect(new Set(digests).size).toBe(1);
});

test('bagit.txt comes first and is stored, text is deflated, pictures are stored', async () => {
  const file = join(work, 'a.newsbag');
  const { fileBytes } = await writeBag(file, contents());
  const handle = await open(file);
  try {
    const found = await readEndRecord(handle, fileBytes);
    if ('fault' in found) throw new Error(found.fault.code);
    const { entries } = await readEntries(handle, found.end);
    const top = madeDescription().id.slice('urn:uuid:'.length);
    expect(entries.map(({ name, isDeflated }) => [name.slice(top.length + 1), isDeflated])).toEqual(
      [
        ['bagit.txt', false],
        ['bag-info.txt', false],
        ['data/archive.json', true],
        ['data/issues.ndjson', true],
        ['data/articles-0001.ndjson', true],
        ['data/media/ferry.svg', false],
        ['manifest-sha512.txt', false],
        ['tagmanifest-sha512.txt', false],
      ],
    );
  } finally {
    await handle.close();
  }
});

test('the reader tells the metadata and the payload of a bag', async () => {
  const file = join(work, 'a.newsbag');
  const { fileBytes } = await writeBag(file, contents());
  const opening = await openBag(file);
  if (opening.outcome !== 'opened') throw new Error('refused');
  const { bag } = opening;
  expect(bag.fileBytes).toBe(fileBytes);
  expect(Object.fromEntries(bag.metadata)).toMatchObject({
    'External-Identifier': madeDescription().id,
    'Bag-File-Bytes': String(fileBytes).padStart(15, '0'),
  });
  expect([...bag.payload.keys()]).toContain('data/media/ferry.svg');
  await bag.close();
});

test.each([
  ['an article without its digest', { articles: [{ ...madeArticle(1), textDigest: '' }] }],
  ['an article with a wrong digest', { articles: [{ ...madeArticle(1), headline: '改' }] }],
  ['half a character', { articles: [madeArticle(1, { headline: '\ud872' })] }],
  ['an issue of no date', { issues: [madeIssue({ date: '2019-02-30' })] }],
  ['a line over 8 MiB', { articles: [madeArticle(1, { headline: 'x'.repeat(9 * 1024 * 1024) })] }],
  ['a picture that is not there', { media: [{ path: 'media/x', file: '/nowhere/x' }] }],
])('%s is not written, and nothing is left behind', async (_what, change) => {
  const file = join(work, 'a.newsbag');
  await expect(writeBag(file, contents(change))).rejects.toThrow();
  expect(existsSync(file)).toBe(false);
  expect(readdirSync(work)).toEqual(['ferry.svg']);
});

test('an earlier file stays whole until the new one is complete', async () => {
  const file = join(work, 'a.newsbag');
  await writeBag(file, contents());
  const before = readFileSync(file);
  const stop = new AbortController();
  async function* articles(): AsyncGenerator<ReturnType<typeof madeArticle>> {
    yield await Promise.resolve(madeArticle(1));
    stop.abort();
    yield madeArticle(2);
  }
  await expect(
    writeBag(file, contents({ articles: articles() }), { signal: stop.signal }),
  ).rejects.toThrow(/abort/u);
  expect(readFileSync(file).equals(before)).toBe(true);
});

test('a reading waits for the receiver and ends when it is told to', async () => {
  const file = join(work, 'a.newsbag');
  const many = Array.from({ length: 300 }, (_, index) => madeArticle(index + 1));
  await writeBag(file, contents({ articles: many }));
  const opening = await openBag(file);
  if (opening.outcome !== 'opened') throw new Error('refused');
  let underWay = 0;
  let most = 0;
  const report = await opening.bag.read({
    article: async () => {
      underWay += 1;
      most = Math.max(most, underWay);
      await new Promise((resolve) => setImmediate(resolve));
      underWay -= 1;
    },
  });
  expect(report.accepted.articles).toBe(300);
  expect(most).toBe(1);
  const stop = new AbortController();
  const seen: string[] = [];
  const aborted = opening.bag.read(
    {
      article: ({ id }) => {
        seen.push(id);
        stop.abort(new Error('enough'));
      },
    },
    stop.signal,
  );
  await expect(aborted).rejects.toThrow('enough');
  await opening.bag.close();
});
