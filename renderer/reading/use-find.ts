import { useEffect, useLayoutEffect, useRef, useState, type RefObject } from 'react';
import { findInTexts } from './find-in-texts.ts';
import { scrollToRange } from './scroll-to-range.ts';
import { paintedRange, shownSegments } from './text-places.ts';

export interface Find {
  readonly wanted: string;
  readonly count: number;
  /** Index of the occurrence that is looked at; -1 where there is none. */
  readonly current: number;
  readonly look: (wanted: string) => void;
  readonly step: (direction: 1 | -1) => void;
}

type Occurrence = readonly StaticRange[];

function occurrences(frame: HTMLElement, wanted: string): readonly Occurrence[] {
  const segments = shownSegments(frame);
  return findInTexts(
    segments.map(({ node }) => node.data),
    wanted,
  ).map((places) =>
    places.flatMap(({ text, start, end }) => {
      const segment = segments[text];
      return segment === undefined ? [] : [paintedRange(segment, { start, end })];
    }),
  );
}

/** Finds and paints what a story shows; `shownKey` changes with the characters on screen. */
export function useFind(
  frame: RefObject<HTMLElement | null>,
  isOpen: boolean,
  shownKey: unknown,
): Find {
  const [wanted, setWanted] = useState('');
  const [{ sought, found }, setFound] = useState<{
    readonly sought: string;
    readonly found: readonly Occurrence[];
  }>({ sought: '', found: [] });
  const [current, setCurrent] = useState(0);

  useLayoutEffect(() => {
    const element = frame.current;
    // eslint-disable-next-line react-hooks/set-state-in-effect -- only the document knows what is shown
    setFound({
      sought: wanted,
      found: element === null || !isOpen ? [] : occurrences(element, wanted),
    });
  }, [frame, isOpen, wanted, shownKey]);

  /** What was last brought into sight: another script must not jump back to it. */
  const lookedAt = useRef('');
  const at = found.length === 0 ? -1 : Math.min(current, found.length - 1);
  useEffect(() => {
    const element = frame.current;
    const here = found[at];
    CSS.highlights.set('found', new Highlight(...found.flat()));
    const highlight = new Highlight(...(here ?? []));
    highlight.priority = 1;
    CSS.highlights.set('found-here', highlight);
    const look = `${sought}\n${at}`;
    if (element !== null && here?.[0] !== undefined && look !== lookedAt.current) {
      scrollToRange(element, here[0]);
    }
    lookedAt.current = look;
    return () => {
      CSS.highlights.delete('found');
      CSS.highlights.delete('found-here');
    };
  }, [frame, found, at, sought]);

  return {
    wanted,
    count: found.length,
    current: at,
    look(words) {
      setWanted(words);
      setCurrent(0);
    },
    step(direction) {
      if (found.length > 0) setCurrent((at + direction + found.length) % found.length);
    },
  };
}
