import { PageGenerator } from './page-generator.ts';
import type { Breakage } from './page-breaker.ts';
import { breakages as kindsOf, breakPage } from './page-breaker.ts';
import type { BrokenPage } from './printed-page.ts';
import { Random } from './random.ts';
import type { MaterialStory, Split } from './story-material.ts';
import { splitOf } from './story-material.ts';

const seeds: Readonly<Record<Split, number>> = { tune: 1000, choose: 2000, score: 3000 };

/** A broken page of one split; the same number gives the same page. */
export function generatePage(
  material: readonly MaterialStory[],
  split: Split,
  number: number,
  only?: readonly Breakage[],
): { readonly broken: BrokenPage; readonly breakages: readonly Breakage[] } {
  const random = new Random((seeds[split] + number) * 7919);
  const isTraditional = random.chance(0.25);
  const pool = material.filter(
    (story) => splitOf(story) === split && story.isTraditional === isTraditional,
  );
  const count = Math.min(random.between(2, 7), pool.length);
  const stories = random.shuffled(pool).slice(0, count);
  const page = new PageGenerator(random).generate(stories);
  const breakages = only ?? pickBreakages(split, random);
  return { broken: breakPage(page, breakages, random), breakages };
}

/** One to four kinds a page: of tuning alone, or one or two of the split's own and some of tuning. */
function pickBreakages(split: Split, random: Random): readonly Breakage[] {
  const known = random.shuffled<Breakage>(kindsOf.tune).slice(0, random.between(1, 4));
  if (split === 'tune') return known;
  const own = random.shuffled<Breakage>(kindsOf[split]).slice(0, random.between(1, 2));
  return [...own, ...known.slice(0, 2)];
}
