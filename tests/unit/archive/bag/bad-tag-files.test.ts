import { expect, test } from 'vitest';
import { bagZip, judge, madeContent, seal, sealTags } from '../../../fixtures/made-bag.ts';
import type { BagContent } from '../../../fixtures/made-bag.ts';

const nothing = Buffer.alloc(0);
const articles = 'data/articles-0001.ndjson';
const media = 'data/media/ferry.svg';

test('24 counts that the sizes rule out', async () => {
  const counts = {
    issues: 1,
    pages: 1,
    articles: 4_000_000_000,
    media: 1,
    bytes: 1,
    maxLineBytes: 10,
  };
  const { codes } = await judge(bagZip(madeContent({ description: { counts } })));
  expect(codes).toContain('refuse absurd-counts');
});

type Change = (content: BagContent) => BagContent;
const line = (digit: string, path: string) => Buffer.from(`${digit.repeat(128)}  ${path}\n`);
const append = (content: BagContent, path: string, more: Buffer) =>
  content.set(path, Buffer.concat([content.get(path) ?? nothing, more]));

const bagCases: readonly (readonly [string, string, Change, readonly string[]])[] = [
  [
    '10',
    'a changed text',
    (c) => c.set(articles, Buffer.from(String(c.get(articles)).replace('五道', '六道'))),
    ['refuse digest-mismatch', 'refuse text-digest-mismatch'],
  ],
  [
    '10',
    'a changed picture is marked damaged',
    (c) => c.set(media, Buffer.from(String(c.get(media)).replace('8', '9'))),
    ['warn media-damaged'],
  ],
  [
    '10',
    'a changed tag file',
    (c) => append(c, 'bag-info.txt', Buffer.from('Contact-Name: X\n')),
    ['refuse digest-mismatch'],
  ],
  [
    '11',
    'a payload file that no manifest lists',
    (c) => c.set('data/media/more.svg', nothing),
    ['refuse not-in-manifest'],
  ],
  [
    '11',
    'a tag file that the tag manifest does not list',
    (c) => c.set('notes.txt', nothing),
    ['refuse not-in-manifest'],
  ],
  ['12', 'a listed file is missing', (c) => (c.delete(media), c), ['refuse missing-file']],
  [
    '12',
    'the issues are missing',
    (c) => (c.delete('data/issues.ndjson'), seal(c)),
    ['refuse missing-file'],
  ],
  [
    '12',
    'archive.json is missing',
    (c) => (c.delete('data/archive.json'), seal(c)),
    ['refuse missing-file'],
  ],
  ['12', 'bagit.txt is missing', (c) => (c.delete('bagit.txt'), c), ['refuse declaration-missing']],
  [
    '12',
    'the manifest is missing',
    (c) => (c.delete('manifest-sha512.txt'), sealTags(c)),
    ['refuse manifest-missing'],
  ],
  [
    '12',
    'the tag manifest is missing',
    (c) => (c.delete('tagmanifest-sha512.txt'), c),
    ['refuse manifest-missing'],
  ],
  [
    '13',
    '../ in the manifest',
    (c) => sealTags(append(c, 'manifest-sha512.txt', line('0', '../../etc/passwd'))),
    ['refuse name-climbs'],
  ],
  [
    '17',
    'the manifest lists a file twice',
    (c) => sealTags(append(c, 'manifest-sha512.txt', c.get('manifest-sha512.txt') ?? nothing)),
    ['refuse listed-twice'],
  ],
  [
    '25',
    'fetch.txt',
    (c) => sealTags(c.set('fetch.txt', Buffer.from('https://example.org/x - data/x\n'))),
    ['refuse fetch-file'],
  ],
  [
    '26',
    'a byte order mark in bagit.txt',
    (c) =>
      sealTags(
        c.set('bagit.txt', Buffer.concat([Buffer.from('\ufeff'), c.get('bagit.txt') ?? nothing])),
      ),
    ['refuse declaration-bom'],
  ],
  [
    '38',
    'an older BagIt',
    (c) =>
      sealTags(
        c.set(
          'bagit.txt',
          Buffer.from('BagIt-Version: 0.97\nTag-File-Character-Encoding: UTF-8\n'),
        ),
      ),
    ['refuse bagit-version-unknown'],
  ],
  [
    '38',
    'a future BagIt',
    (c) =>
      sealTags(
        c.set('bagit.txt', Buffer.from('BagIt-Version: 2.0\nTag-File-Character-Encoding: UTF-8\n')),
      ),
    ['refuse bagit-version-unknown'],
  ],
  [
    '28',
    'tag files in another encoding',
    (c) =>
      sealTags(
        c.set('bagit.txt', Buffer.from('BagIt-Version: 1.0\nTag-File-Character-Encoding: GBK\n')),
      ),
    ['refuse tag-encoding-unsupported'],
  ],
  [
    '',
    'a manifest line without a digest',
    (c) => sealTags(append(c, 'manifest-sha512.txt', Buffer.from('data/x\n'))),
    ['refuse bad-tag-line'],
  ],
];

test.each(bagCases)('%s %s', async (_item, _what, change, expected) => {
  const { codes, report } = await judge(bagZip(change(madeContent())));
  expect(codes).toEqual(expect.arrayContaining([...expected]));
  expect(report.isValid).toBe(expected.every((code) => !code.startsWith('refuse')));
});

test('10 a damaged picture is named, and the rest is accepted', async () => {
  const content = madeContent();
  content.set(media, Buffer.from(String(content.get(media)).replace('8', '9')));
  const { report, articles: found } = await judge(bagZip(content));
  expect(report.damagedMedia).toEqual([media]);
  expect(found).toHaveLength(2);
});
