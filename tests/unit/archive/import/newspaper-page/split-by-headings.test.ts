import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { importNewspaperPage } from '../../../../../archive/import/newspaper-page/split-by-headings.ts';
import { canonicalText } from '../../../../../archive/text/canonical-text.ts';

const options = {
  archiveId: 'urn:uuid:00000000-0000-4000-8000-000000000000',
  issue: { id: '2022-07-18', date: '2022-07-18', number: '' },
  page: { number: '4', name: '' },
  language: 'zh-Hans-CN',
  rights: '',
  source: 'page.md',
};

test('a heading of level 1 to 3 begins a story', () => {
  const { articles, furniture } = importNewspaperPage(
    '# 横幅\n\n## 标题一\n\n正文一  \n第二行\n\n#### 小标题\n正文二\n\n### 引题\n# 标题二\n\n正文三',
    options,
  );
  expect(furniture).toEqual(['横幅']);
  expect(articles.map(({ kicker, headline, body }) => ({ kicker, headline, body }))).toEqual([
    {
      kicker: '',
      headline: '标题一',
      body: [
        { id: 'b1', type: 'paragraph', text: '正文一\n第二行' },
        { id: 'b2', type: 'heading', text: '小标题' },
        { id: 'b3', type: 'paragraph', text: '正文二' },
      ],
    },
    {
      kicker: '引题',
      headline: '标题二',
      body: [{ id: 'b1', type: 'paragraph', text: '正文三' }],
    },
  ]);
});

test('text before the first heading belongs to the page', () => {
  const { articles, furniture } = importNewspaperPage('2022年7月18日 星期一\n\n# 标题', options);
  expect(furniture).toEqual(['2022年7月18日 星期一']);
  expect(articles.map(({ headline }) => headline)).toEqual(['标题']);
});

const seed = join(
  resolve(process.env.GUZHI_MATERIAL ?? '../shared'),
  'seed/chongqing-daily-page.md',
);

describe.skipIf(!existsSync(seed))('a real page (skipped where GUZHI_MATERIAL has none)', () => {
  test('every character of the page is in one story or in the furniture, in its order', () => {
    const text = readFileSync(seed, 'utf8');
    const { articles, furniture } = importNewspaperPage(text, options);
    const plain = (parts: readonly string[]): string => parts.join('').replace(/\s/gu, '');
    const source = plain(text.split('\n').map((line) => line.replace(/^#{1,6} /u, '')));
    expect(plain([...furniture, ...articles.map(canonicalText)])).toBe(source);
    expect(articles.length).toBeGreaterThan(3);
  });
});
