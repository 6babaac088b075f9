import * as fc from 'fast-check';
import { describe as suite, expect, it } from 'vitest';
import type { TextSelectors } from '../../../../../archive/model/annotation.ts';
import { anchor } from '../../../../../archive/text/anchor/anchor.ts';
import type { Candidate } from '../../../../../archive/text/anchor/candidate.ts';
import { confidenceOf } from '../../../../../archive/text/anchor/confidence.ts';
import { describe, wholeRange } from '../../../../../archive/text/anchor/describe.ts';
import { canonicalText } from '../../../../../archive/text/canonical-text.ts';
import { projectFold } from './evaluation/material.ts';
import { bundledArticles } from './evaluation/stories.ts';
import { hostileText, splitsPair } from './hostile-text.ts';

const fold = await projectFold();
const stories = (await bundledArticles()).map(canonicalText);
const storyText = fc.constantFrom(...stories);
const anyText = fc.oneof(storyText, hostileText);

/** A text and a passage in it. */
const marked = anyText
  .filter((text) => text !== '')
  .chain((text) =>
    fc.record({
      text: fc.constant(text),
      start: fc.nat(text.length - 1),
      length: fc.integer({ min: 1, max: 200 }),
    }),
  )
  .map(({ text, start, length }) => ({ text, range: { start, end: start + length } }));

const hostileNumber = fc.oneof(fc.integer(), fc.double(), fc.nat(200), fc.constant(NaN));
const hostileSelectors: fc.Arbitrary<TextSelectors> = fc.record(
  {
    position: fc.record({
      type: fc.constant('TextPositionSelector' as const),
      start: hostileNumber,
      end: hostileNumber,
    }),
    quote: fc.record({
      type: fc.constant('TextQuoteSelector' as const),
      exact: hostileText,
      prefix: hostileText,
      suffix: hostileText,
    }),
  },
  { requiredKeys: [] },
);

suite('anchor, by properties', () => {
  it('finds every passage of an unchanged text exactly', () => {
    fc.assert(
      fc.property(marked, fc.boolean(), ({ text, range }, isSameText) => {
        const selectors = describe(text, range);
        const whole = wholeRange(text, range);
        if (!selectors || !whole) throw new Error('a range within a text is described');
        const found = anchor(text, selectors, fold, { isSameText });
        expect(found?.range).toEqual(whole);
        expect(found?.how).toBe('position');
        if (isSameText) expect(found?.confidence).toBe(1);
      }),
      { numRuns: 400 },
    );
  });

  it('finds a passage exactly where the text was edited beyond its context', () => {
    fc.assert(
      fc.property(
        marked,
        fc.nat(),
        fc.string({
          unit: fc.constantFrom(...Array.from('甲乙丙丁戊己庚辛\n')),
          minLength: 1,
          maxLength: 60,
        }),
        ({ text, range }, place, added) => {
          const selectors = describe(text, range);
          const whole = wholeRange(text, range);
          if (!selectors || !whole) throw new Error('a range within a text is described');
          const { prefix, exact, suffix } = selectors.quote;
          const from = whole.start - prefix.length;
          const to = whole.end + suffix.length;
          const places = [0, from, to, text.length].filter((at) => at <= from || at >= to);
          const at = places[place % places.length] ?? 0;
          const edited = text.slice(0, at) + added + text.slice(at);
          const start = whole.start + (at <= from ? added.length : 0);
          const found = anchor(edited, selectors, fold);
          const quotation = prefix + exact + suffix;
          const isOnly = edited.indexOf(quotation) === edited.lastIndexOf(quotation);
          if (isOnly) expect(found?.range).toEqual({ start, end: start + exact.length });
          else if (found?.range.start !== start) expect(found?.isUncertain).toBe(true);
        },
      ),
      { numRuns: 400 },
    );
  });

  it('never throws, splits no pair and stays within the text, whatever the selectors hold', () => {
    fc.assert(
      fc.property(anyText, hostileSelectors, (text, selectors) => {
        const found = anchor(text, selectors, fold);
        if (!found) return;
        const { start, end } = found.range;
        expect(0 <= start && start < end && end <= text.length).toBe(true);
        expect(splitsPair(text, start) || splitsPair(text, end)).toBe(false);
        expect(found.confidence >= 0 && found.confidence <= 1).toBe(true);
        expect(found.isUncertain).toBe(found.confidence < 0.75);
      }),
      { numRuns: 600 },
    );
  });

  it('finds passages of one text in others without throwing or splitting pairs', () => {
    fc.assert(
      fc.property(marked, anyText, ({ text, range }, other) => {
        const found = anchor(other, describe(text, range) ?? {}, fold);
        if (!found) return;
        const { start, end } = found.range;
        expect(0 <= start && start < end && end <= other.length).toBe(true);
        expect(splitsPair(other, start) || splitsPair(other, end)).toBe(false);
      }),
      { numRuns: 200 },
    );
  });
});

suite('confidence', () => {
  const candidate: fc.Arbitrary<Candidate> = fc
    .record({
      exactLetters: fc.integer({ min: 1, max: 60 }),
      lost: fc.nat(60),
      addedLetters: fc.nat(60),
      left: fc.nat(32),
      right: fc.nat(32),
      startsText: fc.boolean(),
      endsText: fc.boolean(),
      lineEnds: fc.nat(2),
      hasClearEdges: fc.boolean(),
    })
    .map(({ exactLetters, lost, ...rest }) => ({
      ...rest,
      exactLetters,
      sameLetters: Math.max(0, exactLetters - lost),
      prefixLetters: 32,
      suffixLetters: 32,
      text: 0,
      start: 0,
      end: 1,
    }));
  const surroundings = fc.record({
    strength: fc.nat(120),
    rival: fc.nat(120),
    knowsOriginal: fc.boolean(),
  });

  it('lies between 0 and 1', () => {
    fc.assert(
      fc.property(candidate, surroundings, (one, around) => {
        const confidence = confidenceOf(one, around);
        expect(confidence >= 0 && confidence <= 1).toBe(true);
      }),
    );
  });

  it.each([
    [
      'more of the words stand',
      (one: Candidate) => ({
        ...one,
        sameLetters: Math.min(one.exactLetters, one.sameLetters + 1),
      }),
    ],
    [
      'less was put in',
      (one: Candidate) => ({ ...one, addedLetters: Math.max(0, one.addedLetters - 1) }),
    ],
    ['more stands before', (one: Candidate) => ({ ...one, left: one.left + 1 })],
    ['more stands behind', (one: Candidate) => ({ ...one, right: one.right + 1 })],
    ['it begins the text', (one: Candidate) => ({ ...one, startsText: true })],
    ['it ends the text', (one: Candidate) => ({ ...one, endsText: true })],
    ['its edges are clear', (one: Candidate) => ({ ...one, hasClearEdges: true })],
  ])('is never less when %s', (_name, better) => {
    fc.assert(
      fc.property(candidate, surroundings, (one, around) => {
        expect(confidenceOf(better(one), around)).toBeGreaterThanOrEqual(confidenceOf(one, around));
      }),
    );
  });

  it('is never less when it is stronger or its rival weaker', () => {
    fc.assert(
      fc.property(candidate, surroundings, fc.nat(20), (one, around, more) => {
        const confidence = confidenceOf(one, around);
        const stronger = { ...around, strength: around.strength + more };
        const freer = { ...around, rival: Math.max(0, around.rival - more) };
        expect(confidenceOf(one, stronger)).toBeGreaterThanOrEqual(confidence);
        expect(confidenceOf(one, freer)).toBeGreaterThanOrEqual(confidence);
      }),
    );
  });
});
