import {
  memo,
  useEffect,
  useId,
  useLayoutEffect,
  useRef,
  useState,
  type KeyboardEvent,
  type ReactElement,
} from 'react';
import { useTranslation } from 'react-i18next';
import { useVirtualizer } from '@tanstack/react-virtual';
import { formatCount } from '../i18n/dates.ts';
import { useFrame } from './story-frame.ts';
import type { StoryRows } from './story-rows.ts';

export interface StoryTableRow {
  readonly key: number;
  readonly date: string;
  readonly page: string;
  readonly pageName: string;
  readonly headline: string;
  readonly language: string;
  /** The first names of the byline, and how many it has. */
  readonly byline: readonly string[];
  readonly bylineCount: number;
  /** The section, or the kind of story where it has none. */
  readonly section: string;
  readonly characters: number;
  readonly href: string;
}

export interface TablePlace {
  readonly active: number;
  readonly offset: number;
}

/** Height of a row and of the head, px: with it a million rows fit the tallest box Chromium draws. */
export const rowHeight = 32;
/** Chromium draws no box taller than about 33.5 million px. */
export const mostRows = 1_000_000;

const Row = memo(function Row({
  id,
  index,
  row,
  top,
  isActive,
  isSameDay,
}: {
  id: string;
  index: number;
  row: StoryTableRow;
  top: number;
  isActive: boolean;
  isSameDay: boolean;
}): ReactElement {
  const { t } = useTranslation();
  const names = row.byline.join('　');
  return (
    <div
      role="row"
      id={id}
      aria-rowindex={index + 2}
      aria-selected={isActive}
      className={`story-row${isSameDay ? ' same-day' : ''}`}
      style={{ transform: `translateY(${top}px)` }}
      data-index={index}
    >
      <span role="gridcell" className="date">
        {row.date}
      </span>
      <span role="gridcell" className="page" lang={row.language}>
        <b>{row.page}</b> {row.pageName}
      </span>
      <span role="gridcell" className="headline">
        <a href={row.href} tabIndex={-1} lang={row.language}>
          {row.headline === '' ? t('article.untitled') : row.headline.replaceAll('\n', '　')}
        </a>
      </span>
      <span role="gridcell" className="byline" lang={row.language}>
        {row.bylineCount > row.byline.length ? t('contents.moreAuthors', { names }) : names}
      </span>
      <span role="gridcell" className="section" lang={row.language}>
        {row.section}
      </span>
      <span role="gridcell" className="characters">
        {formatCount(row.characters)}
      </span>
    </div>
  );
});

const columns = ['date', 'page', 'headline', 'authors', 'section', 'characters'] as const;

/**
 * A list of any length. The rows lie in a window that stays put while the box behind it scrolls, and
 * are drawn anew only once they have been read: however fast one scrolls, no row is blank.
 */
export function StoryTable({
  label,
  listKey,
  rows,
  start,
  onLeave,
  onOpen,
}: {
  label: string;
  /** Names what is listed; another list begins at its own `start`. */
  listKey: string;
  rows: StoryRows<StoryTableRow>;
  start: TablePlace;
  /** Called with the place when it changes, so that coming back leads to it. */
  onLeave: (place: TablePlace) => void;
  onOpen: (row: StoryTableRow) => void;
}): ReactElement {
  const { t } = useTranslation();
  const { count } = rows;
  const id = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const [at, setAt] = useState({ listKey, active: start.active });
  if (at.listKey !== listKey) setAt({ listKey, active: start.active });
  const active = Math.max(0, Math.min(count - 1, at.active));
  // eslint-disable-next-line react-hooks/incompatible-library -- nothing here is memoised by a compiler
  const virtualizer = useVirtualizer({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 2,
    paddingStart: rowHeight,
    scrollPaddingStart: rowHeight,
    initialOffset: start.offset,
  });
  const items = virtualizer.getVirtualItems();
  const offset = virtualizer.scrollOffset ?? start.offset;
  const view = { offset, first: items[0]?.index ?? 0, last: items.at(-1)?.index ?? -1 };
  const shown = useFrame(view, rows);

  const listed = useRef(listKey);
  useLayoutEffect(() => {
    if (listed.current === listKey) return;
    listed.current = listKey;
    scroller.current?.scrollTo(0, start.offset);
  }, [listKey, start]);
  useEffect(() => {
    onLeave({ active, offset });
  }, [active, offset, onLeave]);

  useEffect(() => {
    // Whoever comes by keyboard can walk the list at once.
    if (document.activeElement === document.body) scroller.current?.focus({ preventScroll: true });
  }, []);

  function go(to: number): void {
    const index = Math.max(0, Math.min(count - 1, to));
    setAt({ listKey, active: index });
    virtualizer.scrollToIndex(index, { align: 'auto' });
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const height = scroller.current?.clientHeight ?? 0;
    const screenful = Math.max(1, Math.floor(height / rowHeight) - 2);
    const moves: Readonly<Record<string, number>> = {
      ArrowDown: active + 1,
      ArrowUp: active - 1,
      PageDown: active + screenful,
      PageUp: active - screenful,
      Home: 0,
      End: count - 1,
    };
    const to = moves[event.key];
    if (to !== undefined) go(to);
    else if (event.key === 'Enter') {
      const row = rows.rowAt(active);
      if (row !== undefined) onOpen(row);
    } else return;
    event.preventDefault();
  }

  const rowId = (index: number): string => `${id}-${index}`;
  const isActiveShown = shown.rows.some(({ index }) => index === active);
  return (
    <div
      ref={scroller}
      className="story-table"
      role="grid"
      tabIndex={0}
      aria-label={label}
      aria-rowcount={count + 1}
      aria-colcount={columns.length}
      aria-activedescendant={isActiveShown ? rowId(active) : undefined}
      onKeyDown={onKeyDown}
    >
      <div role="row" className="story-row head" aria-rowindex={1}>
        {columns.map((name) => (
          <span role="columnheader" className={name} key={name}>
            {t(`contents.columns.${name}`)}
          </span>
        ))}
      </div>
      <div role="rowgroup" className="story-rows" style={{ blockSize: `${count * rowHeight}px` }}>
        <div role="presentation" className="story-window">
          {shown.rows.map(({ index, row }, place) => (
            <Row
              key={row.key}
              id={rowId(index)}
              index={index}
              row={row}
              top={index * rowHeight - shown.offset}
              isActive={index === active}
              isSameDay={place > 0 && shown.rows[place - 1]?.row.date === row.date}
            />
          ))}
        </div>
      </div>
    </div>
  );
}
