import { describe, expect, test } from 'vitest';
import type { Article } from '../../../../archive/model/article.ts';
import { canonicalText } from '../../../../archive/text/canonical-text.ts';
import { textDigest } from '../../../../archive/text/text-digest.ts';
import {
  bagZip,
  judge,
  madeArticle,
  madeContent,
  seal,
  sealTags,
} from '../../../fixtures/made-bag.ts';

function paragraph(text: string): Pick<Article, 'body'> {
  return { body: [{ id: 'b1', type: 'paragraph', text }] };
}

/** A bag of 200 good articles, so that one bad line is less than one in a hundred. */
function among(...lines: readonly unknown[]): Buffer {
  const good = Array.from({ length: 200 }, (_, index) => madeArticle(1000 + index));
  const articles = [...good.slice(0, 100), ...lines, ...good.slice(100)];
  return bagZip(madeContent({ articles, description: {} }));
}

const badUtf8 = Buffer.concat([
  Buffer.from('{"id":"'),
  Buffer.from([0xff, 0xfe, 0xc0, 0xaf]),
  Buffer.from('"}'),
]);

test('26 a byte order mark before NDJSON is skipped', async () => {
  const bom = Buffer.from('\ufeff');
  const content = madeContent();
  for (const path of ['data/issues.ndjson', 'data/articles-0001.ndjson']) {
    content.set(path, Buffer.concat([bom, content.get(path) ?? bom]));
  }
  const { codes, articles } = await judge(bagZip(seal(content)));
  expect(codes).toEqual(['warn counts-differ', 'neutralise byte-order-mark']);
  expect(articles).toHaveLength(2);
});

test.each(['data/archive.json', 'bag-info.txt'])(
  '26 a byte order mark before %s is skipped and told',
  async (path) => {
    const content = madeContent();
    const marked = Buffer.concat([Buffer.from('\ufeff'), content.get(path) ?? Buffer.alloc(0)]);
    content.set(path, marked);
    const bag = path.startsWith('data/') ? seal(content) : sealTags(content);
    const { report, articles } = await judge(bagZip(bag));
    expect(report.problems).toMatchObject([
      { code: 'byte-order-mark', severity: 'neutralise', path },
    ]);
    expect(articles).toHaveLength(2);
  },
);

test.each(['manifest-sha512.txt', 'tagmanifest-sha512.txt'])(
  '26 a byte order mark before %s refuses: sha512sum would not read its first line',
  async (path) => {
    const content = madeContent();
    content.set(path, Buffer.concat([Buffer.from('\ufeff'), content.get(path) ?? Buffer.alloc(0)]));
    const { report } = await judge(bagZip(path.startsWith('tag') ? content : sealTags(content)));
    expect(report.isValid).toBe(false);
    expect(report.problems).toContainEqual(
      expect.objectContaining({ code: 'bad-tag-line', path, line: 1 }),
    );
  },
);

test('27 a line that is not UTF-8 is skipped and named', async () => {
  const { report, articles } = await judge(among(badUtf8));
  expect(report.isValid).toBe(true);
  expect(articles).toHaveLength(200);
  expect(report.problems).toContainEqual({
    code: 'invalid-utf8',
    severity: 'skip',
    path: 'data/articles-0001.ndjson',
    line: 101,
    details: {},
  });
});

test('27 more than one line in a hundred that is not UTF-8 refuses', async () => {
  const { report, codes } = await judge(among(badUtf8, badUtf8, badUtf8));
  expect(report.isValid).toBe(false);
  expect(codes).toContain('refuse too-much-invalid-utf8');
});

// «这是一份报纸的文字…» as the encodings before Unicode have it.
const gbk = Buffer.from(
  '7b22696422 3a22 d5e2cac7d2bbb7ddb1a8d6bdb5c4cec4d7d6a3accef2c3c7d4dad5e2c0efcbb5b5c4cac7b2bbcdacb5c4b1e0c2eb 227d'.replace(
    / /g,
    '',
  ),
  'hex',
);
const big5 = Buffer.from(
  '7b2269 64223a22 b36fac4fa440a5f7b3f8afc8aabaa4e5a672a141a7daadcca662b36fb8ccbba1aabaac4fa4a3a650aaba 227d'.replace(
    / /g,
    '',
  ),
  'hex',
);

test.each([
  ['GB 18030', gbk],
  ['Big5', big5],
])('28 text in %s refuses and is told apart', async (encoding, line) => {
  const { report, codes, articles } = await judge(
    bagZip(madeContent({ articles: [line, line, line, line] })),
  );
  expect(codes).toContain('refuse legacy-encoding');
  expect(articles).toEqual([]);
  const refusal = report.problems.find(({ code }) => code === 'legacy-encoding');
  expect(refusal?.details.encoding).toBe(encoding);
});

test('28 archive.json in another encoding refuses', async () => {
  const { codes } = await judge(bagZip(seal(madeContent().set('data/archive.json', gbk))));
  expect(codes).toEqual(['refuse legacy-encoding']);
});

describe('text that is kept as it is and reported', () => {
  test.each([
    [
      '29',
      'NUL and other controls',
      '渡\u0000船\u0007靠\u001b岸\u0085',
      'neutralise control-characters',
    ],
    ['31', 'bidi overrides', '渡船\u202e靠岸\u202c\u2066\u2069', 'neutralise bidi-override'],
    ['32', 'private-use characters', '渡船\ue000\u{10abcd}', 'warn private-use'],
  ])('%s %s', async (_item, _what, text, code) => {
    const article = madeArticle(1, paragraph(text));
    const { codes, articles, lines, report } = await judge(
      bagZip(madeContent({ articles: [article, madeArticle(2)] })),
    );
    expect(codes).toEqual([code]);
    expect(report.problems[0]).toMatchObject({ line: 1, details: { field: '/body/0/text' } });
    expect(articles[0]).toEqual(article);
    expect(lines[0]).toBe(JSON.stringify(article));
    expect(articles[0]?.textDigest).toBe(textDigest(canonicalText(article)));
  });

  test('47 HTML in a headline is handed on as it stands', async () => {
    const article = madeArticle(1, {
      headline: '<img src=x onerror=alert(1)>老渡口<script>1</script>',
    });
    const { codes, articles } = await judge(bagZip(madeContent({ articles: [article] })));
    expect(codes).toEqual([]);
    expect(articles).toEqual([article]);
  });
});

test('30 half a character skips the record', async () => {
  const half = JSON.stringify(madeArticle(7)).replace('第7条', '第\\ud872条');
  const { report, articles } = await judge(among(half));
  expect(report.problems).toMatchObject([
    {
      code: 'lone-surrogate',
      severity: 'skip',
      line: 101,
      details: { field: '/headline', characters: 'U+D872' },
    },
    { code: 'counts-differ' },
  ]);
  expect(articles).toHaveLength(200);
});

test('30 both halves, escaped, are one character', async () => {
  const whole = madeArticle(7, { headline: '第𬭎条' });
  const escaped = JSON.stringify(whole).replace('𬭎', '\\ud872\\udf4e');
  const { codes, articles } = await judge(bagZip(madeContent({ articles: [escaped] })));
  expect(codes).toEqual([]);
  expect(articles).toEqual([whole]);
});

test('33 a line of 8 MiB is read, one byte more refuses, and memory does not hold it', async () => {
  const frame = Buffer.byteLength(JSON.stringify(madeArticle(1, paragraph(''))));
  const exact = madeArticle(1, paragraph('x'.repeat(8 * 1024 * 1024 - frame)));
  expect(Buffer.byteLength(JSON.stringify(exact))).toBe(8 * 1024 * 1024);
  expect((await judge(bagZip(madeContent({ articles: [exact] })))).codes).toEqual([]);
  const longer = JSON.stringify(exact).replace('xx', 'xxx');
  const { codes, articles, report } = await judge(
    bagZip(madeContent({ articles: [longer, madeArticle(2)] })),
  );
  expect(codes).toEqual(['refuse line-too-long']);
  expect(report.problems[0]).toMatchObject({ line: 1, details: { maxLineBytes: 8 * 1024 * 1024 } });
  expect(articles).toEqual([]);
});

test('33 a file that is one endless line is never held', async () => {
  const endless = Buffer.alloc(99_000_000, 0x61);
  const content = madeContent({ payload: { 'data/articles-0001.ndjson': endless } });
  const bytes = bagZip(content);
  const before = process.memoryUsage().rss;
  const { codes } = await judge(bytes);
  expect(codes).toContain('refuse line-too-long');
  expect(process.memoryUsage().rss - before).toBeLessThan(85_000_000);
});

test('34 CRLF, empty lines and a missing last end of line are accepted', async () => {
  const content = madeContent();
  const lines = [madeArticle(1), madeArticle(2)].map((article) => JSON.stringify(article));
  content.set('data/articles-0001.ndjson', Buffer.from(lines.join('\r\n\r\n')));
  const { codes, articles, lines: handed } = await judge(bagZip(seal(content)));
  expect(codes).toEqual(['warn counts-differ']);
  expect(articles).toHaveLength(2);
  expect(handed).toEqual(lines);
});

test('35 nesting up to 64 is read, 65 skips the record', async () => {
  const nested = (depth: number) =>
    JSON.stringify(madeArticle(7)).replace(
      '"ext":{}',
      `"ext":{"x":${'['.repeat(depth - 2)}${']'.repeat(depth - 2)}}`,
    );
  expect((await judge(bagZip(madeContent({ articles: [nested(64)] })))).codes).toEqual([]);
  const { report } = await judge(among(nested(65)));
  expect(report.problems).toMatchObject([
    { code: 'too-deep', severity: 'skip', line: 101 },
    { code: 'counts-differ' },
  ]);
});

test('35 four million brackets are refused at once', async () => {
  const { report } = await judge(among('['.repeat(4_000_000)));
  expect(report.problems).toMatchObject([{ code: 'too-deep' }, { code: 'counts-differ' }]);
});

test.each([
  ['plain', '"__proto__":{"isAdmin":true},'],
  ['escaped', '"\\u005f_proto__":{"isAdmin":true},'],
])('36 a %s __proto__ is dropped', async (_how, member) => {
  const article = madeArticle(1);
  const line = JSON.stringify(article).replace('"page":{', `"page":{${member}`);
  const { codes, articles, lines } = await judge(bagZip(madeContent({ articles: [line] })));
  expect(codes).toEqual(['neutralise proto-key']);
  expect(articles).toEqual([article]);
  expect(lines[0]).not.toContain('proto');
  expect(Reflect.get({}, 'isAdmin')).toBeUndefined();
  expect(Reflect.get(articles[0]?.page ?? {}, 'isAdmin')).toBeUndefined();
});

test('after the first refusal no record is handed on, and the report is complete', async () => {
  const wrong = madeArticle(3, { textDigest: `sha256:${'0'.repeat(64)}` });
  const { report, articles } = await judge(
    bagZip(madeContent({ articles: [madeArticle(1), wrong, madeArticle(2), '{', '{'] })),
  );
  expect(articles.map(({ order }) => order)).toEqual([1]);
  expect(report.isValid).toBe(false);
  expect(report.problems.map(({ code, line }) => `${code}:${String(line)}`)).toEqual([
    'text-digest-mismatch:2',
    'bad-json:4',
    'bad-json:5',
  ]);
});

test('a bag that is bad on every line gives a report of bounded length', async () => {
  const { report } = await judge(bagZip(madeContent({ articles: Array<string>(5000).fill('{') })));
  expect(report.problems.length).toBeLessThan(150);
  expect(report.problems.length + report.unlistedProblems).toBeGreaterThanOrEqual(5000);
});
