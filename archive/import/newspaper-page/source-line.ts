/** One line of the source without its line end. */
export interface SourceLine {
  /** UTF-16 offsets in the source. */
  readonly start: number;
  readonly end: number;
  /** From 1. */
  readonly number: number;
  readonly isBlank: boolean;
}

/** Splits at LF, CRLF and CR alike, also mixed within one page. */
export function splitSourceLines(markdown: string): readonly SourceLine[] {
  const lines: SourceLine[] = [];
  const lineEnd = /\r\n|\n|\r|\u2028|\u2029|\f/gu;
  let start = markdown.charCodeAt(0) === 0xfeff ? 1 : 0;
  for (;;) {
    const found = lineEnd.exec(markdown);
    const end = found ? found.index : markdown.length;
    const isBlank = markdown.slice(start, end).trim() === '';
    lines.push({ start, end, number: lines.length + 1, isBlank });
    if (!found) return lines;
    start = end + found[0].length;
  }
}
