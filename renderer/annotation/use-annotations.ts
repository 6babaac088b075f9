import { useLiveQuery } from 'dexie-react-hooks';
import { useEffect, useMemo, useSyncExternalStore } from 'react';
import type { Annotation } from '../../archive/model/annotation.ts';
import { annotationsOfArticle, annotationsOfPage } from '../database/annotations.ts';
import {
  forgetShown,
  onSessionChange,
  sessionState,
  type SessionState,
} from './annotation-session.ts';

export function useSession(): SessionState {
  return useSyncExternalStore(onSessionChange, sessionState);
}

/** Stored annotations with what was done here and may not be stored yet. */
function useWithPending(
  stored: readonly Annotation[] | undefined,
  belongs: (annotation: Annotation) => boolean,
): readonly Annotation[] | undefined {
  const { pending } = useSession();
  useEffect(() => {
    if (stored === undefined || pending.size === 0) return;
    forgetShown(new Map(stored.map((each) => [each.id, each])), belongs);
  }, [stored, pending, belongs]);
  return useMemo(() => {
    if (stored === undefined || pending.size === 0) return stored;
    const own = [...pending.values()].flatMap(({ annotation }) =>
      annotation !== null && annotation.trashed === undefined && belongs(annotation)
        ? annotation
        : [],
    );
    return [...stored.filter(({ id }) => !pending.has(id)), ...own];
  }, [stored, pending, belongs]);
}

/** The annotations of a story and of its passages; undefined until they are read. */
export function useStoryAnnotations(
  archiveId: string,
  articleId: string,
): readonly Annotation[] | undefined {
  const stored = useLiveQuery(
    () => annotationsOfArticle(archiveId, articleId),
    [archiveId, articleId],
  );
  const belongs = useMemo(
    () =>
      ({ target }: Annotation): boolean =>
        target.archiveId === archiveId && 'articleId' in target && target.articleId === articleId,
    [archiveId, articleId],
  );
  return useWithPending(stored, belongs);
}

const none: readonly Annotation[] = [];

/** The notes on a page as a whole, oldest first. */
export function usePageAnnotations(
  archiveId: string,
  issueId: string,
  page: string,
): readonly Annotation[] {
  const stored = useLiveQuery(
    () => annotationsOfPage(archiveId, issueId, page),
    [archiveId, issueId, page],
  );
  const belongs = useMemo(
    () =>
      ({ target }: Annotation): boolean =>
        target.kind === 'page' &&
        target.archiveId === archiveId &&
        target.issueId === issueId &&
        target.page === page,
    [archiveId, issueId, page],
  );
  const found = useWithPending(stored, belongs) ?? none;
  return useMemo(() => [...found].sort((a, b) => (a.created < b.created ? -1 : 1)), [found]);
}
