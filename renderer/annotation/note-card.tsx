import { memo, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Annotation } from '../../archive/model/annotation.ts';
import type { InterfaceLanguage } from '../../archive/model/user-data.ts';
import { displayText } from '../../archive/text/display-text.ts';
import { firstLine, firstWords } from '../components/note-words.ts';
import { NoteText } from './note-text.tsx';
import { quotedText } from './make-annotation.ts';
import { shortTime } from './short-time.ts';

/** UTF-16 units of a note that a card shows; the editor shows all. */
const shownInCard = 2_000;

/** Whether there is anything to say in the margin. */
export function hasWords({ note, tags, correctedReading, mark }: Annotation): boolean {
  return note !== '' || tags.length > 0 || correctedReading !== undefined || mark === undefined;
}

/** The id of an annotation's element, for `aria-details`. */
export function noteElementId(annotationId: string): string {
  return `note-${annotationId.replaceAll(/[^\w-]/g, '-')}`;
}

/** The marked words and their ink, for those who hear the page. */
export function MarkedWords({ annotation }: { annotation: Annotation }): ReactElement {
  const { t } = useTranslation();
  const { mark, target } = annotation;
  const quoted = quotedText(annotation);
  return (
    <span className="unseen">
      {mark !== undefined && t('annotate.markOf', { ink: t(`annotate.inks.${mark.ink}`) })}
      {quoted === '' ? (
        t(`annotate.on.${target.kind}`)
      ) : (
        <mark>{displayText(quoted.slice(0, 300))}</mark>
      )}
    </span>
  );
}

/** A note as it stands in the margin; folded, its first line. */
export const NoteCard = memo(function NoteCard({
  annotation,
  isFolded,
  isUncertain,
  onOpen,
}: {
  annotation: Annotation;
  isFolded: boolean;
  isUncertain: boolean;
  onOpen: (id: string) => void;
}): ReactElement {
  const { t, i18n } = useTranslation();
  const { id, note, tags, correctedReading, modified } = annotation;
  const tagWords = tags.map((tag) => `#${tag}`);
  const isCut = note.length > shownInCard;
  return (
    <div className={isFolded ? 'note-card folded' : 'note-card'}>
      <MarkedWords annotation={annotation} />
      {isFolded ? (
        <span className="note-line">
          <bdi>
            {note === '' ? firstLine(correctedReading ?? tagWords.join(' ')) : firstWords(note)}
          </bdi>
        </span>
      ) : (
        <>
          {isUncertain && <span className="note-doubt">{t('annotate.uncertain')}</span>}
          {note !== '' && <NoteText note={isCut ? `${note.slice(0, shownInCard)}…` : note} />}
          {correctedReading !== undefined && (
            <span className="note-reading">
              <span className="reading-label">{t('annotate.reading')}</span>
              <bdi>{firstLine(correctedReading)}</bdi>
            </span>
          )}
          <span className="note-facts">
            {tagWords.map((tag) => (
              <bdi key={tag}>{displayText(tag)}</bdi>
            ))}
            <time dateTime={modified}>
              {shortTime(modified, i18n.language as InterfaceLanguage)}
            </time>
          </span>
        </>
      )}
      <button
        type="button"
        className="note-open"
        aria-label={t('annotate.open')}
        onClick={() => {
          onOpen(id);
        }}
      />
    </div>
  );
});
