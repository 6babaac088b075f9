import { useEffect, useRef, type KeyboardEvent, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useVirtualizer } from '@tanstack/react-virtual';
import type { FoundStory } from '../database/search-messages.ts';
import { formatCount } from '../i18n/dates.ts';
import { PrintedWords } from '../script/printed-words.tsx';
import { MarkedText } from './marked-text.tsx';
import type { FoundStories } from './use-found-stories.ts';

const usualHeight = 108;
/** Chromium draws no box taller than about 33 million px. */
const mostListed = 200_000;

function Excerpt({ story }: { story: FoundStory }): ReactElement {
  const { excerpt, row } = story;
  return (
    <p className="excerpt">
      {excerpt.isCutBefore && '……'}
      <MarkedText text={excerpt.text} marks={excerpt.marks} language={row.language} />
      {excerpt.isCutAfter && '……'}
    </p>
  );
}

/** The index of the row that an event is in. */
function indexOfRow(target: EventTarget): number | null {
  const row = target instanceof Element ? target.closest('[data-index]') : null;
  return row === null ? null : Number(row.getAttribute('data-index'));
}

/** The stories that were found, read as they come into view. */
export function ResultList({
  count,
  stories,
  active,
  paperOf,
  hrefOfStory,
  onActive,
  onOpen,
}: {
  count: number;
  stories: FoundStories;
  active: number;
  paperOf: (archiveId: string) => string;
  hrefOfStory: (story: FoundStory) => string;
  onActive: (index: number) => void;
  onOpen: (story: FoundStory) => void;
}): ReactElement {
  const { t } = useTranslation();
  const scroller = useRef<HTMLDivElement>(null);
  // eslint-disable-next-line react-hooks/incompatible-library -- nothing here is memoised by a compiler
  const virtualizer = useVirtualizer({
    count: Math.min(count, mostListed),
    getScrollElement: () => scroller.current,
    estimateSize: () => usualHeight,
    getItemKey: (index) => stories.at(index)?.row.key ?? index,
    overscan: 6,
  });
  const items = virtualizer.getVirtualItems();
  const first = items[0]?.index ?? 0;
  const last = items.at(-1)?.index ?? -1;
  const { read } = stories;
  useEffect(() => {
    if (last >= first) read(first, last);
  }, [read, first, last]);
  useEffect(() => {
    if (active >= 0) virtualizer.scrollToIndex(active, { align: 'auto' });
    // eslint-disable-next-line react-hooks/exhaustive-deps -- only a step scrolls
  }, [active]);

  function onKeyDown(event: KeyboardEvent): void {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const moves: Readonly<Record<string, number>> = {
      ArrowDown: active + 1,
      ArrowUp: active - 1,
      PageDown: active + 6,
      PageUp: active - 6,
      Home: 0,
      End: count - 1,
    };
    const to = moves[event.key];
    if (to !== undefined) onActive(Math.max(0, Math.min(count - 1, to)));
    else if (event.key === 'Enter') {
      const story = stories.at(active);
      if (story !== undefined) onOpen(story);
    } else return;
    event.preventDefault();
  }

  return (
    <div
      ref={scroller}
      className="result-list"
      role="listbox"
      tabIndex={0}
      aria-label={t('search.results')}
      aria-activedescendant={active >= 0 ? `found-${active}` : undefined}
      onKeyDown={onKeyDown}
      onClick={(event) => {
        const index = indexOfRow(event.target);
        if (index !== null) onActive(index);
      }}
      onDoubleClick={(event) => {
        const story = stories.at(indexOfRow(event.target) ?? -1);
        if (story !== undefined) onOpen(story);
      }}
    >
      <div
        role="presentation"
        style={{ blockSize: virtualizer.getTotalSize(), position: 'relative' }}
      >
        {items.map(({ index, key, start }) => {
          const story = stories.at(index);
          return (
            <div
              key={key}
              ref={virtualizer.measureElement}
              data-index={index}
              id={`found-${index}`}
              role="option"
              aria-selected={index === active}
              aria-setsize={count}
              aria-posinset={index + 1}
              className="result"
              style={{ transform: `translateY(${start}px)` }}
            >
              {story === undefined ? (
                <p className="unread">…</p>
              ) : (
                <>
                  <p className="source">
                    <b>{story.row.date}</b>
                    <span>
                      <PrintedWords text={paperOf(story.archiveId)} language={story.row.language} />
                      {'　'}
                      {t('issue.page', { page: story.row.page })}
                    </span>
                  </p>
                  <div>
                    <h3>
                      <a href={hrefOfStory(story)} tabIndex={-1}>
                        {story.row.headline === '' ? (
                          t('article.untitled')
                        ) : (
                          <MarkedText
                            text={story.row.headline}
                            marks={story.headlineMarks}
                            language={story.row.language}
                          />
                        )}
                      </a>
                    </h3>
                    <Excerpt story={story} />
                    <p className="facts">
                      {[
                        story.pageName,
                        t('search.characters', { formatted: formatCount(story.row.characters) }),
                        t('search.hitsInStory', {
                          count: story.hits,
                          formatted: formatCount(story.hits),
                        }),
                      ]
                        .filter((each) => each !== '')
                        .join(' · ')}
                    </p>
                  </div>
                </>
              )}
            </div>
          );
        })}
      </div>
      {count > mostListed && (
        <p className="too-many">{t('contents.tooMany', { formatted: formatCount(mostListed) })}</p>
      )}
    </div>
  );
}
