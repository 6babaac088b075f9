import type { Hit } from '../query/match-text.ts';
import type { SearchableText } from '../text/searchable-text.ts';

/** A keyword with what stands before and after it, as printed. */
export interface ConcordanceLine {
  readonly left: string;
  readonly keyword: string;
  readonly right: string;
  /** Code points of the canonical text. */
  readonly start: number;
  readonly length: number;
}

function printedText({ printed }: SearchableText, from: number, to: number): string {
  let text = '';
  for (let at = from; at < to; at++) text += String.fromCodePoint(printed[at] ?? 0);
  return text;
}

/** One line for every hit, with so many characters on either side, within its own paragraph. */
export function concordanceLines(
  text: SearchableText,
  hits: readonly Hit[],
  width: number,
): readonly ConcordanceLine[] {
  const { segmentStarts, printed } = text;
  let segment = 0;
  return hits.map(({ start, end }) => {
    while ((segmentStarts[segment + 1] ?? Infinity) <= start) segment++;
    const from = Math.max(segmentStarts[segment] ?? 0, start - width);
    const segmentEnd = (segmentStarts[segment + 1] ?? printed.length + 1) - 1;
    const to = Math.min(Math.max(end, segmentEnd), end + width);
    return {
      left: printedText(text, from, start),
      keyword: printedText(text, start, end),
      right: printedText(text, end, to),
      start,
      length: end - start,
    };
  });
}

/** The left context read away from the keyword, for sorting. */
export function reversed(text: string): string {
  return Array.from(text).reverse().join('');
}
