import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import {
  decidedRoles,
  type DecidedRole,
  type PageDecision,
} from '../../archive/import/newspaper-page/page-decisions.ts';
import { joinDecision } from './review-doubts.ts';
import type { Piece, ReviewModel } from './review-pieces.ts';
import { splitDecision } from './split-decision.ts';

/** What can be done with the chosen piece. */
export function PiecePanel({
  piece,
  model,
  markdown,
  onDecide,
}: {
  piece: Piece;
  model: ReviewModel;
  markdown: string;
  onDecide: (...decisions: readonly PageDecision[]) => void;
}): ReactElement {
  const { t } = useTranslation();
  const [splitsAt, setSplitsAt] = useState(0);
  const { stories } = model;
  const inStory = piece.story === null ? [] : (stories[piece.story]?.blocks ?? []);
  const order = inStory.flatMap(({ pieces }) => pieces.map((one) => one.piece));
  const at = order.findIndex(({ number }) => number === piece.number);
  const next = at < 0 ? undefined : order[at + 1];
  const former = at < 1 ? undefined : order[at - 1];
  const role = (decidedRoles as readonly string[]).includes(piece.role) ? piece.role : '';
  return (
    <section className="piece-panel" aria-label={t('review.piece', { number: piece.number })}>
      <h3>{t('review.piece', { number: piece.number })}</h3>
      <label className="field">
        {t('review.story')}
        <select
          value={piece.story ?? ''}
          disabled={!piece.isWhole}
          onChange={(event) => {
            const story = stories[Number(event.currentTarget.value)];
            if (event.currentTarget.value === '' || !story) return;
            onDecide({ kind: 'move', unit: piece.anchor, story: story.anchor });
          }}
        >
          {piece.story === null && <option value="">{t(`review.roles.${piece.role}`)}</option>}
          {stories.map((story, index) => (
            <option key={story.anchor.start} value={index}>
              {index + 1}　{story.headline === '' ? t('article.untitled') : story.headline}
            </option>
          ))}
        </select>
      </label>
      <label className="field">
        {t('review.role')}
        <select
          value={role}
          disabled={!piece.isWhole}
          onChange={(event) => {
            const chosen = event.currentTarget.value as DecidedRole | '';
            if (chosen !== '') onDecide({ kind: 'role', unit: piece.anchor, role: chosen });
          }}
        >
          {role === '' && <option value="">{t(`review.roles.${piece.role}`)}</option>}
          {decidedRoles.map((each) => (
            <option key={each} value={each}>
              {t(`review.roles.${each}`)}
            </option>
          ))}
        </select>
      </label>
      <p className="answers">
        {former !== undefined && (
          <button
            type="button"
            className="button"
            onClick={() => {
              onDecide({
                kind: 'move',
                unit: piece.anchor,
                story: stories[piece.story ?? 0]?.anchor ?? piece.anchor,
                after: order[at - 2]?.anchor ?? null,
              });
            }}
          >
            {t('review.up')}
          </button>
        )}
        {next !== undefined && (
          <>
            <button
              type="button"
              className="button"
              onClick={() => {
                onDecide({
                  kind: 'move',
                  unit: piece.anchor,
                  story: stories[piece.story ?? 0]?.anchor ?? piece.anchor,
                  after: next.anchor,
                });
              }}
            >
              {t('review.down')}
            </button>
            <button
              type="button"
              className="button"
              onClick={() => {
                onDecide(joinDecision(piece, next, true));
              }}
            >
              {t('review.joinNext', { number: next.number })}
            </button>
          </>
        )}
      </p>
      {piece.isWhole && piece.text.length > 1 && (
        <label className="field split">
          {t('review.split')}
          <textarea
            readOnly
            rows={4}
            value={piece.text}
            onSelect={(event) => {
              setSplitsAt(event.currentTarget.selectionStart);
            }}
          />
          <button
            type="button"
            className="button"
            disabled={splitsAt < 1 || splitsAt >= piece.text.length}
            onClick={() => {
              onDecide(splitDecision(piece, splitsAt, markdown));
            }}
          >
            {splitsAt < 1 || splitsAt >= piece.text.length
              ? t('review.splitWhere')
              : t('review.splitAt', {
                  before: piece.text.slice(Math.max(0, splitsAt - 5), splitsAt),
                  after: piece.text.slice(splitsAt, splitsAt + 5),
                })}
          </button>
        </label>
      )}
    </section>
  );
}
