import type { KeyboardEvent, ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Piece, ReviewModel } from './review-pieces.ts';
import { storyMark } from './story-mark.ts';

/** The pieces as the source has them; a piece can be dragged onto a story. */
export function SourcePieces({
  model,
  selected,
  doubted,
  onSelect,
  onMove,
}: {
  model: ReviewModel;
  selected: number | null;
  /** Numbers of the pieces that the present question is about. */
  doubted: ReadonlySet<number>;
  onSelect: (piece: Piece) => void;
  onMove: (piece: Piece, story: number) => void;
}): ReactElement {
  const { t, i18n } = useTranslation();
  const { pieces, stories, unplaced } = model;
  function onKeyDown(event: KeyboardEvent<HTMLButtonElement>): void {
    const at = pieces.findIndex(({ number }) => number === selected);
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    const digit = /^[1-9]$/.test(event.key) ? Number(event.key) : 0;
    const piece = pieces[at];
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (step !== 0) {
      const next = pieces[Math.max(0, Math.min(pieces.length - 1, at + step))];
      if (next) {
        onSelect(next);
        event.currentTarget
          .closest('ol')
          ?.querySelector<HTMLElement>(`[data-piece="${next.number}"]`)
          ?.focus({ preventScroll: false });
      }
      event.preventDefault();
    } else if (digit > 0 && digit <= stories.length && piece?.isWhole === true) {
      onMove(piece, digit - 1);
      event.preventDefault();
    }
  }
  return (
    <section className="review-pane" aria-labelledby="review-source">
      <header>
        <h2 id="review-source">{t('review.source')}</h2>
        <span>{t('review.pieces', { count: pieces.length })}</span>
        <span className="gap" />
        <span>{t('review.unplacedCount', { count: unplaced.length })}</span>
      </header>
      <ol className="review-pieces">
        {pieces.map((piece) => {
          const { number, role, story, text, isWhole } = piece;
          const where = story === null ? null : storyMark(story, i18n.language);
          return (
            // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- its button does the same by keys
            <li
              key={piece.anchor.start}
              className={[
                doubted.has(number) ? 'doubted' : '',
                number === selected ? 'selected' : '',
                ['kicker', 'headline', 'deck', 'section-head'].includes(role) ? 'head' : '',
              ].join(' ')}
              draggable={isWhole}
              onDragStart={(event) => {
                event.dataTransfer.setData('text/x-guzhi-piece', String(number));
                event.dataTransfer.effectAllowed = 'move';
              }}
            >
              <button
                type="button"
                data-piece={number}
                aria-pressed={number === selected}
                tabIndex={number === (selected ?? 1) ? 0 : -1}
                onKeyDown={onKeyDown}
                onClick={() => {
                  onSelect(piece);
                }}
              >
                <b>{number}</b>
                <span className="role">{t(`review.roles.${role}`)}</span>
                <span className="text">{text}</span>
                <span
                  className={story === null ? 'mark none' : 'mark'}
                  title={
                    story === null
                      ? t(`review.roles.${role}`)
                      : t('review.inStory', { headline: stories[story]?.headline ?? '' })
                  }
                >
                  {where ?? (role === 'furniture' ? '–' : '?')}
                </span>
              </button>
            </li>
          );
        })}
      </ol>
    </section>
  );
}
