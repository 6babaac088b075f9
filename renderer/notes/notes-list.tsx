import {
  memo,
  useEffect,
  useId,
  useRef,
  useState,
  type KeyboardEvent,
  type ReactElement,
  type ReactNode,
} from 'react';
import { useTranslation } from 'react-i18next';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useScrollKeys } from '../components/use-scroll-keys.ts';
import type { AllNotes } from '../database/all-notes.ts';
import type { ListedNote } from './arrange-notes.ts';
import { nearestNote, type NoteRow } from './note-rows.ts';
import { GroupHead, NoteView } from './note-view.tsx';

export interface NotesPlace {
  readonly active: number;
  readonly offset: number;
}

type ActionsOf = (note: ListedNote) => ReactNode;

/** Drawn once, while the list around it is scrolled. */
const NoteCell = memo(function NoteCell({
  note,
  actionsOf,
}: {
  note: ListedNote;
  actionsOf: ActionsOf;
}): ReactElement {
  return (
    <NoteView note={note}>
      <span className="note-actions">{actionsOf(note)}</span>
    </NoteView>
  );
});

/** A list of any number of notes; arrows walk it, Enter opens, Delete moves to the trash. */
export function NotesList({
  rows,
  archives,
  isByTag,
  start,
  onLeave,
  onOpen,
  onDelete,
  actionsOf,
}: {
  rows: readonly NoteRow[];
  archives: AllNotes['archives'];
  isByTag: boolean;
  start: NotesPlace;
  /** Called with the place when it changes, so that coming back leads to it. */
  onLeave: (place: NotesPlace) => void;
  onOpen: (note: ListedNote) => void;
  onDelete: (note: ListedNote) => void;
  /** Buttons of a note, in words. */
  actionsOf: ActionsOf;
}): ReactElement {
  const { t } = useTranslation();
  const id = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const [chosen, setChosen] = useState(start.active);
  const active = nearestNote(rows, chosen, 1);
  // eslint-disable-next-line react-hooks/incompatible-library -- nothing here is memoised by a compiler
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => (rows[index]?.kind === 'head' ? 58 : 92),
    getItemKey: (index) => rows[index]?.key ?? index,
    overscan: 6,
    initialOffset: start.offset,
  });
  const offset = virtualizer.scrollOffset ?? start.offset;
  useEffect(() => {
    onLeave({ active, offset });
  }, [active, offset, onLeave]);
  // Whoever comes by keyboard can walk the list at once.
  useScrollKeys(scroller, 'notes');

  function go(to: number, step: 1 | -1): void {
    const index = nearestNote(rows, to, step);
    if (index === -1) return;
    setChosen(index);
    virtualizer.scrollToIndex(index === 1 ? 0 : index, { align: 'auto' });
  }
  function onKeyDown(event: KeyboardEvent): void {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.target !== event.currentTarget) return;
    const row = rows[active];
    if (event.key === 'ArrowDown') go(active + 1, 1);
    else if (event.key === 'ArrowUp') go(active - 1, -1);
    else if (event.key === 'PageDown') go(active + 8, 1);
    else if (event.key === 'PageUp') go(active - 8, -1);
    else if (event.key === 'Home') go(0, 1);
    else if (event.key === 'End') go(rows.length - 1, -1);
    else if (event.key === 'Enter' && row?.kind === 'note') onOpen(row.note);
    else if (event.key === 'Delete' && row?.kind === 'note') onDelete(row.note);
    else return;
    event.preventDefault();
  }

  const rowId = (index: number): string => `${id}-${index}`;
  const items = virtualizer.getVirtualItems();
  const isActiveShown = items.some(({ index }) => index === active);
  return (
    <div
      ref={scroller}
      className="notes-list"
      role="grid"
      tabIndex={0}
      aria-label={t('notes.list')}
      aria-rowcount={rows.length}
      aria-activedescendant={isActiveShown ? rowId(active) : undefined}
      onKeyDown={onKeyDown}
    >
      <div role="rowgroup" style={{ blockSize: `${virtualizer.getTotalSize()}px` }}>
        {items.map(({ index, start: top, key }) => {
          const row = rows[index];
          if (row === undefined) return null;
          const style = { transform: `translateY(${top}px)` };
          if (row.kind === 'head') {
            const archive = archives.get(row.group.place?.archiveId ?? '');
            return (
              <div
                key={key}
                ref={virtualizer.measureElement}
                data-index={index}
                className="notes-head"
                role="row"
                aria-rowindex={index + 1}
                style={style}
              >
                <div role="rowheader">
                  <GroupHead
                    group={row.group}
                    isOfTag={isByTag}
                    paper={
                      archive
                        ? {
                            title: archive.description['dcterms:title'],
                            language: archive.description.defaults.language,
                          }
                        : null
                    }
                  />
                </div>
              </div>
            );
          }
          return (
            // eslint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus -- the grid has the keys
            <div
              key={key}
              ref={virtualizer.measureElement}
              data-index={index}
              id={rowId(index)}
              className="note-row"
              role="row"
              aria-rowindex={index + 1}
              aria-selected={index === active}
              style={style}
              onClick={(event) => {
                setChosen(index);
                const isOnControl = (event.target as Element).closest('button, a') !== null;
                // Whoever selects words to copy them does not want to leave.
                if (!isOnControl && document.getSelection()?.isCollapsed !== false)
                  onOpen(row.note);
              }}
            >
              <div role="gridcell">
                <NoteCell note={row.note} actionsOf={actionsOf} />
              </div>
            </div>
          );
        })}
      </div>
    </div>
  );
}
