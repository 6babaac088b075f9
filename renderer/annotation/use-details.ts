import { useEffect, useRef } from 'react';
import { noteElementId } from './note-card.tsx';
import type { PlacedAnnotation } from './place-annotations.ts';
import type { StoryText } from './story-text.ts';

interface Detail {
  readonly id: string;
  readonly elements: readonly HTMLElement[];
}

/** Links the parts of the text to the notes on them, for those who hear the page. */
export function useDetails(text: StoryText | null, placed: readonly PlacedAnnotation[]): void {
  const shown = useRef(new Map<HTMLElement, string>());
  /** What was looked up on a text for places that are the same objects still. */
  const known = useRef<{ text: StoryText | null; of: WeakMap<PlacedAnnotation, Detail> }>({
    text: null,
    of: new WeakMap(),
  });
  useEffect(() => {
    if (known.current.text !== text) known.current = { text, of: new WeakMap() };
    const { of } = known.current;
    const details = new Map<HTMLElement, string[]>();
    for (const each of text === null ? [] : placed) {
      let detail = of.get(each);
      if (detail === undefined) {
        const id = noteElementId(each.annotation.id);
        of.set(each, (detail = { id, elements: text?.elementsOf(each.range) ?? [] }));
      }
      for (const element of detail.elements) {
        const ids = details.get(element);
        if (ids === undefined) details.set(element, [detail.id]);
        else ids.push(detail.id);
      }
    }
    const next = new Map([...details].map(([element, ids]) => [element, ids.join(' ')]));
    for (const [element, ids] of next) {
      if (shown.current.get(element) !== ids) element.setAttribute('aria-details', ids);
    }
    for (const element of shown.current.keys()) {
      if (!next.has(element)) element.removeAttribute('aria-details');
    }
    shown.current = next;
  }, [text, placed]);
}
