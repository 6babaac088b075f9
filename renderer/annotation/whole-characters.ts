import type { TextRange } from '../../archive/text/text-range.ts';

const segmenter = new Intl.Segmenter('zh', { granularity: 'grapheme' });
/** UTF-16 units on either side in which the characters around an edge are looked for. */
const window = 64;

/** Moves an offset to the edge of what a reader takes for one character. */
function edge(text: string, offset: number, side: 'start' | 'end'): number {
  const from = Math.max(0, offset - window);
  for (const { index, segment } of segmenter.segment(text.slice(from, offset + window))) {
    const start = from + index;
    const end = start + segment.length;
    if (start < offset && offset < end) return side === 'start' ? start : end;
    if (start >= offset) break;
  }
  return offset;
}

/**
 * A range of a story's text as a reader means it: whole characters with their combining parts, and
 * no breaks of lines or segments at its ends. Null where nothing is left.
 */
export function wholeCharacters(text: string, range: TextRange): TextRange | null {
  let start = Math.max(0, Math.min(range.start, text.length));
  let end = Math.max(start, Math.min(range.end, text.length));
  while (start < end && text[start] === '\n') start += 1;
  while (end > start && text[end - 1] === '\n') end -= 1;
  if (start >= end) return null;
  start = edge(text, start, 'start');
  end = edge(text, end, 'end');
  return { start, end };
}
