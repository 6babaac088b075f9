import type { InterfaceLanguage } from '../../archive/model/user-data.ts';

/** A moment as briefly as it stays clear: today's by the clock, this year's by day and month. */
export function shortTime(rfc3339: string, language: InterfaceLanguage, now = new Date()): string {
  const at = new Date(rfc3339);
  if (Number.isNaN(at.getTime())) return rfc3339;
  const locale = language === 'en' ? 'en-GB' : language;
  if (at.toDateString() === now.toDateString()) {
    return new Intl.DateTimeFormat(locale, { timeStyle: 'short' }).format(at);
  }
  const isThisYear = at.getFullYear() === now.getFullYear();
  return new Intl.DateTimeFormat(locale, {
    ...(isThisYear ? {} : { year: 'numeric' }),
    month: language === 'en' ? 'short' : 'long',
    day: 'numeric',
  }).format(at);
}
