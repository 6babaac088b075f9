import type { ArticleText } from '../../../../../../archive/text/anchor/revision.ts';
import { textDigest } from '../../../../../../archive/text/text-digest.ts';

/** A character that knows which character of the unedited story it is; -1 where it is a new one. */
export interface TracedCharacter {
  readonly character: string;
  readonly origin: number;
}

export type SegmentKind = 'headline' | 'heading' | 'caption' | 'body';

export interface TracedSegment {
  readonly kind: SegmentKind;
  readonly characters: readonly TracedCharacter[];
}

/** A story that is edited character by character, so that the true place of every passage is known. */
export interface TracedStory {
  readonly id: string;
  readonly version: number;
  readonly issueId: string;
  readonly page: string;
  readonly segments: readonly TracedSegment[];
}

export function newCharacters(text: string): TracedCharacter[] {
  return Array.from(text, (character) => ({ character, origin: -1 }));
}

/** The characters of the canonical text: the segments joined by line feeds. */
export function charactersOf({ segments }: TracedStory): readonly TracedCharacter[] {
  return segments.flatMap(({ characters }, index) =>
    index === 0 ? characters : [{ character: '\n', origin: -1 }, ...characters],
  );
}

export function textOf(story: TracedStory): string {
  return charactersOf(story)
    .map(({ character }) => character)
    .join('');
}

export function articleTextOf(story: TracedStory): ArticleText {
  const text = textOf(story);
  const { id, version, issueId, page } = story;
  return { id, version, issueId, page, text, textDigest: textDigest(text) };
}

/** A story without its empty segments, as the canonical text has it. */
export function withSegments(story: TracedStory, segments: readonly TracedSegment[]): TracedStory {
  return {
    ...story,
    version: story.version + 1,
    segments: segments.filter(({ characters }) => characters.length > 0),
  };
}
