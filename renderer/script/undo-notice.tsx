import { useEffect, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';

export interface UndoOffer {
  readonly words: string;
  /** Absent where there is nothing to undo. */
  readonly undo?: () => void;
}

const offerTime = 12_000;
const noticeTime = 4_000;

/** What was just done, with the way back: a button, and Ctrl+Z for as long as it shows. */
export function UndoNotice({
  offer,
  onEnd,
}: {
  offer: UndoOffer;
  onEnd: () => void;
}): ReactElement {
  const { t } = useTranslation();
  useEffect(() => {
    const timer = window.setTimeout(onEnd, offer.undo === undefined ? noticeTime : offerTime);
    function onKeyDown(event: KeyboardEvent): void {
      if (offer.undo === undefined) return;
      const isUndo = (event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey;
      if (!isUndo || event.key.toLowerCase() !== 'z') return;
      if (event.target instanceof HTMLInputElement && /^(?:text|search)$/.test(event.target.type))
        return;
      event.preventDefault();
      event.stopImmediatePropagation();
      offer.undo();
      onEnd();
    }
    window.addEventListener('keydown', onKeyDown, true);
    return () => {
      window.clearTimeout(timer);
      window.removeEventListener('keydown', onKeyDown, true);
    };
  }, [offer, onEnd]);
  return (
    <div className="undo-notice slip" role="status">
      <span>{offer.words}</span>
      {offer.undo !== undefined && (
        <button
          type="button"
          className="link"
          aria-keyshortcuts="Control+Z"
          onClick={() => {
            offer.undo?.();
            onEnd();
          }}
        >
          {t('glossary.undo')}
        </button>
      )}
    </div>
  );
}
