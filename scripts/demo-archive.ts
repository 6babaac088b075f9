// Makes a large archive of made-up stories, to try and to measure the reader with: sentences of the
// bundled papers in new combinations, with names, places, firms and figures that are drawn anew, so
// that the vocabulary keeps growing with the archive as that of a real paper does. The same number
// and seed give the same bytes.
import { readFileSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { writeBag, type WrittenBag } from '../archive/bag/bag-writer.ts';
import type { Article, BylinePerson } from '../archive/model/article.ts';
import type { Block } from '../archive/model/block.ts';
import type { Issue } from '../archive/model/issue.ts';
import { nameUuid } from '../archive/import/markdown/name-uuid.ts';
import { canonicalText } from '../archive/text/canonical-text.ts';
import { textDigest } from '../archive/text/text-digest.ts';

const archiveId = 'urn:uuid:8a4ce1c2-6f0d-4b43-9f5e-0d1b6c2f7a90';
const firstDay = Date.UTC(2001, 0, 1);
const dayMs = 86_400_000;
const pageNames = ['要闻', '本市', '经济', '社会', '文化', '体育', '副刊', '综合'];
const storiesPerIssue = 40;
const rights = '演示档案：由虚构报纸的语句随机拼合而成，不记载任何真实人物与事件。';

/** Numbers between 0 and 1 that look random and are the same every time (mulberry32). */
function randomNumbers(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

interface Corpus {
  readonly sentences: readonly string[];
  /** Every Han character of the texts, as often as it occurs. */
  readonly characters: readonly string[];
}

/** The running text of the bundled papers in simplified script. */
function readCorpus(projectFolder: string): Corpus {
  const folder = join(projectFolder, 'archive/bundled/lanjiang-daily');
  const text = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.md'))
    .sort()
    .map((path) => readFileSync(join(folder, path), 'utf8').replace(/^---\n[\s\S]*?\n---\n/u, ''))
    .flatMap((body) => body.split('\n').filter((line) => /^[\p{sc=Han}\d“]/u.test(line)))
    .join('');
  const sentences = (text.match(/[^。！？]+[。！？]”?/gu) ?? []).filter(({ length }) => length > 8);
  return { sentences, characters: text.match(/\p{sc=Han}/gu) ?? [] };
}

class Writer {
  readonly #random: () => number;
  readonly #corpus: Corpus;

  constructor(corpus: Corpus, seed: number) {
    this.#corpus = corpus;
    this.#random = randomNumbers(seed);
  }

  below(limit: number): number {
    return Math.floor(this.#random() * limit);
  }

  pick<Item>(items: readonly Item[]): Item {
    const item = items[this.below(items.length)];
    if (item === undefined) throw new Error('nothing to pick from');
    return item;
  }

  characters(count: number): string {
    return Array.from({ length: count }, () => this.pick(this.#corpus.characters)).join('');
  }

  name(): string {
    return (
      this.pick(Array.from('赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜')) +
      this.characters(1 + this.below(2))
    );
  }

  place(): string {
    return this.characters(2) + this.pick(['镇', '村', '路', '桥', '湾', '街道', '新区', '河']);
  }

  firm(): string {
    return (
      this.characters(2) + this.pick(['机械厂', '食品公司', '研究所', '中学', '医院', '合作社'])
    );
  }

  /** A sentence of the papers, with something new in every second one. */
  sentence(): string {
    const known = this.pick(this.#corpus.sentences);
    switch (this.below(8)) {
      case 0:
        return `${this.place()}的${this.name()}说，${known}`;
      case 1:
        return `据${this.firm()}介绍，今年以来已完成${String(this.below(9000) + 100)}件，同比增长${(this.#random() * 40).toFixed(1)}%。`;
      case 2:
        return `${known.slice(0, -1)}，${this.characters(2 + this.below(3))}也在其中。`;
      case 3:
        return `在${this.place()}，${known}`;
      default:
        return known;
    }
  }

  /** The first characters of a sentence, never half a one. */
  words(count: number): string {
    return Array.from(this.sentence()).slice(0, count).join('');
  }

  paragraph(least: number): string {
    let text = this.sentence();
    while (text.length < least) text += this.sentence();
    return text;
  }

  /** Most stories are short, as in any paper; a few are long. */
  body(): readonly Block[] {
    const kind = this.#random();
    const paragraphs = kind < 0.55 ? 1 : kind < 0.93 ? 3 + this.below(6) : 12 + this.below(14);
    return Array.from({ length: paragraphs }, (_, index): Block => {
      const id = `b${String(index + 1)}`;
      const isHead = paragraphs > 6 && index > 0 && index % 4 === 0;
      return isHead
        ? {
            id,
            type: 'heading',
            text: this.words(14).replace(/\P{L}+$/u, ''),
          }
        : { id, type: 'paragraph', text: this.paragraph(60 + this.below(120)) };
    });
  }

  byline(): readonly BylinePerson[] {
    return Array.from({ length: this.below(3) }, (_, index) =>
      index === 0
        ? { name: this.name(), role: 'reporter', label: '本报记者' }
        : { name: this.name(), role: 'correspondent', label: '通讯员' },
    );
  }

  article(issue: Issue, order: number, index: number): Article {
    const page = issue.pages[Math.floor((order / storiesPerIssue) * issue.pages.length)];
    if (!page) throw new Error('an issue has pages');
    const body = this.body();
    const printed = {
      kicker: this.below(4) === 0 ? this.words(16) : '',
      headline: `${this.place()}${this.words(8 + this.below(10))}`.replace(/\P{L}+$/u, ''),
      deck: this.below(5) === 0 ? this.words(20) : '',
      byline: this.byline(),
      body,
    };
    return {
      id: nameUuid(archiveId, String(index)),
      version: 1,
      textDigest: textDigest(canonicalText(printed)),
      issue: { id: issue.id, date: issue.date, number: issue.number },
      page: { number: page.number, name: page.name },
      order: order + 1,
      language: 'zh-Hans-CN',
      section: '',
      genre: body.length === 1 ? 'brief' : 'news',
      ...printed,
      weight: this.below(100),
      rights: '',
      provenance: { source: '', method: 'born-digital', problems: [] },
      ext: {},
    };
  }
}

function issueOf(index: number): Issue {
  const date = new Date(firstDay + index * dayMs).toISOString().slice(0, 10);
  return {
    id: date,
    date,
    number: `第${String(index + 1)}号`,
    pages: pageNames.map((name, page) => ({ number: String(page + 1), name })),
    missingPages: [],
    ear: [],
    notes: [],
  };
}

function* makeArticles(
  corpus: Corpus,
  issues: readonly Issue[],
  count: number,
): Generator<Article> {
  const writer = new Writer(corpus, count);
  for (let index = 0; index < count; index += 1) {
    const issue = issues[Math.floor(index / storiesPerIssue)];
    if (issue) yield writer.article(issue, index % storiesPerIssue, index);
  }
}

/** Writes a bag of that many made-up articles; takes about 25 s for 100,000. */
export async function writeDemoArchive(
  projectFolder: string,
  file: string,
  articles: number,
  progress?: (articles: number) => void,
): Promise<WrittenBag> {
  const days = Math.max(1, Math.ceil(articles / storiesPerIssue));
  const issues = Array.from({ length: days }, (_, index) => issueOf(index));
  const title = `演示日报（${String(articles)} 篇）`;
  return await writeBag(
    file,
    {
      description: {
        id: nameUuid(archiveId, `${String(articles)} articles`),
        revision: 1,
        created: '2019-05-18T00:00:00Z',
        generator: 'Guzhi demo archive',
        'dcterms:title': title,
        'dcterms:publisher': '故纸',
        'dcterms:temporal': `${issues[0]?.date ?? ''}/${issues.at(-1)?.date ?? ''}`,
        'dcterms:language': 'zh-Hans-CN',
        'dcterms:rights': rights,
        'dcterms:license': 'CC0-1.0',
        'dcterms:source': '',
        publication: { names: [title], issn: '', cnNumber: '' },
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
      articles: makeArticles(readCorpus(projectFolder), issues, articles),
      media: [],
    },
    progress ? { progress } : {},
  );
}

if (process.argv[1] && resolve(process.argv[1]) === import.meta.filename) {
  const [count, file] = process.argv.slice(2);
  if (file === undefined || !/^\d+$/u.test(count ?? '')) {
    console.error('Usage: tsx scripts/demo-archive.ts NUMBER FILE.newsbag');
    process.exit(2);
  }
  const { fileBytes, counts } = await writeDemoArchive(process.cwd(), file, Number(count));
  console.log(
    `${file}: ${String(counts.articles)} articles, ${String(counts.bytes)} bytes of payload, ${String(fileBytes)} bytes`,
  );
}
