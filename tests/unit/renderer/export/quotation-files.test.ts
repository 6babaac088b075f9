import fc from 'fast-check';
import { fromMarkdown } from 'mdast-util-from-markdown';
import Papa from 'papaparse';
import { expect, test } from 'vitest';
import { csvTable } from '../../../../renderer/export/csv-table.ts';
import { fieldNames } from '../../../../renderer/export/quotation-fields.ts';
import {
  fillTemplate,
  unknownPlaces,
  usualTemplate,
} from '../../../../renderer/export/markdown-template.ts';
import { readScope } from '../../../../renderer/export/read-scope.ts';
import { fields } from './made-quotation.ts';

const heads = Object.fromEntries(fieldNames.map((name) => [name, name])) as Record<
  (typeof fieldNames)[number],
  string
>;

test('a table is read back as it was written; formulas are words', () => {
  const hostile = ['=1+1', '+2', '-3', '@x', '"quoted", 逗号', 'a\r\nb', '𠮷\u202e', '　前'];
  const rows = hostile.map((quotation, index) => fields({ number: String(index), quotation }));
  const text = csvTable(rows, heads);
  expect(text.startsWith('\ufeff')).toBe(true);
  const { data } = Papa.parse<Record<string, string>>(text.slice(1).trimEnd(), { header: true });
  expect(data.map((row) => row.quotation)).toEqual(
    hostile.map((each) => (/^[=+\-@]/.test(each) ? `'${each}` : each)),
  );
});

/** The words that a reader of Markdown sees. */
function shownIn(markdown: string): string {
  const words: string[] = [];
  const visit = (node: { value?: string; type: string; children?: unknown[] }): void => {
    if (node.type === 'break') words.push('\n');
    if (node.value !== undefined) words.push(node.value);
    for (const child of node.children ?? []) visit(child as typeof node);
  };
  visit(fromMarkdown(markdown));
  return words.join('');
}

test('a quotation in Markdown shows every character as held', () => {
  const character = fc.constantFrom(...'江水*_`#<>[]()!|~\\&+-.1。“”—　𠮷'.split(''), '𠮷');
  fc.assert(
    fc.property(fc.array(character, { minLength: 1, maxLength: 40 }), (characters) => {
      const quotation = characters.join('');
      fc.pre(quotation.isWellFormed() && quotation.trim() === quotation);
      expect(shownIn(fillTemplate('> {{quotation}}', fields({ quotation })))).toBe(quotation);
    }),
  );
});

test('spaces at the ends of a quotation stay', () => {
  expect(fillTemplate('{{quotation}}', fields({ quotation: '　　江水　' }))).toBe('　　江水　');
});

test('lines of places that are empty go, and a quotation of two lines stays inside its mark', () => {
  const filled = fillTemplate(
    usualTemplate,
    fields({ number: '3', headline: '渡口', quotation: '一\n二', citation: '某某. 渡口[N].' }),
  );
  expect(filled).toBe('[3] 渡口\n\n> 一  \n> 二\n\n某某. 渡口\\[N\\].');
});

test('names that stand for nothing are told', () => {
  expect(unknownPlaces('{{quotation}} {{qoutation}} {{ link }} {{x}} {{x}}')).toEqual([
    'qoutation',
    'x',
  ]);
  expect(shownIn(fillTemplate('{{x}} {{number}}', fields({ number: '1' })))).toBe('{{x}} 1');
});

test.each([
  ['all', { kind: 'all' }],
  ['story:urn:uuid:1', { kind: 'article', articleId: 'urn:uuid:1' }],
  ['issue:2019-05-18', { kind: 'issue', issueId: '2019-05-18' }],
  ['tag:渡口: 旧', { kind: 'tag', tag: '渡口: 旧' }],
  ['ink:qing', { kind: 'ink', ink: 'qing' }],
  ['ink:red', null],
  ['tag:', null],
  ['all:x', null],
  ['everything', null],
  ['', null],
])('the scope %j', (words, expected) => {
  expect(readScope(words)).toEqual(expected);
});
