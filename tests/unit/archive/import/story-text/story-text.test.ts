import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { SourceOrder } from '../../../../../archive/import/assembly/import-order.ts';
import { readStoryText } from '../../../../../archive/import/story-text/read-story-text.ts';
import { canonicalText } from '../../../../../archive/text/canonical-text.ts';

const order: SourceOrder = {
  path: 'letter.md',
  source: 'letter.md',
  kind: 'story',
  encoding: null,
  date: '2019-05-18',
  issueNumber: '',
  page: { number: '2', name: '' },
};

test('front matter in Chinese, with full-width colons', () => {
  const text =
    '---\n标题：一封来信\n作者：本报记者 温其岳、卢可桢\n栏目: 读者来信\n来稿号: 17\n---\n编辑先生：\n\n## 钟声\n\n钟声照旧。\n';
  const { draft } = readStoryText(text, order);
  expect(draft.stories[0]?.article).toMatchObject({
    headline: '一封来信',
    section: '读者来信',
    byline: [
      { name: '本报记者', role: 'author' },
      { name: '温其岳', role: 'author' },
      { name: '卢可桢', role: 'author' },
    ],
    body: [
      { type: 'paragraph', text: '编辑先生：' },
      { type: 'heading', text: '钟声' },
      { type: 'paragraph', text: '钟声照旧。' },
    ],
    ext: { frontMatter: { 来稿号: '17' } },
  });
});

test('a text without front matter takes its first heading as the title', () => {
  const { draft } = readStoryText(
    '# 渡口\r\n\r\n钟还在。\r灯也在。\r\n\r\n- 甲\r\n- 乙\r\n',
    order,
  );
  expect(draft.stories[0]?.article).toMatchObject({
    headline: '渡口',
    body: [
      { type: 'paragraph', text: '钟还在。' },
      { type: 'paragraph', text: '灯也在。' },
      { type: 'list', items: ['甲', '乙'] },
    ],
  });
});

test('an empty text gives no story and says so', () => {
  const { draft, report } = readStoryText(' \n', order);
  expect(draft.stories).toEqual([]);
  expect(report.remarks.map(({ code }) => code)).toEqual(['empty-page']);
});

test('no character of plain lines is lost or doubled', () => {
  const line = fc.stringMatching(/^[\u4e00-\u4fff，。“”A-Za-z0-9 ]{1,30}$/);
  fc.assert(
    fc.property(fc.array(line, { minLength: 1, maxLength: 12 }), (lines) => {
      const { draft } = readStoryText(lines.join('\n'), order);
      const texts = draft.stories.map(({ article }) => canonicalText(article)).join('');
      const printed = (text: string): string => text.replaceAll(/\s/gu, '');
      expect(printed(texts)).toBe(printed(lines.join('')));
    }),
  );
});
