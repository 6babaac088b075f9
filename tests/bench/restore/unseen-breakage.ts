import type { Fragment } from './printed-page.ts';
import type { Random } from './random.ts';
import { isBreakable, tear } from './tear.ts';

/** The byline comes before the head of its story. */
export function bylineFirst(story: Fragment[]): Fragment[] {
  const bylines = story.filter(({ role }) => role === 'byline');
  return [...bylines, ...story.filter(({ role }) => role !== 'byline')];
}

/** The first character of the text, set large, is a block of its own. */
export function setDropCap(story: Fragment[]): Fragment[] {
  const at = story.findIndex(isBreakable);
  const paragraph = story[at];
  const line = paragraph?.lines[0] ?? [];
  if (!paragraph || line[0]?.id === undefined || line[1]?.id === -1) return story;
  return [
    ...story.slice(0, at),
    { ...paragraph, lines: [line.slice(0, 1)] },
    { ...paragraph, lines: [line.slice(1)] },
    ...story.slice(at + 1),
  ];
}

/** A headline of two lines is two headings. */
export function halveHeadline(story: Fragment[]): Fragment[] {
  return story.flatMap((fragment) => {
    const line = fragment.lines[0] ?? [];
    const gap = line.findIndex(({ id }) => id === -1);
    if (fragment.role !== 'headline' || gap <= 0) return [fragment];
    return [
      { ...fragment, lines: [line.slice(0, gap)] },
      { ...fragment, lines: [line.slice(gap + 1)] },
    ];
  });
}

/** A neighbour's head and first column stand in the middle of a paragraph. */
export function columnInParagraph(stories: readonly Fragment[][], random: Random): Fragment[] {
  const pairs = stories.flatMap((story, at) => {
    const next = stories[at + 1];
    return next && story.some(isBreakable) && columnEnd(next) > 0 ? [at] : [];
  });
  if (pairs.length === 0) return stories.flat();
  const at = random.pick(pairs);
  const [left = [], right = []] = [stories[at], stories[at + 1]];
  const cut = random.pick(
    left.flatMap((fragment, place) => (isBreakable(fragment) ? [place] : [])),
  );
  const paragraph = left[cut];
  if (!paragraph) return stories.flat();
  const [before, after] = tear(paragraph, random);
  const end = columnEnd(right);
  return [
    ...stories.slice(0, at).flat(),
    ...left.slice(0, cut),
    before,
    ...right.slice(0, end),
    after,
    ...left.slice(cut + 1),
    ...right.slice(end),
    ...stories.slice(at + 2).flat(),
  ];
}

/** Behind the first paragraph of the body; 0 where it is the last. */
function columnEnd(story: readonly Fragment[]): number {
  const first = story.findIndex(({ role }) => role === 'paragraph');
  return first >= 0 && story[first + 1]?.role === 'paragraph' ? first + 1 : 0;
}

/** The last column of a story, torn off in mid-paragraph, comes behind the whole next story. */
export function tailAfterNext(stories: readonly Fragment[][], random: Random): Fragment[] {
  const candidates = stories.flatMap((story, at) =>
    at + 1 < stories.length && story.filter(isBreakable).length > 1 ? [at] : [],
  );
  if (candidates.length === 0) return stories.flat();
  const at = random.pick(candidates);
  const story = stories[at] ?? [];
  const cuts = story.flatMap((fragment, place) => (isBreakable(fragment) ? [place] : []));
  const cut = random.pick(cuts.slice(1));
  const paragraph = story[cut];
  if (!paragraph) return stories.flat();
  const [before, after] = tear(paragraph, random);
  return [
    ...stories.slice(0, at).flat(),
    ...story.slice(0, cut),
    before,
    ...(stories[at + 1] ?? []),
    after,
    ...story.slice(cut + 1),
    ...stories.slice(at + 2).flat(),
  ];
}

/** A line of the page itself stands in the middle of a paragraph. */
export function furnitureInParagraph(order: readonly Fragment[], random: Random): Fragment[] {
  const line = order.find(({ story, form }) => story < 0 && form === 'text');
  const rest = order.filter((fragment) => fragment !== line);
  const cuts = rest.flatMap((fragment, place) => (isBreakable(fragment) ? [place] : []));
  if (!line || cuts.length === 0) return [...order];
  const cut = random.pick(cuts);
  const paragraph = rest[cut];
  if (!paragraph) return [...order];
  const [before, after] = tear(paragraph, random);
  return [...rest.slice(0, cut), before, line, after, ...rest.slice(cut + 1)];
}
