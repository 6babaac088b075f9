import { useEffect, useImperativeHandle, useMemo, useRef, useState, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { useLiveQuery } from 'dexie-react-hooks';
import type { InterfaceLanguage } from '../../archive/model/user-data.ts';
import { listArchives, type ArchiveRecord } from '../database/archives.ts';
import { listHistory } from '../database/history.ts';
import { removeSavedSearch, saveSearch } from '../database/saved-searches.ts';
import { loadName, type FoundLine, type FoundStory } from '../database/search-messages.ts';
import { formatCount } from '../i18n/dates.ts';
import { formatLocation, parseLocation, type Location } from '../location/location.ts';
import type { SearchPlace } from '../location/search-place.ts';
import { goTo, hrefOf, replaceLocation } from '../location/use-location.ts';
import type { SearchActions } from '../search/search-actions.ts';
import { SearchBox } from '../search/search-box.tsx';
import { QueryBuilder } from '../search/query-builder.tsx';
import { SavedSearchList, useSavedSearches } from '../search/saved-search-list.tsx';
import { hitCount, StoryPreview, useMarkedStory } from '../search/story-preview.tsx';
import { useFoundStories } from '../search/use-found-stories.ts';
import { useSearch } from '../search/use-search.ts';
import { readDates } from './read-dates.ts';
import type { ReadingView } from './reading-screen.tsx';
import { SearchFacets } from './search-facets.tsx';
import { SearchOptions } from './search-options.tsx';
import { SearchResults } from './search-results.tsx';

type SearchLocation = Extract<Location, { screen: 'search' }>;

const historyLength = 200;
const shownHistory = 12;

/** The latest searches, each once. */
function useSearchHistory(isWanted: boolean): readonly string[] {
  const visits = useLiveQuery(() => (isWanted ? listHistory(historyLength) : []), [isWanted]) ?? [];
  const typed = new Set<string>();
  for (const { place } of visits) {
    const location = place.startsWith('/search') ? parseLocation(place) : null;
    if (location?.screen === 'search' && location.search.typed !== '') {
      typed.add(location.search.typed);
    }
  }
  return [...typed].slice(0, shownHistory);
}

function placeOfStory(search: SearchPlace, archiveId: string, row: FoundStory['row']): Location {
  const { issueId, page, id } = row;
  const found = { search, at: null };
  return { screen: 'article', archiveId, issueId, page, articleId: id, found };
}

function placeOfLine(search: SearchPlace, line: FoundLine): Location {
  const { archiveId, issueId, page, articleId, start } = line;
  return { screen: 'article', archiveId, issueId, page, articleId, found: { search, at: start } };
}

/** Where the hits are walked: a story of the list, and one of its hits. */
function useWalk(answerNumber: number, count: number) {
  const [at, setAt] = useState({ answer: 0, story: 0, hit: 0 });
  const isCurrent = at.answer === answerNumber;
  const story = count === 0 ? -1 : isCurrent ? Math.min(at.story, count - 1) : 0;
  const read = useMarkedStory(answerNumber, story);
  const hits = read?.story ? hitCount(read.story) : 0;
  const hit = isCurrent
    ? at.hit < 0
      ? Math.max(0, hits - 1)
      : Math.min(at.hit, Math.max(0, hits - 1))
    : 0;
  const step = (direction: 1 | -1): void => {
    const next = hit + direction;
    if (next >= 0 && next < hits) setAt({ answer: answerNumber, story, hit: next });
    else if (story + direction >= 0 && story + direction < count) {
      setAt({ answer: answerNumber, story: story + direction, hit: direction === 1 ? 0 : -1 });
    }
  };
  return {
    step,
    story,
    hit,
    read,
    choose: (index: number): void => {
      setAt({ answer: answerNumber, story: index, hit: 0 });
    },
  };
}

/** Everything that was found for what is typed; null for another place. */
export function useSearchView(
  location: SearchLocation | null,
  actions: RefObject<SearchActions | null>,
): ReadingView | null {
  const { t, i18n } = useTranslation();
  const search = location?.search ?? null;
  const archives = useLiveQuery(listArchives, []);
  const loads = useMemo(() => archives?.map(loadName) ?? null, [archives]);
  const state = useSearch(search, loads, readDates);
  const { answer, answerNumber, made } = state;
  const count = answer?.stories ?? 0;
  const stories = useFoundStories(answerNumber, count);
  const walk = useWalk(answerNumber, count);
  const saved = useSavedSearches();
  const [isBuilding, setBuilding] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const isHere = search !== null;
  const history = useSearchHistory(isHere);
  /** What was asked for with Enter: pauses while typing are no visits. */
  const [asked, setAsked] = useState('');
  useEffect(() => {
    if (!isHere) return;
    input.current?.focus();
    input.current?.select();
  }, [isHere]);
  useImperativeHandle(actions, () => ({
    step: walk.step,
    focus: () => {
      input.current?.focus();
      input.current?.select();
    },
  }));
  const titles = useMemo(
    () => new Map((archives ?? []).map((archive) => [archive.id, archive])),
    [archives],
  );
  if (search === null) return null;
  const paperOf = (id: string): string => titleOf(titles.get(id));
  const change = (next: Partial<SearchPlace>): void => {
    goTo({ screen: 'search', search: { ...search, ...next } });
  };
  const place = formatLocation({ screen: 'search', search });
  const kept = saved.find((each) => each.place === place);
  const title = search.typed.trim() === '' ? t('search.title') : search.typed.trim();
  const marked = walk.read?.story;
  return {
    crumbs: [
      { words: t('search.title'), href: null },
      ...(search.typed === '' ? [] : [{ words: search.typed, href: null }]),
    ],
    status: (
      <>
        <b>{t('library.summary', { count: titles.size })}</b>
        {answer !== null && (
          <span>{t('search.found', { count, formatted: formatCount(count) })}</span>
        )}
      </>
    ),
    facts: null,
    left: (
      <SearchFacets
        answer={answer}
        filter={search.filter}
        paperOf={paperOf}
        interfaceLanguage={i18n.language as InterfaceLanguage}
        onFilter={(filter) => {
          change({ filter });
        }}
      >
        <SavedSearchList searches={saved} />
      </SearchFacets>
    ),
    leaf: (
      <main className="leaf search" aria-busy={state.isSearching}>
        <SearchBox
          typed={search.typed}
          problems={made?.reading.problems ?? []}
          history={history}
          isSaved={kept !== undefined}
          isBuilderOpen={isBuilding}
          input={input}
          onSearch={(typed, isFinal) => {
            const next = { screen: 'search', search: { ...search, typed } } as const;
            if (isFinal) setAsked(typed);
            // What is passed by while typing is no step of the history.
            if (typed !== search.typed) (isFinal ? goTo : replaceLocation)(next);
          }}
          onStep={walk.step}
          onDown={() => {
            document.querySelector<HTMLElement>('.result-list, .concordance')?.focus();
          }}
          onBuilder={() => {
            setBuilding(!isBuilding);
          }}
          onSave={() => {
            void (kept === undefined ? saveSearch(title, place) : removeSavedSearch(kept.id));
          }}
        />
        {isBuilding && (
          <QueryBuilder
            onBuild={(typed) => {
              setBuilding(false);
              setAsked(typed);
              change({ typed });
            }}
            onClose={() => {
              setBuilding(false);
              input.current?.focus();
            }}
          />
        )}
        <SearchOptions search={search} made={made} onChange={change} />
        <SearchResults
          search={search}
          state={state}
          stories={stories}
          active={walk.story}
          paperOf={paperOf}
          hrefOfStory={(story) => hrefOf(placeOfStory(search, story.archiveId, story.row))}
          hrefOfLine={(line) => hrefOf(placeOfLine(search, line))}
          onActive={walk.choose}
          onOpenStory={(story) => {
            goTo(placeOfStory(search, story.archiveId, story.row));
          }}
          onOpenLine={(line) => {
            goTo(placeOfLine(search, line));
          }}
          onChange={change}
        />
      </main>
    ),
    right:
      search.view === 'excerpts' && marked ? (
        <StoryPreview
          story={marked}
          hit={walk.hit}
          paper={paperOf(marked.archiveId)}
          href={hrefOf(placeOfStory(search, marked.archiveId, marked.row))}
        />
      ) : null,
    open: null,
    title:
      search.typed.trim() === '' || search.typed !== asked
        ? null
        : t('search.historyTitle', { typed: title }),
  };
}

function titleOf(archive: ArchiveRecord | undefined): string {
  return archive?.description['dcterms:title'] ?? '';
}
