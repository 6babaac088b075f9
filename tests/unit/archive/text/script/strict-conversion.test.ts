import OpenCC from 'opencc-js';
import { beforeAll, describe, expect, test } from 'vitest';
import { scripts, type Script } from '../../../../../archive/text/script/configuration.ts';
import type { ScriptEngine } from '../../../../../archive/text/script/script-engine.ts';
import { openEngine, realLines, recombinedLines } from './script-material.ts';

const openccNames = { hans: 'cn', hant: 't', tw: 'tw', twp: 'twp', hk: 'hk' } as const;
const directions = scripts.flatMap((from) =>
  scripts.filter((to) => to !== from).map((to) => [from, to] as const),
);

let engine: ScriptEngine;
beforeAll(async () => {
  engine = await openEngine();
});

function differences(lines: readonly string[], from: Script, to: Script): string[] {
  const oracle = OpenCC.Converter({ from: openccNames[from], to: openccNames[to] });
  const found: string[] = [];
  for (const line of lines) {
    const converted = engine.convert(line, { from, to, mode: 'strict' }).text;
    if (converted !== oracle(line)) found.push(`${line}\n${converted}\n${oracle(line)}`);
  }
  return found;
}

const real = realLines();
const everyRealLine = [...real.bundled, ...real.clauses, ...real.software, ...real.sentences];
const dictionaryRows = Object.values(OpenCC.Locale.from)
  .flat(2)
  .flatMap((rows) => (typeof rows === 'string' ? rows.split('|') : []));
const strange = [
  '',
  '⿰木木⿱⿰日月皿里面',
  '⿲',
  '\ud842后\udfb7里',
  '𠮷野家𫇭𠗣',
  '\uf900\uf901\uf902\uf903\uf904\uf967', // compatibility ideographs
  '\u{2f800}\u{2f801}\u{2f9d4}头发',
  'a后\u0000里\u200b干\r\n发',
  '头发\n理发\n发展',
];

describe('strict conversion is OpenCC to the byte', () => {
  test('there are at least 10,000 real lines to compare', () => {
    expect(everyRealLine.length).toBeGreaterThanOrEqual(10_000);
  });

  test.each(directions)('from %s to %s', { timeout: 120_000 }, (from, to) => {
    expect(differences(everyRealLine, from, to)).toEqual([]);
    expect(differences(recombinedLines(everyRealLine, 2_000, 7), from, to)).toEqual([]);
    expect(differences(dictionaryRows, from, to)).toEqual([]);
    expect(differences(strange, from, to)).toEqual([]);
  });
});
