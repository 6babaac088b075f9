import { describe, expect, test } from 'vitest';
import type { ArchiveDescription } from '../../../../archive/model/archive-description.ts';
import type { Article } from '../../../../archive/model/article.ts';
import {
  bagZip,
  judge,
  madeArticle,
  madeContent,
  madeDescription,
  madeIssue,
  seal,
} from '../../../fixtures/made-bag.ts';
import type { Judged, MadeContent } from '../../../fixtures/made-bag.ts';

function judgeMade(made: MadeContent): Promise<Judged> {
  return judge(bagZip(madeContent(made)));
}

function without(record: object, path: string): object {
  const copy = structuredClone(record) as Record<string, unknown>;
  const [first = '', second] = path.split('.');
  if (second === undefined) Reflect.deleteProperty(copy, first);
  else Reflect.deleteProperty(copy[first] as object, second);
  return copy;
}

test('24 counts that are not those found are reported, one by one', async () => {
  const content = madeContent();
  const { counts } = JSON.parse(String(content.get('data/archive.json'))) as {
    counts: Record<string, number>;
  };
  for (const count of ['issues', 'pages', 'articles', 'media', 'bytes', 'maxLineBytes']) {
    const found = counts[count] ?? 0;
    const claimed = { ...counts, [count]: found + 1 };
    const { report } = await judge(
      bagZip(madeContent({ description: { counts: claimed as ArchiveDescription['counts'] } })),
    );
    expect(report.problems).toMatchObject([
      { code: 'counts-differ', severity: 'warn', details: { count, expected: found + 1, found } },
    ]);
  }
});

describe('37 the same id again', () => {
  const one = madeArticle(1);

  test('37 the same content is skipped', async () => {
    const { codes, articles } = await judgeMade({ articles: [one, madeArticle(2), one] });
    expect(codes).toEqual(['skip duplicate-record', 'warn counts-differ']);
    expect(articles).toHaveLength(2);
  });

  test('37 the same content with its members in another order is skipped', async () => {
    const turned = (value: unknown): unknown => {
      if (Array.isArray(value)) return value.map(turned);
      if (typeof value !== 'object' || value === null) return value;
      const members = Object.entries(value).map(([name, member]) => [name, turned(member)]);
      return Object.fromEntries(members.reverse());
    };
    const again = JSON.stringify(turned(one), null, 1).replaceAll('\n', ' ');
    expect(again).not.toBe(JSON.stringify(one));
    const { codes, articles } = await judgeMade({ articles: [one, madeArticle(2), again] });
    expect(codes).toEqual(['skip duplicate-record', 'warn counts-differ']);
    expect(articles).toHaveLength(2);
    const issue = JSON.stringify(turned(madeIssue()));
    expect((await judgeMade({ issues: [madeIssue(), issue] })).codes).toEqual([
      'skip duplicate-record',
    ]);
  });

  test('37 members that changed places with one another are other content', async () => {
    const other = madeArticle(1, { section: '要闻', rights: '' });
    for (const change of [
      { section: '', rights: '要闻' },
      { section: '闻要', rights: '' },
    ]) {
      const { codes } = await judgeMade({ articles: [other, { ...other, ...change }] });
      expect(codes).toEqual(['refuse duplicate-differs']);
    }
  });

  test('37 other content of the same version refuses', async () => {
    const other = madeArticle(1, { headline: '另一条' });
    const { codes, articles } = await judgeMade({ articles: [one, other, madeArticle(2)] });
    expect(codes).toEqual(['refuse duplicate-differs']);
    expect(articles).not.toContainEqual(other);
  });

  test('37 a higher version takes the place', async () => {
    const newer = madeArticle(1, { headline: '另一条', version: 2 });
    const { codes, articles, report } = await judgeMade({ articles: [one, newer] });
    expect(codes).toEqual(['warn newer-version', 'warn counts-differ']);
    expect(articles).toEqual([one, newer]);
    expect(report.accepted.articles).toBe(1);
  });

  test('37 a lower version refuses', async () => {
    const newer = madeArticle(1, { headline: '另一条', version: 2 });
    const { codes } = await judgeMade({ articles: [newer, one] });
    expect(codes).toEqual(['refuse duplicate-differs']);
  });

  test('37 issues: the same is skipped, another refuses', async () => {
    expect((await judgeMade({ issues: [madeIssue(), madeIssue()] })).codes).toEqual([
      'skip duplicate-record',
    ]);
    expect(
      (await judgeMade({ issues: [madeIssue(), madeIssue({ number: '第2号' })] })).codes,
    ).toEqual(['refuse duplicate-differs']);
  });
});

describe('38 formats of the future', () => {
  test.each([
    [
      'a new major version',
      { formatVersion: '2.0', minReaderVersion: '2.0' },
      'refuse format-too-new',
    ],
    [
      'a minor version that needs a newer reader',
      { formatVersion: '1.4', minReaderVersion: '1.4' },
      'refuse format-too-new',
    ],
    [
      'a minor version that does not',
      { formatVersion: '1.4', minReaderVersion: '1.0' },
      'warn format-newer-minor',
    ],
  ])('38 %s', async (_what, description, code) => {
    const { codes } = await judgeMade({ description });
    expect(codes).toEqual([code]);
  });

  test('38 a future archive.json is not measured by this schema', async () => {
    const archive = { format: 'guzhi-newspaper-archive', formatVersion: '3.1', other: true };
    const { codes } = await judge(
      bagZip(resealed('data/archive.json', Buffer.from(JSON.stringify(archive)))),
    );
    expect(codes).toEqual(['refuse format-too-new']);
  });

  test('38 members that this version does not know are kept', async () => {
    const article = { ...madeArticle(1), mood: 'calm' };
    const { codes, lines } = await judgeMade({ articles: [article] });
    expect(codes).toEqual([]);
    expect(JSON.parse(lines[0] ?? '')).toEqual(article);
  });
});

function resealed(path: string, bytes: Buffer): ReturnType<typeof madeContent> {
  const content = madeContent();
  content.set(path, bytes);
  return seal(content);
}

describe('39 missing and wrong fields', () => {
  const needed = [
    'id',
    'version',
    'textDigest',
    'issue',
    'issue.id',
    'issue.date',
    'issue.number',
    'page',
    'page.number',
    'page.name',
    'order',
    'language',
    'kicker',
    'headline',
    'deck',
    'section',
    'genre',
    'byline',
    'body',
    'rights',
    'provenance',
    'provenance.source',
    'provenance.method',
    'provenance.problems',
    'ext',
  ];

  test.each(needed)('39 an article without %s is skipped', async (path) => {
    const { report, articles } = await judgeMade({
      articles: [without(madeArticle(1), path), madeArticle(2)],
    });
    expect(articles).toHaveLength(1);
    expect(report.problems[0]).toMatchObject({
      code: 'missing-field',
      severity: 'skip',
      line: 1,
      details: { field: `/${path.replace('.', '/')}` },
    });
    expect(report.isValid).toBe(true);
  });

  test.each([
    ['order', 0],
    ['version', 1.5],
    ['language', 'Chinese (simplified)'],
    ['genre', 'gossip'],
    ['headline', null],
    ['body', {}],
    ['id', 'a-1'],
    ['weight', 101],
    ['textDigest', 'md5:0'],
    ['byline', [{ name: 'X', role: 'king', label: '' }]],
    ['body', [{ id: 'b1', type: 'table', headerRows: 1, rows: ['x'] }]],
    ['body', [{ id: 'b1', type: 'paragraph' }]],
    [
      'body',
      [
        { id: 'b1', type: 'separator' },
        { id: 'b1', type: 'separator' },
      ],
    ],
  ])('39 an article whose %s is %j is skipped', async (field, value) => {
    const article = { ...madeArticle(1), [field]: value };
    const { report, articles } = await judgeMade({ articles: [article, madeArticle(2)] });
    expect(articles).toHaveLength(1);
    expect(report.problems[0]?.severity).toBe('skip');
    expect(['wrong-field', 'missing-field']).toContain(report.problems[0]?.code);
    expect(report.problems[0]?.details.field).toContain(field);
  });

  test.each(['null', '[]', '"x"', '1', '{', '{}x', ''])(
    '39 the line %j is no record',
    async (line) => {
      const { report, articles } = await judgeMade({ articles: [line, madeArticle(2)] });
      expect(articles).toHaveLength(1);
      const expected = line === '' ? [] : ['skip'];
      expect(
        report.problems
          .filter(({ code }) => code !== 'counts-differ')
          .map(({ severity }) => severity),
      ).toEqual(expected);
    },
  );

  test('39 an article of an issue that is not there is skipped', async () => {
    const lost = madeArticle(1, { issue: { id: 'x', date: '2019-05-18', number: '' } });
    const { codes, articles } = await judgeMade({ articles: [lost, madeArticle(2)] });
    expect(codes).toEqual(['skip unknown-issue', 'warn counts-differ']);
    expect(articles).toHaveLength(1);
  });

  test.each([
    'format',
    'id',
    'revision',
    'dcterms:title',
    'publication',
    'counts',
    'defaults',
    'sample',
  ])('39 archive.json without %s refuses', async (member) => {
    const archive = without(madeDescription(), member);
    const { report } = await judge(
      bagZip(resealed('data/archive.json', Buffer.from(JSON.stringify(archive)))),
    );
    expect(report.problems).toMatchObject([
      {
        code: 'bad-description',
        severity: 'refuse',
        details: { field: `/${member}`, reason: 'missing-field' },
      },
    ]);
  });

  test('39 archive.json that is no JSON refuses', async () => {
    const { report } = await judge(bagZip(resealed('data/archive.json', Buffer.from('{'))));
    expect(report.problems).toMatchObject([
      { code: 'bad-description', details: { reason: 'bad-json' } },
    ]);
  });
});

test('40 a block of an unknown type is handed on as its text', async () => {
  const chart = { id: 'b1', type: 'chart', text: '水位一九点三', series: [1, 2] };
  const asText = madeArticle(1, {
    body: [{ id: 'b1', type: 'unknown', originalType: 'chart', text: '水位一九点三' }],
  });
  const stored = { ...asText, body: [chart] };
  const { codes, articles, lines } = await judgeMade({ articles: [stored] });
  expect(codes).toEqual(['neutralise unknown-block']);
  expect(articles).toEqual([asText]);
  expect(JSON.parse(lines[0] ?? '')).toEqual(asText);
});

describe('41 impossible dates', () => {
  test.each([
    '2019-02-29',
    '2019-13-01',
    '2019-04-31',
    '2019-00-10',
    '19-05-18',
    '18 May 2019',
    '',
    '2019-5-8',
  ])('41 an article of %j is skipped', async (date) => {
    const article = madeArticle(1, { issue: { id: '2019-05-18', date, number: '' } });
    const { report, articles } = await judgeMade({ articles: [article, madeArticle(2)] });
    expect(report.problems[0]).toMatchObject({
      code: 'impossible-date',
      severity: 'skip',
      details: { field: '/issue/date' },
    });
    expect(articles).toHaveLength(1);
  });

  test('41 an issue with an impossible date is skipped, and its articles with it', async () => {
    const { codes, articles } = await judgeMade({ issues: [madeIssue({ date: '2019-02-30' })] });
    expect(codes).toEqual(['skip impossible-date', 'skip unknown-issue', 'warn counts-differ']);
    expect(articles).toEqual([]);
  });

  test.each([
    '2020-02-29',
    '1934-09',
    '1934',
    '193X',
    '1934-09-XX',
    '1934-09-16?',
    '1934~',
    '1934-XX-31',
  ])('41 %s is a date', async (date) => {
    const article = madeArticle(1, { issue: { id: '2019-05-18', date, number: '' } });
    const { codes } = await judgeMade({ articles: [article], issues: [madeIssue({ date })] });
    expect(codes).toEqual([]);
  });
});

describe('42 page numbers', () => {
  const onPage = (number: string): MadeContent => ({
    issues: [madeIssue({ pages: [{ number, name: '' }] })],
    articles: [madeArticle(1, { page: { number, name: '' } })],
  });

  test.each(['3', 'A03', '第二張', '二', '12-13', '特1'])('42 %s is usual', async (number) => {
    expect((await judgeMade(onPage(number))).codes).toEqual([]);
  });

  test.each(['', '??', '1 of 4', '<b>1</b>', '版'.repeat(20)])(
    '42 %j is kept with a warning',
    async (number) => {
      const { codes, articles } = await judgeMade(onPage(number));
      expect(codes).toEqual(['warn odd-page-number']);
      expect(articles[0]?.page.number).toBe(number);
    },
  );

  test('42 a page that the issue does not list', async () => {
    const { codes, articles } = await judgeMade({
      articles: [madeArticle(1, { page: { number: '9', name: '' } })],
    });
    expect(codes).toEqual(['warn page-not-listed']);
    expect(articles).toHaveLength(1);
  });
});

test('43 a picture that is not in the bag', async () => {
  for (const media of ['media/lost.jpg', '../archive.json', 'archive.json', '/etc/passwd']) {
    const figure = { id: 'b1', type: 'figure', media, caption: '', credit: '' } as const;
    const { report, articles } = await judgeMade({
      articles: [madeArticle(1, { body: [figure] })],
    });
    expect(report.problems).toMatchObject([
      { code: 'media-missing', severity: 'warn', line: 1, details: { media, block: 'b1' } },
    ]);
    expect(articles).toHaveLength(1);
  }
});

describe('48 links that must not be followed', () => {
  test.each([
    'javascript:alert(1)',
    ' JavaScript:x',
    'file:///etc/passwd',
    'java\tscript:x',
    'vbscript:x',
  ])('48 %j in ext is dropped', async (link) => {
    const article = madeArticle(1, {
      ext: { link, list: [link, 'kept'], at: { href: link, n: 1 } },
    });
    const { codes, articles } = await judgeMade({ articles: [article] });
    expect(codes).toEqual(['neutralise unsafe-link']);
    expect(articles[0]?.ext).toEqual({ list: ['kept'], at: { n: 1 } });
    expect(articles[0]?.textDigest).toBe(article.textDigest);
  });

  test('48 in archive.json it is emptied', async () => {
    const { codes } = await judgeMade({ description: { 'dcterms:source': 'javascript:alert(1)' } });
    expect(codes).toEqual(['neutralise unsafe-link']);
  });

  test('48 text that merely looks like a link is text', async () => {
    const article: Article = madeArticle(1, { headline: 'javascript:alert(1)' });
    const { codes, articles } = await judgeMade({ articles: [article] });
    expect(codes).toEqual([]);
    expect(articles).toEqual([article]);
  });
});

test('the digest of the text is compared with the canonical text', async () => {
  const wrong = madeArticle(1, { textDigest: `sha256:${'0'.repeat(64)}` });
  const { report, articles } = await judgeMade({ articles: [wrong] });
  expect(report.problems).toMatchObject([
    {
      code: 'text-digest-mismatch',
      severity: 'refuse',
      line: 1,
      details: { expected: wrong.textDigest, found: madeArticle(1).textDigest },
    },
  ]);
  expect(articles).toEqual([]);
});

test('a continuation that is not there', async () => {
  const articleId = madeArticle(99).id;
  const { codes, articles } = await judgeMade({
    articles: [madeArticle(1, { continuesOn: { articleId, page: '2' } })],
  });
  expect(codes).toEqual(['warn continuation-missing']);
  expect(articles).toHaveLength(1);
});

test('a continuation that comes later in the bag', async () => {
  const one = madeArticle(1, { continuesOn: { articleId: madeArticle(2).id, page: '1' } });
  const two = madeArticle(2, { continuedFrom: { articleId: one.id, page: '1' } });
  expect((await judgeMade({ articles: [one, two] })).codes).toEqual([]);
});

test('payload that the format does not name is compared and reported', async () => {
  const { codes } = await judgeMade({ payload: { 'data/readme.txt': Buffer.from('x') } });
  expect(codes).toEqual(['warn unknown-payload-file']);
});
