import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Annotation } from '../../archive/model/annotation.ts';
import { displayText } from '../../archive/text/display-text.ts';
import { firstWords } from '../components/note-words.ts';
import { quotedText } from './make-annotation.ts';

const listed = 20;

/** Annotations whose passage is not in the text as it is now: kept, shown, and what to do. */
export function OrphanNotes({
  orphans,
  onOpenTray,
  onTrash,
}: {
  orphans: readonly Annotation[];
  /** Null where there is no tray to go to. */
  onOpenTray: (() => void) | null;
  onTrash: (annotation: Annotation) => void;
}): ReactElement {
  const { t } = useTranslation();
  return (
    <section className="orphan-notes" aria-label={t('annotate.orphans', { count: orphans.length })}>
      <h2>{t('annotate.orphans', { count: orphans.length })}</h2>
      <p>{t('annotate.orphansText')}</p>
      <ul>
        {orphans.slice(0, listed).map((annotation) => (
          <li key={annotation.id} data-ink={annotation.mark?.ink}>
            <bdi className="orphan-words">
              {displayText(quotedText(annotation).slice(0, 60).replaceAll('\n', ' '))}
            </bdi>
            {annotation.note !== '' && <bdi>{firstWords(annotation.note)}</bdi>}
            <button
              type="button"
              className="link"
              onClick={() => {
                onTrash(annotation);
              }}
            >
              {t('annotate.trash')}
            </button>
          </li>
        ))}
      </ul>
      {onOpenTray !== null && (
        <button type="button" className="button" onClick={onOpenTray}>
          {t('annotate.openTray')}
        </button>
      )}
    </section>
  );
}
