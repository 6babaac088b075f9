import { expect, test } from 'vitest';
import type { Block } from '../../../../archive/model/block.ts';
import { hangStyle, isVerse } from '../../../../renderer/reading/set-lines.ts';

test.each([
  ['主持人：本报记者　方砚', '4em'],
  ['嘉　宾：温其岳　澜江大学建筑系教授', '4em'],
  ['　　　　卢可桢　市航务处总工程师', '4em'],
  ['昨晚，渡轮从西埠开出最后一班：它不再回来。', undefined],
  ['', undefined],
])('the later lines of %s stand under its text', (line, hang) => {
  expect(hangStyle(line)).toEqual(hang === undefined ? undefined : { '--hang': hang });
});

const paragraphs = (lines: readonly string[]): readonly Block[] =>
  lines.map((text, index) => ({ id: `b${String(index)}`, type: 'paragraph', text }));

test('short lines without marks at their ends are verse, sentences and briefs are not', () => {
  const verse = ['先来的人把伞靠在栏杆上', '后来的人靠着伞', '水不分先后', '一起从船底过去'];
  expect(isVerse(paragraphs(verse))).toBe(true);
  expect(isVerse(paragraphs(verse.slice(0, 3)))).toBeUndefined();
  expect(isVerse(paragraphs(verse.map((line) => `${line}。`)))).toBeUndefined();
  expect(isVerse(paragraphs([...verse, '字'.repeat(40)]))).toBeUndefined();
});
