import Papa from 'papaparse';
import type {
  ContentScript,
  GlossaryRecord,
  GlossaryScope,
} from '../../archive/model/user-data.ts';
import { countCodePoints } from '../../archive/text/code-points.ts';
import { guessChineseEncoding, type Decoding } from '../../archive/text/encoding-guess.ts';
import { scripts, type Script } from '../../archive/text/script/configuration.ts';

/** The longest word of a glossary, in characters. */
export const mostCharacters = 60;

const columns = ['printed', 'shown', 'scripts', 'archive', 'article'] as const;
type Column = (typeof columns)[number];

/** What heads a column in files of our own and of others, in all languages of the interface. */
const columnNames: Readonly<Record<string, Column>> = {
  printed: 'printed',
  source: 'printed',
  from: 'printed',
  原刊: 'printed',
  原文: 'printed',
  shown: 'shown',
  target: 'shown',
  to: 'shown',
  显示为: 'shown',
  顯示為: 'shown',
  译文: 'shown',
  scripts: 'scripts',
  文字: 'scripts',
  archive: 'archive',
  报纸: 'archive',
  報紙: 'archive',
  article: 'article',
  文章: 'article',
};

/** The glossary as CSV for spreadsheets: UTF-8 with a byte order mark, lines ending in CR LF. */
export function glossaryCsv(records: readonly GlossaryRecord[]): string {
  const rows = records.map(({ source, target, to, scope }) => [
    source,
    target,
    (to ?? []).join(' '),
    scope.kind === 'everywhere' ? '' : scope.archiveId,
    scope.kind === 'article' ? scope.articleId : '',
  ]);
  // A spreadsheet would run a cell that begins like a formula; reading takes the mark off again.
  return `\ufeff${Papa.unparse([[...columns], ...rows], { newline: '\r\n', escapeFormulae: true })}\r\n`;
}

export type BadLineReason =
  'source' | 'target' | 'script' | 'scope' | 'length' | 'quote' | 'repeated';

export interface BadLine {
  /** Row of the table, from 1, the heading counted. */
  readonly line: number;
  readonly reason: BadLineReason;
  readonly text: string;
}

/** An entry as a file has it, without the identity and time that the glossary gives it. */
export type ImportedEntry = Pick<GlossaryRecord, 'scope' | 'source' | 'target' | 'to'>;

export interface ReadGlossaryFile {
  readonly encoding: string;
  readonly entries: readonly ImportedEntry[];
  readonly badLines: readonly BadLine[];
}

function decoded(bytes: Uint8Array): { text: string; encoding: string } | null {
  const marks: readonly (readonly [string, readonly number[]])[] = [
    ['UTF-8', [0xef, 0xbb, 0xbf]],
    ['UTF-16LE', [0xff, 0xfe]],
    ['UTF-16BE', [0xfe, 0xff]],
  ];
  const marked = marks.find(([, mark]) => mark.every((byte, index) => bytes[index] === byte));
  const encoding = marked?.[0] ?? 'UTF-8';
  try {
    return { text: new TextDecoder(encoding, { fatal: true }).decode(bytes), encoding };
  } catch {
    if (marked !== undefined) return null;
  }
  const decode: Decoding = (name) => new TextDecoder(name, { fatal: true }).decode(bytes);
  const guess = guessChineseEncoding(decode);
  if (guess === null) return null;
  return guess === 'Big5'
    ? { text: decode('big5'), encoding: 'Big5' }
    : { text: decode('gb18030'), encoding: 'GBK' };
}

function isScript(name: string): name is Script {
  return (scripts as readonly string[]).includes(name);
}

function withoutFormulaMark(cell: string): string {
  return /^'[=+\-@\t\r]/.test(cell) ? cell.slice(1) : cell;
}

function scopeOf(archiveId: string, articleId: string): GlossaryScope | null {
  if (archiveId === '') return articleId === '' ? { kind: 'everywhere' } : null;
  return articleId === ''
    ? { kind: 'archive', archiveId }
    : { kind: 'article', archiveId, articleId };
}

function readRow(cell: (column: Column) => string): ImportedEntry | BadLineReason {
  const source = cell('printed');
  const target = cell('shown');
  if (source === '') return 'source';
  if (target === '') return 'target';
  if (Math.max(countCodePoints(source), countCodePoints(target)) > mostCharacters) return 'length';
  const names = cell('scripts')
    .toLowerCase()
    .split(/[\s,;、，；]+/)
    .filter((name) => name !== '');
  if (!names.every(isScript)) return 'script';
  const scope = scopeOf(cell('archive'), cell('article'));
  if (scope === null) return 'scope';
  const to: readonly Exclude<ContentScript, 'held'>[] = [...new Set(names)];
  return { source, target, scope, ...(to.length > 0 && { to }) };
}

/** What stands between the cells of the first line; a guess over many lines goes wrong on few. */
function delimiterOf(text: string): string {
  const end = text.indexOf('\n');
  const line = end === -1 ? text : text.slice(0, end);
  return [',', '\t', ';'].find((each) => line.includes(each)) ?? ',';
}

/**
 * Reads a glossary from a CSV file, with a heading or with the printed and the shown word in the
 * first two columns; null where it is no text in an encoding we know. Lines that say nothing usable
 * are listed, not guessed at.
 */
export function readGlossaryCsv(bytes: Uint8Array): ReadGlossaryFile | null {
  const file = decoded(bytes);
  if (file === null) return null;
  const { data, errors } = Papa.parse<string[]>(file.text, { delimiter: delimiterOf(file.text) });
  const names = (data[0] ?? []).map((cell) => columnNames[cell.trim().toLowerCase()]);
  const hasHeading = names.includes('printed') && names.includes('shown');
  const order: readonly (Column | undefined)[] = hasHeading ? names : columns;
  const quoteErrors = new Set(errors.filter(({ type }) => type === 'Quotes').map(({ row }) => row));
  const entries = new Map<string, { line: number; entry: ImportedEntry }>();
  const badLines: BadLine[] = [];
  data.forEach((row, index) => {
    if ((hasHeading && index === 0) || row.every((cell) => cell.trim() === '')) return;
    const line = index + 1;
    const text = row.join(',').slice(0, 80);
    const cell = (column: Column): string =>
      withoutFormulaMark((row[order.indexOf(column)] ?? '').trim());
    const read = quoteErrors.has(index) ? 'quote' : readRow(cell);
    if (typeof read === 'string') {
      badLines.push({ line, reason: read, text });
      return;
    }
    const key = JSON.stringify([read.scope, read.source, read.to ?? []]);
    const earlier = entries.get(key);
    if (earlier !== undefined) {
      const { source, target } = earlier.entry;
      badLines.push({ line: earlier.line, reason: 'repeated', text: `${source},${target}` });
    }
    entries.set(key, { line, entry: read });
  });
  return {
    encoding: file.encoding,
    entries: [...entries.values()].map(({ entry }) => entry),
    badLines: badLines.sort((a, b) => a.line - b.line),
  };
}
