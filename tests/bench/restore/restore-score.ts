import { bestMatching } from '../../../archive/import/newspaper-page/best-matching.ts';
import type {
  RestoredPage,
  RestoredStory,
} from '../../../archive/import/newspaper-page/restored-page.ts';
import type { SourceSpan } from '../../../archive/import/newspaper-page/source-text.ts';
import type { BrokenPage, TrueRole } from './printed-page.ts';

/** Sums over pages; `scores` turns them into rates. */
export interface PageScore {
  placedRight: number;
  placed: number;
  true: number;
  tau: number;
  tauStories: number;
  joinsRight: number;
  joinsFound: number;
  joinsTrue: number;
  roleRight: number;
  rolesFound: number;
  rolesTrue: number;
  lost: number;
  doubled: number;
  pages: number;
  perfectPages: number;
  confusions: Map<string, number>;
  problems: string[];
}

export function emptyScore(): PageScore {
  return {
    placedRight: 0,
    placed: 0,
    true: 0,
    tau: 0,
    tauStories: 0,
    joinsRight: 0,
    joinsFound: 0,
    joinsTrue: 0,
    roleRight: 0,
    rolesFound: 0,
    rolesTrue: 0,
    lost: 0,
    doubled: 0,
    pages: 0,
    perfectPages: 0,
    confusions: new Map(),
    problems: [],
  };
}

interface Place {
  readonly story: number;
  readonly role: TrueRole | 'mark';
}

/** Where the restoration has put each offset of the source. */
function placesOf(
  restored: RestoredPage,
  length: number,
): { places: (Place | undefined)[]; times: Uint8Array } {
  const places = new Array<Place | undefined>(length);
  const times = new Uint8Array(length);
  const put = (spans: readonly SourceSpan[], place: Place): void => {
    for (const span of spans) {
      for (let at = span.start; at < span.end; at++) {
        places[at] = place;
        times[at] = (times[at] ?? 0) + 1;
      }
    }
  };
  restored.stories.forEach((story, index) => {
    for (const field of ['kicker', 'headline', 'deck'] as const) {
      for (const text of story.fields[field]) put(text.spans, { story: index, role: field });
    }
    for (const text of story.fields.section) put(text.spans, { story: index, role: 'column' });
    for (const person of story.byline) {
      if (!person.isAlsoInBody) put(person.spans, { story: index, role: 'byline' });
    }
    if (story.dateline) put(story.dateline.spans, { story: index, role: 'dateline' });
    for (const mark of story.marks) put(mark.spans, { story: index, role: 'mark' });
    for (const { block, pieces } of story.blocks) {
      const role = blockRoles[block.type];
      for (const piece of pieces) put(piece.spans, { story: index, role });
    }
  });
  for (const text of restored.furniture) put(text.spans, { story: -1, role: 'furniture' });
  for (const text of restored.unplaced) put(text.spans, { story: -2, role: 'furniture' });
  return { places, times };
}

const blockRoles: Readonly<Record<RestoredStory['blocks'][number]['block']['type'], TrueRole>> = {
  paragraph: 'paragraph',
  heading: 'section-head',
  list: 'list',
  table: 'table',
  figure: 'caption',
  'pull-quote': 'pull-quote',
  box: 'box',
  qa: 'qa',
  separator: 'furniture',
  unknown: 'paragraph',
};

const floating: ReadonlySet<TrueRole> = new Set([
  'caption',
  'box',
  'table',
  'pull-quote',
  'furniture',
]);

/** Adds what became of one page to the score. */
export function scorePage(broken: BrokenPage, restored: RestoredPage, score: PageScore): void {
  const { truth, page, markdown } = broken;
  const { places, times } = placesOf(restored, markdown.length);
  const before = { ...score };
  const overlap = restored.stories.map(() => new Array<number>(page.stories).fill(0));
  truth.forEach((id, at) => {
    if (id < 0) return;
    if (times[at] === 0) score.lost++;
    if ((times[at] ?? 0) > 1) score.doubled++;
    const row = overlap[places[at]?.story ?? -1];
    const story = page.characters[id]?.story ?? -1;
    if (row && story >= 0) row[story] = (row[story] ?? 0) + 1;
  });
  const matched = bestMatching(overlap, page.stories);
  const elementRoles = new Map<number, Map<string, number>>();
  truth.forEach((id, at) => {
    const character = page.characters[id];
    const place = places[at];
    if (!character) return;
    if (character.story >= 0) score.true++;
    if ((place?.story ?? -1) >= 0) score.placed++;
    const isRight =
      place !== undefined && place.story >= 0 && matched[place.story] === character.story;
    if (isRight && character.story >= 0) score.placedRight++;
    if (place?.role === 'mark') return;
    const counts = elementRoles.get(character.element) ?? new Map<string, number>();
    const role = place && place.story >= -1 ? place.role : 'unplaced';
    counts.set(role, (counts.get(role) ?? 0) + 1);
    elementRoles.set(character.element, counts);
  });
  const roleOf = new Map(page.characters.map(({ element, role }) => [element, role]));
  for (const [element, counts] of elementRoles) {
    const found = [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 'unplaced';
    const role = roleOf.get(element) ?? 'furniture';
    score.rolesTrue++;
    if (found !== 'unplaced') score.rolesFound++;
    if (found === role) score.roleRight++;
    else {
      const key = `${role} → ${found}`;
      score.confusions.set(key, (score.confusions.get(key) ?? 0) + 1);
    }
  }
  scoreOrder(broken, restored, matched, score);
  scoreJoins(broken, restored, score);
  score.pages++;
  const isPerfect =
    score.placedRight - before.placedRight === score.true - before.true &&
    score.placed - before.placed === score.true - before.true &&
    score.roleRight - before.roleRight === score.rolesTrue - before.rolesTrue &&
    score.joinsRight - before.joinsRight === score.joinsTrue - before.joinsTrue &&
    score.joinsFound - before.joinsFound === score.joinsTrue - before.joinsTrue &&
    score.tau - before.tau > score.tauStories - before.tauStories - 1e-9;
  if (isPerfect) score.perfectPages++;
}

/** Kendall's tau of the running text of each story; pictures, boxes and tables float and are left out. */
function scoreOrder(
  { truth, page }: BrokenPage,
  restored: RestoredPage,
  matched: readonly number[],
  score: PageScore,
): void {
  restored.stories.forEach((story, index) => {
    const ranks = story.blocks.flatMap(({ pieces }) =>
      pieces.flatMap(({ spans }) => {
        const id = truth[spans[0]?.start ?? -1] ?? -1;
        const character = page.characters[id];
        return character && character.story === matched[index] && !floating.has(character.role)
          ? [id]
          : [];
      }),
    );
    if (ranks.length < 2) return;
    let concordant = 0;
    let pairs = 0;
    for (let left = 0; left < ranks.length; left++) {
      for (let right = left + 1; right < ranks.length; right++) {
        pairs++;
        concordant += (ranks[left] ?? 0) < (ranks[right] ?? 0) ? 1 : -1;
      }
    }
    score.tau += concordant / pairs;
    score.tauStories++;
  });
}

/** Running text, a note of the editor set as a paragraph included. */
const torn: ReadonlySet<TrueRole> = new Set(['paragraph', 'qa', 'box']);

/** True joins: parts of one paragraph that the page prints apart. Found: parts made one block. */
function scoreJoins(
  { truth, page, markdown }: BrokenPage,
  restored: RestoredPage,
  score: PageScore,
): void {
  const at = new Map<number, number>();
  truth.forEach((id, offset) => {
    if (id >= 0 && !at.has(id)) at.set(id, offset);
  });
  const trueJoins = new Set<string>();
  page.characters.forEach((character, id) => {
    const next = page.characters[id + 1];
    if (next?.element !== character.element) return;
    if (!torn.has(character.role)) return;
    const [from, to] = [at.get(id) ?? -1, at.get(id + 1) ?? -1];
    if (to < from || /\n\s*\n/u.test(markdown.slice(from, to))) trueJoins.add(`${id} ${id + 1}`);
  });
  const found = new Set<string>();
  for (const { blocks } of restored.stories) {
    for (const { block, pieces } of blocks) {
      if (block.type !== 'paragraph' && block.type !== 'qa' && block.type !== 'heading') continue;
      pieces.forEach(({ spans }, index) => {
        const next = pieces[index + 1];
        if (!next) return;
        const last = truth[(spans.at(-1)?.end ?? 0) - 1] ?? -1;
        const start = truth[next.spans[0]?.start ?? -1] ?? -1;
        const isWrapped =
          start === last + 1 &&
          page.characters[start]?.element === page.characters[last]?.element &&
          !trueJoins.has(`${last} ${start}`);
        if (!isWrapped) found.add(`${last} ${start}`);
      });
    }
  }
  score.joinsTrue += trueJoins.size;
  score.joinsFound += found.size;
  for (const join of found) if (trueJoins.has(join)) score.joinsRight++;
}

export interface Rates {
  readonly assignment: number;
  readonly order: number;
  readonly joinPrecision: number;
  readonly joinRecall: number;
  readonly roles: number;
  readonly lostOrDoubled: number;
  readonly perfectPages: number;
  readonly pages: number;
}

export function rates(score: PageScore): Rates {
  const f1 = (right: number, found: number, all: number): number =>
    (2 * right) / Math.max(1, found + all);
  return {
    assignment: f1(score.placedRight, score.placed, score.true),
    order: score.tau / Math.max(1, score.tauStories),
    joinPrecision: score.joinsFound === 0 ? 1 : score.joinsRight / score.joinsFound,
    joinRecall: score.joinsTrue === 0 ? 1 : score.joinsRight / score.joinsTrue,
    roles: f1(score.roleRight, score.rolesFound, score.rolesTrue),
    lostOrDoubled: score.lost + score.doubled,
    perfectPages: score.perfectPages / Math.max(1, score.pages),
    pages: score.pages,
  };
}
