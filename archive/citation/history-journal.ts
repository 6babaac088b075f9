import type { CitationItem } from './citation-item.ts';
import type { CitedDate } from './cited-date.ts';
import type { CitedName } from './cited-name.ts';
import { citedTitle, type TitleExtent } from './cited-title.ts';
import { pageNumber } from './printed-page.ts';
import { scriptWords } from './script-words.ts';

/** Titles inside a title take single marks. */
function bookTitle(title: string): string {
  return `《${title.replace(/《/gu, '〈').replace(/》/gu, '〉')}》`;
}

function fullName(name: CitedName): string {
  return name.text;
}

/** Up to three names apart by 、; of more, the first and 等. */
function namesOf(names: readonly CitedName[], hasMore: boolean): string {
  const isCut = names.length > 3;
  const shown = (isCut ? names.slice(0, 1) : names).map(fullName).join('、');
  return shown === '' ? '' : `${shown}${isCut || hasMore ? '等' : ''}`;
}

function dateInWords(date: CitedDate): string {
  const season = date.season === undefined ? '' : (['春', '夏', '秋', '冬'][date.season - 1] ?? '');
  const month = date.month === undefined ? '' : `${date.month}月`;
  const day = date.day === undefined ? '' : `${date.day}日`;
  const text = `${date.year}年${season}${month}${day}`;
  return date.isUncertain ? `[${text}]` : text;
}

/** 第2版; what is not the number of a 版, such as 第二張, stays as printed. */
function pageInWords(page: string): string {
  const number = pageNumber(page);
  return /^[A-Za-z]{0,3}[-－]?[0-9０-９]+[A-Za-z]?$/u.test(number) ? `第${number}版` : number;
}

/** A footnote as journals of Chinese history print it, with its full stop; one line. */
export function formatHistoryFootnote(item: CitationItem, title: TitleExtent = 'subtitle'): string {
  const words = scriptWords[item.script];
  const authors = namesOf(item.authors, item.hasMoreAuthors);
  const translators = namesOf(item.translators, false);
  const sample = item.isSample
    ? `（${scriptWords[item.script === 'Latn' ? 'Hans' : item.script].sample}）`
    : '';
  const date = item.date === null ? '' : dateInWords(item.date);
  const translated = item.script === 'Latn' ? scriptWords.Hans.translated : words.translated;
  const parts = [
    `${authors === '' ? '' : `${authors}：`}${bookTitle(citedTitle(item, title, '——'))}`,
    translators === '' ? '' : `${translators}${translated}`,
    `${bookTitle(item.paper)}${sample}${date}`,
    pageInWords(item.page),
  ];
  return `${parts.filter((part) => part !== '').join('，')}。`;
}
