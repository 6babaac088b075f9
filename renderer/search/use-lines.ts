import { useEffect, useMemo, useState } from 'react';
import { reversed } from '../../archive/search/results/concordance.ts';
import { askSearch } from '../database/asking-search.ts';
import type { FoundLine, SearchTasks } from '../database/search-messages.ts';
import type { LineOrder } from '../location/search-place.ts';

/** Lines that are read and sorted; beyond, the search is to be narrowed. */
export const mostLines = 10_000;
/** Characters on either side of the words found. */
const width = 24;

interface Lines {
  readonly lines: readonly FoundLine[];
  readonly isComplete: boolean;
  readonly isCut: boolean;
}

const none: Lines = { lines: [], isComplete: false, isCut: false };

/** Every line of the answer that is shown, as far as they are read. */
export function useLines(answerNumber: number, isWanted: boolean): Lines {
  const [read, setRead] = useState<Lines & { readonly answer: number }>({ ...none, answer: -1 });
  useEffect(() => {
    if (!isWanted) return undefined;
    let isCurrent = true;
    async function follow(): Promise<void> {
      const lines: FoundLine[] = [];
      for (let from: number | null = 0; from !== null;) {
        const part: SearchTasks['lines']['answer'] | 'superseded' = await askSearch('lines', {
          from,
          width,
        });
        if (!isCurrent || part === 'superseded') return;
        lines.push(...part.lines.slice(0, mostLines - lines.length));
        const isFull = lines.length >= mostLines;
        from = isFull ? null : part.next;
        setRead({
          answer: answerNumber,
          lines: [...lines],
          isComplete: from === null,
          isCut: isFull && part.next !== null,
        });
      }
    }
    void follow();
    return () => {
      isCurrent = false;
    };
  }, [answerNumber, isWanted]);
  return read.answer === answerNumber ? read : none;
}

/** The lines sorted by what stands before or after the words found. */
export function useSortedLines(
  lines: readonly FoundLine[],
  order: LineOrder,
): readonly FoundLine[] {
  return useMemo(() => {
    if (order === 'story') return lines;
    const { compare } = new Intl.Collator('zh');
    const keyed = lines.map((line) => ({
      line,
      key: order === 'left' ? reversed(line.left) : line.right,
    }));
    return keyed.sort((a, b) => compare(a.key, b.key)).map(({ line }) => line);
  }, [lines, order]);
}
