import type { CitationItem } from './citation-item.ts';
import { scriptWords } from './script-words.ts';

/**
 * What reference managers have no field for, on one line: that the paper is a sample, the date in
 * years of the Republic (in brackets where it was not printed), a date that could not be read, the
 * number of the issue, the CN number, roles as printed, and where the story stands in the archive.
 */
export function itemNote(item: CitationItem): string {
  const { calendarDate, archive } = item;
  const calendar =
    calendarDate?.source === 'computed' ? `[${calendarDate.text}]` : (calendarDate?.text ?? '');
  const roles = item.credits
    .map(({ label, name }) => (label === '' || label.includes(name) ? label : `${label} ${name}`))
    .filter((text) => text !== '')
    .join(item.script === 'Latn' ? ', ' : '、')
    .concat(item.hasMoreAuthors ? ` ${scriptWords[item.script].andOthers}` : '');
  return [
    item.isSample ? scriptWords[item.script].sample : '',
    calendar,
    item.unreadDate,
    item.issueNumber,
    item.cnNumber,
    roles,
    `${archive.title} (${archive.id}, ${archive.revision})`,
    item.link,
  ]
    .filter((part) => part !== '')
    .join('; ');
}
