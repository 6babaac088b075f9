import { useEffect, useRef, useState } from 'react';
import type { StoryRows } from './story-rows.ts';

/** Rows read beyond what is seen, on either side. */
const readAhead = 64;

/** What the window of the table shows: whole rows, so that nothing is ever blank. */
export interface Frame<Row> {
  readonly offset: number;
  readonly rows: readonly { readonly index: number; readonly row: Row }[];
}

/** The part of the list that a scroll position shows; rows from `first` to `last`, both included. */
export interface View {
  readonly offset: number;
  readonly first: number;
  readonly last: number;
}

/** Null while any of the rows is still to be read. */
export function frameOf<Row>(
  { offset, first, last }: View,
  rows: StoryRows<Row>,
): Frame<Row> | null {
  const found: { index: number; row: Row }[] = [];
  for (let index = first; index <= last; index++) {
    const row = rows.rowAt(index);
    if (row !== undefined) found.push({ index, row });
  }
  return found.length > 0 && found.length === last - first + 1 ? { offset, rows: found } : null;
}

/**
 * The frame to draw for a view. While its rows are read the last whole frame stays; when views
 * change faster than rows are read, those that were read are drawn on the way.
 */
export function useFrame<Row>(view: View, rows: StoryRows<Row>): Frame<Row> {
  const [read, setRead] = useState<Frame<Row>>({ offset: view.offset, rows: [] });
  const latest = useRef(view);
  const isReading = useRef<StoryRows<Row> | null>(null);
  const whole = frameOf(view, rows);
  const { offset, first, last } = view;
  useEffect(() => {
    latest.current = { offset, first, last };
    if (last < first || isReading.current === rows) return;
    isReading.current = rows;
    async function follow(): Promise<void> {
      for (;;) {
        const wanted = latest.current;
        await rows.read(wanted.first, wanted.last);
        if (isReading.current !== rows) return;
        const frame = frameOf(wanted, rows);
        if (frame !== null) setRead(frame);
        if (latest.current.first === wanted.first && latest.current.last === wanted.last) break;
      }
      isReading.current = null;
      // What may be looked at next; nobody waits for it.
      await rows.read(latest.current.first - readAhead, latest.current.last + readAhead);
    }
    void follow();
  }, [rows, offset, first, last]);
  return whole ?? read;
}
