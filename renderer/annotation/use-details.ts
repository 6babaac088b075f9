import { useEffect } from 'react';
import { noteElementId } from './note-card.tsx';
import type { PlacedAnnotation } from './place-annotations.ts';
import type { StoryText } from './story-text.ts';

/** Links the parts of the text to the notes on them, for those who hear the page. */
export function useDetails(text: StoryText | null, placed: readonly PlacedAnnotation[]): void {
  useEffect(() => {
    if (text === null) return undefined;
    const details = new Map<HTMLElement, string[]>();
    for (const { annotation, range } of placed) {
      for (const element of text.elementsOf(range)) {
        const ids = details.get(element) ?? [];
        ids.push(noteElementId(annotation.id));
        details.set(element, ids);
      }
    }
    for (const [element, ids] of details) element.setAttribute('aria-details', ids.join(' '));
    return () => {
      for (const element of details.keys()) element.removeAttribute('aria-details');
    };
  }, [text, placed]);
}
