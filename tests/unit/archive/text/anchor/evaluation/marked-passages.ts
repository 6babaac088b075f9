import { isLetter } from '../../../../../../archive/text/anchor/marks.ts';
import type { Random } from './random.ts';
import { charactersOf, type SegmentKind, type TracedStory } from './traced-story.ts';

/** A passage that somebody marked: a range of code points of the story's text. */
export interface MarkedPassage {
  readonly kind: string;
  readonly start: number;
  readonly end: number;
}

const lengths = [
  ['2 to 4', 2, 4],
  ['5 to 12', 5, 12],
  ['13 to 40', 13, 40],
  ['41 to 120', 41, 120],
  ['121 to 200', 121, 200],
] as const;

/** Passages of every length and kind that a story has room for. */
export function markPassages(story: TracedStory, random: Random): readonly MarkedPassage[] {
  const characters = charactersOf(story).map(({ character }) => character);
  const passages: MarkedPassage[] = [];
  const add = (kind: string, start: number, end: number): void => {
    while (start < end && characters[start] === '\n') start += 1;
    while (end > start && characters[end - 1] === '\n') end -= 1;
    // Nobody marks half of a dash or of an ellipsis.
    const isDoubled = (at: number): boolean =>
      /[—…]/u.test(characters[at] ?? '') && characters[at - 1] === characters[at];
    if (isDoubled(start)) start -= 1;
    if (isDoubled(end)) end += 1;
    const hasLetter = characters
      .slice(start, end)
      .some((character) => isLetter(character.codePointAt(0) ?? 0));
    if (hasLetter && start >= 0 && end <= characters.length) passages.push({ kind, start, end });
  };
  for (const [kind, least, most] of lengths) {
    const length = random.between(least, most);
    if (length > characters.length) continue;
    const start = random.between(0, characters.length - length);
    add(kind, start, start + length);
  }
  const breaks = characters.flatMap((character, at) => (character === '\n' ? [at] : []));
  if (breaks.length > 0) {
    const at = random.pick(breaks);
    add('across blocks', at - random.between(1, 40), at + 1 + random.between(1, 40));
  }
  for (const kind of ['headline', 'heading', 'caption'] as const) {
    const range = partOfSegment(story, kind, random);
    if (range) add(kind, range[0], range[1]);
  }
  const repeated = repeatedPhrase(characters, random);
  if (repeated) add('repeated', repeated[0], repeated[1]);
  return passages;
}

/** A segment of a kind, whole or in part. */
function partOfSegment(
  { segments }: TracedStory,
  kind: SegmentKind,
  random: Random,
): readonly [number, number] | null {
  let start = 0;
  const found: (readonly [number, number])[] = [];
  for (const segment of segments) {
    const length = segment.characters.length;
    if (segment.kind === kind) found.push([start, length]);
    start += length + 1;
  }
  if (found.length === 0) return null;
  const [at, length] = random.pick(found);
  if (random.chance(0.5) || length < 3) return [at, at + length];
  const from = random.between(0, length - 2);
  return [at + from, at + random.between(from + 2, length)];
}

/** One of the places of a phrase of 2 to 6 characters that the story has several times. */
function repeatedPhrase(
  characters: readonly string[],
  random: Random,
): readonly [number, number] | null {
  for (let tries = 0; tries < 40; tries += 1) {
    const length = random.between(2, 6);
    if (length * 2 > characters.length) return null;
    const start = random.between(0, characters.length - length);
    const phrase = characters.slice(start, start + length).join('');
    const text = characters.join('');
    if (!phrase.includes('\n') && text.indexOf(phrase) !== text.lastIndexOf(phrase)) {
      return [start, start + length];
    }
  }
  return null;
}
