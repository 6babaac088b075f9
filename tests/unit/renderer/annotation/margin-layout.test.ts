import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { placeNotes, type UnplacedNote } from '../../../../renderer/annotation/margin-layout.ts';

const note = (id: string, line: number, length: number): UnplacedNote => ({
  id,
  line,
  length,
  foldedLength: 20,
});

describe('notes beside their lines', () => {
  test.each<[string, readonly UnplacedNote[], string | null, unknown]>([
    [
      'stand at their lines',
      [note('a', 0, 40), note('b', 100, 40)],
      null,
      [
        ['a', 0, false],
        ['b', 100, false],
      ],
    ],
    [
      'fold before the next one',
      [note('a', 0, 80), note('b', 50, 40)],
      null,
      [
        ['a', 0, true],
        ['b', 50, false],
      ],
    ],
    [
      'move on where folding is not enough',
      [note('a', 0, 80), note('b', 10, 40)],
      null,
      [
        ['a', 0, true],
        ['b', 30, false],
      ],
    ],
    [
      'the active one keeps its line',
      [note('a', 90, 80), note('b', 100, 300), note('c', 120, 40)],
      'b',
      [
        ['a', 70, true],
        ['b', 100, false],
        ['c', 410, false],
      ],
    ],
    [
      'at the very beginning all move on',
      [note('a', 0, 80), note('b', 5, 30), note('c', 8, 60)],
      'c',
      [
        ['a', 0, true],
        ['b', 30, true],
        ['c', 60, false],
      ],
    ],
  ])('%s', (_, notes, activeId, expected) => {
    expect(
      placeNotes(notes, 10, activeId).map(({ id, at, isFolded }) => [id, at, isFolded]),
    ).toEqual(expected);
  });

  test('none overlap, none changes its order, the active one is never folded', () => {
    const notes = fc.array(
      fc.record({ line: fc.nat(900), length: fc.integer({ min: 20, max: 300 }) }),
      { maxLength: 30 },
    );
    fc.assert(
      fc.property(notes, fc.nat(40), (all, chosen) => {
        const given = all.map(({ line, length }, index) => note(String(index), line, length));
        const activeId = chosen < all.length ? String(chosen) : null;
        const placed = placeNotes(given, 10, activeId);
        const byId = new Map(given.map((each) => [each.id, each]));
        let free = 0;
        let line = 0;
        for (const { id, at, isFolded } of placed) {
          const own = byId.get(id);
          expect(at).toBeGreaterThanOrEqual(free);
          expect(own?.line).toBeGreaterThanOrEqual(line);
          if (id === activeId) expect(isFolded).toBe(false);
          free = at + (isFolded ? 20 : (own?.length ?? 0)) + 10;
          line = own?.line ?? 0;
        }
        expect(placed).toHaveLength(given.length);
      }),
    );
  });
});
