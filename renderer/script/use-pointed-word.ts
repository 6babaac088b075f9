import { useEffect, useRef, useState } from 'react';
import { wordFacts, wordRange } from './printed-form.tsx';
import { wordsAtPoint, type WordPlace } from './shown-words.ts';

const dwell = 280;

function isSelecting(): boolean {
  return document.getSelection()?.isCollapsed === false;
}

/** The converted word that the pointer rests on; null while it moves, presses or selects. */
export function usePointedWord(isOn: boolean): readonly [WordPlace | null, () => void] {
  const [pointed, setPointed] = useState<WordPlace | null>(null);
  const shownRange = useRef<Range | null>(null);
  useEffect(() => {
    if (!isOn) return undefined;
    let timer = 0;
    function hide(): void {
      window.clearTimeout(timer);
      shownRange.current = null;
      setPointed(null);
    }
    function isOnShownWord({ clientX: x, clientY: y }: PointerEvent): boolean {
      const boxes = shownRange.current?.getClientRects() ?? [];
      return [...boxes].some(
        ({ left, right, top, bottom }) => left <= x && x <= right && top <= y && y <= bottom,
      );
    }
    function onMove(event: PointerEvent): void {
      if (isOnShownWord(event)) return;
      if (shownRange.current !== null) hide();
      window.clearTimeout(timer);
      if (event.buttons !== 0 || event.pointerType === 'touch') return;
      const { clientX, clientY } = event;
      timer = window.setTimeout(() => {
        if (isSelecting()) return;
        const place = wordsAtPoint(clientX, clientY);
        if (place === null || wordFacts(place) === null) return;
        shownRange.current = wordRange(place);
        setPointed(place);
      }, dwell);
    }
    const endings = ['pointerdown', 'keydown', 'wheel', 'scroll', 'blur'] as const;
    window.addEventListener('pointermove', onMove);
    for (const name of endings)
      window.addEventListener(name, hide, { capture: true, passive: true });
    return () => {
      hide();
      window.removeEventListener('pointermove', onMove);
      for (const name of endings) window.removeEventListener(name, hide, true);
    };
  }, [isOn]);
  return [
    pointed,
    () => {
      setPointed(null);
    },
  ];
}
