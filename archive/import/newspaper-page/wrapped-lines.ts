import type { SourceLine } from './source-line.ts';

/**
 * Groups the lines of one Markdown paragraph into printed paragraphs: lines that were only wrapped
 * at the column's width belong together, lines that stand by themselves do not.
 */
export function groupWrappedLines(
  markdown: string,
  lines: readonly SourceLine[],
): readonly (readonly SourceLine[])[] {
  if (lines.length < 2) return lines.map((line) => [line]);
  const lengths = lines.map((line) => line.end - line.start);
  const width = Math.max(...capped(lengths));
  const inner = lengths.slice(0, -1);
  const full = inner.filter((length) => length >= width - 3).length;
  const isWrapped = width >= 8 && width <= 60 && full >= Math.max(2, inner.length * 0.5);
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

/** At most 5,000 values: `Math.max` takes them as arguments. */
function capped(lengths: readonly number[]): readonly number[] {
  return lengths.length > 5000 ? lengths.slice(0, 5000) : lengths;
}
