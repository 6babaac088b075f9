import { citationItem, type CitationItem } from '../../../../archive/citation/citation-item.ts';
import type { ArchiveDescription } from '../../../../archive/model/archive-description.ts';
import type { Article, BylinePerson, BylineRole } from '../../../../archive/model/article.ts';
import type { Issue } from '../../../../archive/model/issue.ts';

/** What a test says of a story; the rest is the least that the format asks for. */
export interface TestStory {
  readonly byline?: readonly BylinePerson[];
  readonly kicker?: string;
  readonly headline?: string;
  readonly deck?: string;
  readonly section?: string;
  readonly paper?: string;
  /** EDTF */
  readonly date?: string;
  readonly page?: string;
  readonly language?: string;
  /** The first paragraph. */
  readonly lead?: string;
  readonly issueNotes?: readonly string[];
  readonly isRepublican?: boolean;
  readonly isSample?: boolean;
  readonly publisher?: string;
  readonly issn?: string;
  readonly cnNumber?: string;
}

/** People with a role and the words printed before the name. */
export function by(
  ...people: readonly (
    string | readonly [string, BylineRole] | readonly [string, BylineRole, string]
  )[]
): readonly BylinePerson[] {
  return people.map((person) => {
    if (typeof person === 'string') return { name: person, role: 'author', label: '' };
    const [name, role, label = ''] = person;
    return { name, role, label };
  });
}

export const archiveId = 'urn:uuid:11111111-1111-4111-8111-111111111111';
export const storyId = 'urn:uuid:22222222-2222-4222-8222-222222222222';

export function testArticle(story: TestStory): Article {
  return {
    id: storyId,
    version: 1,
    textDigest: '',
    issue: { id: 'i1', date: story.date ?? '2000-11-20', number: '' },
    page: { number: story.page ?? '15', name: '' },
    order: 1,
    language: story.language ?? 'zh-Hans-CN',
    kicker: story.kicker ?? '',
    headline: story.headline ?? '虚假新闻的治理',
    deck: story.deck ?? '',
    section: story.section ?? '',
    genre: 'news',
    byline: story.byline ?? [],
    body: story.lead === undefined ? [] : [{ id: 'b1', type: 'paragraph', text: story.lead }],
    rights: '',
    provenance: { source: '', method: 'unknown', problems: [] },
    ext: {},
  };
}

export function testIssue(story: TestStory): Issue {
  return {
    id: 'i1',
    date: story.date ?? '2000-11-20',
    number: '',
    pages: [],
    missingPages: [],
    ear: [],
    notes: story.issueNotes ?? [],
  };
}

export function testDescription(story: TestStory): ArchiveDescription {
  const paper = story.paper ?? '中国青年报';
  return {
    format: 'guzhi-newspaper-archive',
    formatVersion: '1.0',
    minReaderVersion: '1.0',
    id: archiveId,
    revision: 1,
    created: '2020-01-01T00:00:00Z',
    generator: '',
    'dcterms:title': paper,
    'dcterms:publisher': story.publisher ?? '',
    'dcterms:temporal': '',
    'dcterms:language': 'zh-Hans-CN',
    'dcterms:rights': '',
    'dcterms:license': '',
    'dcterms:source': '',
    publication: { names: [paper], issn: story.issn ?? '', cnNumber: story.cnNumber ?? '' },
    counts: { issues: 1, pages: 1, articles: 1, media: 0, bytes: 0, maxLineBytes: 0 },
    defaults: {
      language: 'zh-Hans-CN',
      timezone: 'Asia/Shanghai',
      writingMode: 'horizontal-tb',
      calendar: story.isRepublican === true ? 'republican' : 'gregorian',
    },
    gaps: [],
    sample: story.isSample ?? false,
  };
}

export function testItem(story: TestStory): CitationItem {
  return citationItem(testArticle(story), testIssue(story), testDescription(story));
}
