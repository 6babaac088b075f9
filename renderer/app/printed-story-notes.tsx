import { use, useEffect, useState, type ReactElement } from 'react';
import type { Annotation } from '../../archive/model/annotation.ts';
import type { Article } from '../../archive/model/article.ts';
import type { TextFold } from '../../archive/text/fold/text-fold.ts';
import { PrintedNotes } from '../annotation/printed-notes.tsx';
import { annotationsOfArticle } from '../database/annotations.ts';
import { loadTextFold } from '../database/text-fold.ts';
import { OpenStoryContext } from '../reading/open-story.ts';
import type { Printable } from './printed-pages.tsx';

/** What is marked and noted on a story, and what it takes to place it. */
export interface PrintableNotes {
  readonly annotations: readonly Annotation[];
  /** Null where every note was made on this very text. */
  readonly fold: TextFold | null;
}

const none: PrintableNotes = { annotations: [], fold: null };

/** Notes on the story that is open; null until they are read. */
export function usePrintableNotes(printable: Printable | null): PrintableNotes | null {
  const archiveId = printable?.data.archive.id;
  const article = printable?.article ?? null;
  const [found, setFound] = useState<{ for: Article; notes: PrintableNotes } | null>(null);
  useEffect(() => {
    if (article === null || archiveId === undefined) return undefined;
    const controller = new AbortController();
    void (async () => {
      const annotations = await annotationsOfArticle(archiveId, article.id);
      const isOfThisText = ({ target }: Annotation): boolean =>
        target.kind !== 'passage' || target.textDigest === article.textDigest;
      const fold = annotations.every(isOfThisText) ? null : await loadTextFold();
      if (!controller.signal.aborted) setFound({ for: article, notes: { annotations, fold } });
    })();
    return () => {
      controller.abort();
    };
  }, [archiveId, article]);
  if (article === null) return none;
  return found?.for === article ? found.notes : null;
}

/** Marks and notes on the printed story that it stands in. */
export function PrintedStoryNotes({
  archiveId,
  article,
  annotations,
  fold,
}: PrintableNotes & { archiveId: string; article: Article }): ReactElement | null {
  const story = use(OpenStoryContext);
  const sheet = story?.frame.current?.querySelector<HTMLElement>('.story') ?? null;
  if (story?.text == null || sheet === null) return null;
  return (
    <PrintedNotes
      archiveId={archiveId}
      article={article}
      annotations={annotations}
      fold={fold}
      text={story.text}
      sheet={sheet}
    />
  );
}
