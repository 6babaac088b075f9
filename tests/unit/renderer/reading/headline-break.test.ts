import { describe, expect, test } from 'vitest';
import { headlineBreak } from '../../../../renderer/reading/headline-break.ts';

/** The headline as its first line's width cuts it. */
function lines(headline: string): readonly string[] {
  const { first } = headlineBreak(headline);
  if (first === 0) return [headline];
  let sum = 0;
  let at = 0;
  for (const character of headline) {
    if (sum >= first - 0.01) break;
    sum += /[ -~]/.test(character) ? 0.55 : 1;
    at += character.length;
  }
  return [headline.slice(0, at), headline.slice(at).trimStart()];
}

describe('a headline of one printed line breaks', () => {
  test.each([
    ['渡口失物室清出雨伞三百一十二把', ['渡口失物室清出', '雨伞三百一十二把']],
    ['江水一日漲二尺四寸　各界連夜加堤', ['江水一日漲二尺四寸', '各界連夜加堤']],
    ['桥通之后，渡口留什么', ['桥通之后，', '渡口留什么']],
    ['头一秤不称茶　先称一桶雨', ['头一秤不称茶', '先称一桶雨']],
  ])('%s', (headline, expected) => {
    expect(lines(headline)).toEqual(expected);
  });
});

test('printed breaks stay, and what is too short does not break', () => {
  expect(headlineBreak('六十二年\n一条江的来回')).toEqual({ whole: 6, first: 0, longer: 6 });
  expect(headlineBreak('米价')).toEqual({ whole: 2, first: 0, longer: 2 });
  expect(headlineBreak('')).toEqual({ whole: 0, first: 0, longer: 0 });
});

test('no line begins with a mark that closes, whatever the headline', () => {
  for (const headline of [
    '“老三”果然是涨水时来的',
    '（上接第1版）一百零七年的水画成一条线',
    '一、二、三',
  ]) {
    expect(lines(headline)[1] ?? '').not.toMatch(/^[，。、）”」』》]/u);
  }
});
