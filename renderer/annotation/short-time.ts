import type { InterfaceLanguage } from '../../archive/model/user-data.ts';

const formats = new Map<string, Intl.DateTimeFormat>();

/** Making a format takes longer than all its use. */
function formatOf(
  language: InterfaceLanguage,
  length: 'clock' | 'day' | 'year',
): Intl.DateTimeFormat {
  const key = `${language} ${length}`;
  const known = formats.get(key);
  if (known !== undefined) return known;
  const made = new Intl.DateTimeFormat(
    language === 'en' ? 'en-GB' : language,
    length === 'clock'
      ? { timeStyle: 'short' }
      : {
          ...(length === 'year' && { year: 'numeric' }),
          month: language === 'en' ? 'short' : 'long',
          day: 'numeric',
        },
  );
  formats.set(key, made);
  return made;
}

/** A moment as briefly as it stays clear: today's by the clock, this year's by day and month. */
export function shortTime(rfc3339: string, language: InterfaceLanguage, now = new Date()): string {
  const at = new Date(rfc3339);
  if (Number.isNaN(at.getTime())) return rfc3339;
  const isToday = at.toDateString() === now.toDateString();
  const isThisYear = at.getFullYear() === now.getFullYear();
  return formatOf(language, isToday ? 'clock' : isThisYear ? 'day' : 'year').format(at);
}
