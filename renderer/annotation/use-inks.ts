import { useLiveQuery } from 'dexie-react-hooks';
import type { Ink } from '../../archive/model/annotation.ts';
import { inksOfArticles } from '../database/annotations.ts';

const none: ReadonlyMap<string, readonly Ink[]> = new Map();

/** The inks that each of these stories is marked with; stories without marks are absent. */
export function useInks(
  archiveId: string,
  articleIds: readonly string[],
): ReadonlyMap<string, readonly Ink[]> {
  const key = JSON.stringify(articleIds);
  return (
    useLiveQuery(() => inksOfArticles(archiveId, JSON.parse(key) as string[]), [archiveId, key]) ??
    none
  );
}
