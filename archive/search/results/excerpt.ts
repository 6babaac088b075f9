import type { Hit } from '../query/match-text.ts';
import type { SearchableText } from '../text/searchable-text.ts';

/** A piece of a story around its hits, as printed. */
export interface Excerpt {
  readonly text: string;
  /** Places of the hits in `text`, in UTF-16 units, ascending and apart. */
  readonly marks: readonly { readonly start: number; readonly end: number }[];
  /** False where the piece begins the story's segment, or ends it. */
  readonly isCutBefore: boolean;
  readonly isCutAfter: boolean;
}

const before = 18;
const length = 84;

/** Printed code points as a string, and where hits lie in it. */
export function markedText(
  { printed }: SearchableText,
  from: number,
  to: number,
  hits: readonly Pick<Hit, 'start' | 'end'>[],
): Pick<Excerpt, 'text' | 'marks'> {
  const offsets = new Uint32Array(to - from + 1);
  let text = '';
  for (let at = from; at < to; at++) {
    offsets[at - from] = text.length;
    text += String.fromCodePoint(printed[at] ?? 0);
  }
  offsets[to - from] = text.length;
  const marks: { start: number; end: number }[] = [];
  for (const hit of hits) {
    if (hit.end <= from || hit.start >= to) continue;
    const start = offsets[Math.max(0, hit.start - from)] ?? 0;
    const end = offsets[Math.min(to, hit.end) - from] ?? text.length;
    const last = marks.at(-1);
    if (last && start <= last.end) last.end = Math.max(last.end, end);
    else marks.push({ start, end });
  }
  return { text, marks };
}

/** The place with the most different words close together, else the first hit's. */
function bestStart(hits: readonly Hit[]): number {
  let best = hits[0]?.start ?? 0;
  let most = 0;
  hits.forEach((hit, index) => {
    const words = new Set<number>();
    for (let at = index; at < hits.length; at++) {
      const other = hits[at];
      if (!other || other.end > hit.start + length - before) break;
      words.add(other.word);
    }
    if (words.size > most) {
      most = words.size;
      best = hit.start;
    }
  });
  return best;
}

/** The piece of a story that tells most of why it was found; hits in the order of the text. */
export function makeExcerpt(text: SearchableText, hits: readonly Hit[]): Excerpt {
  const { printed, segmentStarts, segmentFields } = text;
  // The head stands above the excerpt anyway, so the body is looked at first.
  const body = segmentStarts.find((_, index) => (segmentFields[index] ?? 0) >= 5) ?? 0;
  const inBody = hits.filter(({ start }) => start >= body);
  const start = inBody.length > 0 ? bestStart(inBody) : body;
  let segment = 0;
  while ((segmentStarts[segment + 1] ?? Infinity) <= start) segment++;
  const from = Math.max(segmentStarts[segment] ?? 0, start - before);
  const segmentEnd = (segmentStarts[segment + 1] ?? printed.length + 1) - 1;
  const to = Math.min(segmentEnd, from + length);
  return {
    ...markedText(text, from, to, hits),
    isCutBefore: from > (segmentStarts[segment] ?? 0),
    isCutAfter: to < segmentEnd,
  };
}
