import { useSyncExternalStore, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { LostPlace } from '../database/lost-places.ts';
import { settlePlace } from '../database/note-changes.ts';
import { allNotes } from '../location/notes-filter.ts';
import type { Location } from '../location/location.ts';
import { goTo } from '../location/use-location.ts';
import { selectedPassage } from '../reading/selected-passage.ts';
import { passageTarget, readTargetArticle } from './open-target.ts';

interface Choosing {
  readonly lost: LostPlace;
  /** The words that are looked for. */
  readonly words: string;
}

let choosing: Choosing | null = null;
const listeners = new Set<() => void>();

/** Begins, or with null ends, the choice of a place for a note by selecting text in a story. */
export function choosePlace(next: Choosing | null): void {
  choosing = next;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
}

/** While a place is being chosen: what for, and what settles it. */
export function ChoosingPlace({
  location,
  onSay,
}: {
  location: Location;
  onSay: (words: string) => void;
}): ReactElement | null {
  const { t } = useTranslation();
  const current = useSyncExternalStore(subscribe, () => choosing);
  if (current === null) return null;
  const { lost, words } = current;

  async function attach(): Promise<void> {
    const selected = selectedPassage();
    if (selected === null || location.screen !== 'article') {
      onSay(t('tray.selectFirst'));
      return;
    }
    const { archiveId, articleId } = location;
    const state = { archiveId, articleId, articleVersion: 0, textDigest: '' };
    const article = await readTargetArticle({ kind: 'article', ...state });
    const target = article && passageTarget(archiveId, article, selected);
    if (!target) return;
    await settlePlace(lost, target);
    choosePlace(null);
    onSay(t('tray.accepted'));
    goTo({ screen: 'notes', filter: { ...allNotes, view: 'orphans' } });
  }
  return (
    <section className="choosing-place slip" aria-label={t('tray.choose')}>
      <span>
        {t('tray.choosing')} <q lang="zh">{words.slice(0, 60)}</q>
      </span>
      <button
        type="button"
        className="button primary"
        // The selection must outlive the press.
        onMouseDown={(event) => {
          event.preventDefault();
        }}
        onClick={() => void attach()}
      >
        {t('tray.attach')}
      </button>
      <button
        type="button"
        className="button"
        onClick={() => {
          choosePlace(null);
        }}
      >
        {t('tray.cancel')}
      </button>
    </section>
  );
}
