import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ByteSource } from '../../../../archive/search/format/byte-storage.ts';
import { DamagedIndexError, footerBytes } from '../../../../archive/search/format/index-layout.ts';
import { IndexReader } from '../../../../archive/search/format/index-reader.ts';
import { makeWords } from '../../../../archive/search/query/make-words.ts';
import { propertyRuns } from './property-runs.ts';
import { ask, foldCodePoint, indexFile, textOf } from './search-material.ts';

const texts = Array.from({ length: 40 }, (_, index) =>
  textOf([
    ['headline', `渡口停航第${index}日`],
    [
      'body',
      `江面起霧，東津渡口停航${index * 7}小時，旅客${String.fromCodePoint(0x4e00 + index * 31)}。`,
    ],
  ]),
);
const whole = (await indexFile(texts)).raw.slice();
const words = makeWords('渡口停航', foldCodePoint, { isExact: false, ignoresPunctuation: false });
if (!words) throw new Error('No words');
const asked = words;

function sourceOf(bytes: Uint8Array<ArrayBuffer>): ByteSource {
  return {
    size: bytes.length,
    read: (offset, length) => bytes.slice(offset, offset + length),
  };
}

/** The stories that are found, or the error's name. */
async function outcome(bytes: Uint8Array<ArrayBuffer>): Promise<unknown> {
  try {
    const index = await IndexReader.open(sourceOf(bytes));
    return (await ask(index, texts, asked)).stories;
  } catch (error) {
    if (error instanceof DamagedIndexError) return error.name;
    throw error;
  }
}

describe('a damaged index', () => {
  it('answers while it is whole', async () => {
    expect(await outcome(whole)).toEqual(texts.map((_, index) => index));
  });

  it('is noticed wherever a bit has turned', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 0, max: whole.length - 1 }),
        fc.integer({ min: 0, max: 7 }),
        async (at, bit) => {
          const damaged = whole.slice();
          damaged[at] = (damaged[at] ?? 0) ^ (1 << bit);
          expect(await outcome(damaged)).toBe('DamagedIndexError');
        },
      ),
      propertyRuns(400),
    );
  });

  it('is noticed whichever bit of its footer has turned', async () => {
    for (let at = whole.length - footerBytes; at < whole.length; at++) {
      for (let bit = 0; bit < 8; bit++) {
        const damaged = whole.slice();
        damaged[at] = (damaged[at] ?? 0) ^ (1 << bit);
        expect(await outcome(damaged)).toBe('DamagedIndexError');
      }
    }
  });

  it.each([0, 1, footerBytes - 1, footerBytes, whole.length >> 1, whole.length - 1])(
    'is noticed when only its first %i bytes are left',
    async (length) => {
      expect(await outcome(whole.slice(0, length))).toBe('DamagedIndexError');
    },
  );

  it.each([
    ['empty pages', new Uint8Array(whole.length)],
    ['bytes before it', Uint8Array.from([0, 0, 0, 0, ...whole])],
    ['itself twice', Uint8Array.from([...whole, ...whole])],
  ])('is noticed where the file is %s', async (_, bytes) => {
    expect(await outcome(bytes)).toBe('DamagedIndexError');
  });
});
