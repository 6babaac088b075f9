import * as fc from 'fast-check';
import { describe as suite, expect, it } from 'vitest';
import { describe, wholeRange } from '../../../../../archive/text/anchor/describe.ts';
import { countCodePoints, utf16Offset } from '../../../../../archive/text/code-points.ts';
import { hostileText, splitsPair } from './hostile-text.ts';

suite('describe', () => {
  it('counts in code points', () => {
    expect(describe('𠮷𠮷澜江𠮷', { start: 4, end: 6 })).toEqual({
      position: { type: 'TextPositionSelector', start: 2, end: 4 },
      quote: { type: 'TextQuoteSelector', prefix: '𠮷𠮷', exact: '澜江', suffix: '𠮷' },
    });
  });

  it('takes 32 code points of context where the passage stands once', () => {
    const text = Array.from({ length: 400 }, (_, at) => String.fromCodePoint(0x4e00 + at)).join('');
    const quote = describe(text, { start: 200, end: 203 })?.quote;
    expect(quote?.prefix).toBe(text.slice(168, 200));
    expect(quote?.suffix).toBe(text.slice(203, 235));
  });

  it('takes as much as tells the passage from its repetitions, and some more', () => {
    const notice = '凡购票乘客请于开船前十分钟到码头候船逾时不候票款不退'.repeat(2);
    const text = `甲${notice}乙丙丁戊己庚辛壬癸${notice}子丑寅卯`;
    const start = text.lastIndexOf('码头');
    const quote = describe(text, { start, end: start + 2 })?.quote;
    expect(text.indexOf((quote?.prefix ?? '') + (quote?.exact ?? ''))).toBe(
      start - (quote?.prefix.length ?? 0),
    );
    expect(quote?.prefix).toContain('癸');
    expect(countCodePoints(quote?.prefix ?? '')).toBeLessThanOrEqual(128);
  });

  it('keeps the context bounded where nothing tells the passage apart', () => {
    const quote = describe('啊'.repeat(5000), { start: 2000, end: 2002 })?.quote;
    expect([quote?.prefix.length, quote?.suffix.length]).toEqual([128, 128]);
  });

  it.each([
    ['empty', { start: 3, end: 3 }],
    ['reversed', { start: 5, end: 2 }],
    ['behind the end', { start: 90, end: 95 }],
    ['before the beginning', { start: -5, end: -1 }],
    ['no numbers', { start: NaN, end: NaN }],
  ])('describes nothing where the range is %s', (_name, range) => {
    expect(describe('澜江晚渡的灯亮了', range)).toBeNull();
  });

  it('cuts a range to the text and widens it to whole characters', () => {
    expect(wholeRange('ab𠮷cd', { start: 3, end: 99 })).toEqual({ start: 2, end: 6 });
    expect(wholeRange('ab𠮷cd', { start: -4, end: 3 })).toEqual({ start: 0, end: 4 });
    expect(wholeRange('ab', { start: 0.5, end: 1.9 })).toEqual({ start: 0, end: 1 });
    expect(wholeRange('ab', { start: 0, end: Infinity })).toEqual({ start: 0, end: 2 });
  });

  it('gives the passage with what really stands around it, never half a character', () => {
    fc.assert(
      fc.property(hostileText, fc.nat(130), fc.nat(130), (text, start, length) => {
        const selectors = describe(text, { start, end: start + length });
        const whole = wholeRange(text, { start, end: start + length });
        expect(selectors === null).toBe(whole === null);
        if (!selectors || !whole) return;
        const { prefix, exact, suffix } = selectors.quote;
        expect(exact).toBe(text.slice(whole.start, whole.end));
        expect(text.slice(0, whole.start).endsWith(prefix)).toBe(true);
        expect(text.startsWith(suffix, whole.end)).toBe(true);
        expect(splitsPair(text, whole.start) || splitsPair(text, whole.end)).toBe(false);
        expect(splitsPair(text, whole.start - prefix.length)).toBe(false);
        expect(splitsPair(text, whole.end + suffix.length)).toBe(false);
        expect(utf16Offset(text, selectors.position.start)).toBe(whole.start);
        expect(utf16Offset(text, selectors.position.end)).toBe(whole.end);
      }),
    );
  });
});
