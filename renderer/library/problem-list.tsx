import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { BagProblem } from '../../archive/model/bag-report.ts';
import { useProblemWords } from './problem-words.ts';

/** Problems of a bag: what, where, why, and what to do about it. */
export function ProblemList({
  problems,
  unlisted,
}: {
  problems: readonly BagProblem[];
  unlisted: number;
}): ReactElement {
  const { t } = useTranslation();
  const words = useProblemWords();
  return (
    <ul className="problem-list">
      {problems.map((problem, index) => {
        const { what, where, advice } = words(problem);
        return (
          <li key={index} data-code={problem.code} data-severity={problem.severity}>
            <b>{what}</b>
            {where !== '' && <code>{where}</code>}
            <span>{advice}</span>
          </li>
        );
      })}
      {unlisted > 0 && <li>{t('refusal.more', { count: unlisted })}</li>}
    </ul>
  );
}
