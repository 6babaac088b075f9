import { randomUUID } from 'node:crypto';
import { writeBag } from '../../archive/bag/bag-writer.ts';
import type { CoverageGap } from '../../archive/model/archive-description.ts';
import type { Article } from '../../archive/model/article.ts';
import type { Issue } from '../../archive/model/issue.ts';
import { canonicalText } from '../../archive/text/canonical-text.ts';
import { textDigest } from '../../archive/text/text-digest.ts';

const firstYear = 1920;
const years = 60;
/** Years of which nothing is held. */
const gaps: readonly CoverageGap[] = [
  { from: '1938-01-01', to: '1945-12-31', reason: 'not-published', note: '' },
];

/** The fifth of every month that is not in a gap; every January's second page is missing. */
function* dates(): Generator<string> {
  for (let month = 0; month < years * 12; month++) {
    const date = new Date(Date.UTC(firstYear, month, 5)).toISOString().slice(0, 10);
    if (!gaps.some(({ from, to }) => from <= date && date <= to)) yield date;
  }
}

function issueOf(date: string): Issue {
  const isJanuary = date.slice(5, 7) === '01';
  const pages = ['1', ...(isJanuary ? [] : ['2']), '3'];
  return {
    id: date,
    date,
    number: '',
    pages: pages.map((number) => ({ number, name: '试版' })),
    missingPages: isJanuary ? [{ number: '2', reason: '合订本缺页' }] : [],
    ear: [],
    notes: [],
  };
}

function articleOf(date: string): Article {
  const printed = {
    kicker: '',
    headline: `${date}纪事`,
    deck: '',
    byline: [],
    body: [{ id: 'b1', type: 'paragraph' as const, text: '江面平静。' }],
  };
  return {
    ...printed,
    id: `urn:uuid:${randomUUID()}`,
    version: 1,
    textDigest: textDigest(canonicalText(printed)),
    issue: { id: date, date, number: '' },
    page: { number: '1', name: '试版' },
    order: 1,
    language: 'zh-Hant',
    section: '',
    genre: 'news',
    rights: 'CC0-1.0',
    provenance: { source: 'made for a test', method: 'born-digital', problems: [] },
    ext: {},
  };
}

/** Writes a bag of sixty years, one issue a month, that counts the years of the Republic. */
export async function makeLongBag(file: string, title: string): Promise<void> {
  const days = [...dates()];
  await writeBag(file, {
    description: {
      id: `urn:uuid:${randomUUID()}`,
      revision: 1,
      created: '2026-01-01T00:00:00Z',
      generator: 'test',
      'dcterms:title': title,
      'dcterms:publisher': title,
      'dcterms:temporal': '1920-01-05/1979-12-05',
      'dcterms:language': 'zh-Hant',
      'dcterms:rights': 'CC0-1.0',
      'dcterms:license': 'CC0-1.0',
      'dcterms:source': 'made for a test',
      publication: { names: [title], issn: '', cnNumber: '' },
      defaults: {
        language: 'zh-Hant',
        timezone: 'Asia/Shanghai',
        writingMode: 'horizontal-tb',
        calendar: 'republican',
      },
      gaps,
      sample: true,
    },
    issues: days.map(issueOf),
    articles: days.map(articleOf),
    media: [],
  });
}
