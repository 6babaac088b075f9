import { useEffect } from 'react';
import type { Ambiguity } from '../../archive/text/script/ambiguity.ts';
import { shownWordsOf, shownWordsSelector, type ShownWords } from './shown-words.ts';

const ambiguitiesOf = new WeakMap<ShownWords, readonly Ambiguity[]>();

/** The characters of an element's words whose form is doubtful, in order. */
export function ambiguitiesIn(words: ShownWords): readonly Ambiguity[] {
  let found = ambiguitiesOf.get(words);
  if (found === undefined) {
    found = words.from.ambiguities(words.conversion.sourceText, words.language);
    ambiguitiesOf.set(words, found);
  }
  return found;
}

/** The doubtful character at an offset of what an element shows, or null. */
export function ambiguityAt(words: ShownWords, offset: number): Ambiguity | null {
  return (
    ambiguitiesIn(words).find(({ target }) => target.start <= offset && offset < target.end) ?? null
  );
}

/** The elements of the open page or story that show converted words, in the order of the document. */
export function shownElements(): readonly Element[] {
  return [...document.querySelectorAll('main.leaf')].flatMap((leaf) => [
    ...leaf.querySelectorAll(shownWordsSelector),
  ]);
}

/** How many doubtful characters the open page or story shows. */
export function countDoubtful(): number {
  return shownElements().reduce((sum, element) => {
    const words = shownWordsOf(element);
    return sum + (words === undefined ? 0 : ambiguitiesIn(words).length);
  }, 0);
}

function markedRanges(): StaticRange[] {
  return shownElements().flatMap((element) => {
    const words = shownWordsOf(element);
    const node = element.firstChild;
    if (words === undefined || !(node instanceof Text)) return [];
    return ambiguitiesIn(words).map(
      ({ target }) =>
        new StaticRange({
          startContainer: node,
          startOffset: Math.min(target.start, node.length),
          endContainer: node,
          endOffset: Math.min(target.end, node.length),
        }),
    );
  });
}

/** Marks doubtful characters faintly, and follows whatever changes on the page. */
export function useAmbiguityMarks(isOn: boolean): void {
  useEffect(() => {
    const root = document.querySelector('.window');
    if (!isOn || root === null) return undefined;
    let frame = 0;
    function mark(): void {
      frame = 0;
      CSS.highlights.set('ambiguous', new Highlight(...markedRanges()));
    }
    const observer = new MutationObserver(() => {
      if (frame === 0) frame = requestAnimationFrame(mark);
    });
    observer.observe(root, { childList: true, characterData: true, subtree: true });
    mark();
    return () => {
      observer.disconnect();
      cancelAnimationFrame(frame);
      CSS.highlights.delete('ambiguous');
    };
  }, [isOn]);
}
