import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  panned,
  wholeExtent,
  wholePicture,
  zoomed,
} from '../../../../renderer/reading/picture-view.ts';

const stage = { width: 1000, height: 600 };

test.each([
  ['a wide picture fills the width', { width: 4000, height: 1000 }, { width: 1000, height: 250 }],
  ['a tall picture fills the height', { width: 500, height: 6000 }, { width: 50, height: 600 }],
  ['a small one is doubled at most', { width: 100, height: 80 }, { width: 200, height: 160 }],
])('%s', (_name, picture, whole) => {
  expect(wholeExtent(picture, stage)).toEqual(whole);
});

test('what lies under the pointer stays there while zooming', () => {
  const whole = { width: 1000, height: 600 };
  const at = { x: 200, y: -90 };
  const view = zoomed(wholePicture, 3, at, whole, stage);
  expect(view.scale).toBe(3);
  // The point of the picture at the pointer, counted in the picture's own whole size.
  expect((at.x - view.x) / view.scale).toBeCloseTo(at.x);
  expect((at.y - view.y) / view.scale).toBeCloseTo(at.y);
});

test('no move leaves the stage empty where the picture could cover it', () => {
  const side = fc.integer({ min: 20, max: 5000 });
  const amount = fc.integer({ min: -9000, max: 9000 });
  fc.assert(
    fc.property(
      fc.record({ width: side, height: side }),
      fc.double({ min: 0.1, max: 40, noNaN: true }),
      amount,
      amount,
      (picture, factor, x, y) => {
        const whole = wholeExtent(picture, stage);
        const view = panned(
          zoomed(wholePicture, factor, { x, y }, whole, stage),
          { x, y },
          whole,
          stage,
        );
        expect(view.scale).toBeGreaterThanOrEqual(1);
        expect(view.scale).toBeLessThanOrEqual(16);
        for (const [middle, length, frame] of [
          [view.x, whole.width * view.scale, stage.width],
          [view.y, whole.height * view.scale, stage.height],
        ] as const) {
          const overhang = Math.max(0, (length - frame) / 2);
          expect(Math.abs(middle)).toBeLessThanOrEqual(overhang + 1e-6);
        }
      },
    ),
  );
});

test('back at its whole size a picture stands in the middle again', () => {
  const whole = { width: 1000, height: 400 };
  const near = panned(
    zoomed(wholePicture, 4, { x: 300, y: 100 }, whole, stage),
    { x: 200, y: 90 },
    whole,
    stage,
  );
  expect(zoomed(near, 0, { x: 10, y: 10 }, whole, stage)).toEqual(wholePicture);
});
