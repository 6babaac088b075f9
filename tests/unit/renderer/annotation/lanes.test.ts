import fc from 'fast-check';
import { expect, test } from 'vitest';
import { laneCount, laneOf, type MarkedRange } from '../../../../renderer/annotation/lanes.ts';

const mark = (id: string, start: number, end: number, rest: Partial<MarkedRange> = {}) => ({
  id,
  start,
  end,
  style: 'fill' as const,
  created: `2026-01-01T00:00:0${id}Z`,
  ...rest,
});

test('each mark takes the first lane free along all of it; the third layer is a line alone', () => {
  const lanes = laneOf([
    mark('1', 0, 10),
    mark('2', 5, 15),
    mark('3', 8, 9),
    mark('4', 10, 12),
    mark('5', 20, 30),
  ]);
  expect([...lanes]).toEqual([
    ['1', { lane: 0, hasFill: true }],
    ['2', { lane: 1, hasFill: true }],
    ['3', { lane: 2, hasFill: false }],
    ['4', { lane: 0, hasFill: true }],
    ['5', { lane: 0, hasFill: true }],
  ]);
});

test('an underline takes a lane and no fill, so that two fills may still lie with it', () => {
  const lanes = laneOf([
    mark('1', 0, 9, { style: 'underline' }),
    mark('2', 0, 9),
    mark('3', 0, 9),
    mark('4', 0, 9),
  ]);
  expect([...lanes.values()]).toEqual([
    { lane: 0, hasFill: false },
    { lane: 1, hasFill: true },
    { lane: 2, hasFill: true },
    { lane: 3, hasFill: false },
  ]);
});

const marks = fc
  .array(
    fc.record({
      start: fc.nat(60),
      length: fc.integer({ min: 1, max: 20 }),
      style: fc.constantFrom('fill' as const, 'underline' as const),
    }),
    { maxLength: 40 },
  )
  .map((all) =>
    all.map(({ start, length, style }, index) => ({
      id: String(index),
      start,
      end: start + length,
      style,
      created: `2026-01-01T00:00:00.${String(index).padStart(3, '0')}Z`,
    })),
  );

test('whatever overlaps: no line coincides with another but in the last lane, no three fills', () => {
  fc.assert(
    fc.property(marks, (all) => {
      const lanes = laneOf(all);
      expect(lanes.size).toBe(all.length);
      for (let at = 0; at < 80; at += 1) {
        const here = all.filter(({ start, end }) => start <= at && at < end);
        const found = here.map(({ id }) => lanes.get(id));
        const own = found.map((each) => each?.lane).filter((lane) => lane !== laneCount - 1);
        expect(new Set(own).size).toBe(own.length);
        expect(found.filter((each) => each?.hasFill).length).toBeLessThanOrEqual(2);
      }
    }),
  );
});

test('a mark that is added changes no other', () => {
  fc.assert(
    fc.property(marks, (all) => {
      const before = laneOf(all.slice(0, -1));
      const after = laneOf(all);
      for (const [id, lane] of before) expect(after.get(id)).toEqual(lane);
    }),
  );
});
