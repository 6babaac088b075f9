import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Genre } from '../../../../archive/model/article.ts';
import { toggled, wholeContents } from '../../../../renderer/location/contents-filter.ts';
import {
  formatLocation,
  parseLocation,
  type Location,
} from '../../../../renderer/location/location.ts';

const id = fc.uuid().map((uuid) => `urn:uuid:${uuid}`);
const word = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 });

const date = fc
  .date({ min: new Date('1000-01-01'), max: new Date('9999-12-31'), noInvalidDate: true })
  .map((day) => day.toISOString().slice(0, 10));

const filter = fc.record({
  pageNames: fc.array(word, { maxLength: 3 }),
  sections: fc.array(word, { maxLength: 3 }),
  authors: fc.array(word, { maxLength: 3 }),
  genres: fc.subarray<Genre>(['news', 'brief', 'letter', 'advertisement']),
  from: fc.option(date),
  to: fc.option(date),
  newestFirst: fc.boolean(),
});

const search = fc.record({
  typed: fc.string({ unit: 'grapheme', maxLength: 30 }),
  isExact: fc.boolean(),
  ignoresPunctuation: fc.boolean(),
  usesVariants: fc.boolean(),
  order: fc.constantFrom('relevance' as const, 'oldest' as const, 'newest' as const),
  view: fc.constantFrom('excerpts' as const, 'lines' as const),
  lines: fc.constantFrom('story' as const, 'left' as const, 'right' as const),
  filter: filter.chain(({ pageNames, sections, authors, genres, from, to }) =>
    fc
      .array(id, { maxLength: 2 })
      .map((archives) => ({ archives, pageNames, sections, authors, genres, from, to })),
  ),
});

const location: fc.Arbitrary<Location> = fc.oneof(
  fc.record({ screen: fc.constant('search' as const), search }),
  fc.constant<Location>({ screen: 'library' }),
  fc.record({
    screen: fc.constant('issue' as const),
    archiveId: id,
    issueId: word,
    page: fc.option(word),
  }),
  fc.record({
    screen: fc.constant('article' as const),
    archiveId: id,
    issueId: word,
    page: word,
    articleId: id,
  }),
  fc.record({ screen: fc.constant('contents' as const), archiveId: id, filter }),
);

test('every place survives the way through the hash', () => {
  fc.assert(
    fc.property(location, (place) => {
      expect(parseLocation(formatLocation(place))).toEqual(place);
    }),
  );
});

test.each([
  '/elsewhere',
  '/archive',
  '/archive/x',
  '/archive//y',
  '/archive/%E0%A4%A/x',
  'archive/a/b',
  '/archive/a/b/c/d/e',
  '/contents',
  '/contents/',
  '/contents/a/b',
  '/contents/a?author=%E0%A4%A',
  '/contents/%E0%A4%A',
])('a place that is not ours is refused: %s', (place) => {
  expect(parseLocation(place)).toBeNull();
});

test('places of earlier versions still lead where they led', () => {
  const archiveId = 'urn:uuid:1b9893e1-030b-4430-b597-5d8fb10342b7';
  const archive = '/archive/1b9893e1-030b-4430-b597-5d8fb10342b7';
  expect(parseLocation(`${archive}/2019-05-18`)).toEqual({
    screen: 'issue',
    archiveId,
    issueId: '2019-05-18',
    page: null,
  });
  expect(parseLocation(`${archive}/2019-05-18/2`)).toMatchObject({ screen: 'issue', page: '2' });
  expect(parseLocation(`${archive}/2019-05-18/2/x`)).toMatchObject({ screen: 'article' });
});

test('what a filter does not know is left out', () => {
  expect(parseLocation('/contents/x?genre=poem&genre=news&colour=red&from=soon&order=up')).toEqual({
    screen: 'contents',
    archiveId: 'x',
    filter: { ...wholeContents, genres: ['news'] },
  });
});

test('a facet value is chosen and let go', () => {
  const chosen = toggled(toggled(wholeContents, 'authors', '柳汀'), 'authors', '白露');
  expect(chosen.authors).toEqual(['柳汀', '白露']);
  expect(toggled(chosen, 'authors', '柳汀').authors).toEqual(['白露']);
});
