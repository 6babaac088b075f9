import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { pageReport } from '../../../../../archive/import/newspaper-page/page-report.ts';
import { restorePage } from '../../../../../archive/import/newspaper-page/restore-page.ts';
import type { RestoredPage } from '../../../../../archive/import/newspaper-page/restored-page.ts';
import { packedWords } from '../../../../bench/restore/packed-words.ts';
import { processorSeconds } from '../../../../fixtures/processor-seconds.ts';
import { characterCounts, printedTexts } from './printed-characters.ts';

const words = packedWords();
const restore = (markdown: string): RestoredPage => restorePage(markdown, { words });
const codes = (page: RestoredPage): readonly string[] => page.problems.map(({ code }) => code);
const printed = (page: RestoredPage): string => [...printedTexts(page)].join('');

describe('bad pages', () => {
  test.each([
    ['nothing', ''],
    ['white space', ' \n\t\n　\r\n'],
    ['a byte order mark', '\ufeff'],
  ])('%s is an empty page', (_, markdown) => {
    expect(restore(markdown)).toEqual({
      stories: [],
      furniture: [],
      unplaced: [],
      problems: [{ code: 'empty-page', detail: '0' }],
    });
  });

  test('only headings: reported, none lost', () => {
    const page = restore('# 老渡口收缆\n\n## 新桥亮灯\n\n### 两岸四分钟\n');
    expect(codes(page)).toEqual(['only-headings']);
    expect(characterCounts([printed(page)])).toEqual(
      characterCounts(['老渡口收缆新桥亮灯两岸四分钟']),
    );
  });

  test('only a picture: reported', () => {
    expect(codes(restore('![](images/page.jpg)\n'))).toEqual(['only-pictures']);
  });

  test('text without any headline becomes one story that says so', () => {
    const page = restore('渡轮昨天停航。\n\n桥上今天通车，两岸居民步行过江。\n');
    expect(page.stories).toHaveLength(1);
    expect(page.stories[0]?.problems.map(({ code }) => code)).toContain('no-headline');
    expect(codes(page)).toEqual(['no-headline']);
  });

  test('a binary file is refused whole', () => {
    const binary = 'PK\u0003\u0004' + '\u0000\u0001\u0002\u0000'.repeat(200);
    const page = restore(binary);
    expect(codes(page)).toEqual(['binary']);
    expect(page.unplaced[0]?.text).toBe(binary);
  });

  test('mixed line ends read like plain ones', () => {
    const plain = '# 渡口\n\n第一段在这里。\n\n第二段在这里。\n';
    const mixed = '# 渡口\r\n\r\n第一段在这里。\r\r第二段在这里。\n';
    const texts = (page: RestoredPage) =>
      page.stories.map(({ headline, blocks }) => [
        headline,
        ...blocks.map(({ block }) => (block.type === 'paragraph' ? block.text : block.type)),
      ]);
    expect(texts(restore(mixed))).toEqual(texts(restore(plain)));
    expect(texts(restore(plain))).toEqual([['渡口', '第一段在这里。', '第二段在这里。']]);
  });

  test('HTML tables become table blocks, closed or not', () => {
    const rows = '<tr><th>站名</th><th>水位</th></tr><tr><td>东津</td><td>18.42 &lt; 20</td></tr>';
    for (const table of [`<table>${rows}</table>`, `<table border="1">\n${rows}\n`]) {
      const page = restore(
        `# 今日水位\n\n本报讯 水文站昨日公布各站水位如下。\n\n${table}\n\n数据截至八时。\n`,
      );
      const found = page.stories[0]?.blocks.find(({ block }) => block.type === 'table')?.block;
      expect(found).toMatchObject({
        type: 'table',
        headerRows: 1,
        rows: [
          ['站名', '水位'],
          ['东津', '18.42 < 20'],
        ],
      });
    }
  });

  test('pipe tables become table blocks', () => {
    const page = restore('# 今日水位\n\n各站如下。\n\n| 站 | 位 |\n| --- | --- |\n| 东津 | 18 |\n');
    expect(page.stories[0]?.blocks.at(-1)?.block).toMatchObject({
      type: 'table',
      rows: [
        ['站', '位'],
        ['东津', '18'],
      ],
    });
  });

  test.each(['"钟跃 摄"', "'钟跃 摄'", '“钟跃 摄”', '‘钟跃 摄’'])(
    'a picture whose title is written %s is a picture',
    (title) => {
      const page = restore(
        `# 末班船\n\n本报讯 渡轮昨晚停航。\n\n![末班船靠岸。](img/a.jpg ${title})\n\n船上的钟停了。\n`,
      );
      const figure = page.stories[0]?.blocks.find(({ block }) => block.type === 'figure')?.block;
      expect(figure).toMatchObject({ media: 'img/a.jpg', credit: '钟跃 摄' });
      expect(printed(page)).not.toContain('![');
    },
  );

  test('what a story says of itself is not said of its page again', () => {
    const { remarks } = pageReport('page.md', restore('渡轮昨天停航。\n\n桥上今天通车。\n'));
    expect(remarks.filter(({ code }) => code === 'no-headline')).toHaveLength(1);
  });

  test('pictures that are not at hand are named', () => {
    const markdown =
      '# 末班船\n\n本报讯 渡轮昨晚停航。\n\n![](img/a.jpg)\n\n图为末班船靠岸。 记者 白露 摄\n';
    const page = restorePage(markdown, { words, hasMedia: () => false });
    const [story] = page.stories;
    const figure = story?.blocks.find(({ block }) => block.type === 'figure')?.block;
    expect(figure).toMatchObject({
      media: 'img/a.jpg',
      caption: '图为末班船靠岸。',
      credit: '记者 白露 摄',
    });
    expect(story?.problems).toContainEqual({
      code: 'media-missing',
      blockId: figure?.id,
      reason: 'img/a.jpg',
    });
    expect(restorePage(markdown, { words, hasMedia: () => true }).stories[0]?.problems).toEqual([]);
  });

  test('a list nested two thousand deep is read line by line', () => {
    const lines = Array.from({ length: 2000 }, (_, depth) => `${' '.repeat(depth)}- 第${depth}项`);
    const page = restore(`# 目录\n\n${lines.join('\n')}\n`);
    const expected = lines.map((line) => line.trimStart().slice(2)).join('');
    expect(characterCounts([printed(page)])).toEqual(characterCounts(['目录', expected]));
  });

  test('a heading that reads like a line of participants ends', () => {
    const page = restore('# 主持人：答：abc其次1. 其次| 甲 | 乙 |\n1. # ');
    expect(characterCounts([printed(page)]).get('持')).toBe(1);
  });

  test.each([
    ['one line', () => '汉'.repeat(3_400_000)],
    ['unclosed marks', () => '**a '.repeat(500_000)],
    ['unclosed tables', () => '<table><tr><td>甲\n'.repeat(20_000)],
    ['headings', () => '# 甲乙丙丁\n\n'.repeat(20_000)],
    ['torn paragraphs', () => '这是没有写完的一段话，它断在这里而且没有标点\n\n'.repeat(8000)],
    ['leads', () => '本报讯（记者 张三）今天天气很好。\n\n'.repeat(8000)],
    ['opening brackets', () => '（!['.repeat(300_000)],
  ])('a page of megabytes of %s takes seconds, not minutes', async (_, make) => {
    const markdown = make();
    const seconds = await processorSeconds(() => {
      const page = restore(markdown);
      expect(page.stories.length + page.unplaced.length + page.furniture.length).toBeGreaterThan(0);
    });
    expect(seconds).toBeLessThan(40);
  });

  test('ten megabytes of ordinary pages are restored in parts, nothing lost', () => {
    const one =
      '# 渡口停航\n\n本报讯（记者 闻一舟）渡轮昨天停航，两岸居民改走新桥。\n\n船上的钟由博物馆收藏。\n\n## 桥上通车\n\n新桥今天通车，公交车四分钟过江。\n\n';
    const times = Math.ceil(2_000_000 / one.length);
    const page = restore(one.repeat(times));
    expect(codes(page)).toContain('very-long');
    const counted = characterCounts(printedTexts(page));
    expect(counted.get('舟')).toBe(times);
    expect(counted.get('钟')).toBe(characterCounts([one]).get('钟') === 2 ? 2 * times : times);
  });

  test('whatever the Markdown, nothing is lost, doubled or thrown', () => {
    const piece = fc.constantFrom(
      '# ',
      '### ',
      '**',
      '渡口',
      '本报讯',
      '（记者 张三）',
      '，',
      '。',
      '：',
      '“',
      '”',
      '\n',
      '\n\n',
      '\r\n',
      '- ',
      '> ',
      '图为',
      '记者 白露 摄',
      '| 甲 | 乙 |\n',
      '---\n',
      '第2版',
      '（下转第3版）',
      '核心提示',
      '主持人：',
      '问：',
      '答：',
      '1. ',
      '2019年5月18日',
      ' ',
      '　',
      '编者按：',
      '责编 方砚',
      '<table><tr><td>丙</td></tr></table>\n',
      '□本报记者 王五',
      '首先',
      '其次',
      'abc',
      '\\*',
      '𪩘',
      '&amp;',
      '![](a.png)\n',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
        const page = restore(pieces.join(''));
        const times = new Map<number, number>();
        const put = (spans: readonly { start: number; end: number }[]): void => {
          for (const { start, end } of spans) {
            for (let at = start; at < end; at++) times.set(at, (times.get(at) ?? 0) + 1);
          }
        };
        for (const story of page.stories) {
          for (const field of Object.values(story.fields).flat()) put(field.spans);
          for (const person of story.byline) if (!person.isAlsoInBody) put(person.spans);
          if (story.dateline) put(story.dateline.spans);
          for (const mark of story.marks) put(mark.spans);
          for (const part of story.blocks.flatMap(({ pieces: parts }) => parts)) put(part.spans);
        }
        for (const text of [...page.furniture, ...page.unplaced]) put(text.spans);
        const markdown = pieces.join('');
        for (let at = 0; at < markdown.length; at++) {
          const count = times.get(at) ?? 0;
          expect(count).toBeLessThanOrEqual(1);
          if (/[\p{L}\p{N}]/u.test(markdown.charAt(at)) && !isMarkup(markdown, at))
            expect(count).toBe(1);
        }
      }),
      { numRuns: 300 },
    );
  });
});

/** Letters of tags, entities and picture paths, which are marks and not print. */
function isMarkup(markdown: string, at: number): boolean {
  return [/<\/?t(?:able|r|d)>/gu, /&amp;/gu, /\]\(a\.png\)/gu].some((pattern) =>
    [...markdown.matchAll(pattern)].some(
      (found) => at >= found.index && at < found.index + found[0].length,
    ),
  );
}
