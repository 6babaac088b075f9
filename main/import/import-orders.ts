import { holdingOrders } from '../../archive/bag/sources/holding-orders.ts';
import { readTable } from '../../archive/bag/sources/read-table.ts';
import { readHoldingRows } from '../../archive/import/holdings/holding-rows.ts';
import type { SourceOrder } from '../../archive/import/assembly/import-order.ts';
import type { ImportRequest } from '../../archive/import/assembly/import-plan.ts';
import type { SourceReport } from '../../archive/import/assembly/source-report.ts';

export interface PaperOrders {
  readonly publication: string;
  readonly orders: readonly SourceOrder[];
}

/** What was asked for, paper by paper, and what the tables say that cannot be imported. */
export async function paperOrders(
  request: ImportRequest,
): Promise<{ papers: readonly PaperOrders[]; reports: readonly SourceReport[] }> {
  const papers = new Map<string, SourceOrder[]>();
  const reports: SourceReport[] = [];
  const add = (publication: string, order: SourceOrder): void => {
    papers.set(publication, [...(papers.get(publication) ?? []), order]);
  };
  for (const source of request.sources) {
    const { path, source: name, kind, encoding, date, page, pageName, publication } = source;
    add(publication, {
      path,
      source: name,
      kind,
      encoding,
      date,
      issueNumber: '',
      page: { number: page, name: pageName },
    });
  }
  for (const { path, source, columns, publication } of request.tables) {
    const rows = readHoldingRows(await readTable(path, null), columns);
    const byPaper = new Map<string, (typeof rows)[number][]>();
    for (const row of rows) {
      const paper = row.publication === '' ? publication : row.publication;
      byPaper.set(paper, [...(byPaper.get(paper) ?? []), row]);
    }
    for (const [paper, ofPaper] of byPaper) {
      const { orders, remarks } = await holdingOrders(path, source, ofPaper);
      const known = papers.get(paper);
      if (known) known.push(...orders);
      else papers.set(paper, [...orders]);
      if (remarks.length === 0) continue;
      const nothing = { characters: 0, unplacedCharacters: 0, stories: 0, joins: 0 };
      reports.push({ source, ...nothing, remarks });
    }
  }
  return {
    papers: [...papers].map(([publication, orders]) => ({ publication, orders })),
    reports,
  };
}
