import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  codePointOffset,
  countCodePoints,
  indexCodePoints,
  utf16Offset,
} from '../../../../archive/text/code-points.ts';
import { hostileText } from './anchor/hostile-text.ts';

it('converts as the functions for single offsets do', () => {
  fc.assert(
    fc.property(hostileText, (text) => {
      const index = indexCodePoints(text);
      expect(index.length).toBe(countCodePoints(text));
      for (let offset = 0; offset <= text.length + 1; offset += 1) {
        expect(index.codePointOffset(offset)).toBe(codePointOffset(text, offset));
        expect(index.utf16Offset(offset)).toBe(utf16Offset(text, offset));
      }
    }),
  );
});

it('takes what is no offset for the nearest end', () => {
  const index = indexCodePoints('a𠮷b');
  for (const [offset, expected] of [
    [-1, 0],
    [NaN, 0],
    [Infinity, 4],
    [-Infinity, 0],
  ] as const) {
    expect(index.utf16Offset(offset)).toBe(expected);
  }
  expect(index.codePointOffset(Infinity)).toBe(3);
});
