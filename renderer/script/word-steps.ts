import { ambiguitiesIn, shownElements } from './ambiguity-marks.ts';
import { changedWords, rangeIn, shownWordsOf, wholeWord, type WordPlace } from './shown-words.ts';

/** The offsets of an element's words at which the keyboard stops: doubtful ones, or all converted. */
function stopsIn(element: Element, onlyDoubtful: boolean): readonly number[] {
  const words = shownWordsOf(element);
  if (words === undefined) return [];
  if (onlyDoubtful) return ambiguitiesIn(words).map(({ target }) => target.start);
  const starts = changedWords(words).map((change) => {
    const { target } = wholeWord(words.conversion, change);
    return Math.max(target.start, Math.min(change.target.start, target.end - 1));
  });
  return starts;
}

function placeAt(element: Element, offset: number): WordPlace | null {
  const words = shownWordsOf(element);
  const node = element.firstChild;
  if (words === undefined || !(node instanceof Text)) return null;
  return { element, node, words, offset };
}

function isInSight({ node, offset }: WordPlace): boolean {
  const frame = node.parentElement?.closest('.story-frame, .leaf');
  const box = rangeIn(node, { start: offset, end: offset + 1 }).getBoundingClientRect();
  if (frame === null || frame === undefined || box.width === 0) return false;
  const bounds = frame.getBoundingClientRect();
  return (
    box.top >= bounds.top - 1 &&
    box.bottom <= bounds.bottom + 1 &&
    box.left >= bounds.left - 1 &&
    box.right <= bounds.right + 1
  );
}

/**
 * The next word to stop at, from the one that is looked at or else from the first in sight; null
 * where there is none. After the last comes the first.
 */
export function nextStop(
  from: WordPlace | null,
  direction: 1 | -1,
  onlyDoubtful: boolean,
): WordPlace | null {
  const elements = shownElements();
  const places = elements.flatMap((element) =>
    stopsIn(element, onlyDoubtful).map((offset) => ({ element, offset })),
  );
  if (places.length === 0) return null;
  let index = -1;
  if (from !== null) {
    index = places.findIndex(
      ({ element, offset }) => element === from.element && offset === from.offset,
    );
  }
  if (index === -1) {
    const first = places.findIndex(({ element, offset }) => {
      const place = placeAt(element, offset);
      return place !== null && isInSight(place);
    });
    index = Math.max(0, first) - (direction === 1 ? 1 : 0);
  }
  const stop = places[(index + direction + places.length) % places.length];
  return stop === undefined ? null : placeAt(stop.element, stop.offset);
}
