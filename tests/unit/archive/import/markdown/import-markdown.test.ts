import { describe, expect, test } from 'vitest';
import { importMarkdown } from '../../../../../archive/import/markdown/import-markdown.ts';
import type {
  ImportedArchive,
  MarkdownImport,
} from '../../../../../archive/import/markdown/import-markdown.ts';
import { canonicalText } from '../../../../../archive/text/canonical-text.ts';
import { svgOf } from '../../../../fixtures/pictures.ts';

const archiveYaml = `id: urn:uuid:1b9893e1-030b-4430-b597-5d8fb10342b7
title: 澜江日报
publisher: 澜江日报社
language: zh-Hans-CN
temporal: 2019-05-18
rights: 样报
sample: true
`;

const issueYaml = `date: 2019-05-18
number: 第22187号
pages:
  - {number: "1", name: 要闻}
  - {number: A02, name: 本市}
ear: [水文站　2版]
notes: [农历己亥年四月十四]
`;

/** A source of one issue and the stories given by file name. */
function importStories(stories: Readonly<Record<string, string>>): MarkdownImport {
  return importFiles(
    Object.fromEntries(Object.entries(stories).map(([name, text]) => [`2019-05-18/${name}`, text])),
  );
}

function importFiles(files: Readonly<Record<string, string | null>>): MarkdownImport {
  return importMarkdown({
    texts: new Map(
      Object.entries({ 'archive.yaml': archiveYaml, '2019-05-18/issue.yaml': issueYaml, ...files }),
    ),
    pictures: new Map([['media/ferry.svg', svgOf('', 'viewBox="0 0 80 60"')]]),
    others: [],
  });
}

function good(imported: MarkdownImport): ImportedArchive {
  expect(imported.problems.filter(({ isWarning }) => !isWarning)).toEqual([]);
  if (!imported.archive) throw new Error('not imported');
  return imported.archive;
}

/** The first story of a source with that body. */
function bodyOf(body: string): ImportedArchive['articles'][number]['body'] {
  const story = `---\nheadline: 题\n---\n${body}`;
  return good(importStories({ '1-01-x.md': story })).articles[0]?.body ?? [];
}

function problemsOf(body: string): readonly string[] {
  const { problems } = importStories({ '1-01-x.md': `---\nheadline: 题\n---\n${body}` });
  return problems
    .filter(({ isWarning }) => !isWarning)
    .map(({ code, line }) => `${code}:${String(line)}`);
}

test('front matter becomes the fields of an article', () => {
  const { articles, issues, description } = good(
    importStories({
      'A02-03-ferry.md': `---
kicker: 澜江三桥今日零时通车
headline: [老渡口, 送走最后一班船]
deck: 六十二年摆渡成追忆
section: 聚焦
genre: feature
byline:
  - {name: 闻一舟, role: reporter, label: 本报记者}
  - {name: 柳汀}
dateline: {text: 本报东津5月17日电, place: 东津, date: 2019-05-17}
weight: 90
---
　　段落。
`,
    }),
  );
  expect(description).toMatchObject({
    revision: 1,
    sample: true,
    publication: { names: ['澜江日报'] },
  });
  expect(issues[0]).toMatchObject({ id: '2019-05-18', ear: ['水文站　2版'] });
  expect(articles).toEqual([
    {
      id: 'urn:uuid:3be20447-838c-598d-bbd1-5484876ee8bf',
      version: 1,
      textDigest: articles[0]?.textDigest,
      issue: { id: '2019-05-18', date: '2019-05-18', number: '第22187号' },
      page: { number: 'A02', name: '本市' },
      order: 3,
      language: 'zh-Hans-CN',
      kicker: '澜江三桥今日零时通车',
      headline: '老渡口\n送走最后一班船',
      deck: '六十二年摆渡成追忆',
      section: '聚焦',
      genre: 'feature',
      byline: [
        { name: '闻一舟', role: 'reporter', label: '本报记者' },
        { name: '柳汀', role: 'other', label: '' },
      ],
      dateline: { text: '本报东津5月17日电', place: '东津', date: '2019-05-17' },
      body: [{ id: 'b1', type: 'paragraph', text: '　　段落。' }],
      weight: 90,
      rights: '',
      provenance: { source: '2019-05-18/A02-03-ferry.md', method: 'born-digital', problems: [] },
      ext: {},
    },
  ]);
});

test.each([
  [
    'a paragraph with white space as it stands',
    '甲　乙  丙',
    [{ type: 'paragraph', text: '甲　乙  丙' }],
  ],
  ['a section head', '## 十二分钟', [{ type: 'heading', text: '十二分钟' }]],
  ['a list', '- 甲\n- 乙', [{ type: 'list', ordered: false, items: ['甲', '乙'] }]],
  ['a numbered list', '1. 甲\n2. 乙', [{ type: 'list', ordered: true, items: ['甲', '乙'] }]],
  [
    'a table',
    '| 站 | 位 |\n| --- | --- |\n| 东津 |  |',
    [
      {
        type: 'table',
        headerRows: 1,
        rows: [
          ['站', '位'],
          ['东津', ''],
        ],
      },
    ],
  ],
  [
    'a table without a head',
    '| | |\n| --- | --- |\n| 东津 | 18 |',
    [{ type: 'table', headerRows: 0, rows: [['东津', '18']] }],
  ],
  [
    'a figure',
    '![渡船。](media/ferry.svg "记者 白露 摄")',
    [
      {
        type: 'figure',
        media: 'media/ferry.svg',
        width: 80,
        height: 60,
        caption: '渡船。',
        credit: '记者 白露 摄',
      },
    ],
  ],
  [
    'a figure without words',
    '![](media/ferry.svg)',
    [{ type: 'figure', media: 'media/ferry.svg', width: 80, height: 60, caption: '', credit: '' }],
  ],
  [
    'a pull quote',
    '> 船不等人。\n> —— 沈若兰',
    [{ type: 'pull-quote', text: '船不等人。', attribution: '沈若兰' }],
  ],
  [
    'a pull quote of two lines',
    '> 船不等人，\n> 人等船。',
    [{ type: 'pull-quote', text: '船不等人，\n人等船。' }],
  ],
  [
    'a box',
    '> [!box] 圆桌\n> 主持人：方砚\n> 　　　温其岳',
    [{ type: 'box', title: '圆桌', lines: ['主持人：方砚', '　　　温其岳'] }],
  ],
  ['a box without a title', '> [!box]\n> 甲', [{ type: 'box', title: '', lines: ['甲'] }]],
  ['a question', '**方　砚：** 船停了？', [{ type: 'qa', speaker: '方　砚', text: '船停了？' }]],
  [
    'a separator',
    '甲\n\n---\n\n乙',
    [{ type: 'paragraph', text: '甲' }, { type: 'separator' }, { type: 'paragraph', text: '乙' }],
  ],
  ['escaped markers', '\\* 甲 \\[乙\\] 1\\. 丙', [{ type: 'paragraph', text: '* 甲 [乙] 1. 丙' }]],
])('%s', (_what, body, expected) => {
  expect(bodyOf(body)).toEqual(
    expected.map((block, index) => ({ id: `b${String(index + 1)}`, ...block })),
  );
});

describe('what lies outside the subset is reported with its line and never dropped', () => {
  test.each([
    ['a paragraph over two lines', '甲\n乙', ['paragraph-over-lines:4']],
    ['emphasis', '甲*乙*丙', ['not-in-subset:4']],
    ['a link', '甲[乙](https://example.org)', ['not-in-subset:4']],
    ['an autolink', '<https://example.org>', ['not-in-subset:4']],
    ['HTML', '<b>甲</b>', ['not-in-subset:4']],
    ['a block of HTML', '甲\n\n<div>\n乙\n</div>', ['not-in-subset:6']],
    ['code', '`甲`', ['not-in-subset:4']],
    ['indented code', '甲\n\n    乙', ['not-in-subset:6']],
    ['fenced code', '```\n甲\n```', ['not-in-subset:4']],
    ['a definition', '甲\n\n[乙]: https://example.org', ['not-in-subset:6']],
    ['a heading of another level', '# 甲', ['not-in-subset:4']],
    ['an underlined heading', '甲\n---', ['not-in-subset:4']],
    ['a closed heading', '## 甲 ##', ['not-in-subset:4']],
    ['another rule', '***', ['not-in-subset:4']],
    ['another bullet', '* 甲', ['not-in-subset:4']],
    ['a list in a list', '- 甲\n  - 乙', ['not-in-subset:4']],
    ['a list that begins at 3', '3. 甲', ['not-in-subset:4']],
    ['aligned columns', '| 甲 |\n| :-: |\n| 乙 |', ['not-in-subset:4']],
    ['rows of different length', '| 甲 | 乙 |\n| --- | --- |\n| 丙 |', ['not-in-subset:6']],
    ['a hard break', '甲  \n乙', ['not-in-subset:4']],
    ['a picture within text', '甲![乙](media/ferry.svg)', ['not-in-subset:4']],
    ['emphasis in a caption', '![甲*乙*](media/ferry.svg)', ['not-in-subset:4']],
    ['a picture that is not there', '![甲](media/lost.svg)', ['picture-missing:4']],
    ['bold that is no speaker', '**甲** 乙', ['not-in-subset:4']],
    ['bold that Markdown does not see', '**甲：**乙', ['escape-needed:4']],
    ['a list in a quote', '> - 甲', ['not-in-subset:4']],
    ['two paragraphs in a quote', '> 甲\n>\n> 乙', ['not-in-subset:4']],
  ])('%s', (_what, body, expected) => {
    expect(problemsOf(body)).toEqual(expected);
  });
});

describe('front matter and files', () => {
  const story = (members: string): MarkdownImport =>
    importStories({ '1-01-x.md': `---\n${members}\n---\n甲\n` });

  test.each([
    ['an unknown member', 'headline: 题\nauthor: 甲', ['field-unknown:3']],
    ['an unknown genre', 'headline: 题\ngenre: gossip', ['field-malformed:3']],
    ['an unknown role', 'byline:\n  - {name: 甲, role: king}', ['field-malformed:3']],
    ['a byline without a name', 'byline:\n  - {role: author}', ['field-missing:3']],
    ['a weight of 101', 'weight: 101', ['field-malformed:2']],
    ['an impossible date', 'dateline: {text: 电, date: 2019-02-30}', ['field-malformed:2']],
    ['a headline that is a mapping', 'headline: {甲: 乙}', ['field-malformed:2']],
    ['bad YAML', 'headline: [甲', ['bad-yaml:3']],
    ['the same member twice', 'headline: 甲\nheadline: 乙', ['bad-yaml:3']],
    ['a continuation that is not there', 'continues: A02-09', ['continuation-missing:2']],
    ['a continuation that does not look like one', 'continues: 下页', ['field-malformed:2']],
  ])('%s', (_what, members, expected) => {
    const { problems, archive } = story(members);
    const found = problems.filter(({ isWarning }) => !isWarning);
    expect(found.map(({ code, line }) => `${code}:${String(line)}`)).toEqual(expected);
    expect(archive).toBeNull();
  });

  test('a number of an issue stays the text that it is', () => {
    const issue = issueYaml.replace('第22187号', '007');
    const { issues } = good(importFiles({ '2019-05-18/issue.yaml': issue }));
    expect(issues[0]?.number).toBe('007');
  });

  test.each([
    ['no front matter', { '2019-05-18/1-01-x.md': '甲' }, 'front-matter-missing'],
    [
      'a name without an order',
      { '2019-05-18/1-x.md': '---\nheadline: 题\n---\n' },
      'bad-file-name',
    ],
    [
      'a page that the issue lacks',
      { '2019-05-18/7-01-x.md': '---\nheadline: 题\n---\n' },
      'page-unknown',
    ],
    ['a story of nothing', { '2019-05-18/1-01-x.md': '---\ngenre: news\n---\n' }, 'empty-story'],
    [
      'a folder without issue.yaml',
      { '2019-05-19/1-01-x.md': '---\nheadline: 题\n---\n' },
      'file-missing',
    ],
    [
      'an issue of another date',
      { '2019-05-18/issue.yaml': issueYaml.replace('05-18', '05-17') },
      'date-differs',
    ],
    ['a file of no use', { 'notes.md': '甲' }, 'file-unexpected'],
    ['a story that is not UTF-8', { '2019-05-18/1-01-x.md': null }, 'not-utf8'],
  ])('%s', (_what, files, code) => {
    const { problems, archive } = importFiles(files);
    expect(problems.map((found) => found.code)).toContain(code);
    expect(archive).toBeNull();
  });

  test('two stories on one place', () => {
    const text = '---\nheadline: 题\n---\n';
    const { problems } = importStories({ '1-01-a.md': text, '1-01-b.md': text });
    expect(problems.map(({ code, found }) => `${code} ${found}`)).toContain(
      'place-taken 2019-05-18/1-01-a.md',
    );
  });

  test('an unused picture is a warning', () => {
    const { problems, archive } = importStories({});
    expect(problems).toMatchObject([{ code: 'picture-unused', isWarning: true }]);
    expect(archive?.media).toEqual([]);
  });
});

test('a story that goes on names its other part, and the other way round', () => {
  const { articles } = good(
    importStories({
      '1-02-a.md': '---\nheadline: 甲\ncontinues: A02-01\n---\n',
      'A02-01-b.md': '---\nheadline: 乙\ncontinued: 1-02\n---\n',
    }),
  );
  expect(articles[0]?.continuesOn).toEqual({ articleId: articles[1]?.id, page: 'A02' });
  expect(articles[1]?.continuedFrom).toEqual({ articleId: articles[0]?.id, page: '1' });
});

test('a continuation that only one part knows of is an error', () => {
  const { problems } = importStories({
    '1-02-a.md': '---\nheadline: 甲\ncontinues: A02-01\n---\n',
    'A02-01-b.md': '---\nheadline: 乙\n---\n',
  });
  expect(problems.map(({ code }) => code)).toContain('continuation-one-sided');
});

test('articles stand in the order of pages and places, with ids that their files give', () => {
  const story = (headline: string): string => `---\nheadline: ${headline}\n---\n`;
  const files = { 'A02-01-c.md': story('丙'), '1-10-b.md': story('乙'), '1-02-a.md': story('甲') };
  const one = good(importStories(files));
  const two = good(importStories(Object.fromEntries(Object.entries(files).reverse())));
  expect(one.articles.map(({ headline }) => headline)).toEqual(['甲', '乙', '丙']);
  expect(two).toEqual(one);
  expect(one.articles.map(canonicalText)).toEqual(['甲', '乙', '丙']);
});

test('an archive settles words and protects names', () => {
  const { description } = good(
    importFiles({
      'archive.yaml': `${archiveYaml}glossary:
  - {source: 余乾}
  - {source: 里弄, target: 里巷, to: [tw, twp]}
`,
    }),
  );
  expect(description.glossary).toEqual([
    { source: '余乾', target: '余乾' },
    { source: '里弄', target: '里巷', to: ['tw', 'twp'] },
  ]);
  const { problems } = importFiles({
    'archive.yaml': `${archiveYaml}glossary:\n  - {source: 里弄, to: [klingon]}\n`,
  });
  expect(problems.map(({ code }) => code)).toContain('field-malformed');
});
