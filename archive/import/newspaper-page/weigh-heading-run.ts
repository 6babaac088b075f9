import type { HeadingRun } from './heading-run.ts';
import { isProse, opensWithStart } from './heading-run.ts';
import type { PageUnit } from './page-unit.ts';
import { enumerator } from './paragraph-edges.ts';
import { recogniseSignOff } from './recognise-lead.ts';
import { isSalutation } from './settle-letters.ts';

/** What a run of headings shows for or against heading a story; each 0 to 1 or -1 to 1. */
export type RunSignals = Readonly<Record<RunSignal, number>>;
export type RunSignal =
  | 'always'
  | 'opens-with-start'
  | 'abstract-behind'
  | 'first-on-page'
  | 'two-headings'
  | 'more-headings'
  | 'very-short'
  | 'short'
  | 'long'
  | 'counted'
  | 'torn-across'
  | 'speech-behind'
  | 'rule-before'
  | 'byline-before'
  | 'furniture-before'
  | 'signed-off-before'
  | 'closed-before'
  | 'list-behind'
  | 'one-paragraph'
  | 'many-paragraphs'
  | 'comma-or-gap'
  | 'timed'
  | 'others-have-starts'
  | 'level-of-heads'
  | 'level-between'
  | 'level-of-sections'
  | 'deeper-without-start'
  | 'level-shared'
  | 'levels-say-nothing'
  | 'plain-and-small'
  | 'names-a-list'
  | 'letter-behind'
  | 'new-matter'
  | 'start-waits'
  | 'alone-before'
  | 'little-before'
  | 'behind-section'
  | 'opens-like-story'
  | 'opens-like-rest'
  | 'own-words-behind'
  | 'own-words-before'
  | 'shorter-than-heads'
  | 'listed-before'
  | 'no-text-behind'
  | 'startless-and-long';

/**
 * Weights where the levels of the page tell something of a run, found by logistic regression over
 * pages made of the stories kept for tuning.
 */
export const gradedWeights: RunSignals = {
  always: -0.58,
  'opens-with-start': 3.13,
  'abstract-behind': 0.63,
  'first-on-page': 1.5,
  'two-headings': 2.96,
  'more-headings': 2.04,
  'very-short': 0.34,
  short: -1.58,
  long: -0.35,
  counted: -2.48,
  'torn-across': 3.39,
  'speech-behind': -0.2,
  'rule-before': 0.25,
  'byline-before': -1.38,
  'furniture-before': 1.71,
  'signed-off-before': 1.15,
  'closed-before': 0.44,
  'list-behind': 1.44,
  'one-paragraph': 1.47,
  'many-paragraphs': 0.9,
  'comma-or-gap': -0.33,
  timed: 0.32,
  'others-have-starts': 0.44,
  'level-of-heads': 0.68,
  'level-of-sections': -2.86,
  'levels-say-nothing': -0.4,
  'plain-and-small': -1.2,
  'names-a-list': 2.88,
  'letter-behind': 3.33,
  'new-matter': 1.39,
  'start-waits': 1.22,
  'deeper-without-start': -1.95,
  'level-shared': -3.08,
  'level-between': 0.06,
  'alone-before': 0.58,
  'little-before': 0.18,
  'behind-section': -0.83,
  'opens-like-story': 0.15,
  'opens-like-rest': -0.5,
  'own-words-behind': 0.95,
  'own-words-before': 0.25,
  'shorter-than-heads': -0.71,
  'listed-before': 0.33,
  'no-text-behind': -0.05,
  'startless-and-long': -0.12,
};

/** The same where levels say nothing of a run. */
export const flatWeights: RunSignals = {
  always: -0.8,
  'opens-with-start': 3.27,
  'abstract-behind': 0.63,
  'first-on-page': 1.31,
  'two-headings': 2.55,
  'more-headings': 2.62,
  'very-short': -0.5,
  short: -1.63,
  long: -0.09,
  counted: -2.94,
  'torn-across': 3,
  'speech-behind': -0.2,
  'rule-before': 0.25,
  'byline-before': 0.1,
  'furniture-before': 1.74,
  'signed-off-before': 1.01,
  'closed-before': -0.21,
  'list-behind': 1.47,
  'one-paragraph': 1.41,
  'many-paragraphs': 0.51,
  'comma-or-gap': -0.81,
  timed: -0.26,
  'others-have-starts': -0.08,
  'level-of-heads': 1.62,
  'level-of-sections': -2.9,
  'levels-say-nothing': 0.85,
  'plain-and-small': -0.71,
  'names-a-list': 2.92,
  'letter-behind': 3.01,
  'new-matter': 0.92,
  'start-waits': 0.47,
  'deeper-without-start': -1,
  'level-shared': -3,
  'level-between': 0,
  'alone-before': 1,
  'little-before': 0.37,
  'behind-section': -1.12,
  'opens-like-story': 0.64,
  'opens-like-rest': -0.38,
  'own-words-behind': 0.02,
  'own-words-before': 0.24,
  'shorter-than-heads': -0.83,
  'listed-before': 0.18,
  'no-text-behind': -0.48,
  'startless-and-long': -0.04,
};

/** Titles of columns that hold several notices, prices or telegrams. */
const listTitle =
  /(?:[二两三四五六七八九十数]则|启事|告白|公告|通告|声明|汇登|一束|简讯|诚聘|招聘|招租|召租|转让|征婚|遗失声明|小广告|分类广告|行情|成绩|赛果|预报|天气|一览|来函|来信|菜谱|影讯|书讯)$/u;

/** The sum of the weighted signals: the odds as a natural logarithm. */
export function weighRun(signals: RunSignals): number {
  const weights = levelsTell(signals) ? gradedWeights : flatWeights;
  let score = 0;
  for (const [name, value] of Object.entries(signals)) score += weights[name as RunSignal] * value;
  return score;
}

/** Whether the level of the run says whether it heads a story. */
export function levelsTell(signals: RunSignals): boolean {
  const { 'level-between': between, 'level-of-sections': ofSections } = signals;
  return signals['level-of-heads'] + between + ofSections + signals['level-shared'] > 0.3;
}

/** The signals that a run shows by itself and its neighbours; those of the whole page are 0. */
export function runSignals(
  units: readonly PageUnit[],
  run: HeadingRun,
  runs: readonly HeadingRun[],
): RunSignals {
  const lengths = run.units.map((unit) => unit.plain.replace(/\s/gu, '').length);
  const longest = Math.max(...lengths);
  const before = units[run.start - 1];
  const behind = units[run.end];
  const at = runs.indexOf(run);
  const end = runs[at + 1]?.start ?? units.length;
  const paragraphs = units.slice(run.end, Math.min(end, run.end + 12)).filter(isProse).length;
  const is = (claim: boolean | undefined): number => (claim === true ? 1 : 0);
  const isFirst = at === 0 && !units.slice(0, run.start).some((unit) => unit.role === 'paragraph');
  const main = run.units.reduce((least, unit) => (unit.level < least.level ? unit : least));
  const hasStart = opensWithStart(units, run);
  const isFlat = runs.every((one) => one.units.every((unit) => unit.level === main.level));
  const earlier = runs[at - 1];
  const since = units.slice(earlier?.end ?? 0, run.start).filter(isProse);
  const written = since.reduce((sum, unit) => sum + unit.plain.length, 0);
  const opening = units.slice(run.end, run.end + 3).find(isProse);
  const letter = units.slice(run.end, run.end + 3).some((unit) => isSalutation(unit.plain));
  const starting = runs.filter((one) => one !== run && opensWithStart(units, one)).length;
  return {
    always: 1,
    'opens-with-start': is(hasStart),
    'abstract-behind': is(behind?.boxKind === 'abstract'),
    'first-on-page': is(isFirst),
    'two-headings': is(run.units.length === 2),
    'more-headings': is(run.units.length > 2),
    'very-short': is(longest < 6),
    short: is(longest >= 6 && longest < 8),
    long: is(longest >= 11),
    counted: is(run.units.some((unit) => enumerator(unit.plain) !== null || isNumeral(unit.plain))),
    'torn-across': is(
      before !== undefined && before.openness > 0.5 && behind?.role === 'paragraph',
    ),
    'speech-behind': is(behind?.role === 'speech'),
    'rule-before': is(before?.role === 'separator'),
    'byline-before': is(before?.role === 'byline'),
    'furniture-before': is(before?.role === 'furniture'),
    'signed-off-before': is(before && isProse(before) && recogniseSignOff(before.plain) !== null),
    'closed-before': is(before && isProse(before) && before.openness < 0.3),
    'list-behind': is(behind?.role === 'bullet' || behind?.role === 'table'),
    'one-paragraph': is(paragraphs === 1),
    'many-paragraphs': is(paragraphs > 4),
    'comma-or-gap': is(/[，\s]/u.test(main.plain.trim())),
    timed: is(/昨[日天晚夜]|今[日天晚晨起]|明[日天晚晨]|首次|启动/u.test(main.plain)),
    'others-have-starts': is(!hasStart) * Math.min(1, starting / Math.max(1, runs.length - 1)),
    'level-of-heads': 0,
    'level-between': 0,
    'level-of-sections': 0,
    'deeper-without-start': 0,
    'level-shared': 0,
    'levels-say-nothing': is(isFlat),
    'plain-and-small': is(
      isFlat && run.units.length === 1 && longest <= 11 && !hasStart && paragraphs >= 2,
    ),
    'names-a-list': is(listTitle.test(main.plain.replace(/\s/gu, ''))),
    'letter-behind': is(letter),
    'new-matter': 0,
    'start-waits': 0,
    'alone-before': is(since.length === 1),
    'little-before': is(earlier !== undefined && written < 220),
    'behind-section': 0,
    'opens-like-story': is(opening && storyOpening.test(opening.plain)),
    'opens-like-rest': is(opening && restOpening.test(opening.plain)),
    'own-words-behind': 0,
    'own-words-before': 0,
    'shorter-than-heads': 0,
    'listed-before': is(before?.role === 'bullet' || before?.role === 'table'),
    'startless-and-long':
      is(!hasStart && paragraphs >= 2 && !letter) *
      Math.min(1, starting / Math.max(1, runs.length - 1)),
    'no-text-behind': is(paragraphs === 0 && behind?.role !== 'table'),
  };
}

/** The first words of a report tell when and where, or who tells it. */
const storyOpening =
  /^(?:昨[日天晚夜]|今[日天晚晨年]|前[日天晚]|日前|近日|连日|从[今明本下]|本[报周月市埠]|记者|据|为[迎了]|\d{1,2}[月日时]|[^，。]{2,16}(?:昨[日天晚]|今[日天晚起]|日前|近日))/u;
/** Words that take up what was said before. */
const restOpening =
  /^(?:他|她|它|这[^一]|那[^么年天]|该|其[中实]|此|但|而|也|还|又|不过|然而|于是|因此|所以|后来|接着|同时|另)/u;

/** 一, 二 … or 1, 2 … alone over the parts of a text. */
function isNumeral(plain: string): boolean {
  return /^[（(]?(?:[一二三四五六七八九十]{1,3}|\d{1,2}|[ⅠⅡⅢⅣⅤⅥ])[）).、]?$/u.test(plain.trim());
}
