import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Doubt } from './review-doubts.ts';

/** As printed on keyboards, in every language. */
const keys = { accept: 'Enter', part: 'P', elsewhere: 'N' } as const;

/** The question of the moment: its seam, how sure, why, and the answers with their keys. */
export function DoubtPanel({
  doubt,
  position,
  total,
  onAccept,
  onPart,
  onElsewhere,
  onNext,
}: {
  doubt: Doubt;
  /** From 1. */
  position: number;
  total: number;
  onAccept: () => void;
  onPart: () => void;
  onElsewhere: () => void;
  onNext: () => void;
}): ReactElement {
  const { t } = useTranslation();
  const isJoin = doubt.kind === 'join';
  const confidence = isJoin ? doubt.join.confidence : doubt.confidence;
  return (
    <section className="question" aria-live="polite">
      <p className="label">
        {t('review.doubt')} {position} / {total}
        {total > 1 && (
          <button type="button" className="link" onClick={onNext}>
            {t('review.next')}
          </button>
        )}
      </p>
      {isJoin ? (
        <>
          <h3>
            {t('review.sameParagraph', { first: doubt.first.number, second: doubt.second.number })}
          </h3>
          <p className="two">
            {'……'}
            {doubt.first.text.slice(-14)}
            <i>{'｜'}</i>
            {doubt.second.text.slice(0, 14)}
            {'……'}
          </p>
        </>
      ) : (
        <>
          <h3>
            {t(`review.${doubt.code === 'doubtful-order' ? 'rightPlace' : 'rightStory'}`, {
              number: doubt.piece.number,
            })}
          </h3>
          <p className="two">{doubt.piece.text.slice(0, 40)}</p>
        </>
      )}
      {confidence !== null && (
        <p className="figure">
          <b>{confidence.toFixed(2)}</b>{' '}
          {t(isJoin ? 'review.suggestsJoin' : 'review.suggestsPlace')}
        </p>
      )}
      {isJoin && doubt.join.reasons.length > 0 && (
        <ul className="reasons">
          {[...new Set(doubt.join.reasons)].map((reason) => (
            <li key={reason}>
              {t([`review.reasons.${reason as 'torn-end'}`, 'review.reasons.other'], { reason })}
            </li>
          ))}
        </ul>
      )}
      <p className="answers">
        <button
          type="button"
          className="button primary"
          aria-keyshortcuts="Enter"
          onClick={onAccept}
        >
          {t(isJoin ? 'review.join' : 'review.keepPlace')} <kbd>{keys.accept}</kbd>
        </button>
        {isJoin && (
          <button type="button" className="button" aria-keyshortcuts="P" onClick={onPart}>
            {t('review.part')} <kbd>{keys.part}</kbd>
          </button>
        )}
        <button type="button" className="button" aria-keyshortcuts="N" onClick={onElsewhere}>
          {t('review.elsewhere')} <kbd>{keys.elsewhere}</kbd>
        </button>
      </p>
    </section>
  );
}
