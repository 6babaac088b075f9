import { useEffect, useRef, useState, type ReactElement, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import type { Article } from '../../archive/model/article.ts';
import type { AnnotationActions } from '../annotation/annotation-actions.ts';
import { PageNotes } from '../annotation/page-notes.tsx';
import { Notice } from '../components/notice.tsx';
import { useScrollKeys } from '../components/use-scroll-keys.ts';
import { hrefOf } from '../location/use-location.ts';
import { NewspaperPage } from '../reading/newspaper-page.tsx';
import { VerticalPage } from '../reading/vertical-page.tsx';
import type { IssueData } from './issue-data.ts';

/** Width of the leaf at which the page is set in this many columns; the column itself never changes. */
const columnSteps = [
  [1000, 4],
  [760, 3],
  [500, 2],
] as const;

function columnsFor(width: number): number {
  return columnSteps.find(([least]) => width >= least)?.[1] ?? 1;
}

/** The sheet in the middle: the page of a newspaper. */
export function PageLeaf({
  data,
  isVertical,
  annotations,
}: {
  data: IssueData;
  isVertical: boolean;
  annotations: RefObject<AnnotationActions | null>;
}): ReactElement {
  const { t } = useTranslation();
  const leaf = useRef<HTMLElement>(null);
  const [columns, setColumns] = useState(() => columnsFor(window.innerWidth - 530));
  const { archive, issue, page, articles } = data;
  useEffect(() => {
    const element = leaf.current;
    if (element === null) return undefined;
    const observer = new ResizeObserver(() => {
      setColumns(columnsFor(element.clientWidth));
    });
    observer.observe(element);
    return () => {
      observer.disconnect();
    };
  }, []);
  useEffect(() => {
    leaf.current?.scrollTo(0, 0);
  }, [issue.key, page.number]);
  useScrollKeys(leaf, `${issue.key}/${page.number}`);

  function hrefOfArticle(article: Article): string {
    return hrefOf({
      screen: 'article',
      archiveId: archive.id,
      issueId: issue.id,
      page: page.number,
      articleId: article.id,
    });
  }
  const Page = isVertical ? VerticalPage : NewspaperPage;
  return (
    <main
      className={isVertical ? 'leaf vertical' : 'leaf'}
      ref={leaf}
      // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a scrolling region must take focus
      tabIndex={0}
    >
      <Page
        description={archive.description}
        bagId={archive.bagId}
        issue={issue}
        page={page}
        articles={articles}
        columns={columns}
        hrefOf={hrefOfArticle}
      />
      <PageNotes
        key={`${issue.key}/${page.number}`}
        archiveId={archive.id}
        issueId={issue.id}
        page={page.number}
        actions={annotations}
      />
      {articles.length === 0 && (
        <Notice title={t('issue.empty')}>
          <p>{t('issue.emptyText')}</p>
        </Notice>
      )}
    </main>
  );
}
