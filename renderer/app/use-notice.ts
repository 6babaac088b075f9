import { useCallback, useEffect, useRef, useState } from 'react';

const noticeTime = 4_000;

/** Words that say for a moment what was done; empty otherwise. */
export function useNotice(): readonly [words: string, say: (words: string) => void] {
  const [words, setWords] = useState('');
  const timer = useRef(0);
  useEffect(
    () => () => {
      window.clearTimeout(timer.current);
    },
    [],
  );
  const say = useCallback((said: string) => {
    window.clearTimeout(timer.current);
    setWords(said);
    timer.current = window.setTimeout(() => {
      setWords('');
    }, noticeTime);
  }, []);
  return [words, say];
}
