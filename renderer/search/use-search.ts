import { useEffect, useState, useSyncExternalStore } from 'react';
import type { ReadDates } from '../../archive/search/query/parsed-query.ts';
import type { Query } from '../../archive/search/query/query.ts';
import { askSearch } from '../database/asking-search.ts';
import { loadFolding } from '../database/fold-characters.ts';
import {
  currentIndexWork,
  watchIndexWork,
  type IndexWork,
} from '../database/keeping-search-indexes.ts';
import type { SearchAnswer } from '../database/search-messages.ts';
import type { SearchPlace } from '../location/search-place.ts';
import { loadEngine } from '../script/script-conversion.tsx';
import { makeQuery, type MadeQuery } from './make-query.ts';

/** What a search has come to. */
export interface SearchState {
  readonly made: MadeQuery | null;
  /** The answer that is shown; the former one while the next is looked for. */
  readonly answer: SearchAnswer | null;
  /** Counts up with every answer: what was read of an earlier one is worth nothing. */
  readonly answerNumber: number;
  readonly isSearching: boolean;
  /** A paper without an index is being read. */
  readonly scan: IndexWork | null;
  readonly failure: string | null;
}

const idle: SearchState = {
  made: null,
  answer: null,
  answerNumber: 0,
  isSearching: false,
  scan: null,
  failure: null,
};

let answers = 0;

/** Null while no index is being made. */
export function useIndexWork(): IndexWork | null {
  return useSyncExternalStore(watchIndexWork, currentIndexWork);
}

async function ask(
  query: Query,
  { filter, order }: SearchPlace,
  loads: readonly string[],
  onScan: (scan: IndexWork) => void,
): Promise<SearchAnswer | 'superseded'> {
  return askSearch('search', { query, filter, order, loads }, (done, total) => {
    onScan({ done, total });
  });
}

/** Looks for what a place asks; null asks nothing. A newer search takes an older one's place. */
export function useSearch(
  search: SearchPlace | null,
  /** The loads in use, by `loadName`; null until they are known. */
  loads: readonly string[] | null,
  readDates: ReadDates,
): SearchState {
  const [state, setState] = useState(idle);
  const asked =
    search === null || loads === null
      ? null
      : JSON.stringify({ ...search, loads, view: undefined, lines: undefined });
  useEffect(() => {
    if (search === null || loads === null) return undefined;
    let isCurrent = true;
    const update = (change: Partial<SearchState>): void => {
      if (isCurrent) setState((before) => ({ ...before, ...change }));
    };
    async function run(place: SearchPlace, inUse: readonly string[]): Promise<void> {
      const [folding, engine] = await Promise.all([
        loadFolding(),
        place.usesVariants ? loadEngine() : null,
      ]);
      const made = makeQuery(place, folding, engine, readDates);
      if (made.query === null) {
        update({ made, answer: null, isSearching: false, scan: null, failure: null });
        return;
      }
      update({ made, isSearching: true, failure: null });
      const answer = await ask(made.query, place, inUse, (scan) => {
        update({ scan });
      });
      if (answer === 'superseded') return;
      update({ answer, answerNumber: ++answers, isSearching: false, scan: null });
    }
    run(search, loads).catch((error: unknown) => {
      update({
        isSearching: false,
        failure: error instanceof Error ? error.message : String(error),
      });
    });
    return () => {
      isCurrent = false;
    };
    // eslint-disable-next-line react-hooks/exhaustive-deps -- `asked` says what is asked
  }, [asked, readDates]);
  return state;
}
