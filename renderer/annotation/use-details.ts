import { useEffect, useRef } from 'react';
import { noteElementId } from './note-card.tsx';
import type { PlacedAnnotation } from './place-annotations.ts';
import type { StoryText } from './story-text.ts';

/** Links the parts of the text to the notes on them, for those who hear the page. */
export function useDetails(text: StoryText | null, placed: readonly PlacedAnnotation[]): void {
  const shown = useRef(new Map<HTMLElement, string>());
  useEffect(() => {
    const details = new Map<HTMLElement, string[]>();
    for (const { annotation, range } of text === null ? [] : placed) {
      for (const element of text?.elementsOf(range) ?? []) {
        const ids = details.get(element) ?? [];
        ids.push(noteElementId(annotation.id));
        details.set(element, ids);
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
