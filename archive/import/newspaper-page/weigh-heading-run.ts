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
  | 'level-of-sections'
  | 'levels-say-nothing'
  | 'plain-and-small'
  | 'names-a-list'
  | 'letter-behind'
  | 'new-matter'
  | 'start-waits';

/** Weights found by logistic regression over pages made of the stories kept for tuning. */
const weights: RunSignals = {
  always: -0.9,
  'opens-with-start': 2.59,
  'abstract-behind': 0.63,
  'first-on-page': 0.3,
  'two-headings': 2.41,
  'more-headings': 2.58,
  'very-short': -0.84,
  short: -1.76,
  long: 0.6,
  counted: -3,
  'torn-across': 2.58,
  'speech-behind': -0.2,
  'rule-before': 0.25,
  'byline-before': 0.1,
  'furniture-before': 1.49,
  'signed-off-before': 0.85,
  'closed-before': 0.35,
  'list-behind': 1.37,
  'one-paragraph': 1.29,
  'many-paragraphs': 0.4,
  'comma-or-gap': -0.7,
  timed: -0.14,
  'others-have-starts': 0.09,
  'level-of-heads': 1.62,
  'level-of-sections': -2.9,
  'levels-say-nothing': -0.4,
  'plain-and-small': -1.2,
  'names-a-list': 2,
  'letter-behind': 3,
  'new-matter': 1.4,
  'start-waits': 0.57,
};

/** Titles of columns that hold several notices, prices or telegrams. */
const listTitle =
  /(?:[二两三四五六七八九十数]则|启事|告白|公告|通告|声明|汇登|一束|简讯|诚聘|招聘|招租|召租|转让|征婚|遗失声明|小广告|分类广告|行情|成绩|赛果|预报|天气|一览|来函|来信|菜谱|影讯|书讯)$/u;
const salutation = /^(?:编辑(?:同志|部|先生)|主笔先生|记者先生|尊敬的|敬启者|亲爱的).{0,12}[：，]/u;

/** The sum of the weighted signals: the odds as a natural logarithm. */
export function weighRun(signals: RunSignals): number {
  let score = 0;
  for (const [name, value] of Object.entries(signals)) score += weights[name as RunSignal] * value;
  return score;
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
    'level-of-sections': 0,
    'levels-say-nothing': is(isFlat),
    'plain-and-small': is(
      isFlat && run.units.length === 1 && longest <= 11 && !hasStart && paragraphs >= 2,
    ),
    'names-a-list': is(listTitle.test(main.plain.replace(/\s/gu, ''))),
    'letter-behind': is(salutation.test(behind?.plain ?? '')),
    'new-matter': 0,
    'start-waits': 0,
  };
}

/** 一, 二 … or 1, 2 … alone over the parts of a text. */
function isNumeral(plain: string): boolean {
  return /^[（(]?(?:[一二三四五六七八九十]{1,3}|\d{1,2}|[ⅠⅡⅢⅣⅤⅥ])[）).、]?$/u.test(plain.trim());
}
