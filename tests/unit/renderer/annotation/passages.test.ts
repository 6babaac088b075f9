import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Annotation } from '../../../../archive/model/annotation.ts';
import type { Article } from '../../../../archive/model/article.ts';
import { canonicalText } from '../../../../archive/text/canonical-text.ts';
import { textDigest } from '../../../../archive/text/text-digest.ts';
import { caretMove } from '../../../../renderer/annotation/caret.ts';
import {
  fitsJournal,
  longestNote,
  longestReading,
  longestTag,
  mostTags,
  withinLimit,
} from '../../../../renderer/annotation/limits.ts';
import {
  edited,
  makeAnnotation,
  passageTarget,
  quotedText,
  storyTarget,
} from '../../../../renderer/annotation/make-annotation.ts';
import { PassagePlacer } from '../../../../renderer/annotation/place-annotations.ts';
import { shortTime } from '../../../../renderer/annotation/short-time.ts';
import { wholeCharacters } from '../../../../renderer/annotation/whole-characters.ts';
import { projectFold } from '../../archive/text/anchor/evaluation/material.ts';

function storyOf(...paragraphs: readonly string[]): {
  archiveId: string;
  article: Article;
  text: string;
} {
  const printed = {
    kicker: '',
    headline: '渡口夜航',
    deck: '',
    byline: [],
    body: paragraphs.map((text, index) => ({ id: `b${index}`, type: 'paragraph' as const, text })),
  };
  const text = canonicalText(printed);
  const article: Article = {
    ...printed,
    id: 'urn:uuid:s',
    version: 1,
    textDigest: textDigest(text),
    issue: { id: 'i', date: '1934-09-16', number: '' },
    page: { number: '1', name: '' },
    order: 1,
    language: 'zh-Hant',
    section: '',
    genre: 'news',
    rights: '',
    provenance: { source: '', method: 'typed', problems: [] },
    ext: {},
  };
  return { archiveId: 'a', article, text };
}

const story = storyOf(
  '江面大霧，三輪相守。船主顧雲帆語記者：「霧重之時，惟有憑耳。」',
  '至昨晨六時，東風起，霧始散。',
);

function markOf(words: string): Annotation {
  const start = story.text.indexOf(words);
  const target = passageTarget(story, { start, end: start + words.length });
  if (target === null) throw new Error(`${words} is not in the story`);
  return makeAnnotation(target, { ink: 'qing', style: 'fill' });
}

describe('the characters of a selection', () => {
  test.each([
    ['甲\n乙', 0, 2, '甲'],
    ['甲\n\n乙', 1, 4, '乙'],
    ['a𠮷b', 2, 4, '𠮷b'],
    ['葛󠄀飾', 0, 1, '葛󠄀'],
    ['e\u0301x', 1, 3, 'e\u0301x'],
    ['甲👩‍👩‍👧乙', 2, 4, '👩‍👩‍👧'],
    ['甲', -5, 99, '甲'],
  ])('%j from %d to %d is %j', (text, start, end, expected) => {
    const range = wholeCharacters(text, { start, end });
    expect(range && text.slice(range.start, range.end)).toBe(expected);
  });

  test('nothing is left of breaks alone', () => {
    expect(wholeCharacters('甲\n\n乙', { start: 1, end: 3 })).toBeNull();
    expect(wholeCharacters('', { start: 0, end: 4 })).toBeNull();
  });

  test('a range only grows, but for breaks at its ends', () => {
    const texts = fc.string({ unit: 'grapheme-composite', maxLength: 80 });
    fc.assert(
      fc.property(texts, fc.nat(90), fc.nat(90), (text, a, b) => {
        const [start, end] = [Math.min(a, b), Math.max(a, b)];
        const range = wholeCharacters(text, { start, end });
        if (range === null) return;
        const asked = text.slice(start, end).replace(/^\n+|\n+$/g, '');
        expect(text.slice(range.start, range.end)).toContain(asked);
        expect(wholeCharacters(text, range)).toEqual(range);
      }),
    );
  });
});

describe('placing', () => {
  test('a mark quotes what the archive holds and stands where it was made', async () => {
    const mark = markOf('三輪相守');
    expect(quotedText(mark)).toBe('三輪相守');
    const placer = new PassagePlacer(story, await projectFold());
    const { placed, orphans } = placer.placeAll([mark]);
    expect(placed.map(({ range }) => story.text.slice(range.start, range.end))).toEqual([
      '三輪相守',
    ]);
    expect(placed[0]?.isUncertain).toBe(false);
    expect(orphans).toEqual([]);
  });

  test('in a changed text it follows its words, and is an orphan where they are gone', async () => {
    const fold = await projectFold();
    const marks = [markOf('三輪相守'), markOf('東風起'), makeAnnotation(storyTarget(story), null)];
    const later = storyOf(
      '補記一段。江面大霧，三輪相守。船主顧雲帆語記者：「霧重之時，惟有憑耳。」',
      '又訊。',
    );
    const { placed, orphans, ofStory } = new PassagePlacer(later, fold).placeAll(marks);
    expect(placed.map(({ range }) => later.text.slice(range.start, range.end))).toEqual([
      '三輪相守',
    ]);
    expect(orphans?.map(quotedText)).toEqual(['東風起']);
    expect(ofStory).toEqual([marks[2]]);
    // Without the folding table nothing is called an orphan yet.
    expect(new PassagePlacer(later, null).placeAll(marks).orphans).toBeNull();
  });
});

describe('editing', () => {
  test('says why the annotation is there, and leaves the rest alone', () => {
    const mark = markOf('三輪相守');
    expect(mark.motivations).toEqual(['highlighting']);
    const noted = edited(mark, { note: '甲', tags: ['船'] });
    expect(noted.motivations).toEqual(['highlighting', 'commenting', 'tagging']);
    expect(noted.target).toBe(mark.target);
    expect(edited(noted, { note: '甲', tags: ['船'] })).toBe(noted);
    const read = edited(noted, { correctedReading: '三輪相望' });
    expect(read.correctedReading).toBe('三輪相望');
    expect('correctedReading' in edited(read, { correctedReading: '' })).toBe(false);
  });

  test('within the limits, whatever the characters, the journal takes it', () => {
    for (const character of ['\u0000', '\ud800', '"', '𠮷', '霧']) {
      const annotation: Annotation = {
        ...markOf('三輪相守'),
        note: withinLimit(character.repeat(longestNote + 5), longestNote),
        correctedReading: withinLimit(character.repeat(longestReading + 5), longestReading),
        tags: Array.from({ length: mostTags }, () =>
          withinLimit(character.repeat(longestTag + 5), longestTag),
        ),
      };
      expect(annotation.note.length).toBeLessThanOrEqual(longestNote);
      expect(JSON.stringify(annotation.note)).not.toMatch(/𠮷\\ud/);
      expect(fitsJournal(annotation)).toBe(true);
    }
  });
});

test('arrows go along and across lines, in vertical text as they are seen', () => {
  const key = (name: string, ctrlKey = false) => ({ key: name, ctrlKey, metaKey: false });
  expect(caretMove(key('ArrowRight'), false)).toEqual({
    direction: 'forward',
    granularity: 'character',
  });
  expect(caretMove(key('ArrowDown'), false)).toEqual({ direction: 'forward', granularity: 'line' });
  expect(caretMove(key('ArrowDown'), true)).toEqual({
    direction: 'forward',
    granularity: 'character',
  });
  expect(caretMove(key('ArrowUp'), true)).toEqual({
    direction: 'backward',
    granularity: 'character',
  });
  expect(caretMove(key('ArrowLeft'), true)).toEqual({ direction: 'forward', granularity: 'line' });
  expect(caretMove(key('ArrowRight'), true)).toEqual({
    direction: 'backward',
    granularity: 'line',
  });
  expect(caretMove(key('ArrowRight', true), false)?.granularity).toBe('word');
  expect(caretMove(key('End'), true)).toEqual({
    direction: 'forward',
    granularity: 'lineboundary',
  });
  expect(caretMove(key('x'), false)).toBeNull();
});

test('times are as short as they stay clear', () => {
  const now = new Date('2026-06-04T12:00:00');
  expect(shortTime('2026-06-01T10:00:00', 'zh-Hans', now)).toBe('6月1日');
  expect(shortTime('2024-06-01T10:00:00', 'en', now)).toBe('1 Jun 2024');
  expect(shortTime('never', 'en', now)).toBe('never');
});
