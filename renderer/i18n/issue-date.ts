import type { InterfaceLanguage } from '../../archive/model/user-data.ts';
import { dayOf, interfaceDate } from './dates.ts';
import { eraYearWords, shownEraYear } from './era-years.ts';

/**
 * The date of an issue in the interface's language, with the year as it was counted in China beside
 * the western one: before 1950, and wherever the archive counts so.
 */
export function issueDate(
  edtf: string,
  language: InterfaceLanguage,
  calendar: 'gregorian' | 'republican',
): string {
  const western = interfaceDate(edtf, language);
  const day = dayOf(edtf);
  const era = day === null ? null : shownEraYear(day.year, calendar);
  if (era === null) return western;
  const words = eraYearWords(era, language);
  return language === 'en' ? `${western} (${words})` : `${western}（${words}）`;
}
