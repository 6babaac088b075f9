import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeWords } from '../../../../archive/search/query/make-words.ts';
import type { Query, Words } from '../../../../archive/search/query/query.ts';
import { everyField, maskOf } from '../../../../archive/search/text/search-fields.ts';
import { propertyRuns } from './property-runs.ts';
import { ask, foldCodePoint, openIndex, scan, textOf, type Segments } from './search-material.ts';

/** Few characters, so that they meet often: both scripts, variants, signs, Latin, rare and odd ones. */
const characters = [
  ...Array.from('渡口停航頭头發髮发里裡裏面麵台臺江瀾澜人人的一不'),
  ...Array.from('，。「」· 　\u00a0—'),
  ...Array.from('aAｂB7７%.'),
  ...Array.from('𠮷𫛲𪚥𡃁㐂﨑豈'),
  '\ud842',
  '\udfb7',
  '\u0000',
  '\n',
];
const character = fc.constantFrom(...characters);
const text = fc.array(character, { maxLength: 24 }).map((list) => list.join(''));
const field = fc.constantFrom(
  'kicker' as const,
  'headline' as const,
  'byline' as const,
  'body' as const,
  'caption' as const,
);
const fieldOrder = ['kicker', 'headline', 'byline', 'body', 'caption'];
const story: fc.Arbitrary<Segments> = fc
  .array(fc.tuple(field, text), { maxLength: 5 })
  .map((segments) =>
    segments.toSorted(([a], [b]) => fieldOrder.indexOf(a) - fieldOrder.indexOf(b)),
  );
const corpus = fc.array(story, { minLength: 1, maxLength: 14 });

/** The fold of a text, one code point at a time: what every search is measured by. */
function folded(words: string): string {
  return Array.from(words, (each) =>
    String.fromCodePoint(foldCodePoint(each.codePointAt(0) ?? 0)),
  ).join('');
}

/** Code points at which `wanted` stands in `words`, overlapping ones too. */
function placesOf(words: string, wanted: string): readonly number[] {
  const all = Array.from(words);
  const needle = Array.from(wanted);
  return all.flatMap((_, at) =>
    needle.every((each, offset) => all[at + offset] === each) ? [at] : [],
  );
}

function canonical(segments: Segments): string {
  return segments
    .map(([, words]) => words)
    .filter((words) => words !== '')
    .join('\n');
}

const options = fc.record({ isExact: fc.boolean(), ignoresPunctuation: fc.boolean() });

/** Words of any length, often cut out of the corpus itself. */
function wordsOf(stories: readonly Segments[]): fc.Arbitrary<string> {
  const pieces = fc
    .tuple(fc.nat(), fc.nat(), fc.integer({ min: 1, max: 9 }))
    .map(([which, from, length]) => {
      const all = Array.from(canonical(stories[which % stories.length] ?? []));
      const start = from % Math.max(1, all.length);
      return all.slice(start, start + length).join('');
    });
  const short = fc.array(character, { minLength: 1, maxLength: 4 }).map((list) => list.join(''));
  return fc.oneof(pieces, short);
}

function queryOf(stories: readonly Segments[]): fc.Arbitrary<Query> {
  const words = fc
    .tuple(
      wordsOf(stories),
      options,
      fc.option(
        fc.constantFrom(
          'headline' as const,
          'body' as const,
          'caption' as const,
          'byline' as const,
        ),
        { nil: null },
      ),
    )
    .map(([printed, how, only]): Query => {
      const made = makeWords(
        printed,
        foldCodePoint,
        how,
        only === null ? everyField : maskOf(only),
      );
      return made ?? { kind: 'condition', condition: { by: 'notes' } };
    });
  const { query } = fc.letrec<{ query: Query }>((tie) => ({
    query: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      { arbitrary: words, weight: 4 },
      {
        arbitrary: fc.constant<Query>({ kind: 'condition', condition: { by: 'notes' } }),
        weight: 1,
      },
      {
        arbitrary: fc
          .tuple(
            fc.constantFrom('and' as const, 'or' as const),
            fc.array(tie('query'), { minLength: 1, maxLength: 3 }),
          )
          .map(([kind, parts]): Query => ({ kind, parts })),
        weight: 2,
      },
      { arbitrary: tie('query').map((part): Query => ({ kind: 'not', part })), weight: 1 },
      {
        arbitrary: fc
          .tuple(fc.integer({ min: 0, max: 6 }), tie('query'), tie('query'))
          .map(([distance, left, right]): Query => ({
            kind: 'near',
            distance,
            parts: [left, right],
          })),
        weight: 2,
      },
    ),
  }));
  return query;
}

const asked = corpus.chain((stories) => fc.tuple(fc.constant(stories), queryOf(stories)));

// Hundreds of indexes are made and merged, on a machine that may be busy.
describe('exact search', { timeout: 240_000 }, () => {
  it('finds words where the folded canonical text has them', async () => {
    await fc.assert(
      fc.asyncProperty(
        corpus.chain((stories) => fc.tuple(fc.constant(stories), wordsOf(stories))),
        fc.integer({ min: 1, max: 4 }),
        async ([stories, wanted], segments) => {
          const words = makeWords(wanted, foldCodePoint, {
            isExact: false,
            ignoresPunctuation: false,
          });
          if (!words) return;
          const texts = stories.map(textOf);
          const expected = stories.flatMap((each, index) => {
            const places = placesOf(folded(canonical(each)), folded(wanted));
            return places.length > 0 ? [{ story: index, places }] : [];
          });
          const answer = await ask(await openIndex(texts, segments), texts, words);
          expect(answer).toEqual({
            stories: expected.map((each) => each.story),
            hits: expected.reduce((sum, { places }) => sum + places.length, 0),
            read: 0,
          });
          expect(
            scan(texts, words).map((found) => ({
              story: found.story,
              places: found.hits.map(({ start }) => start),
            })),
          ).toEqual(expected);
        },
      ),
      propertyRuns(200),
    );
  });

  it('answers any query as reading every story does', async () => {
    const hasNotes = (number: number): boolean => number % 3 === 0;
    await fc.assert(
      fc.asyncProperty(
        asked,
        fc.integer({ min: 1, max: 3 }),
        async ([stories, query], segments) => {
          const texts = stories.map(textOf);
          const found = scan(texts, query, hasNotes);
          const answer = await ask(await openIndex(texts, segments), texts, query, hasNotes);
          expect(answer.stories).toEqual(found.map((each) => each.story));
          expect(answer.hits).toBe(found.reduce((sum, { hits }) => sum + hits.length, 0));
        },
      ),
      propertyRuns(250),
    );
  });

  const story1: Segments = [
    ['headline', '三輪相守待天明'],
    ['body', '九時許，自上游開來之順濟輪行至東津渡口外，船主急令停航下碇。'],
    ['caption', '頭髮發乾。GDP增7.5%，𠮷野家。'],
  ];
  const story2: Segments = [
    ['headline', '东津渡早班船提前一刻钟'],
    ['body', '渡口早班提前；东津，渡口遇风停航。头发'],
  ];

  async function numbers(
    wanted: string,
    change: Partial<Pick<Words, 'isExact' | 'ignoresPunctuation' | 'fields'>> = {},
  ): Promise<readonly number[]> {
    const texts = [story1, story2].map(textOf);
    const words = makeWords(
      wanted,
      foldCodePoint,
      { isExact: false, ignoresPunctuation: false, ...change },
      change.fields,
    );
    if (!words) throw new Error('No words');
    return (await ask(await openIndex(texts), texts, words)).stories;
  }

  it.each<[string, Parameters<typeof numbers>[1], readonly number[]]>([
    ['东津渡口', {}, [0]],
    ['东津渡口', { ignoresPunctuation: true }, [0, 1]],
    ['東津', {}, [0, 1]],
    ['東津', { isExact: true }, [0]],
    ['东津', { isExact: true }, [1]],
    ['頭髮', {}, [0, 1]],
    ['頭髮', { isExact: true }, [0]],
    ['發', { isExact: true }, [0]],
    ['gdp', {}, [0]],
    ['gdp', { isExact: true }, []],
    ['７.５％', {}, [0]],
    ['𠮷', {}, [0]],
    ['津', { fields: maskOf('headline') }, [1]],
    ['渡口', { fields: maskOf('headline') }, []],
    ['髮', { fields: maskOf('caption') }, [0]],
    ['明九', {}, []],
    ['明九', { ignoresPunctuation: true }, []],
  ])('%s %o', async (wanted, change, expected) => {
    expect(await numbers(wanted, change)).toEqual(expected);
  });
});
