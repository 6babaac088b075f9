import type { CSSProperties } from 'react';

/** Where a headline that does not fit on one line breaks by its sense, in widths of a full character. */
export interface HeadlineBreak {
  readonly whole: number;
  /** What stands on the first line; 0 where there is no better place than the browser's own. */
  readonly first: number;
  /** The longer of the two lines. */
  readonly longer: number;
}

let segmenter: Intl.Segmenter | undefined;
const narrow = /[ -~\u00a0-\u024f]/u;
/** After these a headline breaks before it breaks anywhere else. */
const pause = /[　，：；、！？—…”』」》）]$/u;
/** Words that belong to what follows, and those that belong to what stands before. */
const opening = /^[（“‘「『《〈]/u;
const leaning = /^[的了着過过們们]/u;

function width(text: string): number {
  let sum = 0;
  for (const character of text) sum += narrow.test(character) ? 0.55 : 1;
  return sum;
}

/** The best place for a headline's one break; printed breaks count before any other. */
export function headlineBreak(headline: string): HeadlineBreak {
  const printed = headline.split('\n');
  const lines = printed.map(width);
  const whole = Math.max(...lines);
  if (printed.length > 1) return { whole, first: 0, longer: whole };
  let best = { cost: Infinity, first: 0, longer: whole };
  let before = '';
  // Made when first needed: it is not free, and the window may open elsewhere.
  segmenter ??= new Intl.Segmenter('zh', { granularity: 'word' });
  const words = [...segmenter.segment(headline)].map(({ segment }) => segment);
  for (const word of words) {
    if (before !== '' && !leaning.test(word) && word.trim() !== '' && !/^\p{P}/u.test(word)) {
      const first = width(before.replace(/[\s　]+$/u, ''));
      const rest = width(headline.slice(before.length));
      const longer = Math.max(first, rest);
      const isPause = pause.test(before) || opening.test(word);
      // A pause may leave the lines less even than a mere end of a word.
      const cost = longer - (isPause ? whole * 0.22 : 0);
      if (Math.min(first, rest) >= 2 && cost < best.cost) best = { cost, first, longer };
    }
    before += word;
  }
  return { whole, first: best.first, longer: best.longer };
}

/** Headlines longer than this stand on two lines wherever they can be set large. */
const oneLine = 14;
const known = new Map<string, CSSProperties>();

/** What the styles need to break a headline by its sense and to choose its size. */
export function headlineStyle(headline: string): CSSProperties {
  const found = known.get(headline);
  if (found !== undefined) return found;
  const { whole, first, longer } = headlineBreak(headline);
  const style = {
    '--head-whole': whole.toFixed(2),
    '--head-first': first.toFixed(2),
    '--head-length': (whole > oneLine ? longer : whole).toFixed(2),
    '--head-longer': longer.toFixed(2),
  } as CSSProperties;
  if (known.size > 2_000) known.clear();
  known.set(headline, style);
  return style;
}

/** What the styles need to fit the name of a paper into its masthead. */
export function nameStyle(name: string): CSSProperties {
  return { '--name-length': Math.max(1, width(name)).toFixed(2) } as CSSProperties;
}
