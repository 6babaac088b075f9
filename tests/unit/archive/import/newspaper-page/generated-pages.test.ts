import { describe, expect, test } from 'vitest';
import { restorePage } from '../../../../../archive/import/newspaper-page/restore-page.ts';
import { trainingParagraphs } from '../../../../../scripts/restore-training-text.ts';
import { generatePage } from '../../../../bench/restore/generated-pages.ts';
import { breakages } from '../../../../bench/restore/page-breaker.ts';
import { packedWords } from '../../../../bench/restore/packed-words.ts';
import { emptyScore, rates, scorePage } from '../../../../bench/restore/restore-score.ts';
import { readMaterial, splitOf } from '../../../../bench/restore/story-material.ts';
import { characterCounts, printedTexts } from './printed-characters.ts';

const material = readMaterial();
const words = packedWords();
const splits = ['tune', 'choose', 'score'] as const;

/** The running text of a split's stories, paragraph by paragraph. */
const paragraphsOf = (split: (typeof splits)[number]): readonly string[] =>
  material
    .filter((story) => splitOf(story) === split)
    .flatMap((story) => story.blocks)
    .flatMap((block) => block.split('\n'))
    .map((text) => text.replace(/\*\*/gu, '').trim())
    .filter((text) => text.length > 20 && !text.startsWith('|'));

describe('splits', () => {
  test('no story is in two splits and each split has stories of both scripts', () => {
    expect(new Set(material.map(({ name }) => name)).size).toBe(material.length);
    for (const split of splits) {
      const stories = material.filter((story) => splitOf(story) === split);
      expect(stories.some(({ isTraditional }) => isTraditional)).toBe(true);
      expect(stories.some(({ isTraditional }) => !isTraditional)).toBe(true);
    }
  });

  test('no paragraph of one split stands in another', () => {
    const places = new Map<string, Set<string>>();
    for (const split of splits) {
      for (const text of paragraphsOf(split)) {
        places.set(text, (places.get(text) ?? new Set()).add(split));
      }
    }
    expect([...places].filter(([, found]) => found.size > 1)).toEqual([]);
  });

  test('what follows what is counted in the stories of tuning alone', () => {
    const training = new Set(trainingParagraphs());
    const tune = new Set(paragraphsOf('tune'));
    expect(training.size).toBeGreaterThan(300);
    expect(paragraphsOf('choose').filter((text) => training.has(text))).toEqual([]);
    expect(paragraphsOf('score').filter((text) => training.has(text))).toEqual([]);
    expect([...training].filter((text) => text.length > 20 && !tune.has(text.trim()))).toEqual([]);
  });

  test('no kind of breakage is in two splits, and none of a later split occurs in an earlier', () => {
    const kinds = splits.flatMap((split) => breakages[split]);
    expect(new Set(kinds).size).toBe(kinds.length);
    for (let number = 0; number < 60; number++) {
      const tuned = generatePage(material, 'tune', number).breakages;
      expect(tuned.filter((kind) => !breakages.tune.some((one) => one === kind))).toEqual([]);
      const chosen = generatePage(material, 'choose', number).breakages;
      expect(chosen.filter((kind) => breakages.score.some((one) => one === kind))).toEqual([]);
    }
  });
});

describe('generated pages', () => {
  test.each(splits.flatMap((split) => breakages[split]))(
    '%s: every character in one place',
    (kind) => {
      for (let number = 0; number < 12; number++) {
        const { broken } = generatePage(material, 'choose', number, [kind]);
        const restored = restorePage(broken.markdown, { words });
        const score = emptyScore();
        scorePage(broken, restored, score);
        expect([score.lost, score.doubled]).toEqual([0, 0]);
        let source = '';
        broken.truth.forEach((id, at) => {
          if (id >= 0) source += broken.markdown.charAt(at);
        });
        expect(source.length).toBeGreaterThan(0);
        expect(characterCounts(printedTexts(restored))).toEqual(characterCounts([source]));
      }
    },
  );

  test('the same page is restored alike every time', () => {
    const { broken } = generatePage(material, 'tune', 5);
    const once = restorePage(broken.markdown, { words });
    expect(restorePage(broken.markdown, { words })).toEqual(once);
  });

  test('pages that are whole come back nearly whole, broken ones mostly', () => {
    const whole = emptyScore();
    const torn = emptyScore();
    for (let number = 0; number < 60; number++) {
      const plain = generatePage(material, 'choose', number, []).broken;
      scorePage(plain, restorePage(plain.markdown, { words }), whole);
      const { broken } = generatePage(material, 'choose', number);
      scorePage(broken, restorePage(broken.markdown, { words }), torn);
    }
    expect(rates(whole).assignment).toBeGreaterThan(0.97);
    expect(rates(whole).order).toBeGreaterThan(0.98);
    expect(rates(whole).roles).toBeGreaterThan(0.96);
    expect(rates(torn).assignment).toBeGreaterThan(0.92);
    expect(rates(torn).order).toBeGreaterThan(0.93);
    expect(rates(torn).joinPrecision).toBeGreaterThan(0.9);
    expect(rates(torn).joinRecall).toBeGreaterThan(0.75);
  });
});
