import { useEffect, useState, type ReactElement, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Article } from '../../archive/model/article.ts';
import {
  withDecision,
  type PageDecision,
  type SourceAnchor,
} from '../../archive/import/newspaper-page/page-decisions.ts';
import { mainBridge } from '../database/main-bridge.ts';

interface Seam {
  readonly blockId: string;
  /** UTF-16 offset in the block's text. */
  readonly offset: number;
  readonly confidence: number;
  readonly first: SourceAnchor;
  readonly second: SourceAnchor;
}

function isSeam(value: unknown): value is Seam {
  if (typeof value !== 'object' || value === null) return false;
  const { blockId, offset, confidence, first, second } = value as Record<string, unknown>;
  return (
    typeof blockId === 'string' &&
    typeof offset === 'number' &&
    typeof confidence === 'number' &&
    typeof first === 'object' &&
    typeof second === 'object'
  );
}

const doubtful = 0.8;

/** The doubtful joins of a story that was restored from a page; none for any other story. */
function doubtfulSeams(article: Article): readonly Seam[] {
  const page = article.ext.newspaperPage;
  if (typeof page !== 'object' || page === null || !('joins' in page)) return [];
  const { joins } = page;
  return Array.isArray(joins)
    ? joins.filter(isSeam).filter(({ confidence }) => confidence < doubtful)
    : [];
}

/** Whether a story was restored from a page, so that its restoration can be looked at. */
export function isRestored(article: Article): boolean {
  return typeof article.ext.newspaperPage === 'object';
}

function decisionOn(decisions: readonly PageDecision[], seam: Seam): boolean | null {
  const found = decisions.find(
    (one) =>
      one.kind === 'join' &&
      one.first.start === seam.first.start &&
      one.second.start === seam.second.start,
  );
  return found?.kind === 'join' ? found.isJoined : null;
}

function blockText(article: Article, blockId: string): string {
  const block = article.body.find(({ id }) => id === blockId);
  return block && 'text' in block ? block.text : '';
}

function StorySeam({
  article,
  seam,
  decided,
  onDecide,
  reviewHref,
}: {
  article: Article;
  seam: Seam;
  /** Null: not yet; undefined: it cannot be, as the sources are not here. */
  decided: boolean | null | undefined;
  onDecide: (isJoined: boolean | null) => void;
  reviewHref: string;
}): ReactElement {
  const { t } = useTranslation();
  const text = blockText(article, seam.blockId);
  return (
    <div className="story-seam" role="note" lang={document.documentElement.lang}>
      <span className="words">
        {t('review.seam', { value: seam.confidence.toFixed(2) })}{' '}
        <q lang={article.language}>
          {text.slice(Math.max(0, seam.offset - 6), seam.offset)}
          <i>{'｜'}</i>
          {text.slice(seam.offset, seam.offset + 6)}
        </q>
      </span>
      {decided === null && (
        <>
          <button
            type="button"
            className="link"
            onClick={() => {
              onDecide(true);
            }}
          >
            {t('review.accept')}
          </button>
          <button
            type="button"
            className="link"
            onClick={() => {
              onDecide(false);
            }}
          >
            {t('review.reject')}
          </button>
          <a className="link" href={reviewHref}>
            {t('review.moveIt')}
          </a>
        </>
      )}
      {typeof decided === 'boolean' && (
        <>
          <span role="status">{t(decided ? 'review.accepted' : 'review.rejected')}</span>
          <button
            type="button"
            className="link"
            onClick={() => {
              onDecide(null);
            }}
          >
            {t('review.undo')}
          </button>
          {!decided && (
            <a className="link" href={reviewHref}>
              {t('review.open')}
            </a>
          )}
        </>
      )}
    </div>
  );
}

/**
 * What stands behind a block whose parts were doubtfully joined: the seam, and a click to accept or
 * undo it. Decisions go into the page's sidecar file.
 */
export function useStorySeams(
  article: Article | null,
  archiveId: string,
  reviewHref: string,
): (blockId: string) => ReactNode {
  const [known, setKnown] = useState<{
    readonly place: string;
    readonly decisions: readonly PageDecision[] | null;
  } | null>(null);
  const seams = article === null ? [] : doubtfulSeams(article);
  const date = seams.length === 0 ? null : (article?.issue.date ?? null);
  const page = article?.page.number ?? '';
  const place = `${archiveId} ${date ?? ''} ${page}`;
  // What is known of another page says nothing about this one.
  const decisions = known?.place === place ? known.decisions : null;
  async function ask(decided: readonly PageDecision[] | null): Promise<void> {
    if (date === null) return;
    const asked = { archiveId, date, page, part: 0, decisions: decided };
    const review = await mainBridge().request.reviewPage(asked);
    setKnown({ place, decisions: review.outcome === 'open' ? review.decisions : null });
  }
  useEffect(() => {
    void Promise.resolve().then(() => ask(null));
    // eslint-disable-next-line react-hooks/exhaustive-deps -- the page is what is asked about
  }, [archiveId, date, page]);
  return (blockId) =>
    article === null
      ? null
      : seams
          .filter((seam) => seam.blockId === blockId)
          .map((seam) => (
            <StorySeam
              key={seam.offset}
              article={article}
              seam={seam}
              decided={decisions === null ? undefined : decisionOn(decisions, seam)}
              reviewHref={reviewHref}
              onDecide={(isJoined) => {
                const others = (decisions ?? []).filter(
                  (one) =>
                    one.kind !== 'join' ||
                    one.first.start !== seam.first.start ||
                    one.second.start !== seam.second.start,
                );
                const { first, second } = seam;
                void ask(
                  isJoined === null
                    ? others
                    : withDecision(others, { kind: 'join', first, second, isJoined }),
                );
              }}
            />
          ));
}
