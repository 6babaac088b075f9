import type { Article } from '../../model/article.ts';
import type { Block } from '../../model/block.ts';
import { canonicalText } from '../../text/canonical-text.ts';
import { textDigest } from '../../text/text-digest.ts';
import { nameUuid } from '../markdown/name-uuid.ts';

export interface NewspaperPageOptions {
  /** `urn:uuid:…`; articles get their ids from it. */
  readonly archiveId: string;
  readonly issue: Article['issue'];
  readonly page: Article['page'];
  readonly language: string;
  readonly rights: string;
  /** Names the file the page was read from. */
  readonly source: string;
}

export interface NewspaperPageImport {
  readonly articles: readonly Article[];
  /** What stands on the page and belongs to no story. */
  readonly furniture: readonly string[];
}

/** A block of the page as it came. Level 0 is running text. */
interface PageBlock {
  readonly level: number;
  readonly text: string;
}

interface Draft {
  readonly kicker: readonly string[];
  readonly headline: string;
  readonly body: PageBlock[];
}

const deepestHeadline = 3;

/** Blocks stand apart by empty lines; a line with heading marks is a block by itself. */
function pageBlocks(text: string): readonly PageBlock[] {
  const blocks: PageBlock[] = [];
  let lines: string[] = [];
  const endParagraph = (): void => {
    if (lines.length > 0) blocks.push({ level: 0, text: lines.join('\n') });
    lines = [];
  };
  for (const line of text.replace(/^\ufeff/u, '').split(/\r\n|\n|\r/u)) {
    const heading = /^(#{1,6})[ \t]+(.*\S)[ \t]*$/u.exec(line);
    if (heading?.[1] !== undefined) {
      endParagraph();
      blocks.push({ level: heading[1].length, text: heading[2] ?? '' });
    } else if (line.trim() === '') endParagraph();
    else lines.push(line.replace(/^[ \t]+|[ \t]+$/gu, ''));
  }
  endParagraph();
  return blocks;
}

function isHeadline({ level }: PageBlock): boolean {
  return level >= 1 && level <= deepestHeadline;
}

function bodyBlock({ level, text }: PageBlock, index: number): Block {
  return { id: `b${String(index + 1)}`, type: level === 0 ? 'paragraph' : 'heading', text };
}

function articleOf(draft: Draft, order: number, options: NewspaperPageOptions): Article {
  const printed = {
    kicker: draft.kicker.join('\n'),
    headline: draft.headline,
    deck: '',
    section: '',
    genre: 'news' as const,
    byline: [],
    body: draft.body.map(bodyBlock),
  };
  const { issue, page, language, rights, source, archiveId } = options;
  return {
    id: nameUuid(archiveId, `${issue.id}/${page.number}-${String(order).padStart(2, '0')}`),
    version: 1,
    textDigest: textDigest(canonicalText(printed)),
    issue,
    page,
    order,
    language,
    ...printed,
    rights,
    provenance: {
      source,
      method: 'ocr',
      problems: [{ code: 'order-as-delivered', reason: 'blocks stand in the order of the source' }],
    },
    ext: {},
  };
}

/**
 * Takes a page of OCR as Markdown block by block: a heading of level 1 to 3 begins a story. Where
 * several follow one another the last is the headline and the others its kicker, but at the top of
 * the page they are the page's banner. Every character ends up in a story or in the furniture.
 */
export function importNewspaperPage(
  text: string,
  options: NewspaperPageOptions,
): NewspaperPageImport {
  const furniture: string[] = [];
  const drafts: Draft[] = [];
  let headings: string[] = [];
  const begin = (): void => {
    const headline = headings.at(-1);
    if (headline === undefined) return;
    const above = headings.slice(0, -1);
    if (drafts.length === 0) furniture.push(...above);
    drafts.push({ kicker: drafts.length === 0 ? [] : above, headline, body: [] });
    headings = [];
  };
  for (const block of pageBlocks(text)) {
    if (isHeadline(block)) {
      headings.push(block.text);
      continue;
    }
    begin();
    const draft = drafts.at(-1);
    if (draft) draft.body.push(block);
    else furniture.push(block.text);
  }
  begin();
  return {
    furniture,
    articles: drafts.map((draft, index) => articleOf(draft, index + 1, options)),
  };
}
