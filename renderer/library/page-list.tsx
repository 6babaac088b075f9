import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { MissingPage } from '../../archive/model/issue.ts';

export interface PageListItem {
  readonly number: string;
  readonly name: string;
  readonly articles: number;
  readonly href: string;
}

/** The pages of an issue, and those that the archive lacks. */
export function PageList({
  pages,
  missingPages,
  currentPage,
  language,
}: {
  pages: readonly PageListItem[];
  missingPages: readonly MissingPage[];
  currentPage: string | null;
  /** BCP 47, of the pages' names. */
  language: string;
}): ReactElement {
  const { t } = useTranslation();
  return (
    <ol className="page-list">
      {pages.map((page) => (
        <li key={page.number}>
          <a href={page.href} aria-current={page.number === currentPage ? 'page' : undefined}>
            <b>{page.number}</b>
            <span lang={language}>{page.name}</span>
            <span className="count">{t('issue.articles', { count: page.articles })}</span>
          </a>
        </li>
      ))}
      {missingPages.map((page) => (
        <li className="missing" key={page.number} title={page.reason}>
          <b>{page.number}</b>
          <span>{t('gap.missingPage', { page: page.number })}</span>
        </li>
      ))}
    </ol>
  );
}
