import { readInline } from './inline-markdown.ts';
import type { SourceLine } from './source-line.ts';
import type { SourceText } from './source-text.ts';
import { concatSource, emptySourceText, trimSource } from './source-text.ts';

export interface ScannedTable {
  readonly rows: readonly (readonly SourceText[])[];
  readonly headerRows: number;
  /** Index of the last line the table takes. */
  readonly lastLine: number;
  /** Words on the first line before the table and on the last line behind it. */
  readonly before?: SourceText;
  readonly after?: SourceText;
}

const delimiterRow = /^\s*\|?(?:\s*:?-{1,}:?\s*\|)+\s*:?-{0,}:?\s*$/u;

/** A table of pipes that begins on this line; undefined where none does. */
export function readPipeTable(
  markdown: string,
  lines: readonly SourceLine[],
  at: number,
): ScannedTable | undefined {
  const first = lines[at];
  if (!first || !isPipeRow(markdown, first)) return undefined;
  const second = lines[at + 1];
  const secondText = second ? markdown.slice(second.start, second.end) : '';
  const hasDelimiter = delimiterRow.test(secondText) && secondText.includes('-');
  const startsWithPipe = /^\s*\|/u.test(markdown.slice(first.start, first.end));
  const isSecondRow = second !== undefined && !second.isBlank && isPipeRow(markdown, second);
  if (!hasDelimiter && !(startsWithPipe && isSecondRow)) return undefined;
  const rows: SourceText[][] = [];
  let last = at;
  for (let row = at; row < lines.length; row++) {
    const line = lines[row];
    if (!line || line.isBlank || !isPipeRow(markdown, line)) break;
    last = row;
    if (delimiterRow.test(markdown.slice(line.start, line.end))) continue;
    rows.push(pipeCells(markdown, line));
  }
  return { rows, headerRows: hasDelimiter ? 1 : 0, lastLine: last };
}

function isPipeRow(markdown: string, line: SourceLine): boolean {
  const raw = markdown.slice(line.start, line.end);
  return raw.includes('|') && (/^\s*\|/u.test(raw) || /[^|]\|[^|]/u.test(raw));
}

function pipeCells(markdown: string, line: SourceLine): SourceText[] {
  const cells: SourceText[] = [];
  let start = line.start;
  for (let at = line.start; at <= line.end; at++) {
    const isPipe = markdown[at] === '|' && markdown[at - 1] !== '\\';
    if (at < line.end && !isPipe) continue;
    cells.push(trimSource(readInline(markdown, start, at)));
    start = at + 1;
  }
  if (cells[0]?.text === '') cells.shift();
  if (cells.at(-1)?.text === '') cells.pop();
  return cells;
}

/** Where the last end tag of a table stands in the page; -1 where none does. */
export function findLastTableEnd(markdown: string): number {
  return Math.max(markdown.lastIndexOf('</table'), markdown.lastIndexOf('</TABLE'));
}

/** An HTML table that begins on this line; an unclosed one ends with the next blank line. */
export function readHtmlTable(
  markdown: string,
  lines: readonly SourceLine[],
  at: number,
  lastTableEnd: number,
): ScannedTable | undefined {
  const first = lines[at];
  if (!first) return undefined;
  const open = /<table[^<>]{0,500}>/iu.exec(markdown.slice(first.start, first.end));
  if (!open) return undefined;
  const bodyStart = first.start + open.index + open[0].length;
  let last = at;
  let bodyEnd = -1;
  let closeLength = 0;
  // Without this look ahead many unclosed tables would each read to the end of the page.
  const isClosed = lastTableEnd >= bodyStart;
  for (; isClosed && last < lines.length; last++) {
    const line = lines[last];
    if (!line) break;
    const from = Math.max(line.start, bodyStart);
    const close = /<\/table\s*>/iu.exec(markdown.slice(from, line.end));
    if (close) {
      bodyEnd = from + close.index;
      closeLength = close[0].length;
      break;
    }
  }
  if (bodyEnd < 0) {
    last = at;
    while (lines[last + 1]?.isBlank === false) last++;
    bodyEnd = lines[last]?.end ?? bodyStart;
  }
  const lastEnd = lines[last]?.end ?? bodyEnd;
  const before = trimSource(readInline(markdown, first.start, first.start + open.index));
  const after = trimSource(readInline(markdown, Math.min(bodyEnd + closeLength, lastEnd), lastEnd));
  const { rows, headerRows } = htmlRows(markdown, bodyStart, bodyEnd);
  return {
    rows,
    headerRows,
    lastLine: last,
    ...(before.text === '' ? {} : { before }),
    ...(after.text === '' ? {} : { after }),
  };
}

function htmlRows(
  markdown: string,
  start: number,
  end: number,
): { rows: SourceText[][]; headerRows: number } {
  const rows: SourceText[][] = [];
  let row: SourceText[] | undefined;
  let cell: SourceText[] = [];
  let cellStart = start;
  let headerRows = 0;
  let isHeaderRow = false;
  const endCell = (at: number): void => {
    for (const line of markdown.slice(cellStart, at).matchAll(/[^\r\n]+/gu)) {
      const lineStart = cellStart + line.index;
      cell.push(readInline(markdown, lineStart, lineStart + line[0].length));
    }
    const text = trimSource(cell.length > 0 ? concatSource(cell) : emptySourceText);
    cell = [];
    if (row) row.push(text);
    else if (text.text !== '') rows.push([text]);
  };
  let isInCell = false;
  const finishCell = (at: number): void => {
    if (
      isInCell ||
      markdown
        .slice(cellStart, at)
        .replace(/<[^<>]*>/gu, '')
        .trim() !== ''
    ) {
      endCell(at);
    }
    isInCell = false;
  };
  const tags = /<(\/?)(t[rdh]|caption|thead)\b[^<>]{0,300}>/giu;
  const body = markdown.slice(start, end);
  for (const tag of body.matchAll(tags)) {
    const at = start + tag.index;
    const name = (tag[2] ?? '').toLowerCase();
    finishCell(at);
    cellStart = at + tag[0].length;
    if (tag[1] === '/') {
      if (name === 'tr' && row) {
        if (isHeaderRow && rows.length === headerRows + 1) headerRows++;
        row = undefined;
      }
      continue;
    }
    if (name === 'tr') {
      row = [];
      rows.push(row);
      isHeaderRow = false;
    }
    if (name === 'th') isHeaderRow = true;
    if (name === 'td' || name === 'th') {
      isInCell = true;
      if (!row) {
        row = [];
        rows.push(row);
      }
    }
  }
  finishCell(end);
  return { rows: rows.filter((cells) => cells.length > 0), headerRows };
}
