import type { ArchiveDescription } from '../../model/archive-description.ts';
import type { Article } from '../../model/article.ts';
import type { Issue, Page } from '../../model/issue.ts';
import { canonicalText } from '../../text/canonical-text.ts';
import { textDigest } from '../../text/text-digest.ts';
import type { ArchiveSource } from '../markdown/archive-source.ts';
import { nameUuid } from '../markdown/name-uuid.ts';
import type { PageDraft, StoryDraft } from './story-draft.ts';

/** The name space of archives that are named by their publication alone. */
const publicationNameSpace = 'urn:uuid:5f8f0c2e-6a57-5b0b-9d0e-3f1f6f3c8a41';

/** The id of the archive that is made of a publication's pages; the same name gives the same id. */
export function publicationArchiveId(publication: string): string {
  return nameUuid(publicationNameSpace, publication);
}

export interface Paper {
  /** `urn:uuid:…` */
  readonly id: string;
  readonly revision: number;
  readonly title: string;
  /** BCP 47; the stories' most frequent language where absent. */
  readonly language?: string | undefined;
  readonly rights: string;
  readonly license?: string;
  readonly isSample?: boolean;
}

export interface AssembledArchive {
  readonly description: ArchiveSource;
  /** By date, oldest first. */
  readonly issues: readonly Issue[];
  /** In the order of issues, pages and places on the page. */
  readonly articles: readonly Article[];
}

interface PlacedStory {
  readonly draft: StoryDraft;
  readonly id: string;
  readonly page: Page;
  readonly order: number;
}

/** "2" before "10", "A2" before "B1"; what has no number comes last. */
function comparePages(a: Page, b: Page): number {
  const key = ({ number }: Page): readonly [string, number] => {
    const [, letters = '', digits] = /^(\D*)(\d+)?/u.exec(number) ?? [];
    return [letters, digits === undefined ? Infinity : Number(digits)];
  };
  const [letters, digits] = key(a);
  const [otherLetters, otherDigits] = key(b);
  if (letters !== otherLetters) return letters < otherLetters ? -1 : 1;
  return digits === otherDigits ? 0 : digits - otherDigits;
}

function pagesOf(drafts: readonly PageDraft[]): readonly Page[] {
  const pages = new Map<string, Page>();
  for (const { page, furniture, unplaced } of drafts) {
    const before = pages.get(page.number);
    const allFurniture = [...(before?.furniture ?? []), ...furniture];
    const allUnplaced = [...(before?.unplaced ?? []), ...unplaced];
    pages.set(page.number, {
      number: page.number,
      name: before?.name === undefined || before.name === '' ? page.name : before.name,
      ...(allFurniture.length > 0 ? { furniture: allFurniture } : {}),
      ...(allUnplaced.length > 0 ? { unplaced: allUnplaced } : {}),
    });
  }
  return [...pages.values()].sort(comparePages);
}

/** The stories of an issue; what several sources give to a page stands in the order of the sources. */
function placeStories(
  paper: Paper,
  date: string,
  pages: readonly Page[],
  drafts: readonly PageDraft[],
): readonly PlacedStory[] {
  const taken = new Map<string, number>();
  return pages.flatMap((page) =>
    drafts
      .filter((draft) => draft.page.number === page.number)
      .flatMap(({ stories }) => stories)
      .map((draft, index) => {
        const name = `${date}/${page.number}/${draft.name}`;
        const count = (taken.get(name) ?? 0) + 1;
        taken.set(name, count);
        const id = nameUuid(paper.id, count === 1 ? name : `${name}#${String(count)}`);
        return { draft, id, page, order: index + 1 };
      }),
  );
}

/** The one story that continues another and says so in return; undefined where that is not clear. */
function partner(
  placed: readonly PlacedStory[],
  story: PlacedStory,
  direction: 'on' | 'from',
): PlacedStory | undefined {
  const isOn = direction === 'on';
  const named = isOn ? story.draft.continuesOnPage : story.draft.continuedFromPage;
  if (named === '') return undefined;
  const found = placed.filter(
    ({ page, draft }) =>
      page.number === named &&
      (isOn ? draft.continuedFromPage : draft.continuesOnPage) === story.page.number,
  );
  const rivals = placed.filter(
    ({ page, draft }) =>
      page.number === story.page.number &&
      (isOn ? draft.continuesOnPage : draft.continuedFromPage) === named,
  );
  return found.length === 1 && rivals.length === 1 ? found[0] : undefined;
}

function mostFrequent(values: readonly string[]): string | undefined {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0];
}

/** Puts pages together to an archive. The same drafts give the same archive, whatever their order. */
export function assembleArchive(paper: Paper, drafts: readonly PageDraft[]): AssembledArchive {
  const byDate = new Map<string, PageDraft[]>();
  for (const draft of drafts) byDate.set(draft.date, [...(byDate.get(draft.date) ?? []), draft]);
  const days = [...byDate].sort(([a], [b]) => (a < b ? -1 : 1));
  const issues: Issue[] = [];
  const articles: Article[] = [];
  for (const [date, ofDay] of days) {
    const pages = pagesOf(ofDay);
    const number = ofDay.find(({ issueNumber }) => issueNumber !== '')?.issueNumber ?? '';
    issues.push({ id: date, date, number, pages, missingPages: [], ear: [], notes: [] });
    const placed = placeStories(paper, date, pages, ofDay);
    for (const story of placed) {
      const on = partner(placed, story, 'on');
      const from = partner(placed, story, 'from');
      const { article } = story.draft;
      articles.push({
        id: story.id,
        version: paper.revision,
        textDigest: textDigest(canonicalText(article)),
        issue: { id: date, date, number },
        page: { number: story.page.number, name: story.page.name },
        order: story.order,
        ...(on ? { continuesOn: { articleId: on.id, page: on.page.number } } : {}),
        ...(from ? { continuedFrom: { articleId: from.id, page: from.page.number } } : {}),
        ...article,
        rights: '',
      });
    }
  }
  const language = paper.language ?? mostFrequent(articles.map((one) => one.language));
  return { description: describe(paper, language ?? 'zh-Hans-CN', days), issues, articles };
}

function describe(
  paper: Paper,
  language: string,
  days: readonly (readonly [string, unknown])[],
): Omit<
  ArchiveDescription,
  'format' | 'formatVersion' | 'minReaderVersion' | 'counts' | 'created' | 'generator'
> {
  const first = days[0]?.[0] ?? '1970-01-01';
  const last = days.at(-1)?.[0] ?? first;
  return {
    id: paper.id,
    revision: paper.revision,
    'dcterms:title': paper.title,
    'dcterms:publisher': '',
    'dcterms:temporal': first === last ? first : `${first}/${last}`,
    'dcterms:language': language,
    'dcterms:rights': paper.rights,
    'dcterms:license': paper.license ?? '',
    'dcterms:source': '',
    publication: { names: [paper.title], issn: '', cnNumber: '' },
    defaults: {
      language,
      timezone: 'Asia/Shanghai',
      writingMode: 'horizontal-tb',
      calendar: 'gregorian',
    },
    gaps: [],
    sample: paper.isSample ?? false,
  };
}
