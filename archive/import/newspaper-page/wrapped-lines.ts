import type { SourceLine } from './source-line.ts';
import { isSpace } from './source-text.ts';

/**
 * Groups the lines of one Markdown paragraph into printed paragraphs: lines that were only wrapped
 * at the column's width belong together, lines that stand by themselves do not.
 */
export function groupWrappedLines(
  markdown: string,
  lines: readonly SourceLine[],
  pageWidth: number,
): readonly (readonly SourceLine[])[] {
  if (lines.length < 2) return lines.map((line) => [line]);
  const lengths = lines.map((line) => printedWidth(markdown, line));
  const widest = Math.max(...capped(lengths));
  const isOfPage = pageWidth > 0 && widest <= pageWidth + 1;
  const width = isOfPage ? pageWidth : widest;
  const inner = lengths.slice(0, -1);
  const full = inner.filter((length) => length >= width - 3).length;
  const fewest = isOfPage ? 1 : Math.max(2, inner.length * 0.5);
  const isWrapped = width >= 8 && width <= 60 && full >= fewest;
  const groups: SourceLine[][] = [];
  lines.forEach((line, index) => {
    const before = lengths[index - 1] ?? 0;
    const isIndented = /^(?:[ \t]{2}|\u3000)/u.test(markdown.slice(line.start, line.start + 3));
    const continues = isWrapped && index > 0 && before >= width - 3 && !isIndented;
    if (continues) groups.at(-1)?.push(line);
    else groups.push([line]);
  });
  return groups;
}

/** Printed characters of a line: neither the spaces between spaced ones nor halves of a pair count. */
function printedWidth(markdown: string, line: SourceLine): number {
  let width = 0;
  for (let at = line.start; at < line.end; at++) {
    const code = markdown.charCodeAt(at);
    const isLowHalf = code >= 0xdc00 && code <= 0xdfff;
    if (!isLowHalf && !isSpace(code)) width++;
  }
  return width;
}

/** At most 5,000 values: `Math.max` takes them as arguments. */
function capped(lengths: readonly number[]): readonly number[] {
  return lengths.length > 5000 ? lengths.slice(0, 5000) : lengths;
}

/**
 * The width at which a page wraps its lines: that of most lines which another follows directly.
 * 0 where lines are not wrapped.
 */
export function wrapWidth(markdown: string, lines: readonly SourceLine[]): number {
  const times = new Map<number, number>();
  let inner = 0;
  lines.forEach((line, at) => {
    const next = lines[at + 1];
    if (line.isBlank || !next || next.isBlank) return;
    const length = printedWidth(markdown, line);
    times.set(length, (times.get(length) ?? 0) + 1);
    inner++;
  });
  let best = 0;
  for (const [length, count] of times) {
    if (length >= 8 && length <= 60 && count > (times.get(best) ?? 0)) best = length;
  }
  const near = [best - 1, best, best + 1].reduce(
    (sum, length) => sum + (times.get(length) ?? 0),
    0,
  );
  return inner >= 6 && near >= inner * 0.5 ? best : 0;
}
