import type { Page } from '@playwright/test';

/** Records as they stand in the reader's IndexedDB; read without the reader's own code. */
export function records<Row>(page: Page, table: string): Promise<Row[]> {
  return page.evaluate(async (name) => {
    const request = indexedDB.open('guzhi');
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      request.onsuccess = () => {
        resolve(request.result);
      };
      request.onerror = () => {
        reject(new Error(String(request.error)));
      };
    });
    try {
      const all = database.transaction(name).objectStore(name).getAll();
      return await new Promise<unknown[]>((resolve, reject) => {
        all.onsuccess = () => {
          resolve(all.result);
        };
        all.onerror = () => {
          reject(new Error(String(all.error)));
        };
      });
    } finally {
      database.close();
    }
  }, table) as Promise<Row[]>;
}

/** How many records each table holds. */
export function recordCounts(page: Page): Promise<Record<string, number>> {
  return page.evaluate(async () => {
    const request = indexedDB.open('guzhi');
    const database = await new Promise<IDBDatabase>((resolve) => {
      request.onsuccess = () => {
        resolve(request.result);
      };
    });
    const names = [...database.objectStoreNames];
    const transaction = database.transaction(names);
    const counts = await Promise.all(
      names.map((name) => {
        const count = transaction.objectStore(name).count();
        return new Promise<number>((resolve) => {
          count.onsuccess = () => {
            resolve(count.result);
          };
        });
      }),
    );
    database.close();
    return Object.fromEntries(names.map((name, index) => [name, counts[index] ?? 0]));
  });
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
