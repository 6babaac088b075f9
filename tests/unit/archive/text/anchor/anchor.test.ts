import { describe as suite, expect, it } from 'vitest';
import { anchor, isMalformedPosition } from '../../../../../archive/text/anchor/anchor.ts';
import { describe } from '../../../../../archive/text/anchor/describe.ts';
import type { TextSelectors } from '../../../../../archive/model/annotation.ts';
import { processorSeconds } from '../../../../fixtures/processor-seconds.ts';
import { projectFold } from './evaluation/material.ts';

const fold = await projectFold();

const story = [
  '灯塔旧址将辟为阅览室',
  '本报记者　沈一帆',
  '昨天清晨，工人把最后一块护窗板抬下灯塔。塔身自一九二六年落成，守塔人换过九任，灯芯换过三种。',
  '守塔人鲁望山说：“灯不亮了，书要亮。”他把钥匙交给馆员，又数了一遍台阶，仍是八十八级。',
  '馆员说，阅览室只摆航海与水文的书，窗下留一张长桌，雾天照旧开放。守塔人点头，说雾天正是读书天。',
].join('\n');

function selectorsOf(passage: string, text = story): TextSelectors {
  const start = text.indexOf(passage);
  const selectors = describe(text, { start, end: start + passage.length });
  if (!selectors) throw new Error(`no ${passage}`);
  return selectors;
}

function found(text: string, selectors: TextSelectors): string | null {
  const place = anchor(text, selectors, fold);
  return place && text.slice(place.range.start, place.range.end);
}

suite('anchor', () => {
  it('finds a passage where it stood', () => {
    expect(anchor(story, selectorsOf('灯不亮了'), fold)).toEqual({
      range: { start: story.indexOf('灯不亮了'), end: story.indexOf('灯不亮了') + 4 },
      how: 'position',
      confidence: 1,
      isUncertain: false,
    });
  });

  it('finds a passage that moved by its words', () => {
    const moved = `号外\n${story}`;
    expect(anchor(moved, selectorsOf('灯不亮了'), fold)).toEqual({
      range: { start: moved.indexOf('灯不亮了'), end: moved.indexOf('灯不亮了') + 4 },
      how: 'quote',
      confidence: 1,
      isUncertain: false,
    });
  });

  it('tells repetitions apart by their context', () => {
    const second = story.lastIndexOf('守塔人');
    const selectors = describe(story, { start: second, end: second + 3 }) ?? {};
    const changed = story.replace('窗下留一张长桌，', '').replace('灯塔旧址', '江心灯塔旧址');
    expect(anchor(changed, selectors, fold)).toMatchObject({
      range: { start: changed.lastIndexOf('守塔人') },
      how: 'context',
    });
  });

  it('is sure of a passage whose own words changed a little', () => {
    const changed = story.replace('仍是八十八级', '仍是八十入级');
    expect(anchor(changed, selectorsOf('又数了一遍台阶，仍是八十八级'), fold)).toMatchObject({
      range: {
        start: changed.indexOf('又数了'),
        end: changed.indexOf('又数了') + '又数了一遍台阶，仍是八十八级'.length,
      },
      how: 'approximate',
      isUncertain: false,
    });
  });

  it.each([
    ['in the other script', '他把鑰匙交給館員，又數了一遍臺階', '他把鑰匙交給館員，又數了一遍臺階'],
    [
      'with other punctuation',
      '他把钥匙交给馆员,又数了一遍台阶',
      '他把钥匙交给馆员,又数了一遍台阶',
    ],
    [
      'with a word put in',
      '他把钥匙交给了年轻的馆员，又数了一遍台阶',
      '他把钥匙交给了年轻的馆员，又数了一遍台阶',
    ],
    ['with a word taken out', '他把钥匙交给馆员，数了台阶', '他把钥匙交给馆员，数了台阶'],
  ])('finds a passage %s', (_name, printed, expected) => {
    const passage = '他把钥匙交给馆员，又数了一遍台阶';
    expect(found(story.replace(passage, printed), selectorsOf(passage))).toBe(expected);
  });

  it.each([
    ['“灯不亮了，书要亮。”', '「灯不亮了，书要亮。」'],
    ['灯不亮了，书要亮。', '灯不亮了，书要亮。'],
    ['灯不亮了，书要亮。”', '灯不亮了，书要亮。」'],
    ['：“灯', '：「灯'],
    ['。”', '。」'],
  ])('keeps the marks at the ends of %s', (passage, expected) => {
    const restyled = story.replaceAll('“', '「').replaceAll('”', '」');
    expect(found(restyled, selectorsOf(passage))).toBe(expected);
  });

  it('marks a passage as uncertain whose surroundings are gone too', () => {
    const other = '江上夜航船的汽笛响过三遍。守塔人没有回头。渡口的灯还亮着。';
    expect(anchor(other, selectorsOf('守塔人'), fold)?.isUncertain).not.toBe(false);
  });

  it('finds nothing where nothing is left', () => {
    expect(
      anchor('毫无关系的一段话，谈的是茶叶行情。', selectorsOf('又数了一遍台阶'), fold),
    ).toBeNull();
    expect(anchor('', selectorsOf('又数了一遍台阶'), fold)).toBeNull();
  });

  it('takes the nearest of equal places, uncertain of it', () => {
    const text = '雾天照旧开放。'.repeat(40);
    const selectors = describe(text, { start: 140, end: 144 }) ?? {};
    expect(anchor(text, selectors, fold)).toMatchObject({
      range: { start: 140, end: 144 },
      isUncertain: true,
    });
    expect(anchor(text, selectors, fold, { isSameText: true })).toMatchObject({
      range: { start: 140, end: 144 },
      how: 'position',
      isUncertain: false,
    });
  });

  it('trusts a position without a quotation only in the same text', () => {
    const { position } = selectorsOf('灯不亮了');
    if (!position) throw new Error('a description has a position');
    expect(anchor(story, { position }, fold)?.isUncertain).toBe(true);
    expect(anchor(story, { position }, fold, { isSameText: true })?.isUncertain).toBe(false);
  });

  it('finds a quotation without position or context', () => {
    const quote = {
      type: 'TextQuoteSelector',
      exact: '航海与水文的书',
      prefix: '',
      suffix: '',
    } as const;
    expect(found(story, { quote })).toBe('航海与水文的书');
  });

  it.each([
    ['reversed', { start: 30, end: 20 }],
    ['behind the end', { start: 5000, end: 5010 }],
    ['negative', { start: -10, end: -3 }],
    ['no whole number', { start: 1.5, end: 2.5 }],
    ['no number', { start: NaN, end: Infinity }],
    ['immense', { start: 2 ** 52, end: 2 ** 53 - 1 }],
  ])('goes by the quotation where the position is %s', (_name, { start, end }) => {
    const { quote } = selectorsOf('又数了一遍台阶');
    const position = { type: 'TextPositionSelector', start, end } as const;
    expect(found(story, { ...(quote ? { quote } : {}), position })).toBe('又数了一遍台阶');
    expect(anchor(story, { position }, fold)).toBeNull();
  });

  it('knows positions that cannot be meant', () => {
    const position = (start: number, end: number) =>
      ({ type: 'TextPositionSelector', start, end }) as const;
    expect(isMalformedPosition(position(5, 2))).toBe(true);
    expect(isMalformedPosition(position(-1, 2))).toBe(true);
    expect(isMalformedPosition(position(0.5, 2))).toBe(true);
    expect(isMalformedPosition(position(0, 2))).toBe(false);
  });

  it('stays quick with what is made to be slow', async () => {
    const same = '的'.repeat(100_000);
    const quote = (exact: string, context: string) =>
      ({ quote: { type: 'TextQuoteSelector', exact, prefix: context, suffix: context } }) as const;
    const seconds = await processorSeconds(() => {
      anchor(same, quote('的'.repeat(300), '不'), fold);
      anchor(same, quote('的'.repeat(50_000), '的'.repeat(100_000)), fold);
      anchor('的是'.repeat(50_000), quote('是的'.repeat(20_000), '了'), fold);
      anchor(story, quote('的'.repeat(2_000_000), ''), fold);
      anchor(story, quote('灯', story.repeat(2000)), fold);
    });
    expect(seconds).toBeLessThan(10);
  });
});
