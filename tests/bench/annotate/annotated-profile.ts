import { appendFile, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { writeBag } from '../../../archive/bag/bag-writer.ts';
import type { Annotation } from '../../../archive/model/annotation.ts';
import type { Article } from '../../../archive/model/article.ts';
import { describe } from '../../../archive/text/anchor/describe.ts';
import { canonicalText } from '../../../archive/text/canonical-text.ts';
import { textDigest } from '../../../archive/text/text-digest.ts';
import { formatJournalLine } from '../../../main/journal-line.ts';
import { inks } from '../../../archive/model/annotation.ts';
import type { Random } from '../../unit/archive/text/anchor/evaluation/random.ts';

/** A bag of long stories, and a profile whose journal holds many annotations of them. */

export const archiveId = 'urn:uuid:00000000-0000-4000-8000-0000000000aa';
export const issueId = '1936-03-08';
export const annotatedStory = 'urn:uuid:00000000-0000-4000-8000-000000000001';
/** The same text without a single annotation. */
export const plainStory = 'urn:uuid:00000000-0000-4000-8000-000000000002';
const otherStory = 'urn:uuid:00000000-0000-4000-8000-000000000003';

const words = Array.from(
  '江面大霧三輪相守船主語記者云晨六時東風起始散岸上親友守候終宵見影自中出無不額手稱慶',
);

function storyOf(id: string, order: number, paragraphs: readonly string[]): Article {
  const printed = {
    kicker: '',
    headline: `長文之${order}`,
    deck: '',
    byline: [],
    body: paragraphs.map((text, index) => ({ id: `b${index}`, type: 'paragraph' as const, text })),
  };
  return {
    ...printed,
    id,
    version: 1,
    textDigest: textDigest(canonicalText(printed)),
    issue: { id: issueId, date: issueId, number: '' },
    page: { number: '1', name: '試版' },
    order,
    language: 'zh-Hant',
    section: '',
    genre: 'news',
    rights: 'CC0-1.0',
    provenance: { source: 'made for a measurement', method: 'born-digital', problems: [] },
    ext: {},
  };
}

export async function writeLongStories(
  file: string,
  characters: number,
  random: Random,
): Promise<readonly Article[]> {
  const paragraphs = Array.from({ length: Math.ceil(characters / 200) }, () =>
    Array.from({ length: 200 }, () => words[random.between(0, words.length - 1)] ?? '').join(''),
  );
  const articles = [annotatedStory, plainStory, otherStory].map((id, index) =>
    storyOf(id, index + 1, paragraphs),
  );
  await writeBag(file, {
    description: {
      id: archiveId,
      revision: 1,
      created: '2026-01-01T00:00:00Z',
      generator: 'bench',
      'dcterms:title': '長文試報',
      'dcterms:publisher': '長文試報',
      'dcterms:temporal': `${issueId}/${issueId}`,
      'dcterms:language': 'zh-Hant',
      'dcterms:rights': 'CC0-1.0',
      'dcterms:license': 'CC0-1.0',
      'dcterms:source': 'made for a measurement',
      publication: { names: ['長文試報'], issn: '', cnNumber: '' },
      defaults: {
        language: 'zh-Hant',
        timezone: 'Asia/Shanghai',
        writingMode: 'horizontal-tb',
        calendar: 'gregorian',
      },
      gaps: [],
      sample: true,
    },
    issues: [
      {
        id: issueId,
        date: issueId,
        number: '',
        pages: [{ number: '1', name: '試版' }],
        missingPages: [],
        ear: [],
        notes: [],
      },
    ],
    articles,
    media: [],
  });
  return articles;
}

function annotationOf(article: Article, text: string, index: number, random: Random): Annotation {
  const start = random.between(0, text.length - 60);
  const selectors = describe(text, { start, end: start + random.between(4, 40) });
  if (selectors === null) throw new Error('an empty passage');
  const at = new Date(Date.UTC(2026, 0, 1) + index * 1000).toISOString();
  const hasNote = index % 2 === 0;
  return {
    id: `urn:uuid:${crypto.randomUUID()}`,
    target: {
      kind: 'passage',
      archiveId,
      articleId: article.id,
      articleVersion: 1,
      textDigest: article.textDigest,
      selectors,
    },
    motivations: hasNote ? ['highlighting', 'commenting'] : ['highlighting'],
    mark: {
      ink: inks[random.between(0, inks.length - 1)] ?? 'teng',
      style: index % 5 === 0 ? 'underline' : 'fill',
    },
    note: hasNote ? `第${index}則批註，須以**水文記錄**核對。` : '',
    tags: index % 4 === 0 ? ['缺期'] : [],
    created: at,
    modified: at,
    ext: {},
  };
}

/** Writes the journal as the application would have, and nothing else: its tables follow at the start. */
export async function writeJournal(
  profileFolder: string,
  articles: readonly Article[],
  counts: { readonly inStory: number; readonly inAll: number },
  random: Random,
): Promise<void> {
  await mkdir(profileFolder, { recursive: true });
  const [annotated, , other] = articles;
  if (annotated === undefined || other === undefined) throw new Error('There are no stories');
  const text = canonicalText(annotated);
  const lines = Array.from({ length: counts.inAll }, (_, index) => {
    const value = annotationOf(index < counts.inStory ? annotated : other, text, index, random);
    const entry = {
      sequence: index + 1,
      at: value.created,
      store: 'annotations',
      key: value.id,
      value,
    } as const;
    return `${formatJournalLine(entry)}\n`;
  });
  await appendFile(join(profileFolder, 'journal.ndjson'), lines.join(''));
}
