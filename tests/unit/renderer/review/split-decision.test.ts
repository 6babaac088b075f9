import { expect, test } from 'vitest';
import { splitDecision } from '../../../../renderer/review/split-decision.ts';

const markdown = '# 题\n\n甲 乙 丙丁戊\n';

test('a place in the text becomes a place in the source, spaces that were closed up skipped', () => {
  const spans = [
    { start: 5, end: 6 },
    { start: 7, end: 8 },
    { start: 9, end: 12 },
  ];
  expect(splitDecision({ spans }, 1, markdown)).toEqual({ kind: 'split', at: 7, quote: '乙' });
  expect(splitDecision({ spans }, 3, markdown)).toEqual({ kind: 'split', at: 10, quote: '丁戊' });
  expect(() => splitDecision({ spans }, 9, markdown)).toThrow(RangeError);
});
