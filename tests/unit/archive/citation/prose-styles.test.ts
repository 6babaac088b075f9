import { describe, expect, it } from 'vitest';
import {
  formatChicagoBibliography,
  formatChicagoNote,
} from '../../../../archive/citation/chicago.ts';
import { citationStyles, formatCitation } from '../../../../archive/citation/citation-style.ts';
import { formatHistoryFootnote } from '../../../../archive/citation/history-journal.ts';
import { quotation } from '../../../../archive/citation/quotation.ts';
import { by, testItem, type TestStory } from './story.ts';

const xinbao: TestStory = {
  byline: by(['沈聽瀾', 'reporter', '本報記者']),
  headline: '瀾安輪擱淺一夜',
  paper: '瀾江新報',
  date: '1934-09-16',
  page: '2',
  language: 'zh-Hant',
};

describe('the footnote of journals of Chinese history', () => {
  it.each<[string, TestStory, string]>([
    [
      'author, story, paper, date, page',
      xinbao,
      '沈聽瀾：《瀾安輪擱淺一夜》，《瀾江新報》1934年9月16日，第2版。',
    ],
    [
      'no author: the title first',
      { ...xinbao, byline: [] },
      '《瀾安輪擱淺一夜》，《瀾江新報》1934年9月16日，第2版。',
    ],
    [
      'up to three authors apart by 、',
      { ...xinbao, byline: by('甲甲', '乙乙', '丙丙') },
      '甲甲、乙乙、丙丙：《瀾安輪擱淺一夜》，《瀾江新報》1934年9月16日，第2版。',
    ],
    [
      'of more the first and 等',
      { ...xinbao, byline: by('甲甲', '乙乙', '丙丙', '丁丁') },
      '甲甲等：《瀾安輪擱淺一夜》，《瀾江新報》1934年9月16日，第2版。',
    ],
    [
      'a translator after the title',
      { ...xinbao, byline: by(['林喬', 'translator', '林喬譯']) },
      '《瀾安輪擱淺一夜》，林喬譯，《瀾江新報》1934年9月16日，第2版。',
    ],
    [
      'titles inside the title',
      { ...xinbao, headline: '讀《瀾江志》' },
      '沈聽瀾：《讀〈瀾江志〉》，《瀾江新報》1934年9月16日，第2版。',
    ],
    [
      'a subtitle keeps its dash',
      { ...xinbao, deck: '——船主洪氏談話' },
      '沈聽瀾：《瀾安輪擱淺一夜——船主洪氏談話》，《瀾江新報》1934年9月16日，第2版。',
    ],
    [
      'a page with a letter',
      { ...xinbao, page: 'A03' },
      '沈聽瀾：《瀾安輪擱淺一夜》，《瀾江新報》1934年9月16日，第A03版。',
    ],
    [
      'a page that is no 版',
      { ...xinbao, page: '第二張' },
      '沈聽瀾：《瀾安輪擱淺一夜》，《瀾江新報》1934年9月16日，第二張。',
    ],
    ['no page', { ...xinbao, page: '' }, '沈聽瀾：《瀾安輪擱淺一夜》，《瀾江新報》1934年9月16日。'],
    [
      'a month',
      { ...xinbao, date: '1934-09' },
      '沈聽瀾：《瀾安輪擱淺一夜》，《瀾江新報》1934年9月，第2版。',
    ],
    [
      'a season',
      { ...xinbao, date: '1934-23' },
      '沈聽瀾：《瀾安輪擱淺一夜》，《瀾江新報》1934年秋，第2版。',
    ],
    [
      'a date in doubt',
      { ...xinbao, date: '1934-09-16?' },
      '沈聽瀾：《瀾安輪擱淺一夜》，《瀾江新報》[1934年9月16日]，第2版。',
    ],
    [
      'no date',
      { ...xinbao, date: '1934-13-45' },
      '沈聽瀾：《瀾安輪擱淺一夜》，《瀾江新報》，第2版。',
    ],
    [
      'a sample',
      { ...xinbao, isSample: true },
      '沈聽瀾：《瀾安輪擱淺一夜》，《瀾江新報》（樣報）1934年9月16日，第2版。',
    ],
    [
      'a foreigner in full',
      { ...xinbao, byline: by('（美）約翰·史密斯') },
      '約翰·史密斯：《瀾安輪擱淺一夜》，《瀾江新報》1934年9月16日，第2版。',
    ],
  ])('%s', (_, story, expected) => {
    expect(formatHistoryFootnote(testItem(story))).toBe(expected);
  });
});

describe('Chicago 17', () => {
  it.each<[string, TestStory, string, string]>([
    [
      'a Chinese name keeps its order in both',
      { byline: by('丁文详') },
      '丁文详, “虚假新闻的治理,” 中国青年报, November 20, 2000.',
      '丁文详. “虚假新闻的治理.” 中国青年报, November 20, 2000.',
    ],
    [
      'a western name is turned round in the bibliography',
      { byline: by('John Smith') },
      'John Smith, “虚假新闻的治理,” 中国青年报, November 20, 2000.',
      'Smith, John. “虚假新闻的治理.” 中国青年报, November 20, 2000.',
    ],
    [
      'two authors',
      { byline: by('John Smith', 'Mary Jones') },
      'John Smith and Mary Jones, “虚假新闻的治理,” 中国青年报, November 20, 2000.',
      'Smith, John, and Mary Jones. “虚假新闻的治理.” 中国青年报, November 20, 2000.',
    ],
    [
      'four authors',
      { byline: by('钱学森', '刘再复', '李四光', '华罗庚') },
      '钱学森 et al., “虚假新闻的治理,” 中国青年报, November 20, 2000.',
      '钱学森, 刘再复, 李四光, and 华罗庚. “虚假新闻的治理.” 中国青年报, November 20, 2000.',
    ],
    [
      'unsigned: the bibliography begins with the paper',
      {},
      '“虚假新闻的治理,” 中国青年报, November 20, 2000.',
      '中国青年报. “虚假新闻的治理.” November 20, 2000.',
    ],
    [
      'quotation marks inside the title, and a question mark at its end',
      { headline: '“桥通之后”渡口留什么？' },
      '“‘桥通之后’渡口留什么？” 中国青年报, November 20, 2000.',
      '中国青年报. “‘桥通之后’渡口留什么？” November 20, 2000.',
    ],
    [
      'a translator, a sample, a month',
      {
        byline: by('契诃夫', ['林乔', 'translator', '林乔译']),
        isSample: true,
        date: '1934-09',
      },
      '契诃夫, “虚假新闻的治理,” trans. 林乔, 中国青年报[样报], September 1934.',
      '契诃夫. “虚假新闻的治理.” Translated by 林乔. 中国青年报[样报], September 1934.',
    ],
    [
      'no date',
      { date: '1934-13-45' },
      '“虚假新闻的治理,” 中国青年报, n.d.',
      '中国青年报. “虚假新闻的治理.” n.d.',
    ],
    [
      'an English paper',
      { headline: 'Bridge Opens', paper: 'River Daily', language: 'en', isSample: true },
      '“Bridge Opens,” River Daily [sample newspaper], November 20, 2000.',
      'River Daily [sample newspaper]. “Bridge Opens.” November 20, 2000.',
    ],
  ])('%s', (_, story, note, bibliography) => {
    expect(formatChicagoNote(testItem(story))).toBe(note);
    expect(formatChicagoBibliography(testItem(story))).toBe(bibliography);
  });

  it('gives the page when asked', () => {
    const item = testItem({ byline: by('丁文详'), page: 'A03' });
    expect(formatChicagoNote(item, { hasPage: true })).toMatch(/2000, A03\.$/u);
    expect(formatChicagoBibliography(item, { hasPage: true })).toMatch(/2000, A03\.$/u);
  });
});

describe('a quotation with its reference', () => {
  it('stands within the marks of its script, unchanged', () => {
    const text = '他说：“水位‘回落’了。”\n第二段\u0007　';
    const simplified = testItem({ byline: by('丁文详') });
    expect(quotation(text, simplified, 'gbt7714-2015')).toBe(
      `“${text}”\n丁文详. 虚假新闻的治理[N]. 中国青年报, 2000-11-20(15).`,
    );
    expect(quotation(text, testItem(xinbao), 'history-footnote')).toBe(
      `「${text}」\n沈聽瀾：《瀾安輪擱淺一夜》，《瀾江新報》1934年9月16日，第2版。`,
    );
  });

  it('says that a sample is one, in every style', () => {
    for (const [language, word] of [
      ['zh-Hans-CN', '样报'],
      ['zh-Hant', '樣報'],
      ['zh-TW', '樣報'],
      ['en', 'sample newspaper'],
    ] as const) {
      for (const style of citationStyles) {
        const line = formatCitation(testItem({ language, isSample: true }), style);
        // The footnote is a Chinese one whatever the paper's language.
        const expected = style === 'history-footnote' && language === 'en' ? '样报' : word;
        expect(line).toContain(expected);
        expect(formatCitation(testItem({ language }), style)).not.toContain(expected);
      }
    }
  });
});
