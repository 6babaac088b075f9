import { createHash, randomUUID } from 'node:crypto';
import { open, rename, stat, truncate } from 'node:fs/promises';
import { createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { buffer } from 'node:stream/consumers';
import yauzl from 'yauzl';
import { ZipFile } from 'yazl';
import { writeBag } from '../../archive/bag/bag-writer.ts';
import type { Article } from '../../archive/model/article.ts';
import type { Issue } from '../../archive/model/issue.ts';
import { canonicalText } from '../../archive/text/canonical-text.ts';
import { textDigest } from '../../archive/text/text-digest.ts';

const storiesPerPage = 25;
const pages = ['1', '2', '3', '4'];

function dateOf(day: number): string {
  return new Date(Date.UTC(1980, 0, 1 + day)).toISOString().slice(0, 10);
}

function* issues(days: number): Generator<Issue> {
  for (let day = 0; day < days; day++) {
    yield {
      id: `issue-${day}`,
      date: dateOf(day),
      number: `第${day + 1}号`,
      pages: pages.map((number) => ({ number, name: '试版' })),
      missingPages: [],
      ear: [],
      notes: [],
    };
  }
}

const sentence = '渡口的早班船准时离岸，江面上有薄雾，对岸的钟楼敲了七下。';

function* articles(count: number, headline: string): Generator<Article> {
  for (let index = 0; index < count; index++) {
    const day = Math.floor(index / (storiesPerPage * pages.length));
    const page = pages[Math.floor(index / storiesPerPage) % pages.length] ?? '1';
    const printed = {
      kicker: '',
      headline: `${headline}${index + 1}`,
      deck: '',
      byline: [],
      body: Array.from({ length: 8 }, (_, block) => ({
        id: `b${block}`,
        type: 'paragraph' as const,
        text: `${index}-${block} ${sentence.repeat(3)}`,
      })),
    };
    yield {
      ...printed,
      id: `urn:uuid:${randomUUID()}`,
      version: 1,
      textDigest: textDigest(canonicalText(printed)),
      issue: { id: `issue-${day}`, date: dateOf(day), number: `第${day + 1}号` },
      page: { number: page, name: '试版' },
      order: (index % storiesPerPage) + 1,
      language: 'zh-Hans-CN',
      section: '',
      genre: 'news',
      rights: 'CC0-1.0',
      provenance: { source: 'made for a test', method: 'born-digital', problems: [] },
      ext: {},
    };
  }
}

export interface BagToMake {
  readonly uuid: string;
  readonly revision?: number;
  readonly title: string;
  readonly articles: number;
  /** A file that goes in as a picture behind the stories. */
  readonly picture?: string;
}

/** Writes a sound bag of made stories, 100 a day from 1980 on. */
export async function makeBag(file: string, bag: BagToMake): Promise<void> {
  await writeBag(file, {
    description: {
      id: `urn:uuid:${bag.uuid}`,
      revision: bag.revision ?? 1,
      created: '2026-01-01T00:00:00Z',
      generator: 'test',
      'dcterms:title': bag.title,
      'dcterms:publisher': bag.title,
      'dcterms:temporal': '1980-01-01/2020-01-01',
      'dcterms:language': 'zh-Hans-CN',
      'dcterms:rights': 'CC0-1.0',
      'dcterms:license': 'CC0-1.0',
      'dcterms:source': 'made for a test',
      publication: { names: [bag.title], issn: '', cnNumber: '' },
      defaults: {
        language: 'zh-Hans-CN',
        timezone: 'Asia/Shanghai',
        writingMode: 'horizontal-tb',
        calendar: 'gregorian',
      },
      gaps: [],
      sample: true,
    },
    issues: issues(Math.ceil(bag.articles / (storiesPerPage * pages.length))),
    articles: articles(bag.articles, bag.title),
    media: bag.picture === undefined ? [] : [{ path: 'media/1980-01-01/a.png', file: bag.picture }],
  });
}

async function entriesOf(file: string): Promise<Map<string, Buffer>> {
  const zip = await yauzl.openPromise(file);
  const entries = new Map<string, Buffer>();
  for await (const entry of zip.eachEntry()) {
    entries.set(entry.fileName, await buffer(await zip.openReadStreamPromise(entry)));
  }
  return entries;
}

/**
 * Changes one character of the last story in a bag and makes everything around it agree, the zip and
 * the tag files included: only the story file's own digest tells.
 */
export async function alterLastStory(file: string): Promise<void> {
  const entries = await entriesOf(file);
  const find = (end: string): string => {
    const name = [...entries.keys()].findLast((each) => each.endsWith(end));
    if (name === undefined) throw new Error(`The bag has no ${end}`);
    return name;
  };
  const stories = find('.ndjson');
  const text = entries.get(stories)?.toString('utf8') ?? '';
  const at = text.lastIndexOf('薄雾');
  entries.set(stories, Buffer.from(`${text.slice(0, at)}浓${text.slice(at + 1)}`));
  const info = find('/bag-info.txt');
  // The announced length would give the change away before a single story is read.
  const kept = (entries.get(info)?.toString('utf8') ?? '')
    .split('\n')
    .filter((line) => !/bytes/i.test(line));
  entries.set(info, Buffer.from(kept.join('\n')));
  const digests = ['bag-info.txt', 'bagit.txt', 'manifest-sha512.txt'].map((name) => {
    const content = entries.get(find(`/${name}`)) ?? Buffer.alloc(0);
    return `${createHash('sha512').update(content).digest('hex')}  ${name}\n`;
  });
  entries.set(find('/tagmanifest-sha512.txt'), Buffer.from(digests.join('')));
  const zip = new ZipFile();
  for (const [name, content] of entries) {
    zip.addBuffer(content, name, { compress: name.endsWith('json') });
  }
  zip.end();
  const part = `${file}.part`;
  await pipeline(zip.outputStream, createWriteStream(part));
  await rename(part, file);
}

/** Takes the last third of a file away, as a stick that was pulled too early does. */
export async function cutShort(file: string): Promise<void> {
  const { size } = await stat(file);
  await truncate(file, Math.floor((size * 2) / 3));
}

/** Changes one byte in the middle of a file. */
export async function damageMiddle(file: string): Promise<void> {
  const handle = await open(file, 'r+');
  try {
    const { size } = await handle.stat();
    const at = Math.floor(size / 2);
    const byte = Buffer.alloc(1);
    await handle.read(byte, 0, 1, at);
    byte[0] = (byte[0] ?? 0) ^ 0xff;
    await handle.write(byte, 0, 1, at);
  } finally {
    await handle.close();
  }
}
