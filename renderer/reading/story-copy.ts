import type { TFunction } from 'i18next';
import type { ArchiveDescription } from '../../archive/model/archive-description.ts';
import type { Article } from '../../archive/model/article.ts';
import type { InterfaceLanguage } from '../../archive/model/user-data.ts';
import { canonicalText } from '../../archive/text/canonical-text.ts';
import { issueDate } from '../i18n/issue-date.ts';
import { heldRanges, shownSegments } from './text-places.ts';

/** What is selected in the story, character for character as the archive holds it; empty where nothing is. */
export function selectedHeldText(frame: HTMLElement, article: Article): string {
  const selection = document.getSelection();
  if (selection === null || selection.isCollapsed || selection.rangeCount === 0) return '';
  const text = canonicalText(article);
  return heldRanges(shownSegments(frame), selection.getRangeAt(0))
    .map(({ start, end }) => text.slice(start, end))
    .join('\n');
}

/** Where a story was printed, as one line in the interface's language. */
export function sourceLine(
  article: Article,
  description: ArchiveDescription,
  t: TFunction,
  language: InterfaceLanguage,
): string {
  return t('copy.source', {
    headline:
      article.headline === '' ? t('article.untitled') : article.headline.replaceAll('\n', '　'),
    paper: description['dcterms:title'],
    date: issueDate(article.issue.date, language, description.defaults.calendar),
    page: article.page.number,
  });
}
