import { expect, it } from 'vitest';
import { countRight, evaluate, type FailedTrial } from './evaluation/evaluate.ts';
import { materialFor, projectFold } from './evaluation/material.ts';

const fold = await projectFold();
const scoring = await materialFor('scoring', 3);
const few = { ...scoring, issues: scoring.issues.slice(-5) };

/** The whole table is printed by `npm run bench -- anchor`; this is the part that is quick. */
it.each(['revisions', 'selectors'] as const)(
  'finds 98 of 100 annotations again and marks every wrong one, by %s',
  (how) => {
    const unmarked: FailedTrial[] = [];
    const scores = evaluate(few, fold, how, (failure) => {
      if (failure.trial.outcome === 'wrong, unmarked') unmarked.push(failure);
    });
    const tried = scores.reduce((sum, score) => sum + score.tried, 0);
    const right = scores.reduce((sum, score) => sum + countRight(score), 0);
    expect(tried).toBeGreaterThan(2000);
    expect(unmarked).toEqual([]);
    expect(right / tried).toBeGreaterThanOrEqual(0.98);
  },
);

it.each(['tuning', 'validation'] as const)('scores no story of %s', async (purpose) => {
  const tuning = await materialFor(purpose, 3);
  const textsOf = ({ issues }: typeof tuning): Set<string> =>
    new Set(
      issues.flatMap(({ stories }) =>
        stories.flatMap(({ segments }) =>
          segments.map(({ characters }) => characters.map((one) => one.character).join('')),
        ),
      ),
    );
  const [tuned, scored] = [textsOf(tuning), textsOf(scoring)];
  const long = [...scored].filter((text) => text.length > 40);
  expect(long.length).toBeGreaterThan(150);
  expect(long.filter((text) => tuned.has(text))).toEqual([]);
});
