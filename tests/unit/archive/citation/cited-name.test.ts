import { describe, expect, it } from 'vitest';
import { citedName, initials } from '../../../../archive/citation/cited-name.ts';

describe('names taken apart', () => {
  it.each([
    ['丁文详', '丁', '文详'],
    ['秦墨', '秦', '墨'],
    ['欧阳修', '欧阳', '修'],
    ['歐陽予倩', '歐陽', '予倩'],
    ['司马光', '司马', '光'],
    ['诸葛亮', '诸葛', '亮'],
    ['何䶮', '何', '䶮'],
    ['闻人倩', '闻人', '倩'],
    ['麦喆', '麦', '喆'],
    ['(明)李时珍', '李', '时珍'],
  ])('%s', (printed, family, given) => {
    expect(citedName(printed)).toMatchObject({ kind: 'chinese', family, given });
  });

  it.each([
    '退思',
    '蘋洲客',
    '石㙍山樵',
    '诸葛',
    '松记秤店',
    '水文站',
    '澜江市航务管理处',
    '买买提·艾力',
    '巴金先生等人',
    'Reuters',
    'American Chemical Society',
    'Xinhua News Agency',
    '£',
  ])('%s is taken whole', (printed) => {
    expect(citedName(printed)).toEqual({ kind: 'whole', text: printed });
  });

  it.each([
    ['Albert Einstein', 'Einstein', 'Albert', false],
    ['Smith, John', 'Smith', 'John', false],
    ['Ludwig van Beethoven', 'van Beethoven', 'Ludwig', false],
    ['Wang Shanshan', 'Wang', 'Shanshan', true],
    ['Jianning Li', 'Li', 'Jianning', true],
    ["Zhou Xi'an", 'Zhou', "Xi'an", true],
  ])('%s', (printed, family, given, isPinyin) => {
    expect(citedName(printed)).toMatchObject({ kind: 'latin', family, given, isPinyin });
  });

  it('keeps the surname of a foreigner whose country is printed', () => {
    expect(citedName('（美）约翰·史密斯')).toEqual({
      kind: 'transliterated',
      text: '约翰·史密斯',
      family: '史密斯',
    });
  });

  it('shortens given names', () => {
    expect(initials('Albert', false)).toBe('A');
    expect(initials('John R.', false)).toBe('J R');
    expect(initials('Jean-Luc', true)).toBe('J-L');
    expect(initials('Jean-Luc', false)).toBe('J L');
    expect(initials('Émile', false)).toBe('É');
  });
});
