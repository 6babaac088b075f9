import { searchFields } from '../../archive/search/text/search-fields.ts';
import { askSearch } from '../database/asking-search.ts';
import { mainBridge } from '../database/main-bridge.ts';
import type { FoundLine } from '../database/search-messages.ts';
import type { SaveFileOutcome } from '../../preload/bridge.ts';

const byteOrderMark = '\ufeff';
const storiesAtOnce = 200;

/** A cell as RFC 4180 has it. */
function cell(value: string | number): string {
  const text = String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Lines of cells as a table that any program for tables opens. */
export function csvOf(lines: readonly (readonly (string | number)[])[]): string {
  return byteOrderMark + lines.map((line) => `${line.map(cell).join(',')}\r\n`).join('');
}

const kind = (words: string) => ({ words, extensions: ['csv'] });

/** Every found story as a line of a table; null where a newer search has come. */
export async function storiesTable(
  count: number,
  heads: readonly string[],
  paperOf: (archiveId: string) => string,
  onProgress: (share: number) => void,
): Promise<string | null> {
  const lines: (readonly (string | number)[])[] = [heads];
  for (let from = 0; from < count; from += storiesAtOnce) {
    const stories = await askSearch('stories', { from, to: from + storiesAtOnce });
    if (stories === 'superseded') return null;
    for (const { archiveId, row, pageName, hits, excerpt } of stories) {
      lines.push([
        ...[row.date, paperOf(archiveId), row.page, pageName, row.section],
        ...[row.headline, row.byline.join('；'), hits, excerpt.text, row.id],
      ]);
    }
    onProgress(Math.min(1, (from + storiesAtOnce) / count));
  }
  return csvOf(lines);
}

/** The lines of a concordance as a table. */
export function linesTable(
  found: readonly FoundLine[],
  heads: readonly string[],
  paperOf: (archiveId: string) => string,
): string {
  return csvOf([
    heads,
    ...found.map((line) => [
      ...[line.date, paperOf(line.archiveId), line.page, line.headline],
      ...[searchFields[line.field] ?? '', line.left, line.keyword, line.right],
      ...[line.start, line.length, line.articleId],
    ]),
  ]);
}

export function saveTable(name: string, words: string, table: string): Promise<SaveFileOutcome> {
  return mainBridge().request.saveFileAs(name, kind(words), table);
}
