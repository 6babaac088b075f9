import { expect, test } from 'vitest';
import { viewAfterKey } from '../../../../renderer/reading/picture-keys.ts';
import { wholePicture } from '../../../../renderer/reading/picture-view.ts';

const extents = { whole: { width: 400, height: 600 }, stage: { width: 500, height: 600 } };

test('plus and minus enlarge and reduce, never below the whole picture', () => {
  const larger = viewAfterKey('+', wholePicture, extents);
  expect(larger?.scale).toBeCloseTo(1.4, 5);
  expect(viewAfterKey('-', larger ?? wholePicture, extents)).toEqual(wholePicture);
  expect(viewAfterKey('-', wholePicture, extents)).toEqual(wholePicture);
});

test('the arrows move what is larger than its stage, up to its edges', () => {
  const view = { scale: 2, x: 0, y: 0 };
  expect(viewAfterKey('ArrowDown', view, extents)).toEqual({ scale: 2, x: 0, y: -80 });
  expect(viewAfterKey('ArrowLeft', { ...view, x: 100 }, extents)).toEqual({
    scale: 2,
    x: 150,
    y: 0,
  });
});

test('nought shows the whole picture again; other keys are left alone', () => {
  expect(viewAfterKey('0', { scale: 3, x: 9, y: 9 }, extents)).toEqual(wholePicture);
  expect(viewAfterKey('j', wholePicture, extents)).toBeNull();
});
