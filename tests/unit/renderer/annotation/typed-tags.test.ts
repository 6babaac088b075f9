import { describe, expect, test } from 'vitest';
import { longestTag, mostTags } from '../../../../renderer/annotation/limits.ts';
import { withTyped } from '../../../../renderer/annotation/typed-tags.ts';

describe('typed tags', () => {
  test.each([
    ['缺期', ['缺期']],
    [' 缺期，水文、 #航運, ＃ 缺期 ', ['缺期', '水文', '航運']],
    ['，,、', []],
    ['<b>粗</b>', ['<b>粗</b>']],
    ['constructor,__proto__', ['constructor', '__proto__']],
  ])('%s', (typed, tags) => {
    expect(withTyped([], typed)).toEqual({ tags, problem: null });
  });

  test('those that are there stay, in their order', () => {
    expect(withTyped(['乙', '甲'], '丙,甲').tags).toEqual(['乙', '甲', '丙']);
  });

  test('a long one is cut between characters, and that is said', () => {
    const { tags, problem } = withTyped([], `${'字'.repeat(longestTag - 1)}𠮷𠮷`);
    expect(tags).toEqual(['字'.repeat(longestTag - 1)]);
    expect(problem).toBe('too-long');
  });

  test('more than there may be are not taken, and that is said', () => {
    const typed = Array.from({ length: mostTags + 3 }, (_, index) => `t${index}`).join(',');
    const { tags, problem } = withTyped(['甲'], typed);
    expect(tags).toHaveLength(mostTags);
    expect(tags[0]).toBe('甲');
    expect(problem).toBe('too-many');
  });
});
