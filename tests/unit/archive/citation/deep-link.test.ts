import fc from 'fast-check';
import { expect, test } from 'vitest';
import { deepLink, readDeepLink } from '../../../../archive/citation/deep-link.ts';

const uuid = 'urn:uuid:5d1f3c52-7f2e-4f0e-9a44-3c2f6f6f0001';

test('an address names the story it was made for', () => {
  const word = fc.string({ minLength: 1, unit: 'grapheme' }).filter((text) => text.isWellFormed());
  const id = fc.oneof(
    fc.uuid().map((each) => `urn:uuid:${each}`),
    word,
  );
  // An id that is a bare UUID would come back with the prefix that every id has.
  const isBare = (text: string): boolean => /^[0-9a-f]{8}-/.test(text);
  fc.assert(
    fc.property(id, word, word, id, (archiveId, issueId, page, articleId) => {
      fc.pre(!isBare(archiveId) && !isBare(articleId));
      expect(readDeepLink(deepLink(archiveId, issueId, page, articleId))).toEqual({
        archiveId,
        issueId,
        page,
        articleId,
      });
    }),
  );
});

test.each([
  'https://example.com/archive/a/b/c/d',
  'guzhi://elsewhere/a/b/c/d',
  'guzhi://archive/a/b/c',
  'guzhi://archive/a/b/c/d/e',
  'guzhi://archive//b/c/d',
  'guzhi://archive/a/b/c/%E0%A4%A',
  '',
])('%s names no story', (address) => {
  expect(readDeepLink(address)).toBeNull();
});

test('what programs add to an address is passed over', () => {
  const link = deepLink(uuid, '2019-05-18', 'A03', uuid);
  const expected = { archiveId: uuid, issueId: '2019-05-18', page: 'A03', articleId: uuid };
  expect(readDeepLink(`${link}/`)).toEqual(expected);
  expect(readDeepLink(`${link}#x`)).toEqual(expected);
  expect(readDeepLink(link.replace('guzhi', 'GUZHI'))).toEqual(expected);
});
