import { useState, type DragEvent, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../components/icon.tsx';
import type { Doubt } from './review-doubts.ts';
import type { Piece, ReviewModel } from './review-pieces.ts';
import { storyMark } from './story-mark.ts';

const dragged = 'text/x-guzhi-piece';

/** How sure, as five squares beside the figure. */
function Confidence({ value }: { value: number }): ReactElement {
  const { t } = useTranslation();
  const full = Math.round(value * 5);
  return (
    <span className="confidence">
      <span aria-hidden="true">{'■'.repeat(full) + '□'.repeat(5 - full)}</span>{' '}
      {t('importing.confidence', { value: value.toFixed(2) })}
    </span>
  );
}

/** The stories as they are restored, with a dotted seam at every join. */
export function RestoredStories({
  model,
  doubts,
  current,
  settled,
  selected,
  onSelect,
  onDoubt,
  onDrop,
  onUnjoin,
}: {
  model: ReviewModel;
  doubts: readonly Doubt[];
  current: Doubt | null;
  /** How many decisions there are. */
  settled: number;
  selected: number | null;
  onSelect: (piece: Piece) => void;
  onDoubt: (doubt: Doubt) => void;
  onDrop: (piece: number, story: number) => void;
  onUnjoin: (first: Piece, second: Piece) => void;
}): ReactElement {
  const { t, i18n } = useTranslation();
  const [target, setTarget] = useState<number | null>(null);
  function dropHandlers(story: number): {
    onDragOver: (event: DragEvent) => void;
    onDragLeave: () => void;
    onDrop: (event: DragEvent) => void;
  } {
    return {
      onDragOver: (event) => {
        if (!event.dataTransfer.types.includes(dragged)) return;
        event.preventDefault();
        setTarget(story);
      },
      onDragLeave: () => {
        setTarget(null);
      },
      onDrop: (event) => {
        const number = Number(event.dataTransfer.getData(dragged));
        setTarget(null);
        if (number > 0) onDrop(number, story);
      },
    };
  }
  return (
    <section className="review-pane" aria-labelledby="review-restored">
      <header>
        <h2 id="review-restored">{t('review.restored')}</h2>
        <span>{t('issue.articles', { count: model.stories.length })}</span>
        <span className="gap" />
        <span>{t('review.doubts', { count: doubts.length })}</span>
        <span>{t('review.settled', { count: settled })}</span>
      </header>
      <div className="review-stories">
        {model.stories.map((story, index) => (
          <article
            key={story.anchor.start}
            className={target === index ? 'target' : undefined}
            {...dropHandlers(index)}
          >
            {story.kicker !== '' && <p className="kicker">{story.kicker}</p>}
            <header>
              <i>{storyMark(index, i18n.language)}</i>
              <h3>{story.headline === '' ? t('article.untitled') : story.headline}</h3>
              <span>{t('review.pieces', { count: story.count })}</span>
            </header>
            {story.deck !== '' && <p className="kicker">{story.deck}</p>}
            {story.blocks.map(({ pieces }, at) => (
              <div key={pieces[0]?.piece.anchor.start ?? at} className="review-block">
                {pieces.map(({ piece, join }, position) => {
                  const former = pieces[position - 1]?.piece;
                  const doubt = doubts.find((one) => one.kind === 'join' && one.second === piece);
                  return (
                    <div key={piece.anchor.start} className="review-piece">
                      {join !== null && former !== undefined && (
                        <div
                          className={
                            doubt === undefined
                              ? 'seam'
                              : doubt === current
                                ? 'seam now'
                                : 'seam open'
                          }
                        >
                          <button
                            type="button"
                            title={doubt === undefined ? t('review.unjoin') : undefined}
                            onClick={() => {
                              if (doubt) onDoubt(doubt);
                              else onUnjoin(former, piece);
                            }}
                          >
                            {former.number} ＋ {piece.number}{' '}
                            {t(doubt === undefined ? 'review.joined' : 'review.joinedMaybe')}
                          </button>
                          {join.confidence < 1 ? (
                            <Confidence value={join.confidence} />
                          ) : (
                            <Icon name="check" small />
                          )}
                        </div>
                      )}
                      <button
                        type="button"
                        className={piece.number === selected ? 'line selected' : 'line'}
                        tabIndex={-1}
                        onClick={() => {
                          onSelect(piece);
                        }}
                      >
                        <b>{piece.number}</b>
                        <span className={piece.role}>{piece.text}</span>
                      </button>
                    </div>
                  );
                })}
              </div>
            ))}
          </article>
        ))}
      </div>
    </section>
  );
}
