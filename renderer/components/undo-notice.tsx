import { useCallback, useEffect, useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';

type Undo = () => Promise<void>;

interface Done {
  readonly words: string;
  readonly undo: Undo | null;
}

const undoKey = 'Ctrl+Z';

/** What was done last on a screen, and how to take it back. */
export interface UndoNotice {
  readonly done: Done | null;
  /** Waits for a change and says what it did; `undo` is what the change resolves with. */
  readonly say: (words: string, undo: Undo | null) => void;
  readonly takeBack: () => void;
  readonly dismiss: () => void;
}

/** Keeps the last change of a screen; Ctrl+Z takes it back while its notice is shown. */
export function useUndoNotice(): UndoNotice {
  const [done, setDone] = useState<Done | null>(null);
  const undo = done?.undo ?? null;
  const takeBack = useCallback(() => {
    if (undo === null) return;
    setDone(null);
    void undo();
  }, [undo]);
  useEffect(() => {
    if (undo === null) return undefined;
    function onKeyDown(event: KeyboardEvent): void {
      if (!(event.ctrlKey || event.metaKey) || event.shiftKey || event.altKey) return;
      if (event.key.toLowerCase() !== 'z' || event.target instanceof HTMLInputElement) return;
      event.preventDefault();
      takeBack();
    }
    // Before the window's own keys, as this is what was done last.
    window.addEventListener('keydown', onKeyDown, { capture: true });
    return () => {
      window.removeEventListener('keydown', onKeyDown, { capture: true });
    };
  }, [undo, takeBack]);
  const say = useCallback((words: string, next: Undo | null) => {
    setDone({ words, undo: next });
  }, []);
  const dismiss = useCallback(() => {
    setDone(null);
  }, []);
  return { done, say, takeBack, dismiss };
}

/** The notice itself, at the foot of the screen. */
export function UndoBar({ notice }: { notice: UndoNotice }): ReactElement {
  const { t } = useTranslation();
  const { done, takeBack, dismiss } = notice;
  return (
    <div className={done === null ? 'unseen' : 'undo-bar slip'} role="status">
      {done !== null && (
        <>
          <span>{done.words}</span>
          {done.undo !== null && (
            <button type="button" className="link" onClick={takeBack}>
              {t('undo.takeBack')} <kbd>{undoKey}</kbd>
            </button>
          )}
          <button type="button" className="link" onClick={dismiss}>
            {t('undo.close')}
          </button>
        </>
      )}
    </div>
  );
}
