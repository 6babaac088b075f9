import type { TFunction } from 'i18next';
import type { InterfaceLanguage } from '../../archive/model/user-data.ts';
import { interfaceDate, interfaceMonth } from '../i18n/dates.ts';
import { eraYearWords } from '../i18n/era-years.ts';
import type { AskedPage, PlaceReading, When } from './place-reading.ts';

function whenWords(when: When, t: TFunction, language: InterfaceLanguage): string {
  switch (when.kind) {
    case 'open-issue':
      return t('goTo.openIssue');
    case 'issue':
      return t(`goTo.issue.${when.which}`);
    case 'day':
      return interfaceDate(when.date, language);
    case 'month':
      return interfaceMonth(when.year, when.month, language);
    case 'year':
      return t('goTo.year', { year: when.year });
  }
}

export function pageWords(page: AskedPage, t: TFunction): string {
  if (page.kind === 'number') return t('issue.page', { page: page.number });
  if (page.kind === 'last') return t('goTo.lastPage');
  return page.by > 0 ? t('issue.nextPage') : t('issue.previousPage');
}

/** What was understood, in the interface's language: 1933年5月12日（民国二十二年）　第 3 版. */
export function placeWords(
  { when, page, era }: PlaceReading,
  t: TFunction,
  language: InterfaceLanguage,
): string {
  const year = era === null ? '' : t('goTo.era', { year: eraYearWords(era, language) });
  const words = `${whenWords(when, t, language)}${year}`;
  return page === null ? words : `${words}　${pageWords(page, t)}`;
}
