import { useCallback, useMemo, useReducer } from 'react';
import { readRows, type ArticleRow } from '../database/article-rows.ts';

/** Rows read at once. */
const chunkSize = 64;
/** Chunks kept; the ones read longest ago go first. */
const mostChunks = 128;

/** The rows of a list of keys, read in chunks around what is looked at; the latest wish goes first. */
export class ContentsRows<Shown> {
  private readonly keys: Float64Array;
  private readonly make: (row: ArticleRow, index: number) => Shown;
  private readonly chunks = new Map<number, readonly (Shown | undefined)[]>();
  private wanted = { first: 0, last: -1 };
  private isReading = false;

  /** `make` says what is shown of a row. */
  constructor(keys: Float64Array, make: (row: ArticleRow, index: number) => Shown) {
    this.keys = keys;
    this.make = make;
  }

  rowAt(index: number): Shown | undefined {
    return this.chunks.get(Math.floor(index / chunkSize))?.[index % chunkSize];
  }

  /** Reads what is missing between the two, and a chunk beyond them; calls back after each chunk. */
  async need(first: number, last: number, onRead: () => void): Promise<void> {
    this.wanted = { first, last };
    if (this.isReading) return;
    this.isReading = true;
    try {
      for (;;) {
        const chunk = this.nextChunk();
        if (chunk === undefined) return;
        const first = chunk * chunkSize;
        const rows = await readRows([...this.keys.subarray(first, first + chunkSize)]);
        this.chunks.set(
          chunk,
          rows.map((row, place) => row && this.make(row, first + place)),
        );
        this.forgetOldest();
        onRead();
      }
    } finally {
      this.isReading = false;
    }
  }

  /** What is looked at now comes before what may be looked at next. */
  private nextChunk(): number | undefined {
    const from = Math.floor(this.wanted.first / chunkSize);
    const to = Math.floor(this.wanted.last / chunkSize);
    const end = Math.ceil(this.keys.length / chunkSize);
    const visible = Array.from({ length: to - from + 1 }, (_, step) => from + step);
    return [...visible, to + 1, from - 1].find(
      (chunk) => chunk >= 0 && chunk < end && !this.chunks.has(chunk),
    );
  }

  private forgetOldest(): void {
    for (const chunk of this.chunks.keys()) {
      if (this.chunks.size <= mostChunks) return;
      this.chunks.delete(chunk);
    }
  }
}

/**
 * The rows of a list, as far as they have been read; the view follows as they come. Another `keys`
 * or `make` begins anew.
 */
export function useContentsRows<Shown>(
  keys: Float64Array,
  make: (row: ArticleRow, index: number) => Shown,
): {
  readonly rowAt: (index: number) => Shown | undefined;
  readonly need: (first: number, last: number) => void;
} {
  const rows = useMemo(() => new ContentsRows(keys, make), [keys, make]);
  const [, redraw] = useReducer((count: number) => count + 1, 0);
  const need = useCallback(
    (first: number, last: number) => {
      void rows.need(first, last, redraw);
    },
    [rows],
  );
  const rowAt = useCallback((index: number) => rows.rowAt(index), [rows]);
  return { rowAt, need };
}
