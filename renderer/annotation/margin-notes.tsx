import {
  memo,
  type CSSProperties,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
  type ReactElement,
  type ReactNode,
  type RefObject,
} from 'react';
import { useTranslation } from 'react-i18next';
import type { Annotation } from '../../archive/model/annotation.ts';
import { Leader, noteShift, type Edges } from './leader.tsx';
import { placeNotes, type UnplacedNote } from './margin-layout.ts';
import { hasWords, MarkedWords, NoteCard, noteElementId } from './note-card.tsx';
import { firstWords } from '../components/note-words.ts';
import type { LinePlace, PlacedLines } from './use-lines.ts';
import { useSight } from './use-sight.ts';

/** px between notes. */
const gap = 10;
const foldedLength = 22;
/** Characters a line of a note, for those that have not been measured. */
const charactersPerLine = 19;

const footId = 'foot';

/** px that notes take unfolded, where they have been drawn. */
interface Lengths {
  readonly layout: string;
  readonly of: ReadonlyMap<Annotation, number>;
  /** The open note's, as long as its editor is. */
  readonly active: number | null;
}

const estimates = new WeakMap<Annotation, number>();

interface Shown {
  readonly annotation: Annotation;
  readonly line: LinePlace | null;
  readonly isUncertain: boolean;
}

function estimatedLength(annotation: Annotation): number {
  const known = estimates.get(annotation);
  if (known !== undefined) return known;
  const { note, tags, correctedReading } = annotation;
  const lines = Math.min(
    12,
    Math.ceil(note.length / charactersPerLine) + note.split('\n', 12).length - 1,
  );
  const others = (tags.length > 0 ? 1 : 0) + (correctedReading === undefined ? 0 : 1) + 1;
  const length = (lines + others) * 21;
  estimates.set(annotation, length);
  return length;
}

/** A mark without a card, for those who hear the page. */
const UnseenNote = memo(function UnseenNote({
  annotation,
}: {
  annotation: Annotation;
}): ReactElement {
  return (
    <li id={noteElementId(annotation.id)} className="unseen">
      <MarkedWords annotation={annotation} />
      {annotation.note !== '' && firstWords(annotation.note)}
    </li>
  );
});

/**
 * Notes in the margin beside the lines they belong to: at the side of horizontal text, above
 * vertical text. Those far out of sight are not drawn. Marks without words are there for those who
 * hear the page.
 */
export const MarginNotes = memo(function MarginNotes({
  isShown,
  frame,
  isVertical,
  lined,
  ofStory,
  activeId,
  editor,
  foot,
  footLine,
  start,
  edges,
  layout,
  onOpen,
}: {
  /** Where there is no room, they are there for those who hear the page alone. */
  isShown: boolean;
  frame: RefObject<HTMLElement | null>;
  isVertical: boolean;
  lined: PlacedLines;
  ofStory: readonly Annotation[];
  activeId: string | null;
  /** Takes the place of the active note. */
  editor: ReactNode;
  /** Stands below all notes; null for nothing. */
  foot: ReactNode;
  footLine: number;
  /** Where the story begins, along the lines: notes on the whole of it stand there. */
  start: number;
  /** Across the lines: where the text ends, where notes begin. */
  edges: Edges;
  layout: string;
  onOpen: (id: string) => void;
}): ReactElement {
  const { t } = useTranslation();
  const list = useRef<HTMLOListElement>(null);
  const sight = useSight(frame, isVertical);
  const [lengths, setLengths] = useState<Lengths>({ layout, of: new Map(), active: null });

  const shown = useMemo((): readonly Shown[] => {
    const whole = ofStory.map((annotation) => ({ annotation, line: null, isUncertain: false }));
    const passages = lined.placed.flatMap(({ annotation, isUncertain }) => {
      const line = lined.lines.get(annotation.id);
      return line === undefined ? [] : [{ annotation, line, isUncertain }];
    });
    return [...whole, ...passages];
  }, [ofStory, lined]);

  const places = useMemo(() => {
    const unplaced = shown
      .filter(({ annotation }) => hasWords(annotation) || annotation.id === activeId)
      .map(({ annotation, line }): UnplacedNote => ({
        id: annotation.id,
        line: line === null ? start : line.at + noteShift,
        length:
          (annotation.id === activeId
            ? lengths.active
            : lengths.layout === layout
              ? lengths.of.get(annotation)
              : null) ?? estimatedLength(annotation),
        foldedLength,
      }));
    unplaced.push({ id: footId, line: footLine, length: foldedLength, foldedLength });
    return new Map(placeNotes(unplaced, gap, activeId).map((each) => [each.id, each]));
  }, [shown, lengths, activeId, layout, start, footLine]);
  const footAt = places.get(footId)?.at ?? footLine;

  const near = shown.filter(({ annotation, line }) => {
    const at = places.get(annotation.id)?.at ?? line?.at ?? start;
    return annotation.id === activeId || (sight[0] <= at && at <= sight[1]);
  });
  const byId = useMemo(
    () => new Map(shown.map(({ annotation }) => [annotation.id, annotation])),
    [shown],
  );

  // What a note takes unfolded is known once it has been drawn; the editor grows while one types.
  useLayoutEffect(() => {
    const element = list.current;
    if (element === null) return undefined;
    const measure = (): void => {
      const isSame = lengths.layout === layout;
      const found = new Map<Annotation, number>();
      let active: number | null = null;
      for (const item of element.querySelectorAll<HTMLElement>('[data-note]')) {
        const annotation = byId.get(item.dataset.note ?? '');
        if (annotation === undefined || item.dataset.folded === 'true') continue;
        const isActive = annotation.id === activeId;
        // Asking for a length sets the whole story anew: once for each note is enough.
        if (!isActive && isSame && lengths.of.has(annotation)) continue;
        const size = isVertical ? item.offsetWidth : item.offsetHeight;
        if (isActive) active = size;
        else found.set(annotation, size);
      }
      if (isSame && found.size === 0 && active === lengths.active) return;
      setLengths((before) => ({
        layout,
        of: new Map([...(before.layout === layout ? before.of : []), ...found]),
        active,
      }));
    };
    measure();
    const active = element.querySelector('[data-active="true"]');
    if (active === null) return undefined;
    const observer = new ResizeObserver(measure);
    observer.observe(active);
    return () => {
      observer.disconnect();
    };
  });

  return (
    <section
      className="margin-notes"
      aria-label={t('annotate.marginTitle')}
      style={{ '--notes-at': `${edges.notes}px` } as CSSProperties}
    >
      <ol ref={list}>
        {near.map(({ annotation, isUncertain }) => {
          const { id, mark } = annotation;
          const place = places.get(id);
          const isActive = id === activeId;
          if (place === undefined || !isShown) {
            return <UnseenNote key={id} annotation={annotation} />;
          }
          return (
            <li
              key={id}
              id={noteElementId(id)}
              className={isActive ? 'margin-note active' : 'margin-note'}
              data-note={id}
              data-ink={mark?.ink}
              data-folded={place.isFolded}
              data-active={isActive}
              style={isVertical ? { right: place.at } : { top: place.at }}
            >
              {isActive ? (
                editor
              ) : (
                <NoteCard
                  annotation={annotation}
                  isFolded={place.isFolded}
                  isUncertain={isUncertain}
                  onOpen={onOpen}
                />
              )}
            </li>
          );
        })}
      </ol>
      {near.map(({ annotation, line }) => {
        const place = places.get(annotation.id);
        if (line === null || place === undefined || !isShown) return null;
        return (
          <Leader
            key={annotation.id}
            line={line.at}
            note={place.at}
            edges={edges}
            isVertical={isVertical}
            ink={annotation.mark?.ink}
          />
        );
      })}
      {foot !== null && isShown && (
        <div className="margin-foot" style={isVertical ? { right: footAt } : { top: footAt }}>
          {foot}
        </div>
      )}
    </section>
  );
});
