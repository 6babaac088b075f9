import { everyField } from '../text/search-fields.ts';
import { isIgnorable } from '../text/ignorable.ts';
import { fieldAt, type SearchableText } from '../text/searchable-text.ts';
import type { Query, StoryCondition, Words } from './query.ts';

/** A place in a story's canonical text where words of the query stand. */
export interface Hit {
  /** Code points, half-open. */
  readonly start: number;
  readonly end: number;
  /** Which of the query's words, by their place in `positiveWords`. */
  readonly word: number;
}

type Span = Pick<Hit, 'start' | 'end'>;

/** The text with punctuation left out, and where each of its characters stands. */
interface Bare {
  readonly codePoints: Uint32Array;
  readonly places: Uint32Array;
}

const barrier = 0x110002;

/** A story while it is scanned for one query. */
class Scan {
  readonly hits: Hit[] = [];
  private readonly text: SearchableText;
  private readonly meets: (condition: StoryCondition) => boolean;
  private bareText: Bare | undefined;
  private word = 0;

  constructor(text: SearchableText, meets: (condition: StoryCondition) => boolean) {
    this.text = text;
    this.meets = meets;
  }

  /** Whether the story meets the query; its hits are added only where it does. */
  run(query: Query): boolean {
    switch (query.kind) {
      case 'words': {
        const word = this.word++;
        const spans = this.spansOf(query);
        for (const { start, end } of spans) this.hits.push({ start, end, word });
        return spans.length > 0;
      }
      case 'condition':
        return this.meets(query.condition);
      case 'not': {
        const { hits, word } = this;
        const kept = hits.length;
        const isMet = this.run(query.part);
        hits.length = kept;
        this.word = word;
        return !isMet;
      }
      case 'and': {
        const kept = this.hits.length;
        let isMet = true;
        // Every part is run, so that the words keep their numbers.
        for (const part of query.parts) if (!this.run(part)) isMet = false;
        if (!isMet) this.hits.length = kept;
        return isMet;
      }
      case 'or': {
        let isMet = false;
        for (const part of query.parts) if (this.run(part)) isMet = true;
        return isMet;
      }
      case 'near':
        return this.near(query.distance, query.parts);
    }
  }

  private near(distance: number, parts: readonly [Query, Query]): boolean {
    const kept = this.hits.length;
    const isLeft = this.run(parts[0]);
    const left = this.hits.splice(kept);
    const isRight = this.run(parts[1]);
    const right = this.hits.splice(kept);
    if (!isLeft || !isRight) return false;
    const [leftNear, rightNear] = nearPairs(left, right, distance);
    left.forEach((hit, index) => {
      if (leftNear[index] === 1) this.hits.push(hit);
    });
    right.forEach((hit, index) => {
      if (rightNear[index] === 1) this.hits.push(hit);
    });
    return this.hits.length > kept;
  }

  private spansOf(words: Words): readonly Span[] {
    const { fields } = words;
    const found = words.ignoresPunctuation ? this.bareSpans(words) : this.plainSpans(words);
    if (fields === everyField) return found;
    return found.filter(({ start }) => (fields & (1 << fieldAt(this.text, start))) !== 0);
  }

  private plainSpans({ printed, folded, isExact }: Words): readonly Span[] {
    const wanted = isExact ? printed : folded;
    const text = isExact ? this.text.printed : this.text.folded;
    return occurrences(text, wanted).map((start) => ({ start, end: start + wanted.length }));
  }

  private bareSpans({ printed, folded, isExact }: Words): readonly Span[] {
    this.bareText ??= bareOf(this.text);
    const { codePoints, places } = this.bareText;
    const { text } = this;
    return occurrences(codePoints, folded).flatMap((at) => {
      const isGlyph = (codePoint: number, offset: number): boolean =>
        text.printed[places[at + offset] ?? 0] === codePoint;
      if (isExact && !printed.every(isGlyph)) return [];
      return [{ start: places[at] ?? 0, end: (places[at + folded.length - 1] ?? 0) + 1 }];
    });
  }
}

function bareOf({ folded, segmentStarts }: SearchableText): Bare {
  const codePoints = new Uint32Array(folded.length + segmentStarts.length);
  const places = new Uint32Array(codePoints.length);
  let count = 0;
  for (let index = 0; index < segmentStarts.length; index++) {
    const end = segmentStarts[index + 1] ?? folded.length;
    for (let at = segmentStarts[index] ?? 0; at < end; at++) {
      const codePoint = folded[at] ?? 0;
      if (isIgnorable(codePoint)) continue;
      codePoints[count] = codePoint;
      places[count++] = at;
    }
    codePoints[count++] = barrier;
  }
  return { codePoints: codePoints.subarray(0, count), places };
}

/** Every place where the wanted code points stand, overlapping ones too. */
function occurrences(text: Uint32Array, wanted: readonly number[]): readonly number[] {
  const found: number[] = [];
  const first = wanted[0];
  if (first === undefined) return found;
  const last = text.length - wanted.length;
  for (let at = text.indexOf(first); at >= 0 && at <= last; at = text.indexOf(first, at + 1)) {
    let length = 1;
    while (length < wanted.length && text[at + length] === wanted[length]) length++;
    if (length === wanted.length) found.push(at);
  }
  return found;
}

/** Of each span, 1 where one of the other side lies within the distance and does not overlap it. */
export function nearPairs(
  left: readonly Span[],
  right: readonly Span[],
  distance: number,
): readonly [Uint8Array, Uint8Array] {
  const leftNear = new Uint8Array(left.length);
  const rightNear = new Uint8Array(right.length);
  const order = Array.from(right.keys()).sort(
    (a, b) => (right[a]?.start ?? 0) - (right[b]?.start ?? 0),
  );
  const longest = right.reduce((most, { start, end }) => Math.max(most, end - start), 0);
  left.forEach(({ start, end }, index) => {
    let low = 0;
    let high = order.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((right[order[middle] ?? 0]?.start ?? 0) < start - distance - longest) low = middle + 1;
      else high = middle;
    }
    for (let at = low; at < order.length; at++) {
      const other = order[at] ?? 0;
      const span = right[other];
      if (span === undefined || span.start > end + distance) break;
      const gap = span.start >= end ? span.start - end : start - span.end;
      const isApart = span.start >= end || start >= span.end;
      if (isApart && gap <= distance) {
        leftNear[index] = 1;
        rightNear[other] = 1;
      }
    }
  });
  return [leftNear, rightNear];
}

/**
 * Reads a story from its beginning to its end: its hits in the order of the text, or null where it
 * does not meet the query. `meets` tells of its date, page and the like.
 */
export function matchText(
  query: Query,
  text: SearchableText,
  meets: (condition: StoryCondition) => boolean,
): readonly Hit[] | null {
  const scan = new Scan(text, meets);
  if (!scan.run(query)) return null;
  return scan.hits.sort((a, b) => a.start - b.start || a.end - b.end || a.word - b.word);
}
