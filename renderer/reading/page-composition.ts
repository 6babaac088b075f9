/**
 * Sets the stories of a page into rows of cells as a newspaper's make-up editor would: the lead wide
 * at the top with a rail beside it, the others in reading order below, so that as little paper as
 * possible stays white. Heights are estimated in lines, never measured: the shapes depend on
 * nothing but the stories and the number of columns, and do not jump while fonts or pictures load.
 */

export type StoryRank = 'lead' | 'major' | 'minor' | 'brief';

export interface PageStory {
  readonly articleId: string;
  /** Code points of the body. */
  readonly characters: number;
  readonly headlineCharacters: number;
  readonly hasKicker: boolean;
  readonly hasDeck: boolean;
  readonly isBrief: boolean;
  /** 0 to 100, where the archive says. */
  readonly weight: number | undefined;
  /** Height of the first picture divided by its width. */
  readonly figureRatio: number | undefined;
  /** Code points of the first box: an abstract, the people of a round table. */
  readonly boxCharacters: number;
  readonly tables?: readonly TableShape[];
}

/** What decides how high a table stands: its columns and the longest cell of each row. */
export interface TableShape {
  readonly columns: number;
  readonly longestCells: readonly number[];
}

export interface PlacedStory {
  readonly articleId: string;
  readonly rank: StoryRank;
}

export interface PageCell {
  /** Columns of the page that the cell takes. */
  readonly span: number;
  readonly stories: readonly PlacedStory[];
}

export type PageRow = readonly PageCell[];

/** Characters of body text in a line of one column. */
export const columnCharacters = 15;
/** A story's text on the page ends about here; the whole is one click away. */
export const pageTextLimit = 1_600;
/** A table of so many columns stands across all columns of its story. */
export const wideTable = 4;

const maxStack = 4;
/** A lead of fewer characters without a picture has no page of its own to carry. */
const shortLead = 320;

function rankOf(story: PageStory): StoryRank {
  if (story.isBrief) return 'brief';
  if ((story.weight ?? 0) >= 60 || story.characters >= 600) return 'major';
  return 'minor';
}

/** Lines of the headline, kicker, deck and byline, with the white around them. */
function headLines(story: PageStory, rank: StoryRank, span: number): number {
  const size = { lead: 3.3, major: 1.6, minor: 1.35, brief: 1 }[rank];
  const perLine = Math.max(4, Math.floor((columnCharacters * span) / Math.max(1, size * 0.86)));
  const headline = Math.ceil(Math.max(1, story.headlineCharacters) / perLine) * size;
  return (
    headline +
    (story.hasKicker ? 1 : 0) +
    (story.hasDeck ? 1.2 : 0) +
    (rank === 'brief' ? 0.5 : 1.6)
  );
}

/** Lines of a picture across so many columns: a line is 26 px, a column with its gutter 249 px. */
function pictureLines(ratio: number, columns: number): number {
  return (ratio * columns * 249) / 26 + 1.2;
}

/** A lead's picture stands over its columns unless it is upright, which would leave no room for text. */
export function isOverhead(figureRatio: number | undefined): boolean {
  return figureRatio !== undefined && figureRatio <= 0.8;
}

/** Lines of a table as wide as `span` columns; its type is a tenth smaller, its cells have white around them. */
function tableLines({ columns, longestCells }: TableShape, span: number): number {
  const perLine = Math.max(1, (columnCharacters * span * 1.1) / Math.max(1, columns) - 1);
  return longestCells.reduce((sum, cell) => sum + Math.ceil(cell / perLine) * 0.83 + 0.25, 1);
}

/** Lines that picture and box add to a story across `span` columns. */
function furnitureLines(story: PageStory, rank: StoryRank, span: number): number {
  const { figureRatio, boxCharacters } = story;
  const box = boxCharacters === 0 ? 0 : boxCharacters / columnCharacters + 3;
  if (rank === 'lead' && span >= 2) {
    const stands = figureRatio !== undefined && isOverhead(figureRatio);
    // Beside each other across three columns and more, one under the other across two.
    if (stands && box > 0)
      return span > 2
        ? Math.max(pictureLines(figureRatio, span - 1), box)
        : pictureLines(figureRatio, span) + boxCharacters / (columnCharacters * span) + 4;
    if (stands) return pictureLines(figureRatio, span);
    if (box > 0) return boxCharacters / (columnCharacters * span) + 4;
  }
  // In the flow a picture is a column wide and the columns share its height.
  const picture = figureRatio === undefined ? 0 : pictureLines(figureRatio, 1);
  return (picture + box) / span;
}

/** Estimated height of a story across `span` columns, in lines of body text. */
export function estimateLines(story: PageStory, rank: StoryRank, span: number): number {
  const characters = Math.min(story.characters, pageTextLimit);
  const text = (characters * 1.08) / (columnCharacters * span);
  // In the flow a table is a column wide and the columns share its height, as they do a picture's.
  const tables = (story.tables ?? []).reduce(
    (sum, table) =>
      sum + (table.columns >= wideTable ? tableLines(table, span) : tableLines(table, 1) / span),
    0,
  );
  return (
    headLines(story, rank, span) +
    Math.ceil(text) +
    furnitureLines(story, rank, span) +
    tables +
    1.2
  );
}

interface Candidate {
  readonly cell: PageCell;
  readonly lines: number;
  readonly penalty: number;
}

/** The cell that takes the `count` stories from `start`, or null where that would look wrong. */
function candidateCell(
  stories: readonly PageStory[],
  start: number,
  count: number,
  span: number,
): Candidate | null {
  if (count > 1 && span > 2) return null;
  const placed: PlacedStory[] = [];
  let lines = 0;
  let penalty = 0;
  for (let index = start; index < start + count; index += 1) {
    const story = stories[index];
    if (story === undefined) return null;
    const rank = index === 0 ? 'lead' : rankOf(story);
    // The lead stands alone in its cell, and wide.
    if (rank === 'lead' && (span < 2 || count > 1)) return null;
    lines += estimateLines(story, rank, span);
    const characters = Math.min(story.characters, pageTextLimit);
    const least = span === 1 ? 40 : 150 * span;
    // A few lines under a wide head leave most of its columns white.
    if (characters < least) penalty += (least - characters) / (rank === 'lead' ? 7 : 16);
    if (characters > 700 * span) penalty += (characters - 700 * span) / 60;
    if (count > 1 && rank === 'major') penalty += 6;
    placed.push({ articleId: story.articleId, rank });
  }
  return { cell: { span, stories: placed }, lines, penalty };
}

interface RowChoice {
  readonly cells: readonly Candidate[];
  readonly taken: number;
  readonly cost: number;
}

function rowCost(cells: readonly Candidate[]): number {
  const tallest = Math.max(...cells.map(({ lines }) => lines));
  const white = cells.reduce((sum, { lines, cell }) => sum + (tallest - lines) * cell.span, 0);
  const penalty = cells.reduce((sum, { penalty: each }) => sum + each, 0);
  return white + penalty + 3;
}

/** Every way of filling one row from the story at `start`. */
function* rowChoices(
  stories: readonly PageStory[],
  start: number,
  columns: number,
): Generator<RowChoice> {
  function* fill(at: number, free: number, cells: readonly Candidate[]): Generator<RowChoice> {
    if (free === 0) {
      yield { cells, taken: at - start, cost: rowCost(cells) };
      return;
    }
    for (let span = 1; span <= free; span += 1) {
      for (let count = 1; count <= maxStack; count += 1) {
        const candidate = candidateCell(stories, at, count, span);
        if (candidate === null) break;
        yield* fill(at + count, free - span, [...cells, candidate]);
      }
    }
  }
  yield* fill(start, columns, []);
}

/** Rows for the stories from `start` on, at the least cost in white paper. */
function composeRows(stories: readonly PageStory[], start: number, columns: number): PageRow[] {
  const best: ({ cost: number; choice: RowChoice | null } | undefined)[] = [];
  best[stories.length] = { cost: 0, choice: null };
  for (let from = stories.length - 1; from >= start; from -= 1) {
    let least: { cost: number; choice: RowChoice | null } | undefined;
    for (const choice of rowChoices(stories, from, columns)) {
      const rest = best[from + choice.taken];
      if (rest === undefined) continue;
      const cost = choice.cost + rest.cost;
      if (least === undefined || cost < least.cost) least = { cost, choice };
    }
    best[from] = least;
  }
  const rows: PageRow[] = [];
  for (let at = start; at < stories.length;) {
    const choice = best[at]?.choice;
    if (choice === undefined || choice === null) break;
    rows.push(choice.cells.map(({ cell }) => cell));
    at += choice.taken;
  }
  return rows;
}

/** How many stories after the lead fill the rail beside it best. */
function railLength(stories: readonly PageStory[], leadSpan: number): number {
  const lead = stories[0];
  if (lead === undefined) return 0;
  const leadLines = estimateLines(lead, 'lead', leadSpan);
  let lines = 0;
  let best = { count: 0, gap: leadLines };
  for (let count = 1; count < stories.length; count += 1) {
    const story = stories[count];
    if (story === undefined) break;
    lines += estimateLines(story, rankOf(story), 1);
    const gap = lines > leadLines ? (lines - leadLines) * leadSpan : leadLines - lines;
    if (gap < best.gap) best = { count, gap };
    if (lines > leadLines) break;
  }
  return best.count;
}

/**
 * Rows of cells for a page, top to bottom; every story occurs once, in the order given.
 * @param columns 1 to 4 columns of text across the page.
 */
export function composePage(stories: readonly PageStory[], columns: number): PageRow[] {
  const lead = stories[0];
  if (lead === undefined) return [];
  const placedLead: PlacedStory = { articleId: lead.articleId, rank: 'lead' };
  if (columns === 1) {
    return stories.map((story, index) => [
      {
        span: 1,
        stories: [index === 0 ? placedLead : { articleId: story.articleId, rank: rankOf(story) }],
      },
    ]);
  }
  // A short lead does not fill the top of the page: it stands where it leaves the least white.
  if (stories.length > 1 && lead.characters < shortLead && lead.figureRatio === undefined)
    return composeRows(stories, 0, columns);
  const leadSpan = Math.max(2, columns - 1);
  const rail = leadSpan < columns ? railLength(stories, leadSpan) : 0;
  const top: PageCell[] = [{ span: rail > 0 ? leadSpan : columns, stories: [placedLead] }];
  if (rail > 0) {
    top.push({
      span: columns - leadSpan,
      stories: stories
        .slice(1, 1 + rail)
        .map((story) => ({ articleId: story.articleId, rank: rankOf(story) })),
    });
  }
  return [top, ...composeRows(stories, 1 + rail, columns)];
}
