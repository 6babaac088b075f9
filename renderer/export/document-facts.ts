import type { TFunction } from 'i18next';
import type { InterfaceLanguage } from '../../archive/model/user-data.ts';
import { displayText } from '../../archive/text/display-text.ts';
import { formatCount, interfaceDate } from '../i18n/dates.ts';
import { issueDate } from '../i18n/issue-date.ts';
import type { ExportChoices, ExportScope } from './export-choices.ts';
import { inkOf } from './ink-of.ts';
import type { QuotationRecord } from './quotation-record.ts';

/** What the title page says. */
export interface DocumentFacts {
  readonly title: string;
  readonly subtitle: string;
  /** Term and value, in the order of the page. */
  readonly rows: readonly (readonly [term: string, value: string])[];
}

/** What the reader gives a document. */
export interface DocumentWords {
  readonly title: string;
  readonly subtitle: string;
  readonly scope: ExportScope;
}

/** The first and last dates, in one piece. */
function span(dates: readonly string[], language: InterfaceLanguage): string {
  const known = [...new Set(dates.filter((date) => date !== ''))].sort();
  const shown = [known[0], known.at(-1)].flatMap((date) =>
    date === undefined ? [] : [interfaceDate(date, language)],
  );
  return [...new Set(shown)].join(' — ');
}

/** What was taken out, in words; a story by its headline, an issue by its paper and date. */
function scopeWords(
  scope: ExportScope,
  records: readonly QuotationRecord[],
  t: TFunction,
  language: InterfaceLanguage,
): string {
  const story = records.find((record) => record.story !== null)?.story;
  switch (scope.kind) {
    case 'all':
      return t('exporting.scopes.all');
    case 'article':
      return displayText(story?.article.headline.replaceAll('\n', '　') ?? '');
    case 'issue': {
      if (!story) return records[0]?.date ?? '';
      const { description, article } = story;
      const date = issueDate(article.issue.date, language, description.defaults.calendar);
      return displayText(`${description['dcterms:title']}　${date}`);
    }
    case 'tag':
      return t('exporting.scopes.tag', { tag: displayText(scope.tag) });
    case 'ink': {
      const ink = inkOf(scope.ink);
      return ink === null
        ? scope.ink
        : t('exporting.scopes.ink', { ink: t(`exporting.inks.${ink}`) });
    }
  }
}

/** Where the quotations come from, how many there are, and how many of them were checked. */
export function documentFacts(
  records: readonly QuotationRecord[],
  choices: ExportChoices,
  { title, subtitle, scope }: DocumentWords,
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
    [t('exporting.scope'), scopeWords(scope, records, t, language)],
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
  return { title, subtitle, rows: rows.filter(([, value]) => value !== '') };
}
