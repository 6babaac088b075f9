import { useLayoutEffect, useMemo, useState, type ReactElement } from 'react';
import { createPortal } from 'react-dom';
import { useTranslation } from 'react-i18next';
import type { Annotation } from '../../archive/model/annotation.ts';
import type { Article } from '../../archive/model/article.ts';
import type { TextFold } from '../../archive/text/fold/text-fold.ts';
import { canonicalText } from '../../archive/text/canonical-text.ts';
import { displayText } from '../../archive/text/display-text.ts';
import { hasWords } from './note-card.tsx';
import { NoteText } from './note-text.tsx';
import { quotedText } from './make-annotation.ts';
import { PassagePlacer, type StoryAnnotations } from './place-annotations.ts';
import { printMarks } from './print-marks.ts';
import type { StoryText } from './story-text.ts';

function PrintedNote({ annotation }: { annotation: Annotation }): ReactElement {
  const { t } = useTranslation();
  const { note, tags, correctedReading } = annotation;
  return (
    <>
      {note !== '' && <NoteText note={note} />}
      {correctedReading !== undefined && (
        <p>
          {t('annotate.reading')} <bdi>{displayText(correctedReading)}</bdi>
        </p>
      )}
      {tags.length > 0 && (
        <p className="printed-tags">
          {tags.map((tag) => (
            <bdi key={tag}>{`#${displayText(tag)}`}</bdi>
          ))}
        </p>
      )}
    </>
  );
}

/**
 * Marks and notes on a story that goes on paper. Marks become part of its text, and each note stands
 * beside the line that its mark begins in; what has lost its place stands at the end. Drawn once: the
 * sheet is thrown away when it has been printed.
 */
export function PrintedNotes({
  archiveId,
  article,
  annotations,
  fold,
  text,
  sheet,
}: {
  archiveId: string;
  article: Article;
  annotations: readonly Annotation[];
  /** Null where every note was made on this very text. */
  fold: TextFold | null;
  text: StoryText;
  /** The story's element, that holds what `text` shows. */
  sheet: HTMLElement;
}): ReactElement {
  const { t } = useTranslation();
  const { placed, ofStory, orphans } = useMemo((): StoryAnnotations => {
    const story = { archiveId, article, text: canonicalText(article) };
    return new PassagePlacer(story, fold).placeAll(annotations);
  }, [archiveId, article, annotations, fold]);
  const [hosts, setHosts] = useState<ReadonlyMap<string, Element>>(new Map());
  useLayoutEffect(() => {
    const beside = [
      ...ofStory.map((annotation) => ({ annotation, range: null })),
      ...placed,
    ].filter(({ annotation }) => hasWords(annotation));
    // eslint-disable-next-line react-hooks/set-state-in-effect -- the hosts are made in the text
    setHosts(printMarks(sheet, text, placed, beside));
  }, [sheet, text, placed, ofStory]);
  const shown = [...ofStory, ...placed.map(({ annotation }) => annotation)];
  return (
    <>
      {shown.map((annotation) => {
        const host = hosts.get(annotation.id);
        return host && createPortal(<PrintedNote annotation={annotation} />, host, annotation.id);
      })}
      {orphans !== null && orphans.length > 0 && (
        <section className="printed-orphans">
          <h2>{t('annotate.orphans', { count: orphans.length })}</h2>
          {orphans.map((annotation) => (
            <div key={annotation.id}>
              <blockquote>{displayText(quotedText(annotation))}</blockquote>
              <PrintedNote annotation={annotation} />
            </div>
          ))}
        </section>
      )}
    </>
  );
}
