import { useEffect, useState } from 'react';
import type { ReadDates } from '../../archive/search/query/parsed-query.ts';
import { indexCodePoints } from '../../archive/text/code-points.ts';
import type { TextRange } from '../../archive/text/text-range.ts';
import { askSearch } from '../database/asking-search.ts';
import { loadFolding } from '../database/fold-characters.ts';
import type { SearchPlace } from '../location/search-place.ts';
import { loadEngine } from '../script/script-conversion.tsx';
import { makeQuery } from './make-query.ts';

/** Where a story meets a search, in UTF-16 units of its canonical text; null until that is known. */
export function useStoryHits(
  archiveId: string,
  articleId: string,
  canonicalText: string,
  search: SearchPlace,
  readDates: ReadDates,
): readonly TextRange[] | null {
  const { typed, isExact, ignoresPunctuation, usesVariants } = search;
  const [found, setFound] = useState<readonly TextRange[] | null>(null);
  useEffect(() => {
    let isCurrent = true;
    async function look(): Promise<readonly TextRange[]> {
      const [folding, engine] = await Promise.all([
        loadFolding(),
        usesVariants ? loadEngine() : null,
      ]);
      const asked = { typed, isExact, ignoresPunctuation, usesVariants };
      const { query } = makeQuery(asked, folding, engine, readDates);
      if (query === null) return [];
      const places = await askSearch('hits', { query, archiveId, articleId });
      if (places === 'superseded') return [];
      const { utf16Offset } = indexCodePoints(canonicalText);
      return places.map(({ start, end }) => ({ start: utf16Offset(start), end: utf16Offset(end) }));
    }
    void look().then((ranges) => {
      if (isCurrent) setFound(ranges);
    });
    return () => {
      isCurrent = false;
    };
  }, [
    archiveId,
    articleId,
    canonicalText,
    typed,
    isExact,
    ignoresPunctuation,
    usesVariants,
    readDates,
  ]);
  return found;
}
