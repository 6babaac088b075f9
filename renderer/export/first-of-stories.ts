import type { QuotationRecord } from './quotation-record.ts';

/** The first quotation of each story, in their order; those whose story is not loaded are left out. */
export function firstOfStories(records: readonly QuotationRecord[]): readonly QuotationRecord[] {
  const firsts = new Map<string, QuotationRecord>();
  for (const record of records) {
    if (record.story === null) continue;
    // Another archive may hold a story with the same id.
    const key = `${record.story.bagId} ${record.story.article.id}`;
    if (!firsts.has(key)) firsts.set(key, record);
  }
  return [...firsts.values()];
}
