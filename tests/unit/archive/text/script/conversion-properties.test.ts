import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { scripts } from '../../../../../archive/text/script/configuration.ts';
import type { Conversion, TextRange } from '../../../../../archive/text/script/conversion.ts';
import type { GlossaryEntry } from '../../../../../archive/text/script/glossary.ts';
import type {
  ConversionOptions,
  ScriptEngine,
} from '../../../../../archive/text/script/script-engine.ts';
import { openEngine, realLines } from './script-material.ts';

let engine: ScriptEngine;
beforeAll(async () => {
  engine = await openEngine();
}, 60_000);

const { bundled, sentences } = realLines();
const vocabulary = (
  '软件 信息 网络 人工智能 服务器 資訊 軟體 程式設計 里 后 干 发 面 只 台 云 头发 理发 天后 三天后 ' +
  '𠮷 𫇭 二𫫇英 \u{2f800} \uf900 阿塞拜疆 新西兰 数据库 于先生 \n 1 a ， · \ud842'
).split(' ');
const line = fc.oneof(
  fc.constantFrom(...bundled, ...sentences),
  fc.array(fc.constantFrom(...vocabulary), { maxLength: 12 }).map((words) => words.join('')),
  fc
    .tuple(fc.constantFrom(...sentences), fc.constantFrom(...vocabulary), fc.nat(40))
    .map(([text, word, at]) => text.slice(0, at) + word + text.slice(at)),
);
const options = fc.record({
  from: fc.constantFrom('auto' as const, ...scripts),
  to: fc.constantFrom(...scripts),
  mode: fc.constantFrom('strict' as const, 'smart' as const),
});

function isInsidePair(text: string, offset: number): boolean {
  return (
    (text.charCodeAt(offset) & 0xfc00) === 0xdc00 &&
    (text.charCodeAt(offset - 1) & 0xfc00) === 0xd800
  );
}

/** Offsets of the source that lie inside a run that maps only as a whole. */
function insideWholes({ runs }: Conversion): Set<number> {
  const inside = new Set<number>();
  let at = 0;
  for (const { kind, source } of runs) {
    if (kind === 'whole') for (let k = 1; k < source; k += 1) inside.add(at + k);
    at += source;
  }
  return inside;
}

function touchesWhole({ runs }: Conversion, { start, end }: TextRange): boolean {
  let at = 0;
  for (const { kind, source } of runs) {
    if (kind === 'whole' && at < end && at + source > start) return true;
    at += source;
  }
  return false;
}

describe('runs', () => {
  test('add up to both texts, are never empty and split no surrogate pair', () => {
    fc.assert(
      fc.property(line, options, (text, chosen) => {
        const conversion = engine.convert(text, chosen);
        let source = 0;
        let target = 0;
        for (const run of conversion.runs) {
          expect(run.source).toBeGreaterThan(0);
          expect(run.target).toBeGreaterThan(0);
          if (run.kind === 'each') expect(run.source).toBe(run.target);
          source += run.source;
          target += run.target;
          expect(isInsidePair(text, source)).toBe(false);
          expect(isInsidePair(conversion.text, target)).toBe(false);
        }
        expect(source).toBe(text.length);
        expect(target).toBe(conversion.text.length);
      }),
      { numRuns: 2_000 },
    );
  });

  test('the pieces of a conversion put together are its text', () => {
    fc.assert(
      fc.property(line, options, (text, chosen) => {
        const conversion = engine.convert(text, chosen);
        let at = 0;
        const pieces = conversion.runs.map(({ source }) => {
          const range = conversion.toConverted({ start: at, end: at + source });
          at += source;
          return conversion.text.slice(range.start, range.end);
        });
        expect(pieces.join('')).toBe(conversion.text);
      }),
      { numRuns: 1_000 },
    );
  });
});

describe('ranges', () => {
  const selected = fc.tuple(line, options, fc.nat(200), fc.nat(200));
  const selection = (text: string, a: number, b: number): TextRange => {
    const [start, end] = [a % (text.length + 1), b % (text.length + 1)].sort((x, y) => x - y);
    return { start: start ?? 0, end: end ?? 0 };
  };

  test('there and back contains the selection and is exact away from wholes and half pairs', () => {
    fc.assert(
      fc.property(selected, ([text, chosen, a, b]) => {
        const conversion = engine.convert(text, chosen);
        const range = selection(text, a, b);
        const back = conversion.toSource(conversion.toConverted(range));
        expect(back.start).toBeLessThanOrEqual(range.start);
        expect(back.end).toBeGreaterThanOrEqual(range.end);
        const inside = insideWholes(conversion);
        const isClean =
          !touchesWhole(conversion, range) &&
          !inside.has(range.start) &&
          !isInsidePair(text, range.start) &&
          !isInsidePair(text, range.end);
        if (isClean) expect(back).toEqual(range);
      }),
      { numRuns: 3_000 },
    );
  });

  test('a second round trip changes nothing', () => {
    fc.assert(
      fc.property(selected, ([text, chosen, a, b]) => {
        const conversion = engine.convert(text, chosen);
        const there = conversion.toConverted(selection(text, a, b));
        const back = conversion.toSource(there);
        expect(conversion.toConverted(back)).toEqual(there);
        expect(conversion.toSource(conversion.toConverted(back))).toEqual(back);
      }),
      { numRuns: 3_000 },
    );
  });

  test('later places stay later', () => {
    fc.assert(
      fc.property(selected, ([text, chosen, a, b]) => {
        const conversion = engine.convert(text, chosen);
        const { start, end } = selection(text, a, b);
        const first = conversion.toConverted({ start, end: start });
        const second = conversion.toConverted({ start: end, end });
        expect(first.start).toBeLessThanOrEqual(second.start);
        expect(first.end).toBeLessThanOrEqual(second.end);
      }),
      { numRuns: 2_000 },
    );
  });
});

describe('a glossary', () => {
  const pieceOf = (text: string, at: number, length: number) =>
    Array.from(text)
      .slice(at % 20, (at % 20) + 1 + (length % 4))
      .join('');
  const targets = fc.constantFrom('甲', '乙丙', '頭髮', '头发', '𠮷', '裡', '丁戊己庚');

  test('changes only the spans it covers, and the wholes that they cut through', () => {
    fc.assert(
      fc.property(
        line.filter((text) => !/[\ud800-\udbff](?![\udc00-\udfff])/.test(text)),
        options,
        fc.array(fc.tuple(fc.nat(60), fc.nat(9), targets), { minLength: 1, maxLength: 3 }),
        (text, chosen, picks) => {
          const glossary: GlossaryEntry[] = picks
            .map(([at, length, target]) => ({ source: pieceOf(text, at, length), target }))
            .filter(({ source }) => source !== '');
          const plain = engine.convert(text, chosen);
          const edited = engine.convert(text, { ...chosen, glossaries: [glossary] });
          const covered = new Uint8Array(text.length);
          for (const { source } of glossary) {
            for (let at = text.indexOf(source); at >= 0; at = text.indexOf(source, at + 1)) {
              covered.fill(1, at, at + source.length);
            }
          }
          let at = 0;
          for (const run of plain.runs) {
            const end = at + run.source;
            if (run.kind === 'whole' && covered.subarray(at, end).includes(1))
              covered.fill(1, at, end);
            at = end;
          }
          for (let place = 0; place < text.length; place += 1) {
            if (covered[place] === 1 || isInsidePair(text, place)) continue;
            const range = { start: place, end: place + 1 };
            const was = plain.toConverted(range);
            const is = edited.toConverted(range);
            expect(edited.text.slice(is.start, is.end)).toBe(plain.text.slice(was.start, was.end));
          }
          const total = edited.runs.reduce((sum, run) => sum + run.source, 0);
          expect(total).toBe(text.length);
        },
      ),
      { numRuns: 3_000 },
    );
  });
});

test('results do not depend on what was converted before', () => {
  fc.assert(
    fc.property(line, options, options, (text, first: ConversionOptions, second) => {
      const before = engine.convert(text, first).text;
      engine.convert(text, { ...second, glossaries: [[{ source: '里', target: '甲' }]] });
      expect(engine.convert(text, first).text).toBe(before);
    }),
    { numRuns: 500 },
  );
});
