import { useCallback, useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import type { Annotation } from '../../archive/model/annotation.ts';
import { annotationsOfArticle, annotationsOfPage } from '../database/annotations.ts';
import { watchAnnotations } from '../database/watch-annotations.ts';
import {
  forgetShown,
  onSessionChange,
  sessionState,
  type SessionState,
} from './annotation-session.ts';

export function useSession(): SessionState {
  return useSyncExternalStore(onSessionChange, sessionState);
}

/**
 * The same annotations as the same objects, and the same list where none has changed: what follows
 * from them is not made again each time the tables are read.
 */
function useUnchanged(found: readonly Annotation[] | undefined): readonly Annotation[] | undefined {
  const [known, setKnown] = useState<readonly Annotation[] | undefined>(undefined);
  const next = useMemo(() => {
    if (found === undefined || known === undefined) return found;
    // Mostly one has come to those that were there.
    if (known.every((each, index) => found[index] === each)) {
      return found.length === known.length ? known : found;
    }
    const before = new Map(known.map((each) => [each.id, each]));
    const kept = found.map((each) => {
      const same = before.get(each.id);
      return same !== undefined && isSame(same, each) ? same : each;
    });
    const hasChanged =
      kept.length !== known.length || kept.some((each) => before.get(each.id) !== each);
    return hasChanged ? kept : known;
  }, [found, known]);
  if (next !== known) setKnown(next);
  return next;
}

function isSame(a: Annotation, b: Annotation): boolean {
  return (
    a === b ||
    (a.modified === b.modified &&
      a.note === b.note &&
      a.mark?.ink === b.mark?.ink &&
      a.mark?.style === b.mark?.style &&
      a.correctedReading === b.correctedReading &&
      a.trashed === b.trashed &&
      a.tags.join('\n') === b.tags.join('\n') &&
      isSameTarget(a, b))
  );
}

/** An update moves annotations without changing their time. */
function isSameTarget({ target: a }: Annotation, { target: b }: Annotation): boolean {
  if (a.kind !== b.kind || a.archiveId !== b.archiveId) return false;
  if (a.kind !== 'passage' || b.kind !== 'passage') return true;
  return (
    a.textDigest === b.textDigest &&
    a.selectors.position?.start === b.selectors.position?.start &&
    a.selectors.position?.end === b.selectors.position?.end &&
    a.selectors.quote?.exact === b.selectors.quote?.exact
  );
}

/** The stored ones that belong; undefined until they are read. */
function useStored(
  read: () => Promise<readonly Annotation[]>,
  belongs: (annotation: Annotation) => boolean,
): readonly Annotation[] | undefined {
  const [found, setFound] = useState<{
    readonly of: typeof belongs;
    readonly annotations: readonly Annotation[];
  } | null>(null);
  useEffect(
    () =>
      watchAnnotations(
        read,
        belongs,
        (annotations) => {
          setFound({ of: belongs, annotations });
        },
        (error) => {
          // Thrown while drawing, it reaches the window's boundary for errors.
          setFound(() => {
            throw error;
          });
        },
      ),
    [read, belongs],
  );
  return found?.of === belongs ? found.annotations : undefined;
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
  const all = useMemo(() => {
    if (stored === undefined || pending.size === 0) return stored;
    const own = [...pending.values()].flatMap(({ annotation }) =>
      annotation !== null && annotation.trashed === undefined && belongs(annotation)
        ? annotation
        : [],
    );
    return [...stored.filter(({ id }) => !pending.has(id)), ...own];
  }, [stored, pending, belongs]);
  return useUnchanged(all);
}

/** The annotations of a story and of its passages; undefined until they are read. */
export function useStoryAnnotations(
  archiveId: string,
  articleId: string,
): readonly Annotation[] | undefined {
  const read = useCallback(
    () => annotationsOfArticle(archiveId, articleId),
    [archiveId, articleId],
  );
  const belongs = useMemo(
    () =>
      ({ target }: Annotation): boolean =>
        target.archiveId === archiveId && 'articleId' in target && target.articleId === articleId,
    [archiveId, articleId],
  );
  return useWithPending(useStored(read, belongs), belongs);
}

const none: readonly Annotation[] = [];

/** The notes on a page as a whole, oldest first. */
export function usePageAnnotations(
  archiveId: string,
  issueId: string,
  page: string,
): readonly Annotation[] {
  const read = useCallback(
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
  const found = useWithPending(useStored(read, belongs), belongs) ?? none;
  return useMemo(() => [...found].sort((a, b) => (a.created < b.created ? -1 : 1)), [found]);
}
