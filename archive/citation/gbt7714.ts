import type { CitationItem } from './citation-item.ts';
import { isoDate, type CitedDate } from './cited-date.ts';
import { initials, type CitedName } from './cited-name.ts';
import { citedPaper, citedTitle, type TitleExtent } from './cited-title.ts';
import { pageNumber } from './printed-page.ts';
import { hasHan } from './clean-line.ts';
import { scriptWords } from './script-words.ts';

/** GB/T 7714, 信息与文献 参考文献著录规则: the edition in force until 2026-06-30 and the next. */
export type Gbt7714Edition = 2015 | 2025;

export interface Gbt7714Options {
  /** Where the story can be fetched on the internet; makes [N/OL]. */
  readonly online?: {
    readonly url: string;
    /** Day of the visit, `YYYY-MM-DD`; only the edition of 2015 gives it. */
    readonly accessed?: string;
  };
  /** What stands for authors that are not named; numbered lists may leave them out. */
  readonly anonymous?: 'omitted' | 'named';
  readonly title?: TitleExtent;
}

interface Marks {
  readonly comma: string;
  readonly colon: string;
  readonly open: string;
  readonly close: string;
  /** 2015 sets western surnames in capitals. */
  readonly hasCapitalSurnames: boolean;
  readonly defaultTitle: TitleExtent;
}

const marksOf: Readonly<Record<Gbt7714Edition, Marks>> = {
  2015: {
    comma: ', ',
    colon: ': ',
    open: '(',
    close: ')',
    hasCapitalSurnames: true,
    defaultTitle: 'subtitle',
  },
  2025: {
    comma: '，',
    colon: '：',
    open: '（',
    close: '）',
    hasCapitalSurnames: false,
    defaultTitle: 'deck',
  },
};

function nameOf(name: CitedName, marks: Marks): string {
  switch (name.kind) {
    case 'chinese':
    case 'whole':
      return name.text;
    case 'transliterated':
      return name.family;
    case 'latin': {
      const family = marks.hasCapitalSurnames ? name.family.toUpperCase() : name.family;
      if (name.given === '') return family;
      const given = name.isPinyin ? name.given : initials(name.given, !marks.hasCapitalSurnames);
      return `${family} ${given}`;
    }
  }
}

/** Up to three names; of more, the first three and 等, or et al. after Latin names. */
function namesOf(names: readonly CitedName[], hasMore: boolean, marks: Marks): string {
  const shown = names.slice(0, 3).map((name) => nameOf(name, marks));
  if (shown.length === 0) return '';
  const isCut = hasMore || names.length > 3;
  const andOthers = hasHan(shown.join('')) ? '等' : 'et al.';
  return [...shown, ...(isCut ? [andOthers] : [])].join(marks.comma);
}

/** An uncertain date stands in square brackets, as estimated ones do. */
function dateOf(date: CitedDate): string {
  return date.isUncertain ? `[${isoDate(date)}]` : isoDate(date);
}

function sentence(part: string): string {
  return part === '' || part.endsWith('.') ? part : `${part}.`;
}

/** A reference for a numbered list (顺序编码制), without its number; one line. */
export function formatGbt7714(
  item: CitationItem,
  edition: Gbt7714Edition,
  options: Gbt7714Options = {},
): string {
  const marks = marksOf[edition];
  const words = scriptWords[item.script];
  const anonymous = options.anonymous === 'named' ? words.anonymous : '';
  const authors = namesOf(item.authors, item.hasMoreAuthors, marks) || anonymous;
  const title = citedTitle(item, options.title ?? marks.defaultTitle, marks.colon);
  const { online } = options;
  const translators =
    edition === 2025 && item.translators.length > 0
      ? `${namesOf(item.translators, false, marks)}${marks.comma}${words.translated}`
      : '';
  const date = item.date === null ? '' : dateOf(item.date);
  const page = pageNumber(item.page);
  const place = [citedPaper(item), date].filter((part) => part !== '').join(marks.comma);
  const accessed = edition === 2015 && online?.accessed !== undefined ? `[${online.accessed}]` : '';
  const source = `${place}${page === '' ? '' : `${marks.open}${page}${marks.close}`}${accessed}`;
  return [
    authors,
    `${title}[${online === undefined ? 'N' : 'N/OL'}]`,
    translators,
    source,
    online?.url ?? '',
  ]
    .filter((part) => part !== '')
    .map(sentence)
    .join(' ');
}
