import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatBibtex } from '../../../../archive/citation/bibtex.ts';
import { citationItem } from '../../../../archive/citation/citation-item.ts';
import { citationStyles, formatCitation } from '../../../../archive/citation/citation-style.ts';
import { cslItem, formatCslJson } from '../../../../archive/citation/csl-json.ts';
import { formatRis } from '../../../../archive/citation/ris.ts';
import { quotation } from '../../../../archive/citation/quotation.ts';
import { processorSeconds } from '../../../fixtures/processor-seconds.ts';
import { parseBibtex, parseRis, texText } from './reference-files.ts';
import { by, testArticle, testDescription, testIssue, testItem, type TestStory } from './story.ts';

/** Line ends, other controls, bidirectional overrides and halves of surrogate pairs. */
const forbidden =
  /[\u0000-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;

const pieces = fc.constantFrom(
  '{',
  '}',
  '%',
  '&',
  '$',
  '#',
  '_',
  '^',
  '~',
  '\\',
  '"',
  '@',
  ',',
  ', ',
  ' and ',
  '，',
  '、',
  '\n',
  '\r\n',
  '\r',
  '\t',
  '\u2028',
  '\u0000',
  '\u0007',
  '\u001b',
  '\u0085',
  '\u202e',
  '\ufeff',
  '\ud842',
  '\udfb7',
  '𠮷',
  '䶮',
  '　',
  ' ',
  '（',
  '）',
  '(',
  ')',
  '[',
  ']',
  '《',
  '》',
  '“',
  '”',
  '本报讯',
  '记者',
  '通讯员 ',
  '民國二十三年',
  '九月',
  '十六日',
  '等',
  '·',
  '——',
  'ER  - ',
  'TY  - NEWS',
  '<b>',
  '__proto__',
  '1934-13-45',
  '一',
  'A03',
  'GPS',
  'van',
  'Li',
  '\u0301',
  '0',
  '第',
  '版',
);
const hostileText = fc.oneof(
  fc.array(pieces, { maxLength: 12 }).map((parts) => parts.join('')),
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc.string({ unit: 'grapheme', maxLength: 12 }),
  fc.constant('长'.repeat(200)),
  fc.constant(''),
);
const role = fc.constantFrom(
  'reporter',
  'author',
  'translator',
  'photographer',
  'other',
  'host',
  'editor',
);
const hostileStory: fc.Arbitrary<TestStory> = fc.record({
  byline: fc.array(fc.record({ name: hostileText, role, label: hostileText }), { maxLength: 5 }),
  kicker: hostileText,
  headline: hostileText,
  deck: hostileText,
  section: hostileText,
  paper: hostileText,
  date: fc.oneof(hostileText, fc.constantFrom('1934-09-16', '193X', '1934-09', '1934~', '1934-21')),
  page: hostileText,
  language: fc.oneof(hostileText, fc.constantFrom('zh-Hans-CN', 'zh-Hant', 'en', '')),
  lead: hostileText.map((text) => `本报讯（记者 ${text}）`),
  issueNotes: fc.array(hostileText, { maxLength: 2 }),
  isRepublican: fc.boolean(),
  isSample: fc.boolean(),
  publisher: hostileText,
  issn: hostileText,
  cnNumber: hostileText,
});

describe('whatever an archive holds', () => {
  it('every style makes one line of it', () => {
    fc.assert(
      fc.property(hostileStory, hostileText, (story, text) => {
        const item = testItem(story);
        for (const style of citationStyles) {
          const line = formatCitation(item, style);
          expect(line).not.toMatch(forbidden);
          expect(line).not.toBe('');
          expect(quotation(text, item, style)).toBe(
            `${quotation('', item, style).charAt(0)}${text}${quotation('', item, style).slice(1)}`,
          );
        }
      }),
      { numRuns: 400 },
    );
  });

  it('RIS reads back', () => {
    fc.assert(
      fc.property(hostileStory, hostileStory, (one, other) => {
        const items = [testItem(one), testItem(other)];
        const text = formatRis(items);
        expect(text.replace(/\r\n/gu, '')).not.toMatch(forbidden);
        const records = parseRis(text);
        expect(records).toHaveLength(2);
        records.forEach((record, index) => {
          const item = items[index];
          if (item === undefined) throw new Error('more records than items');
          const csl = cslItem(item);
          expect(record.find(({ tag }) => tag === 'TI')?.value).toBe(csl.title);
          expect(record.filter(({ tag }) => tag === 'AU')).toHaveLength(item.authors.length);
        });
      }),
      { numRuns: 400 },
    );
  });

  it('BibTeX reads back, and TeX sets what was given', () => {
    fc.assert(
      fc.property(hostileStory, hostileStory, (one, other) => {
        const items = [testItem(one), testItem(other)];
        const entries = parseBibtex(formatBibtex(items));
        expect(entries).toHaveLength(2);
        entries.forEach((entry, index) => {
          const item = items[index];
          if (item === undefined) throw new Error('more entries than items');
          const csl = cslItem(item);
          expect(texText(entry.fields.get('title') ?? '')).toBe(csl.title);
          expect(texText(entry.fields.get('journal') ?? '')).toBe(csl['container-title']);
          expect(texText(entry.fields.get('annote') ?? '')).toBe(csl.note);
          for (const value of entry.fields.values()) expect(value).not.toMatch(forbidden);
        });
      }),
      { numRuns: 400 },
    );
  });

  it('CSL-JSON reads back', () => {
    fc.assert(
      fc.property(hostileStory, (story) => {
        const item = testItem(story);
        const [back] = JSON.parse(formatCslJson([item])) as unknown[];
        expect(back).toEqual(JSON.parse(JSON.stringify(cslItem(item))));
        for (const part of cslItem(item).issued?.['date-parts']?.flat() ?? []) {
          expect(Number.isInteger(part)).toBe(true);
        }
      }),
      { numRuns: 400 },
    );
  });

  it('ids that no address can hold do no harm', () => {
    const article = { ...testArticle({}), id: '\ud800/../ <x>' };
    const item = citationItem(article, { ...testIssue({}), id: '%2e%2e' }, testDescription({}));
    expect(item.link).toMatch(/^guzhi:\/\/archive\/[!-~]+$/u);
    expect(item.link.split('/')).toHaveLength(7);
    expect(parseBibtex(formatBibtex([item]))).toHaveLength(1);
  });
});

describe('the heads of a story on one line', () => {
  it.each([
    ['老渡口\n送走最后一班船', '老渡口　送走最后一班船'],
    ['老渡口　\r\n　送走最后一班船', '老渡口　送走最后一班船'],
    ['Bridge\nOpens', 'Bridge Opens'],
    ['\n老渡口\n', '老渡口'],
    ['老渡口\u0000\u0007', '老渡口'],
    ['老渡口\u202e口', '老渡口口'],
    ['\ud842老渡口', '\ufffd老渡口'],
    ['第一行\n\n\n第二行', '第一行　第二行'],
    ['长'.repeat(200), '长'.repeat(200)],
  ])('%j', (headline, expected) => {
    expect(testItem({ headline, byline: by('甲') }).headline).toBe(expected);
  });

  it('takes no longer for a million spaces or line feeds', async () => {
    const lengthOf = (headline: string): number => testItem({ headline }).headline.length;
    const seconds = await processorSeconds(() => {
      expect(lengthOf(`甲${' '.repeat(1_000_000)}乙`)).toBe(1_000_002);
      expect(lengthOf(`甲${'\n 乙'.repeat(300_000)}`)).toBe(600_001);
    });
    expect(seconds).toBeLessThan(10);
  });
});
