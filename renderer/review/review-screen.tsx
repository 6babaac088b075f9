import { useEffect, useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../components/icon.tsx';
import { Notice } from '../components/notice.tsx';
import { DoubtPanel } from './doubt-panel.tsx';
import { PiecePanel } from './piece-panel.tsx';
import { RestoredStories } from './restored-stories.tsx';
import { joinDecision, openDoubts, type Doubt } from './review-doubts.ts';
import { reviewModel, type OpenReview, type Piece } from './review-pieces.ts';
import { SourcePieces } from './source-pieces.tsx';
import { useReview, type Review, type ReviewPlace } from './use-review.ts';

const noNumbers: ReadonlySet<number> = new Set();

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLSelectElement ||
    target instanceof HTMLTextAreaElement ||
    target instanceof HTMLInputElement
  );
}

function OpenPage({
  review,
  tools,
  onRebuild,
  isRebuilding,
}: {
  review: OpenReview;
  tools: Review;
  onRebuild: () => void;
  isRebuilding: boolean;
}): ReactElement {
  const { t } = useTranslation();
  const [selectedStart, setSelectedStart] = useState<number | null>(null);
  const [asked, setAsked] = useState(0);
  const model = reviewModel(review);
  const doubts = openDoubts(review, model);
  const doubt = doubts[Math.min(asked, doubts.length - 1)] ?? null;
  const selected = model.pieces.find(({ anchor }) => anchor.start === selectedStart) ?? null;
  const select = (piece: Piece): void => {
    setSelectedStart(piece.anchor.start);
  };
  function move(piece: Piece, story: number): void {
    const target = model.stories[story];
    if (!target || !piece.isWhole) return;
    tools.decide({ kind: 'move', unit: piece.anchor, story: target.anchor });
  }
  function accept(): void {
    if (doubt?.kind === 'join') tools.decide(joinDecision(doubt.first, doubt.second, true));
    else if (doubt) move(doubt.piece, doubt.story);
  }
  function part(): void {
    if (doubt?.kind === 'join') tools.decide(joinDecision(doubt.first, doubt.second, false));
  }
  /** Not of this story: the seam is opened, and the second part waits to be given to another one. */
  function elsewhere(): void {
    if (doubt === null) return;
    const piece = doubt.kind === 'join' ? doubt.second : doubt.piece;
    select(piece);
    if (doubt.kind === 'join') part();
    document.querySelector<HTMLElement>(`[data-piece="${piece.number}"]`)?.focus();
  }
  useEffect(() => {
    function onKeyDown(event: KeyboardEvent): void {
      if (document.querySelector('dialog[open]') !== null) return;
      const control = event.ctrlKey || event.metaKey;
      const key = event.key.toUpperCase();
      let action: (() => void) | null = null;
      if (control && key === 'Z') action = event.shiftKey ? tools.redo : tools.undo;
      else if (control || event.altKey || isTyping(event.target)) return;
      else if (key === 'P') action = part;
      else if (key === 'N') action = elsewhere;
      else if (key === 'ENTER' && !(event.target instanceof HTMLButtonElement)) action = accept;
      if (action === null) return;
      event.preventDefault();
      event.stopPropagation();
      action();
    }
    window.addEventListener('keydown', onKeyDown, { capture: true });
    return () => {
      window.removeEventListener('keydown', onKeyDown, { capture: true });
    };
  });
  return (
    <main className="leaf review">
      <SourcePieces
        model={model}
        selected={selected?.number ?? null}
        doubted={
          doubt?.kind === 'join' ? new Set([doubt.first.number, doubt.second.number]) : noNumbers
        }
        onSelect={select}
        onMove={move}
      />
      <RestoredStories
        model={model}
        doubts={doubts}
        current={doubt}
        settled={review.decisions.length}
        selected={selected?.number ?? null}
        onSelect={select}
        onDoubt={(one: Doubt) => {
          setAsked(doubts.indexOf(one));
        }}
        onDrop={(number, story) => {
          const piece = model.pieces.find((one) => one.number === number);
          if (piece) move(piece, story);
        }}
        onUnjoin={(first, second) => {
          tools.decide(joinDecision(first, second, false));
        }}
      />
      <aside className="review-panel">
        <p className="review-tools">
          <button
            type="button"
            className="button"
            disabled={tools.undo === null}
            aria-keyshortcuts="Control+Z"
            onClick={() => tools.undo?.()}
          >
            {t('review.undo')}
          </button>
          <button
            type="button"
            className="button"
            disabled={tools.redo === null}
            aria-keyshortcuts="Control+Shift+Z"
            onClick={() => tools.redo?.()}
          >
            {t('review.redo')}
          </button>
          <button
            type="button"
            className="button primary"
            disabled={isRebuilding || review.decisions.length === 0}
            onClick={onRebuild}
          >
            {t(isRebuilding ? 'review.rebuilding' : 'review.rebuild')}
          </button>
        </p>
        {doubt !== null ? (
          <DoubtPanel
            doubt={doubt}
            position={Math.min(asked, doubts.length - 1) + 1}
            total={doubts.length}
            onAccept={accept}
            onPart={part}
            onElsewhere={elsewhere}
            onNext={() => {
              setAsked((asked + 1) % doubts.length);
            }}
          />
        ) : (
          <p className="no-doubt">
            <Icon name="seal-check" small /> {t('review.noDoubt')}
          </p>
        )}
        {selected !== null && (
          <PiecePanel
            key={selected.anchor.start}
            piece={selected}
            model={model}
            markdown={review.markdown}
            onDecide={tools.decide}
          />
        )}
        {model.unplaced.length > 0 && (
          <section className="unplaced">
            <h3>{t('review.unplacedCount', { count: model.unplaced.length })}</h3>
            {model.unplaced.map((piece) => (
              <p key={piece.anchor.start}>
                {piece.number}　{piece.text}
              </p>
            ))}
            <p className="note">{t('review.unplacedNote')}</p>
          </section>
        )}
        <p className="note">{t('review.keys')}</p>
        <p className="note" role="status">
          {tools.isSaving
            ? t('status.saving')
            : review.decisions.length > 0 && t('review.keptIn', { file: review.keptIn })}
        </p>
      </aside>
    </main>
  );
}

/** 版面还原: the pieces of the source beside the stories they have become. */
export function ReviewScreen({
  place,
  onRebuild,
  isRebuilding,
}: {
  place: ReviewPlace;
  /** Builds the archive again with the decisions. */
  onRebuild: () => void;
  isRebuilding: boolean;
}): ReactElement {
  const { t } = useTranslation();
  const tools = useReview(place);
  const { review } = tools;
  if (review === null) return <main className="leaf" aria-busy="true" />;
  if (review.outcome !== 'open') {
    return (
      <main className="leaf">
        <Notice title={t('review.noSource')} isError={review.outcome === 'unreadable'}>
          <p>
            {review.outcome === 'unreadable'
              ? t('review.unreadable', { source: review.source, code: review.code })
              : t('review.notMadeHere')}
          </p>
        </Notice>
      </main>
    );
  }
  return (
    <OpenPage review={review} tools={tools} onRebuild={onRebuild} isRebuilding={isRebuilding} />
  );
}
