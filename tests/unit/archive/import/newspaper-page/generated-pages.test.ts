import { describe, expect, test } from 'vitest';
import { restorePage } from '../../../../../archive/import/newspaper-page/restore-page.ts';
import { generatePage } from '../../../../bench/restore/generated-pages.ts';
import { knownBreakages, unseenBreakages } from '../../../../bench/restore/page-breaker.ts';
import { packedWords } from '../../../../bench/restore/packed-words.ts';
import { emptyScore, rates, scorePage } from '../../../../bench/restore/restore-score.ts';
import { readMaterial, splitOf } from '../../../../bench/restore/story-material.ts';
import { characterCounts, printedTexts } from './printed-characters.ts';

const material = readMaterial();
const words = packedWords();

describe('generated pages', () => {
  test('no story is in two splits and each split has stories of both scripts', () => {
    expect(new Set(material.map(({ name }) => name)).size).toBe(material.length);
    for (const split of ['tune', 'choose', 'score'] as const) {
      const stories = material.filter((story) => splitOf(story) === split);
      expect(stories.some(({ isTraditional }) => isTraditional)).toBe(true);
      expect(stories.some(({ isTraditional }) => !isTraditional)).toBe(true);
    }
  });

  test.each([...knownBreakages, ...unseenBreakages])('%s: every character in one place', (kind) => {
    for (let number = 0; number < 12; number++) {
      const { broken } = generatePage(material, 'choose', number, [kind]);
      const restored = restorePage(broken.markdown, { words });
      const printed = broken.page.characters.map((_, id) => id);
      const score = emptyScore();
      scorePage(broken, restored, score);
      expect([score.lost, score.doubled]).toEqual([0, 0]);
      let source = '';
      broken.truth.forEach((id, at) => {
        if (id >= 0) source += broken.markdown.charAt(at);
      });
      expect(printed.length).toBeGreaterThan(0);
      expect(characterCounts(printedTexts(restored))).toEqual(characterCounts([source]));
    }
  });

  test('the same page is restored alike every time', () => {
    const { broken } = generatePage(material, 'tune', 5);
    const once = restorePage(broken.markdown, { words });
    expect(restorePage(broken.markdown, { words })).toEqual(once);
  });

  test('pages that are whole come back nearly whole, broken ones mostly', () => {
    const whole = emptyScore();
    const torn = emptyScore();
    for (let number = 0; number < 40; number++) {
      const plain = generatePage(material, 'choose', number, []).broken;
      scorePage(plain, restorePage(plain.markdown, { words }), whole);
      const { broken } = generatePage(material, 'choose', number);
      scorePage(broken, restorePage(broken.markdown, { words }), torn);
    }
    expect(rates(whole).assignment).toBeGreaterThan(0.95);
    expect(rates(whole).order).toBeGreaterThan(0.98);
    expect(rates(whole).roles).toBeGreaterThan(0.96);
    expect(rates(torn).assignment).toBeGreaterThan(0.9);
    expect(rates(torn).joinPrecision).toBeGreaterThan(0.88);
    expect(rates(torn).joinRecall).toBeGreaterThan(0.8);
  });
});
