import { useRef, type ReactElement } from 'react';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useTranslation } from 'react-i18next';
import type { Annotation } from '../../archive/model/annotation.ts';
import { displayText } from '../../archive/text/display-text.ts';
import { Dialog } from '../components/dialog.tsx';
import { firstLine, firstWords } from '../components/note-words.ts';
import { quotedText } from './make-annotation.ts';

const rowHeight = 64;

function Row({
  annotation,
  isOrphan,
}: {
  annotation: Annotation;
  isOrphan: boolean;
}): ReactElement {
  const { t } = useTranslation();
  const { mark, note, tags, correctedReading, target } = annotation;
  const quoted = quotedText(annotation);
  return (
    <>
      <span className="listed-words">
        {mark !== undefined && (
          <i className="ink-dot" data-ink={mark.ink} title={t(`annotate.inks.${mark.ink}`)} />
        )}
        {quoted === '' ? (
          t(`annotate.on.${target.kind}`)
        ) : (
          <mark data-ink={mark?.ink}>
            <bdi>{displayText(quoted.slice(0, 120).replaceAll('\n', ' '))}</bdi>
          </mark>
        )}
      </span>
      <span className="listed-note">
        {isOrphan && <b className="note-doubt">{t('annotate.orphan')}</b>}
        {note !== '' && <bdi>{firstWords(note)}</bdi>}
        {correctedReading !== undefined && (
          <bdi>{t('annotate.readingOf', { reading: firstLine(correctedReading) })}</bdi>
        )}
        {tags.map((tag) => (
          <bdi key={tag} className="listed-tag">
            {displayText(`#${tag}`)}
          </bdi>
        ))}
      </span>
    </>
  );
}

/** All annotations of a story in the order of its text; those that lost their place at the end. */
export function AnnotationList({
  annotations,
  orphans,
  onOpen,
  onClose,
}: {
  annotations: readonly Annotation[];
  orphans: readonly Annotation[];
  onOpen: (annotation: Annotation) => void;
  onClose: () => void;
}): ReactElement {
  const { t } = useTranslation();
  const scroller = useRef<HTMLDivElement>(null);
  const all = [...annotations, ...orphans];
  // eslint-disable-next-line react-hooks/incompatible-library -- nothing of it is passed on
  const virtualizer = useVirtualizer({
    count: all.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 8,
  });
  return (
    <Dialog title={t('annotate.listTitle', { count: all.length })} onClose={onClose}>
      {all.length === 0 ? (
        <p>{t('annotate.listEmpty')}</p>
      ) : (
        <div className="annotation-list" ref={scroller}>
          <ul style={{ height: virtualizer.getTotalSize() }}>
            {virtualizer.getVirtualItems().map(({ index, start }) => {
              const annotation = all[index];
              if (annotation === undefined) return null;
              return (
                <li
                  key={annotation.id}
                  aria-setsize={all.length}
                  aria-posinset={index + 1}
                  style={{ transform: `translateY(${start}px)`, height: rowHeight }}
                >
                  <button
                    type="button"
                    onClick={() => {
                      onOpen(annotation);
                    }}
                  >
                    <Row annotation={annotation} isOrphan={index >= annotations.length} />
                  </button>
                </li>
              );
            })}
          </ul>
        </div>
      )}
      <p className="actions">
        <button type="button" className="button" onClick={onClose}>
          {t('annotate.close')}
        </button>
      </p>
    </Dialog>
  );
}
