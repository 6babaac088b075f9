import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ParsedQuery, ReadDates } from '../../../../archive/search/query/parsed-query.ts';
import { parseQuery } from '../../../../archive/search/query/parse-query.ts';
import { propertyRuns } from './property-runs.ts';

const readDates: ReadDates = (text) => {
  const year = /^(\d{4})年?$/.exec(text)?.[1];
  if (year !== undefined) return { from: `${year}-01-01`, to: `${year}-12-31`, isEra: false };
  if (text === '2022-07') return { from: '2022-07-01', to: '2022-07-31', isEra: false };
  if (text === '民国二十年') return { from: '1931-01-01', to: '1931-12-31', isEra: true };
  return null;
};

/** A query in one line: the tree with brackets around everything that has parts. */
function line(query: ParsedQuery | null): string {
  if (query === null) return '∅';
  switch (query.kind) {
    case 'text':
      return `${query.field === null ? '' : `${query.field}:`}${query.isPhrase ? `"${query.text}"` : query.text}`;
    case 'and':
    case 'or':
      return `(${query.parts.map(line).join(query.kind === 'and' ? ' & ' : ' | ')})`;
    case 'not':
      return `!${line(query.part)}`;
    case 'near':
      return `(${line(query.parts[0])} ~${query.distance} ${line(query.parts[1])})`;
    case 'condition': {
      const { condition } = query;
      if (condition.by === 'date') return `[${condition.from ?? ''}..${condition.to ?? ''}]`;
      return condition.by === 'notes' ? '[notes]' : `[${condition.by} ${condition.name}]`;
    }
  }
}

describe('a typed query', () => {
  it.each([
    ['渡口', '渡口'],
    ['渡口 停航', '(渡口 & 停航)'],
    ['渡口　停航', '(渡口 & 停航)'],
    ['"渡口 停航"', '"渡口 停航"'],
    ['“渡口”「停航」', '("渡口" & "停航")'],
    ['渡口 AND 停航 OR 开航', '((渡口 & 停航) | 开航)'],
    ['渡口 与 停航 或 开航', '((渡口 & 停航) | 开航)'],
    ['渡口 (停航 OR 开航)', '(渡口 & (停航 | 开航))'],
    ['渡口（停航 或 开航）', '(渡口 & (停航 | 开航))'],
    ['渡口 NOT 旅游', '(渡口 & !旅游)'],
    ['渡口 非 旅游', '(渡口 & !旅游)'],
    ['渡口 -旅游', '(渡口 & !旅游)'],
    ['渡口 NEAR/20 停航', '(渡口 ~20 停航)'],
    ['渡口 邻近/5 停航', '(渡口 ~5 停航)'],
    ['渡口 NEAR 停航 开航', '((渡口 ~20 停航) & 开航)'],
    ['headline:渡口', 'headline:渡口'],
    ['标题：渡口 正文:"停航"', '(headline:渡口 & body:"停航")'],
    ['caption:(渡口 OR 停航)', '(caption:渡口 | caption:停航)'],
    ['date:1937', '[1937-01-01..1937-12-31]'],
    ['2022-07 渡口', '([2022-07-01..2022-07-31] & 渡口)'],
    ['1930..1937', '[1930-01-01..1937-12-31]'],
    ['日期:1930..', '[1930-01-01..]'],
    ['民国二十年', '[1931-01-01..1931-12-31]'],
    ['"民国二十年"', '"民国二十年"'],
    ['1937', '1937'],
    ['7.5%', '7.5%'],
    ['作者:孟小满 版:要闻', '([author 孟小满] & [page 要闻])'],
    ['报纸:瀾江新報 has:notes', '([archive 瀾江新報] & [notes])'],
    ['有:批注', '[notes]'],
    ['时间：三点', '时间：三点'],
    ['http://a.b', 'http://a.b'],
    ['与', '与'],
    ['NOT', 'NOT'],
    ['a.*b', 'a.*b'],
    ['valueOf toString', '(valueOf & toString)'],
    ['__proto__:渡口', '__proto__:渡口'],
    ['', '∅'],
    [' \u0000\n', '∅'],
  ])('%s is read as %s', (typed, expected) => {
    const { query, problems } = parseQuery(typed, readDates);
    expect(line(query)).toBe(expected);
    expect(problems).toEqual([]);
  });

  it.each([
    ['"渡口', '"渡口"', 'unclosed-quote', 0, 3],
    ['(渡口', '渡口', 'unclosed-group', 0, 3],
    ['渡口)停航', '(渡口 & 停航)', 'unexpected-close', 2, 3],
    ['渡口 AND', '渡口', 'missing-words', 3, 6],
    ['OR 渡口', '渡口', 'missing-words', 0, 2],
    ['渡口 NEAR/3', '渡口', 'missing-words', 3, 9],
    ['渡口 NOT', '渡口', 'missing-words', 3, 6],
    ['标题: AND 渡口', '渡口', 'empty-field', 0, 3],
  ])('%s is mended to %s, telling of %s', (typed, expected, code, start, end) => {
    const { query, problems } = parseQuery(typed, readDates);
    expect(line(query)).toBe(expected);
    expect(problems).toContainEqual({ code, start, end, isMended: true });
  });

  it.each([
    ['a date that is none', 'date:渡口', 'not-a-date'],
    ['something no story has', 'has:渡口', 'unknown-has'],
    ['20,001 characters', '渡'.repeat(20_001), 'too-long'],
    [
      '1,001 words',
      Array.from({ length: 1_001 }, (_, index) => `渡${index}`).join(' OR '),
      'too-many-words',
    ],
    ['5,000 brackets', `${'('.repeat(5_000)}渡${')'.repeat(5_000)}`, 'too-deep'],
    ['4,000 times NOT', `${'NOT '.repeat(4_000)}渡`, 'too-deep'],
    ['6,600 fields', `${'标题:'.repeat(6_600)}渡`, 'too-deep'],
    ['3,900 fields of brackets', `${'标题:('.repeat(3_900)}渡`, 'too-deep'],
  ])('%s: explained', (_, typed, code) => {
    const { query, problems } = parseQuery(typed, readDates);
    expect(query).toBeNull();
    expect(problems.some((problem) => problem.code === code && !problem.isMended)).toBe(true);
  });

  it.each(Object.getOwnPropertyNames(Object.prototype))('%s is a word', (typed) => {
    expect(parseQuery(typed, readDates)).toEqual({
      query: { kind: 'text', text: typed, isPhrase: false, field: null },
      problems: [],
    });
  });

  it('takes 10,000 characters and 500 alternatives', () => {
    expect(line(parseQuery('渡'.repeat(10_000), readDates).query)).toHaveLength(10_000);
    const many = parseQuery(Array.from({ length: 500 }, () => '渡').join(' OR '), readDates);
    expect(many.problems).toEqual([]);
  });

  it('never throws, and points into what was typed', () => {
    const piece = fc.constantFrom(
      ...[
        '渡',
        '口',
        ' ',
        '"',
        '“',
        '”',
        '(',
        ')',
        '（',
        'AND',
        'OR',
        'NOT',
        '与',
        '或',
        '非',
        '-',
      ],
      ...[
        'NEAR/3',
        '标题:',
        'date:',
        '1930..1937',
        '..',
        '\ud800',
        '\u0000',
        '*',
        '|',
        '&',
        'has:',
      ],
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.array(piece, { maxLength: 40 }).map((list) => list.join('')),
          fc.string({ unit: 'binary' }),
        ),
        (typed) => {
          const astray = parseQuery(typed, readDates).problems.filter(
            ({ start, end }) => start < 0 || end > typed.length || start > end,
          );
          expect(astray).toEqual([]);
        },
      ),
      propertyRuns(300),
    );
  });
});
