import { useCallback, useMemo, useRef, useState } from 'react';
import { askSearch } from '../database/asking-search.ts';
import type { FoundStory } from '../database/search-messages.ts';

const chunkSize = 20;

export interface FoundStories {
  /** Undefined until the story has been read. */
  readonly at: (index: number) => FoundStory | undefined;
  readonly read: (first: number, last: number) => void;
}

/** The stories of the answer that is shown, read in chunks as they are wanted. */
export function useFoundStories(answerNumber: number, count: number): FoundStories {
  const [version, setVersion] = useState(0);
  const known = useRef<{
    readonly answer: number;
    readonly chunks: Map<number, readonly FoundStory[] | null>;
  }>({ answer: 0, chunks: new Map() });
  const read = useCallback(
    (first: number, last: number): void => {
      if (known.current.answer !== answerNumber) {
        known.current = { answer: answerNumber, chunks: new Map() };
      }
      const { chunks } = known.current;
      const end = Math.min(last, count - 1);
      for (let chunk = Math.floor(first / chunkSize); chunk * chunkSize <= end; chunk++) {
        if (chunks.has(chunk)) continue;
        chunks.set(chunk, null);
        const from = chunk * chunkSize;
        void askSearch('stories', { from, to: from + chunkSize }).then((stories) => {
          if (stories === 'superseded' || known.current.answer !== answerNumber) return;
          chunks.set(chunk, stories);
          setVersion((before) => before + 1);
        });
      }
    },
    [answerNumber, count],
  );
  return useMemo(
    () => ({
      at: (index: number) =>
        known.current.answer === answerNumber
          ? known.current.chunks.get(Math.floor(index / chunkSize))?.[index % chunkSize]
          : undefined,
      read,
    }),
    // eslint-disable-next-line react-hooks/exhaustive-deps -- `version` counts what was read
    [answerNumber, read, version],
  );
}
