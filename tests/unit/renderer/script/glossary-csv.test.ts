import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { GlossaryRecord } from '../../../../archive/model/user-data.ts';
import { glossaryCsv, readGlossaryCsv } from '../../../../renderer/script/glossary-csv.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const modified = '2026-01-02T03:04:05.000Z';

const words = fc
  .string({
    unit: fc.constantFrom(...Array.from('发髮后後=+-@,"\'𠮷 a')),
    minLength: 1,
    maxLength: 12,
  })
  .map((text) => text.trim())
  .filter((text) => text !== '');
const scope = fc.oneof(
  fc.constant({ kind: 'everywhere' as const }),
  fc.constant({ kind: 'archive' as const, archiveId: 'urn:uuid:a' }),
  fc.constant({ kind: 'article' as const, archiveId: 'urn:uuid:a', articleId: 'urn:uuid:b' }),
);
const to = fc.subarray(['hans', 'hant', 'tw', 'twp', 'hk'] as const, { minLength: 1 });
const record = fc
  .record({ source: words, target: words, scope, to: fc.option(to, { nil: undefined }) })
  .map(({ to: scripts, ...entry }): GlossaryRecord => ({
    ...entry,
    id: 'urn:uuid:1',
    modified,
    ...(scripts !== undefined && { to: scripts }),
  }));

test('what is exported comes in again unchanged', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(record, {
        maxLength: 8,
        selector: ({ source, scope: where, to: scripts }) =>
          JSON.stringify([source, where, scripts ?? []]),
      }),
      (records) => {
        // A word that begins with an apostrophe before a formula sign is what the mark looks like.
        fc.pre(
          records.every(
            ({ source, target }) => !/^'[=+\-@]/.test(source) && !/^'[=+\-@]/.test(target),
          ),
        );
        const read = readGlossaryCsv(bytes(glossaryCsv(records)));
        expect(read?.badLines).toEqual([]);
        expect(read?.entries).toEqual(
          records.map(({ source, target, scope: where, to: scripts }) => ({
            source,
            target,
            scope: where,
            ...(scripts !== undefined && { to: scripts }),
          })),
        );
      },
    ),
  );
});

test('a spreadsheet finds no formula and knows the encoding', () => {
  const csv = glossaryCsv([
    { id: 'a', source: '=1+1', target: '发', scope: { kind: 'everywhere' }, modified },
  ]);
  expect(csv.startsWith('\ufeff')).toBe(true);
  expect(csv).toContain(`'=1+1`);
});

describe('files of others', () => {
  test.each([
    ['a heading of their own', '原刊,显示为\n头发,頭髮\n', '头发', '頭髮'],
    ['no heading', '头发,頭髮\n', '头发', '頭髮'],
    ['tabs', '头发\t頭髮\n', '头发', '頭髮'],
    ['columns the other way round', 'target,source\n頭髮,头发\n', '头发', '頭髮'],
  ])('with %s', (_, text, source, target) => {
    expect(readGlossaryCsv(bytes(text))).toMatchObject({
      encoding: 'UTF-8',
      entries: [{ source, target, scope: { kind: 'everywhere' } }],
      badLines: [],
    });
  });

  test('in GBK', () => {
    // 的是,的是 / 国家,國家
    const gbk = Uint8Array.of(
      ...[0xb5, 0xc4, 0xca, 0xc7, 0x2c, 0xb5, 0xc4, 0xca, 0xc7, 0x0a],
      ...[0xb9, 0xfa, 0xbc, 0xd2, 0x2c, 0x87, 0xf8, 0xbc, 0xd2, 0x0a],
    );
    const read = readGlossaryCsv(gbk);
    expect(read?.encoding).toBe('GBK');
    expect(read?.entries.map(({ source, target }) => [source, target])).toEqual([
      ['的是', '的是'],
      ['国家', '國家'],
    ]);
  });

  test('in Big5', () => {
    // 這是,這是 / 國家,國家
    const big5 = Uint8Array.of(
      ...[0xb3, 0x6f, 0xac, 0x4f, 0x2c, 0xb3, 0x6f, 0xac, 0x4f, 0x0a],
      ...[0xb0, 0xea, 0xae, 0x61, 0x2c, 0xb0, 0xea, 0xae, 0x61, 0x0a],
    );
    const read = readGlossaryCsv(big5);
    expect(read?.encoding).toBe('Big5');
    expect(read?.entries.map(({ source }) => source)).toEqual(['這是', '國家']);
  });

  test('in no encoding at all', () => {
    expect(readGlossaryCsv(Uint8Array.of(0xff, 0xfe, 0x00, 0xd8, 0x00))).toBeNull();
    expect(readGlossaryCsv(Uint8Array.of(0x80, 0x81, 0xff, 0x00))).toBeNull();
  });
});

test('every line that says nothing usable is named with its reason', () => {
  const long = '长'.repeat(61);
  const read = readGlossaryCsv(
    bytes(
      [
        'printed,shown,scripts,archive,article',
        ',頭髮',
        '头发,',
        '头发,頭髮,klingon',
        '头发,頭髮,,,urn:uuid:b',
        `${long},x`,
        '干,乾',
        '干,幹',
        '',
        '面,麵,tw hk,urn:uuid:a',
      ].join('\r\n'),
    ),
  );
  expect(read?.badLines.map(({ line, reason }) => [line, reason])).toEqual([
    [2, 'source'],
    [3, 'target'],
    [4, 'script'],
    [5, 'scope'],
    [6, 'length'],
    [7, 'repeated'],
  ]);
  expect(read?.entries).toEqual([
    { source: '干', target: '幹', scope: { kind: 'everywhere' } },
    {
      source: '面',
      target: '麵',
      scope: { kind: 'archive', archiveId: 'urn:uuid:a' },
      to: ['tw', 'hk'],
    },
  ]);
});
