import { inks } from '../../archive/model/annotation.ts';
import type { Grouping, Order } from './export-choices.ts';
import type { QuotationRecord } from './quotation-record.ts';

/** Quotations under one heading; `key` is what they share: a story's id, an issue's, a tag, an ink. */
export interface QuotationGroup {
  readonly key: string;
  readonly records: readonly QuotationRecord[];
}

const numbers = new Intl.Collator('en', { numeric: true });

function byPrint(a: QuotationRecord, b: QuotationRecord): number {
  return (
    (a.date < b.date ? -1 : a.date > b.date ? 1 : 0) ||
    numbers.compare(a.page, b.page) ||
    (a.story?.article.order ?? 0) - (b.story?.article.order ?? 0) ||
    (a.story?.article.id ?? '').localeCompare(b.story?.article.id ?? '') ||
    a.start - b.start ||
    (a.annotation.created < b.annotation.created ? -1 : 1)
  );
}

/** Sorted as chosen; the newest paper first keeps the order inside a paper. */
export function orderQuotations(
  records: readonly QuotationRecord[],
  order: Order,
): readonly QuotationRecord[] {
  if (order === 'made') {
    return [...records].sort((a, b) => (a.annotation.created < b.annotation.created ? -1 : 1));
  }
  const sorted = [...records].sort(byPrint);
  if (order === 'print') return sorted;
  const dates = [...new Set(sorted.map(({ date }) => date))].reverse();
  return dates.flatMap((date) => sorted.filter((record) => record.date === date));
}

/** The keys of the groups that a quotation belongs to; a passage with two tags stands under both. */
function keysOf({ annotation, story }: QuotationRecord, grouping: Grouping): readonly string[] {
  const { target, tags, mark } = annotation;
  switch (grouping) {
    case 'none':
      return [''];
    case 'article':
      return ['articleId' in target ? target.articleId : ''];
    case 'issue':
      return ['issueId' in target ? target.issueId : (story?.article.issue.id ?? '')];
    case 'tag':
      return tags.length === 0 ? [''] : tags;
    case 'ink':
      return [mark?.ink ?? ''];
  }
}

/**
 * Groups in the order in which their first quotation comes; tags by their characters, inks in theirs.
 * What has no story, tag or ink stands last.
 */
export function groupQuotations(
  ordered: readonly QuotationRecord[],
  grouping: Grouping,
): readonly QuotationGroup[] {
  const groups = new Map<string, QuotationRecord[]>();
  for (const record of ordered) {
    for (const key of keysOf(record, grouping)) {
      const group = groups.get(key);
      if (group === undefined) groups.set(key, [record]);
      else group.push(record);
    }
  }
  const rank = (key: string): number =>
    key === '' ? Infinity : grouping === 'ink' ? inks.findIndex((ink) => ink === key) : 0;
  const sorted = [...groups].sort(
    ([a], [b]) => rank(a) - rank(b) || (grouping === 'tag' ? (a < b ? -1 : 1) : 0),
  );
  return sorted.map(([key, records]) => ({ key, records }));
}

/** The groups with no more than so many quotations in all; groups that come after are left out. */
export function firstQuotations(
  groups: readonly QuotationGroup[],
  most: number,
): readonly QuotationGroup[] {
  const shown: QuotationGroup[] = [];
  let left = most;
  for (const group of groups) {
    if (left <= 0) break;
    shown.push({ ...group, records: group.records.slice(0, left) });
    left -= group.records.length;
  }
  return shown;
}
