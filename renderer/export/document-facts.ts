import type { TFunction } from 'i18next';
import type { InterfaceLanguage } from '../../archive/model/user-data.ts';
import { formatCount, interfaceDate } from '../i18n/dates.ts';
import type { ExportChoices } from './export-choices.ts';
import type { QuotationRecord } from './quotation-record.ts';

/** What the title page says. */
export interface DocumentFacts {
  readonly title: string;
  readonly subtitle: string;
  /** Term and value, in the order of the page. */
  readonly rows: readonly (readonly [term: string, value: string])[];
}

/** The first and last dates, in one piece. */
function span(dates: readonly string[], language: InterfaceLanguage): string {
  const known = [...new Set(dates.filter((date) => date !== ''))].sort();
  const shown = [known[0], known.at(-1)].flatMap((date) =>
    date === undefined ? [] : [interfaceDate(date, language)],
  );
  return [...new Set(shown)].join(' — ');
}

/** Where the quotations come from, how many there are, and how many of them were checked. */
export function documentFacts(
  records: readonly QuotationRecord[],
  choices: ExportChoices,
  words: { readonly title: string; readonly subtitle: string },
  t: TFunction,
  language: InterfaceLanguage,
  today: string,
): DocumentFacts {
  const papers = new Set(
    records.flatMap(({ story }) => (story === null ? [] : [story.description['dcterms:title']])),
  );
  const passages = records.filter(({ text }) => text !== '');
  const verified = passages.filter(({ standing }) => standing === 'verified').length;
  const isSample = records.some(({ story }) => story?.description.sample === true);
  const count = (value: number): { count: number; formatted: string } => ({
    count: value,
    formatted: formatCount(value),
  });
  const rows: (readonly [string, string])[] = [
    [t('exporting.document.from'), [...papers].join(t('exporting.document.listComma'))],
    [
      t('exporting.document.dates'),
      span(
        records.map(({ date }) => date),
        language,
      ),
    ],
    [t('exporting.document.quotations'), t('exporting.document.counted', count(passages.length))],
    [t('exporting.document.script'), t(`exporting.scripts.${choices.script}`)],
    [
      t('exporting.document.checked'),
      verified === passages.length
        ? t('exporting.document.allChecked')
        : t('exporting.document.someChecked', {
            verified: formatCount(verified),
            all: formatCount(passages.length),
          }),
    ],
    [t('exporting.document.made'), interfaceDate(today, language)],
  ];
  if (isSample) rows.push([t('exporting.document.note'), t('article.sample')]);
  return { ...words, rows: rows.filter(([, value]) => value !== '') };
}
