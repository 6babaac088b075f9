import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ChunkedRows } from '../../../../renderer/library/story-rows.ts';
import { frameOf } from '../../../../renderer/library/story-frame.ts';

function counted(count: number): { rows: ChunkedRows<string>; reads: [number, number][] } {
  const reads: [number, number][] = [];
  const rows = new ChunkedRows(count, (from, to) => {
    reads.push([from, to]);
    return Promise.resolve(Array.from({ length: to - from }, (_, step) => `row ${from + step}`));
  });
  return { rows, reads };
}

test('whatever is read is there, each row in its place', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 1, max: 900 }),
      fc.array(fc.tuple(fc.integer({ min: -70, max: 950 }), fc.nat({ max: 60 })), { maxLength: 8 }),
      async (count, ranges) => {
        const { rows } = counted(count);
        for (const [first, length] of ranges) {
          await rows.read(first, first + length);
          for (let index = first; index <= first + length; index++) {
            const isThere = index >= 0 && index < count;
            expect(rows.rowAt(index)).toBe(isThere ? `row ${index}` : undefined);
          }
        }
      },
    ),
  );
});

test('nothing is read twice, not even while it is being read', async () => {
  const { rows, reads } = counted(200);
  await Promise.all([rows.read(0, 30), rows.read(10, 70), rows.read(60, 64)]);
  await rows.read(0, 127);
  expect(reads).toEqual([
    [0, 64],
    [64, 128],
  ]);
});

test('a list of any length keeps few rows', async () => {
  const { rows } = counted(1_000_000);
  for (let first = 0; first < 20_000; first += 64) await rows.read(first, first + 40);
  expect(rows.rowAt(0)).toBeUndefined();
  expect(rows.rowAt(19_970)).toBe('row 19970');
});

test('after a failure the rows are read again', async () => {
  let isBroken = true;
  const rows = new ChunkedRows(10, () =>
    isBroken ? Promise.reject(new Error('closed')) : Promise.resolve(['a']),
  );
  await expect(rows.read(0, 0)).rejects.toThrow('closed');
  isBroken = false;
  await rows.read(0, 0);
  expect(rows.rowAt(0)).toBe('a');
});

test('a frame is whole or is none', async () => {
  const { rows } = counted(300);
  const view = { offset: 1_920, first: 58, last: 90 };
  expect(frameOf(view, rows)).toBeNull();
  await rows.read(0, 63);
  expect(frameOf(view, rows)).toBeNull();
  await rows.read(58, 90);
  expect(frameOf(view, rows)?.rows.map(({ index }) => index)).toEqual(
    Array.from({ length: 33 }, (_, step) => 58 + step),
  );
  expect(frameOf({ offset: 0, first: 0, last: -1 }, rows)).toBeNull();
});
