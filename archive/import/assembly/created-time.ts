import type { Issue } from '../../model/issue.ts';

/**
 * The time a bag says it was made at. It comes from the sources, so that the same sources give the
 * same bytes: SOURCE_DATE_EPOCH where it is set, else the day of the newest issue.
 */
export function createdTime(issues: readonly Issue[], epoch: string | undefined): string {
  if (epoch !== undefined && /^\d{1,12}$/u.test(epoch)) {
    return new Date(Number(epoch) * 1000).toISOString().replace('.000Z', 'Z');
  }
  const days = issues
    .map(
      ({ date }) =>
        /^\d{4}-\d{2}-\d{2}/u.exec(date)?.[0] ?? `${date.slice(0, 4).replaceAll('X', '0')}-01-01`,
    )
    .sort();
  return `${days.at(-1) ?? '1970-01-01'}T00:00:00Z`;
}
