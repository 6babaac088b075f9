import { randomUUID } from 'node:crypto';
import { writeBag } from '../../archive/bag/bag-writer.ts';
import { canonicalText } from '../../archive/text/canonical-text.ts';
import { textDigest } from '../../archive/text/text-digest.ts';

/** A story as the reader knows it once its bag is loaded. */
export interface MadeStory {
  readonly archiveId: string;
  readonly articleId: string;
  readonly textDigest: string;
  readonly text: string;
  /** As the URL hash has it. */
  readonly place: string;
}

/** Writes a bag of one story on one page. */
export async function makeStoryBag(
  file: string,
  {
    title,
    headline,
    language,
    paragraphs,
  }: {
    readonly title: string;
    readonly headline: string;
    /** BCP 47 */
    readonly language: string;
    readonly paragraphs: readonly string[];
  },
): Promise<MadeStory> {
  const date = '1985-05-04';
  const printed = {
    ...{ kicker: '', headline, deck: '', byline: [] },
    body: paragraphs.map((text, index) => ({ id: `b${index}`, type: 'paragraph' as const, text })),
  };
  const [archive, article] = [randomUUID(), randomUUID()];
  const text = canonicalText(printed);
  await writeBag(file, {
    description: {
      id: `urn:uuid:${archive}`,
      revision: 1,
      created: '2026-01-01T00:00:00Z',
      generator: 'test',
      'dcterms:title': title,
      'dcterms:publisher': title,
      'dcterms:temporal': `${date}/${date}`,
      'dcterms:language': language,
      'dcterms:rights': 'CC0-1.0',
      'dcterms:license': 'CC0-1.0',
      'dcterms:source': 'made for a test',
      publication: { names: [title], issn: '', cnNumber: '' },
      defaults: {
        language,
        timezone: 'Asia/Shanghai',
        writingMode: 'horizontal-tb',
        calendar: 'gregorian',
      },
      gaps: [],
      sample: true,
    },
    issues: [
      {
        ...{ id: date, date, number: '' },
        pages: [{ number: '1', name: '试版' }],
        ...{ missingPages: [], ear: [], notes: [] },
      },
    ],
    articles: [
      {
        ...printed,
        id: `urn:uuid:${article}`,
        version: 1,
        textDigest: textDigest(text),
        issue: { id: date, date, number: '' },
        page: { number: '1', name: '试版' },
        order: 1,
        language,
        section: '',
        genre: 'news',
        rights: 'CC0-1.0',
        provenance: { source: 'made for a test', method: 'born-digital', problems: [] },
        ext: {},
      },
    ],
    media: [],
  });
  return {
    archiveId: `urn:uuid:${archive}`,
    articleId: `urn:uuid:${article}`,
    textDigest: textDigest(text),
    text,
    place: `/archive/${archive}/${date}/1/${article}`,
  };
}
