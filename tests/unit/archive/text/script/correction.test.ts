import { beforeAll, describe, expect, test } from 'vitest';
import { correctionsFor, wordsAround } from '../../../../../archive/text/script/correction.ts';
import type {
  ConversionOptions,
  ScriptEngine,
} from '../../../../../archive/text/script/script-engine.ts';
import { openEngine } from './script-material.ts';

let engine: ScriptEngine;
beforeAll(async () => {
  engine = await openEngine();
}, 60_000);

const toTaiwan: ConversionOptions = { from: 'hans', to: 'tw' };

function proposed(text: string, at: number): string {
  const { words, proposed: index } = wordsAround(engine.convert(text, toTaiwan), at);
  const word = words[index];
  return word === undefined ? '' : text.slice(word.start, word.end);
}

describe('the word of a correction', () => {
  test('is more than the character, within its clause', () => {
    const text = '他说，只有发。';
    const at = text.indexOf('发');
    const word = proposed(text, at);
    expect(word).toContain('发');
    expect(word.length).toBeGreaterThan(1);
    expect(word).not.toMatch(/[，。]/);
  });

  test('can be made wider one word after the other, and narrower down to the character', () => {
    const text = '小区里的健身器材';
    const { words } = wordsAround(engine.convert(text, toTaiwan), 2);
    expect(words[0]).toEqual({ start: 2, end: 3 });
    for (const [index, { start, end }] of words.entries()) {
      const before = words[index - 1] ?? { start: 2, end: 3 };
      expect(start).toBeLessThanOrEqual(before.start);
      expect(end).toBeGreaterThanOrEqual(before.end);
    }
    expect(words.length).toBeGreaterThan(2);
  });
});

describe('corrections', () => {
  test('count for every script of the side, in the forms of each', () => {
    const text = '他住在里。';
    const at = text.indexOf('里');
    const made = correctionsFor(engine, text, toTaiwan, {
      at,
      word: { start: at - 1, end: at + 1 },
      form: '裡',
    });
    expect(made).toEqual([
      { source: '在里', target: '在裏', to: ['hant', 'hk'] },
      { source: '在里', target: '在裡', to: ['tw', 'twp'] },
    ]);
  });

  test('settle the character: the converted text has the form and nothing is doubtful any more', () => {
    const text = '只有发。';
    const word = { start: 1, end: 3 };
    const made = correctionsFor(engine, text, toTaiwan, { at: 2, word, form: '髮' });
    for (const to of ['hant', 'tw', 'twp', 'hk'] as const) {
      const options = { from: 'hans' as const, to, glossaries: [made] };
      expect(engine.convert(text, options).text).toBe('只有髮。');
      expect(engine.ambiguities(text, options)).toEqual([]);
    }
  });

  test('the other way: traditional characters with two simplified forms', () => {
    const text = '著者';
    const options: ConversionOptions = { from: 'hant', to: 'hans' };
    const made = correctionsFor(engine, text, options, {
      at: 0,
      word: { start: 0, end: 2 },
      form: '着',
    });
    expect(made).toEqual([{ source: '著者', target: '着者', to: ['hans'] }]);
  });

  test('there are none for a form that the character does not have', () => {
    const word = { start: 0, end: 1 };
    expect(correctionsFor(engine, '发', toTaiwan, { at: 0, word, form: '法' })).toEqual([]);
  });
});

test('a single character of a glossary counts where it is a word, not inside longer ones', () => {
  const glossaries = [[{ source: '发', target: '髮' }]];
  const convert = (text: string) => engine.convert(text, { ...toTaiwan, glossaries }).text;
  expect(convert('他只有发。城市正在发展。')).toBe('他只有髮。城市正在發展。');
});
