import { useEffect, useRef, useState } from 'react';

/** ms without a key before what was typed is saved. */
const pause = 500;

/**
 * Words while they are typed. They are handed on when typing pauses, when the field is left, and
 * when it goes away; a change from elsewhere, as by taking a step back, replaces them. Returns the
 * words, how to set them, and how to hand them on at once.
 */
export function useTypedText(
  stored: string,
  save: (text: string) => void,
): readonly [string, (text: string) => void, () => void] {
  const [typed, setTyped] = useState(stored);
  const [seen, setSeen] = useState(stored);
  const waiting = useRef<string | null>(null);
  const timer = useRef(0);
  const latestSave = useRef(save);
  /** What was handed on last: when it comes back as stored, it is no news. */
  const [sent, setSent] = useState(stored);
  if (stored !== seen) {
    setSeen(stored);
    if (stored !== sent) {
      setTyped(stored);
      setSent(stored);
    }
  }
  useEffect(() => {
    latestSave.current = save;
  });
  function flush(): void {
    window.clearTimeout(timer.current);
    const text = waiting.current;
    waiting.current = null;
    if (text === null) return;
    setSent(text);
    latestSave.current(text);
  }
  const latestFlush = useRef(flush);
  useEffect(() => {
    latestFlush.current = flush;
  });
  useEffect(
    () => () => {
      latestFlush.current();
    },
    [],
  );
  function type(text: string): void {
    setTyped(text);
    waiting.current = text;
    window.clearTimeout(timer.current);
    timer.current = window.setTimeout(() => {
      latestFlush.current();
    }, pause);
  }
  return [typed, type, flush];
}
