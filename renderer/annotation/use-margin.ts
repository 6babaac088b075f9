import { useLayoutEffect, useState, type RefObject } from 'react';
import type { Edges } from './leader.tsx';

/** px; the same as in styles/annotation.css. */
const wideNotes = 322;
const narrowNotes = 270;
const padding = 48;
/** A line shorter than this is no line to read. */
const fewestCharacters = 22;
const headNotes = 176;
/** Vertical text keeps at least so many characters a line below its notes. */
const fewestVertical = 16;

/**
 * `wide`: notes beside the text, which stays where it is. `fitted`: the text moves aside for them, and
 * gives them some of its width.
 * `none`: marks alone, their notes open beside them.
 */
export type MarginMode = 'wide' | 'fitted' | 'none';

export interface Margin {
  readonly mode: MarginMode;
  readonly edges: Edges;
  /** px along the lines, where the story begins and where its text ends. */
  readonly start: number;
  readonly end: number;
}

function modeOf(frame: HTMLElement, isVertical: boolean): { mode: MarginMode; fitted: number } {
  const style = getComputedStyle(frame);
  const size = Number.parseFloat(style.getPropertyValue('--story-size'));
  const measure = Number(style.getPropertyValue('--story-measure'));
  if (isVertical) {
    const room = frame.clientHeight - 80 - headNotes;
    return { mode: room >= fewestVertical * size * 1.1 ? 'fitted' : 'none', fitted: 0 };
  }
  const room = frame.clientWidth - padding;
  if (room >= measure * size + 2 * wideNotes) return { mode: 'wide', fitted: measure };
  const fitted = Math.min(measure, Math.floor((room - narrowNotes) / size));
  return fitted >= fewestCharacters
    ? { mode: 'fitted', fitted }
    : { mode: 'none', fitted: measure };
}

/**
 * Makes room for notes in the frame where there are any and the window is large enough, and says
 * where that is.
 */
export function useMargin(
  frame: RefObject<HTMLElement | null>,
  isVertical: boolean,
  hasNotes: boolean,
  layout: string,
): Margin {
  const [margin, setMargin] = useState<Margin>({
    mode: 'none',
    edges: { text: 0, notes: 0 },
    start: 0,
    end: 0,
  });
  useLayoutEffect(() => {
    const element = frame.current;
    const story = element?.querySelector('.story') ?? null;
    const body = element?.querySelector('.story-text') ?? null;
    if (element === null || story === null || body === null) return;
    const { mode, fitted } = modeOf(element, isVertical);
    element.setAttribute('data-margin', hasNotes ? mode : 'none');
    if (mode === 'fitted' && hasNotes && !isVertical) {
      element.style.setProperty('--fitted-measure', String(fitted));
    } else element.style.removeProperty('--fitted-measure');
    const bounds = element.getBoundingClientRect();
    const box = story.getBoundingClientRect();
    const lastBox = body.lastElementChild?.getBoundingClientRect() ?? body.getBoundingClientRect();
    const next: Margin = isVertical
      ? {
          mode,
          edges: {
            text: box.top - bounds.top + element.scrollTop,
            notes: box.top - bounds.top + element.scrollTop - 34,
          },
          start: element.clientWidth - (box.right - bounds.left + element.scrollLeft),
          end: element.clientWidth - (lastBox.left - bounds.left + element.scrollLeft),
        }
      : {
          mode,
          edges: {
            text: box.right - bounds.left + element.scrollLeft + 4,
            notes: box.right - bounds.left + element.scrollLeft + (mode === 'wide' ? 52 : 40),
          },
          start: box.top - bounds.top + element.scrollTop,
          end: lastBox.bottom - bounds.top + element.scrollTop,
        };
    // eslint-disable-next-line react-hooks/set-state-in-effect -- only the document knows where things stand
    setMargin((before) => (JSON.stringify(before) === JSON.stringify(next) ? before : next));
  }, [frame, isVertical, hasNotes, layout]);
  return margin;
}
