import fc from 'fast-check';
import { expect, test } from 'vitest';
import { passageContext } from '../../../../renderer/export/context-sentence.ts';

function contextOf(text: string, words: string): readonly [string, string] {
  const start = text.indexOf(words);
  const { before, after } = passageContext(text, { start, end: start + words.length });
  return [before, after];
}

test.each([
  ['江上有雾。船照常开，客照常来。夜里停航。', '照常开', ['船', '，客照常来。']],
  ['他说：“今夜不走了。”众人散去。', '众人', ['', '散去。']],
  ['他说：“今夜不走了。”众人散去。', '不走', ['他说：“今夜', '了。”']],
  ['标题\n第一段没有句号\n第二段', '没有', ['第一段', '句号']],
  ['全句正好。', '全句正好。', ['', '']],
])('in %j the rest of the sentence around %j', (text, words, expected) => {
  expect(contextOf(text, words)).toEqual(expected);
});

test('what stands around is the text beside the passage, in whole characters', () => {
  const unit = fc.constantFrom('江', '𠮷', '。', '\n', '”', 'a', '？');
  fc.assert(
    fc.property(
      fc.array(unit, { minLength: 1, maxLength: 400 }),
      fc.nat(),
      fc.nat(),
      (characters, from, length) => {
        const first = from % characters.length;
        const last = Math.min(characters.length, first + 1 + (length % 20));
        const text = characters.join('');
        const start = characters.slice(0, first).join('').length;
        const end = characters.slice(0, last).join('').length;
        const { before, after } = passageContext(text, { start, end });
        expect(text.slice(0, start).endsWith(before)).toBe(true);
        expect(text.slice(end).startsWith(after)).toBe(true);
        expect((before + after).isWellFormed()).toBe(true);
        expect(before + after).not.toContain('\n');
      },
    ),
  );
});
