import { expect, test } from 'vitest';
import {
  settingOf,
  storyFlow,
  type ReadingSettings,
} from '../../../../renderer/reading/reading-settings.ts';

const plain: ReadingSettings = {
  size: 19,
  leading: 1.9,
  measure: 34,
  columns: 1,
  indents: true,
  trims: true,
  hasTiers: false,
};

test.each([
  [false, plain, 'down'],
  [false, { ...plain, columns: 3 }, 'right'],
  [true, plain, 'left'],
  [true, { ...plain, columns: 2 }, 'left'],
  [true, { ...plain, hasTiers: true }, 'down'],
  [false, { ...plain, hasTiers: true }, 'down'],
] as const)('vertical: %s with %o goes on %s', (isVertical, settings, flow) => {
  expect(storyFlow(isVertical, settings)).toBe(flow);
});

test('what is off is said as such', () => {
  const { data, style } = settingOf({ ...plain, columns: 2, indents: false, trims: false });
  expect(data).toEqual({
    'data-columns': 2,
    'data-indent': 'off',
    'data-trim': 'off',
    'data-flow': 'one',
  });
  expect(style['--story-size']).toBe('19px');
});
