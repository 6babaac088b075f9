import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findInTexts } from '../../../../renderer/reading/find-in-texts.ts';

test.each([
  ['in one text', ['渡口的船，渡江'], '渡', [[[0, 0, 1]], [[0, 5, 6]]]],
  [
    'over the end of a text',
    ['东津电', '昨日开船'],
    '电昨',
    [
      [
        [0, 2, 3],
        [1, 0, 1],
      ],
    ],
  ],
  [
    'over a whole text between',
    ['甲', '乙', '丙丁'],
    '甲乙丙',
    [
      [
        [0, 0, 1],
        [1, 0, 1],
        [2, 0, 1],
      ],
    ],
  ],
  ['over a printed line break', ['老渡\n收缆'], '渡收', [[[0, 1, 4]]]],
  [
    'with line breaks in what is looked for',
    ['老渡', '收缆'],
    '渡\n收',
    [
      [
        [0, 1, 2],
        [1, 0, 1],
      ],
    ],
  ],
  ['never overlapping', ['三三三三三'], '三三', [[[0, 0, 2]], [[0, 2, 4]]]],
  ['past an empty text', ['', '船', ''], '船', [[[1, 0, 1]]]],
  ['as exactly these characters', ['臺灣 Tea'], 'tea', []],
  ['nothing for nothing', ['船'], '', []],
] as const)('finds %s', (_name, texts, wanted, places) => {
  expect(
    findInTexts(texts, wanted).map((each) =>
      each.map(({ text, start, end }) => [text, start, end]),
    ),
  ).toEqual(places);
});

test('half of a character is not found', () => {
  expect(findInTexts(['𠮷野'], '\ud842')).toEqual([]);
  expect(findInTexts(['𠮷野'], '𠮷')).toHaveLength(1);
});

test('what is found reads as what was looked for, and as often as it occurs', () => {
  const texts = fc.array(
    fc.string({ unit: fc.constantFrom('渡', '江', '𠮷', '\n'), maxLength: 8 }),
  );
  const needle = fc.string({ unit: fc.constantFrom('渡', '江', '𠮷'), minLength: 1, maxLength: 4 });
  fc.assert(
    fc.property(texts, needle, (pieces, wanted) => {
      const found = findInTexts(pieces, wanted);
      for (const places of found) {
        const words = places
          .map(({ text, start, end }) => pieces[text]?.slice(start, end))
          .join('');
        expect(words.replaceAll('\n', '')).toBe(wanted);
      }
      const joined = pieces.join('').replaceAll('\n', '');
      expect(found).toHaveLength(joined.split(wanted).length - 1);
    }),
  );
});
