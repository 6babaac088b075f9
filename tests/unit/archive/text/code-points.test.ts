import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  codePointOffset,
  countCodePoints,
  utf16Offset,
} from '../../../../archive/text/code-points.ts';
import { displayText } from '../../../../archive/text/display-text.ts';

const text = fc.string({ unit: 'binary', maxLength: 60 });

test('offsets at code point boundaries go there and back', () => {
  fc.assert(
    fc.property(text, (each) => {
      const points = Array.from(each);
      expect(countCodePoints(each)).toBe(points.length);
      let unit = 0;
      points.forEach((point, index) => {
        expect(codePointOffset(each, unit)).toBe(index);
        expect(utf16Offset(each, index)).toBe(unit);
        unit += point.length;
      });
      expect(utf16Offset(each, points.length + 5)).toBe(each.length);
    }),
  );
});

test('what is shown has the same length and no control character', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.nat(0xffff).map((unit) => String.fromCharCode(unit)) }),
      (each) => {
        const shown = displayText(each);
        expect(shown).toHaveLength(each.length);
        // eslint-disable-next-line no-control-regex -- control characters are what this is about
        expect(shown).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/);
        expect(shown.isWellFormed()).toBe(true);
      },
    ),
  );
});

test('an offset inside a surrogate pair counts the pair as not yet passed', () => {
  expect(codePointOffset('a𬭎b', 2)).toBe(1);
  expect(codePointOffset('a𬭎b', 3)).toBe(2);
});
