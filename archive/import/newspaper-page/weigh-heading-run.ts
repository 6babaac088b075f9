import type { HeadingRun } from './heading-run.ts';
import { isProse, opensWithStart } from './heading-run.ts';
import type { PageUnit } from './page-unit.ts';
import { enumerator } from './paragraph-edges.ts';
import { recogniseSignOff } from './recognise-lead.ts';

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
  always: -1.19,
  'opens-with-start': 4.01,
  'abstract-behind': 0.63,
  'first-on-page': 2.47,
  'two-headings': 3.1,
  'more-headings': 2.23,
  'very-short': 0.72,
  short: -1.35,
  long: -0.27,
  counted: -1.59,
  'torn-across': 4.64,
  'speech-behind': -0.2,
  'rule-before': 0.25,
  'byline-before': -3.3,
  'furniture-before': 1.92,
  'signed-off-before': 1.81,
  'closed-before': 0.89,
  'list-behind': 1.57,
  'one-paragraph': 1.97,
  'many-paragraphs': 1.35,
  'comma-or-gap': -0.05,
  timed: 0.48,
  'others-have-starts': 1.3,
  'level-of-heads': -0.1,
  'level-of-sections': -3.97,
  'deeper-without-start': -1.83,
  'levels-say-nothing': -0.4,
  'plain-and-small': -1.2,
  'names-a-list': 3.69,
  'letter-behind': 3.94,
  'new-matter': 1.12,
  'start-waits': 1.75,
  'level-between': -0.69,
  'alone-before': 0.72,
  'little-before': 0.26,
  'behind-section': -1.4,
  'opens-like-story': -0.1,
  'opens-like-rest': -1.43,
  'own-words-behind': 1.01,
  'own-words-before': -0.03,
  'shorter-than-heads': -0.81,
  'listed-before': 0.74,
  'no-text-behind': -0.27,
  'startless-and-long': -0.39,
};

/** The same where levels say nothing of a run. */
export const flatWeights: RunSignals = {
  always: -1.44,
  'opens-with-start': 4.44,
  'abstract-behind': 0.63,
  'first-on-page': 2.58,
  'two-headings': 2.82,
  'more-headings': 3.03,
  'very-short': 0.02,
  short: -1.53,
  long: -0.29,
  counted: -2.19,
  'torn-across': 4.13,
  'speech-behind': -0.2,
  'rule-before': 0.25,
  'byline-before': -2.03,
  'furniture-before': 1.83,
  'signed-off-before': 1.64,
  'closed-before': -0.14,
  'list-behind': 2.01,
  'one-paragraph': 1.75,
  'many-paragraphs': 0.94,
  'comma-or-gap': -0.51,
  timed: -0.12,
  'others-have-starts': 0.49,
  'level-of-heads': 0.99,
  'level-of-sections': -3.86,
  'deeper-without-start': -1,
  'levels-say-nothing': 0.59,
  'plain-and-small': -0.57,
  'names-a-list': 3.97,
  'letter-behind': 3.57,
  'new-matter': 0.6,
  'start-waits': 1.19,
  'level-between': -0.84,
  'alone-before': 1.36,
  'little-before': 0.4,
  'behind-section': -1.88,
  'opens-like-story': 0.56,
  'opens-like-rest': -1.18,
  'own-words-behind': -0.02,
  'own-words-before': -0.11,
  'shorter-than-heads': -1.29,
  'listed-before': 0.58,
  'no-text-behind': -0.82,
  'startless-and-long': -0.23,
};

/** Titles of columns that hold several notices, prices or telegrams. */
const listTitle =
  /(?:[二两三四五六七八九十数]则|启事|告白|公告|通告|声明|汇登|一束|简讯|诚聘|招聘|招租|召租|转让|征婚|遗失声明|小广告|分类广告|行情|成绩|赛果|预报|天气|一览|来函|来信|菜谱|影讯|书讯)$/u;
const salutation = /^(?:编辑(?:同志|部|先生)|主笔先生|记者先生|尊敬的|敬启者|亲爱的).{0,12}[：，]/u;

/** The sum of the weighted signals: the odds as a natural logarithm. */
export function weighRun(signals: RunSignals): number {
  const weights = levelsTell(signals) ? gradedWeights : flatWeights;
  let score = 0;
  for (const [name, value] of Object.entries(signals)) score += weights[name as RunSignal] * value;
  return score;
}

/** Whether the level of the run says whether it heads a story. */
export function levelsTell(signals: RunSignals): boolean {
  return signals['level-of-heads'] + signals['level-between'] + signals['level-of-sections'] > 0.3;
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
  const letter = units.slice(run.end, run.end + 3).some((unit) => salutation.test(unit.plain));
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
