import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  formatLocation,
  parseLocation,
  type Location,
} from '../../../../renderer/location/location.ts';

const id = fc.uuid().map((uuid) => `urn:uuid:${uuid}`);
const word = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 });

const location: fc.Arbitrary<Location> = fc.oneof(
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
])('a place that is not ours is refused: %s', (place) => {
  expect(parseLocation(place)).toBeNull();
});
