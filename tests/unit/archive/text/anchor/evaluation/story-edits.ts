import type { Random } from './random.ts';
import { newCharacters, withSegments } from './traced-story.ts';
import type { TracedCharacter, TracedSegment, TracedStory } from './traced-story.ts';

/** How hard the edits are; tuning and scoring have their own. */
export interface EditMeasures {
  /** How many places of a story are edited. */
  readonly places: readonly [least: number, most: number];
  /** Characters put in, taken out or replaced at a place, within a sentence. */
  readonly words: readonly [least: number, most: number];
  /** Sentences put in, taken out or replaced at a place. */
  readonly sentences: readonly [least: number, most: number];
  /** The chance that a place is one of whole sentences, and that it is a whole paragraph. */
  readonly sentenceChance: number;
  readonly paragraphChance: number;
  /** Of the characters that OCR misreads: the parts that are lost, and that are put in. */
  readonly ocrLost: number;
  readonly ocrAdded: number;
  readonly paragraphsMoved: readonly [least: number, most: number];
}

/** Where new text comes from: sentences that are in none of the stories that are edited. */
export interface ForeignText {
  readonly sentences: readonly string[];
  /** Characters that OCR might read instead of a given one. */
  readonly misreadings: ReadonlyMap<string, string>;
}

type Characters = readonly TracedCharacter[];

function lettersAt(characters: Characters, at: number): string | undefined {
  return characters[at]?.character;
}

/** Ends of sentences within a segment, its own ends among them. */
function sentenceEnds(characters: Characters): readonly number[] {
  const ends = [0];
  characters.forEach(({ character }, at) => {
    if ('。！？；'.includes(character) && at + 1 < characters.length) ends.push(at + 1);
  });
  return [...ends, characters.length];
}

/**
 * Replaces a stretch by new text. Undone where the outcome could as well have come about by an edit
 * one character further: there the text does not tell what is new and what is old.
 */
function splice(characters: Characters, start: number, end: number, text: string): Characters {
  const added = newCharacters(text);
  const [first, last] = [added[0]?.character, added.at(-1)?.character];
  const isAmbiguous =
    added.length === 0
      ? lettersAt(characters, start) === lettersAt(characters, end) ||
        lettersAt(characters, start - 1) === lettersAt(characters, end - 1)
      : first === lettersAt(characters, start) ||
        last === lettersAt(characters, end - 1) ||
        last === lettersAt(characters, start - 1) ||
        first === lettersAt(characters, end);
  if (isAmbiguous) return characters;
  return [...characters.slice(0, start), ...added, ...characters.slice(end)];
}

function foreignSentences(foreign: ForeignText, count: number, random: Random): string {
  return Array.from({ length: count }, () => random.pick(foreign.sentences)).join('');
}

function foreignWords(foreign: ForeignText, length: number, random: Random): string {
  const characters = Array.from(random.pick(foreign.sentences));
  const start = random.between(0, Math.max(0, characters.length - length));
  return characters.slice(start, start + length).join('');
}

/** A stretch of a segment to be edited: whole sentences, or a few characters. */
function stretch(
  characters: Characters,
  measures: EditMeasures,
  random: Random,
): { readonly start: number; readonly end: number; readonly isSentences: boolean } {
  if (random.chance(measures.sentenceChance)) {
    const ends = sentenceEnds(characters);
    const first = random.between(0, ends.length - 2);
    const last = Math.min(ends.length - 1, first + random.between(...measures.sentences));
    return { start: ends[first] ?? 0, end: ends[last] ?? 0, isSentences: true };
  }
  const start = random.between(0, Math.max(0, characters.length - 1));
  const end = Math.min(characters.length, start + random.between(...measures.words));
  return { start, end, isSentences: false };
}

function editPlaces(
  story: TracedStory,
  measures: EditMeasures,
  random: Random,
  edit: (segments: TracedSegment[], at: number) => void,
): TracedStory {
  const segments = [...story.segments];
  const places = random.between(...measures.places);
  for (let place = 0; place < places; place += 1) {
    edit(segments, random.between(0, segments.length - 1));
  }
  return withSegments(story, segments);
}

/** Whether a story has a paragraph twice: moving or deleting one of them might be the other. */
function isRepeated(segments: readonly TracedSegment[], { characters }: TracedSegment): boolean {
  const text = (of: Characters): string => of.map(({ character }) => character).join('');
  const own = text(characters);
  return segments.filter((other) => text(other.characters) === own).length > 1;
}

export type StoryEdit = (
  story: TracedStory,
  measures: EditMeasures,
  foreign: ForeignText,
  random: Random,
) => TracedStory;

export const insertText: StoryEdit = (story, measures, foreign, random) =>
  editPlaces(story, measures, random, (segments, at) => {
    const segment = segments[at];
    if (!segment) return;
    const { characters } = segment;
    if (random.chance(measures.paragraphChance)) {
      const text = foreignSentences(foreign, random.between(...measures.sentences), random);
      // As in splice: a paragraph that begins as the next one does might be either.
      if (text.startsWith(characters[0]?.character ?? '\n')) return;
      segments.splice(at, 0, { kind: 'body', characters: newCharacters(text) });
      return;
    }
    const { start, isSentences } = stretch(characters, measures, random);
    const text = isSentences
      ? foreignSentences(foreign, random.between(...measures.sentences), random)
      : foreignWords(foreign, random.between(...measures.words), random);
    segments[at] = { ...segment, characters: splice(characters, start, start, text) };
  });

export const deleteText: StoryEdit = (story, measures, _foreign, random) =>
  editPlaces(story, measures, random, (segments, at) => {
    const segment = segments[at];
    if (!segment) return;
    if (random.chance(measures.paragraphChance) && segments.length > 2) {
      const touched = segments.slice(Math.max(0, at - 1), at + 2);
      if (!touched.some((one) => isRepeated(segments, one))) segments.splice(at, 1);
      return;
    }
    const { start, end } = stretch(segment.characters, measures, random);
    if (end - start === segment.characters.length && isRepeated(segments, segment)) return;
    segments[at] = { ...segment, characters: splice(segment.characters, start, end, '') };
  });

export const replaceText: StoryEdit = (story, measures, foreign, random) =>
  editPlaces(story, measures, random, (segments, at) => {
    const segment = segments[at];
    if (!segment) return;
    const { characters } = segment;
    const { start, end, isSentences } = stretch(characters, measures, random);
    const text = isSentences
      ? foreignSentences(foreign, random.between(...measures.sentences), random)
      : foreignWords(foreign, random.between(...measures.words), random);
    segments[at] = { ...segment, characters: splice(characters, start, end, text) };
  });

/** Two characters in a hundred are misread, lost or doubled with dirt. */
export const addOcrNoise: StoryEdit = (story, { ocrLost, ocrAdded }, { misreadings }, random) => {
  const known = [...misreadings.values()];
  const noisy = ({ character, origin }: TracedCharacter, next: string | undefined): Characters => {
    if (!random.chance(0.02)) return [{ character, origin }];
    const chance = random.next();
    if (chance < ocrLost) return character === next ? [{ character, origin }] : [];
    if (chance < ocrLost + ocrAdded) {
      return [{ character, origin }, ...newCharacters(random.pick(['.', '丶', '一', '·', ' ']))];
    }
    // What is misread stands where it stood.
    return [{ character: misreadings.get(character) ?? random.pick(known), origin }];
  };
  return withSegments(
    story,
    story.segments.map((segment) => ({
      ...segment,
      characters: segment.characters.flatMap((character, at) =>
        noisy(character, segment.characters[at + 1]?.character),
      ),
    })),
  );
};

export const moveParagraphs: StoryEdit = (story, { paragraphsMoved }, _foreign, random) => {
  const segments = [...story.segments];
  const moves = random.between(...paragraphsMoved);
  for (let move = 0; move < moves && segments.length > 2; move += 1) {
    const from = random.between(1, segments.length - 1);
    const [moved] = segments.slice(from, from + 1);
    const others = segments.toSpliced(from, 1);
    const to = random.between(1, others.length);
    // What stands around a repeated paragraph tells it from its repetition, so that stays.
    const touched = [
      ...segments.slice(Math.max(0, from - 3), from + 4),
      ...others.slice(Math.max(0, to - 3), to + 3),
    ];
    if (!moved || touched.some((segment) => isRepeated(segments, segment))) continue;
    segments.splice(0, segments.length, ...others.toSpliced(to, 0, moved));
  }
  return withSegments(story, segments);
};

/** The head is rewritten in part or as a whole. */
export const changeHeadline: StoryEdit = (story, measures, foreign, random) =>
  withSegments(
    story,
    story.segments.flatMap((segment): TracedSegment[] => {
      if (segment.kind !== 'headline') return [segment];
      const { characters } = segment;
      const chance = random.next();
      if (chance < 0.2) return [];
      if (chance < 0.5) {
        const text = foreignWords(foreign, random.between(6, 20), random);
        return [{ ...segment, characters: newCharacters(text) }];
      }
      const start = random.between(0, characters.length - 1);
      const end = Math.min(characters.length, start + random.between(...measures.words));
      const text = foreignWords(foreign, random.between(...measures.words), random);
      return [{ ...segment, characters: splice(characters, start, end, text) }];
    }),
  );
