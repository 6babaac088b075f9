import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { writeBag } from '../../../archive/bag/bag-writer.ts';
import { nameUuid } from '../../../archive/import/markdown/name-uuid.ts';
import type { Article } from '../../../archive/model/article.ts';
import type { Issue } from '../../../archive/model/issue.ts';
import { canonicalText } from '../../../archive/text/canonical-text.ts';
import { textDigest } from '../../../archive/text/text-digest.ts';

const archiveId = 'urn:uuid:5c1d7a9e-2b64-4f3a-8a1d-77c0f5e2b901';
const storiesPerIssue = 40;
const dayMs = 86_400_000;

interface Poem {
  readonly title?: string;
  readonly paragraphs?: readonly string[];
}

/** Real words: Tang and Song poems in traditional script, prose of the bundled daily in simplified. */
function readMaterial(): { readonly poems: readonly string[]; readonly prose: readonly string[] } {
  const folder = join(
    dirname(createRequire(import.meta.url).resolve('chinese-poetry/package.json')),
    'dist/quantangshi',
  );
  const poems = readdirSync(folder)
    .filter((name) => /^poet\.(?:tang|song)\.\d+\.json$/.test(name))
    .sort()
    .slice(0, 60)
    .flatMap((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as readonly Poem[])
    .map(({ paragraphs = [] }) => paragraphs.join(''))
    .filter((text) => text.length > 20);
  const daily = join(import.meta.dirname, '../../../archive/bundled/lanjiang-daily');
  const prose = readdirSync(daily, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.md'))
    .sort()
    .map((path) => readFileSync(join(daily, path), 'utf8').replace(/^---\n[\s\S]*?\n---\n/u, ''))
    .flatMap((text) => text.split('\n').filter((line) => /^[\p{sc=Han}\d“]/u.test(line)));
  return { poems, prose };
}

/** Numbers between 0 and 1 that are the same every time (mulberry32). */
export function randomNumbers(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/**
 * Stories of poems and prose in turn, of some 1,600 characters on average: every poem is used before
 * any comes again, so that the vocabulary keeps growing.
 */
export function makeStories(count: number): {
  readonly issues: Issue[];
  readonly articles: Article[];
} {
  const { poems, prose } = readMaterial();
  const random = randomNumbers(count);
  const pick = (list: readonly string[]): string => list[Math.floor(random() * list.length)] ?? '';
  const issues: Issue[] = [];
  const articles: Article[] = [];
  let poem = 0;
  for (let index = 0; index < count; index += 1) {
    const day = Math.floor(index / storiesPerIssue);
    const date = new Date(Date.UTC(1912, 0, 1) + day * dayMs).toISOString().slice(0, 10);
    if (index % storiesPerIssue === 0) {
      const pages = [1, 2, 3, 4].map((page) => ({ number: String(page), name: `版${page}` }));
      issues.push({ id: date, date, number: '', pages, missingPages: [], ear: [], notes: [] });
    }
    const length = 200 + Math.floor(random() ** 2 * 4_200);
    const paragraphs: string[] = [];
    for (let written = 0; written < length;) {
      const text = paragraphs.length % 2 === 0 ? (poems[poem++ % poems.length] ?? '') : pick(prose);
      paragraphs.push(text);
      written += text.length;
    }
    const printed = {
      kicker: '',
      headline: pick(prose)
        .slice(0, 14)
        .replace(/\P{L}+$/u, ''),
      deck: '',
      byline: [],
      body: paragraphs.map((text, at) => ({ id: `b${at}`, type: 'paragraph' as const, text })),
    };
    articles.push({
      id: nameUuid(archiveId, String(index)),
      version: 1,
      textDigest: textDigest(canonicalText(printed)),
      issue: { id: date, date, number: '' },
      page: { number: String((index % 4) + 1), name: `版${(index % 4) + 1}` },
      order: (index % storiesPerIssue) + 1,
      language: 'zh-Hans-CN',
      section: '',
      genre: 'news',
      ...printed,
      rights: '',
      provenance: { source: '', method: 'born-digital', problems: [] },
      ext: {},
    });
  }
  return { issues, articles };
}

export async function writeCorpus(
  file: string,
  { issues, articles }: ReturnType<typeof makeStories>,
): Promise<void> {
  await writeBag(file, {
    description: {
      id: archiveId,
      revision: 1,
      created: '2026-01-01T00:00:00Z',
      generator: 'Guzhi benchmark',
      'dcterms:title': '检索基准',
      'dcterms:publisher': '',
      'dcterms:temporal': `${issues[0]?.date ?? ''}/${issues.at(-1)?.date ?? ''}`,
      'dcterms:language': 'zh-Hans-CN',
      'dcterms:rights': '',
      'dcterms:license': 'CC0-1.0',
      'dcterms:source': '',
      publication: { names: ['检索基准'], issn: '', cnNumber: '' },
      defaults: {
        language: 'zh-Hans-CN',
        timezone: 'Asia/Shanghai',
        writingMode: 'horizontal-tb',
        calendar: 'gregorian',
      },
      gaps: [],
      sample: true,
    },
    issues,
    articles,
    media: [],
  });
}

/** 60 queries: words of two characters, phrases, single characters and words not there, cut from the corpus. */
export function makeQueries(articles: readonly Article[]): readonly string[] {
  const random = randomNumbers(7);
  const cut = (length: number): string => {
    for (;;) {
      const article = articles[Math.floor(random() * articles.length)];
      const block = article?.body[Math.floor(random() * article.body.length)];
      const text = block && 'text' in block ? block.text : '';
      const at = Math.floor(random() * Math.max(1, text.length - length));
      const words = text.slice(at, at + length);
      if (words.length === length && /^\p{sc=Han}+$/u.test(words)) return words;
    }
  };
  return [
    ...Array.from({ length: 24 }, () => cut(2)),
    ...Array.from({ length: 10 }, () => cut(3)),
    ...Array.from({ length: 10 }, () => cut(4)),
    ...Array.from({ length: 6 }, () => cut(7)),
    ...Array.from({ length: 6 }, () => cut(1)),
    ...['鼋鼍鼎', '镕铸镕', '电脑网', '飞碟机'],
  ];
}
