import type { Page } from '@playwright/test';

/**
 * Records as they stand in the reader's IndexedDB, read without the reader's own code; empty where
 * the reader has not made its tables yet. For null, only the number of each table's records.
 */
async function stored(page: Page, table: string | null): Promise<Record<string, unknown[]>> {
  return page.evaluate(async (wanted) => {
    // Opening what is not there yet would make it, without any table.
    const known = await indexedDB.databases();
    if (!known.some(({ name }) => name === 'guzhi')) return {};
    const answer = <Value>(request: IDBRequest<Value>): Promise<Value> =>
      new Promise((resolve, reject) => {
        request.onsuccess = () => {
          resolve(request.result);
        };
        request.onerror = () => {
          reject(new Error(String(request.error)));
        };
      });
    const database = await answer(indexedDB.open('guzhi'));
    try {
      const names = [...database.objectStoreNames];
      const asked = wanted === null ? names : names.filter((name) => name === wanted);
      if (asked.length === 0) return {};
      const transaction = database.transaction(asked);
      const found = asked.map(async (name) => {
        const store = transaction.objectStore(name);
        const records: unknown[] =
          wanted === null ? [await answer(store.count())] : await answer(store.getAll());
        return [name, records] as const;
      });
      return Object.fromEntries(await Promise.all(found));
    } finally {
      database.close();
    }
  }, table);
}

export async function records<Row>(page: Page, table: string): Promise<Row[]> {
  return ((await stored(page, table))[table] ?? []) as Row[];
}

/** How many records each table holds. */
export async function recordCounts(page: Page): Promise<Readonly<Record<string, number>>> {
  const found = Object.entries(await stored(page, null));
  return Object.fromEntries(found.map(([name, [count]]) => [name, Number(count)]));
}

export interface StoredArchive {
  readonly id: string;
  readonly bagId: string;
  readonly generation: number;
  readonly loadedAt: string;
  readonly description: {
    readonly revision: number;
    readonly counts: { readonly issues: number; readonly articles: number };
  };
  readonly report: { readonly isValid: boolean; readonly checkedFiles: number };
  readonly coverage: readonly { readonly date: string; readonly articles: number }[];
}

export function archivesOf(page: Page): Promise<StoredArchive[]> {
  return records<StoredArchive>(page, 'archives');
}
