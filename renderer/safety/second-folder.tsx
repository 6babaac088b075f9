import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { SafetyState } from '../../archive/model/snapshot.ts';
import { mainBridge } from '../database/main-bridge.ts';
import { reasonOf } from './use-safety.ts';

/** The folder that gets every backup too: chosen by a dialog, or none. */
export function SecondFolder({
  safety,
  onChange,
}: {
  safety: SafetyState;
  onChange: () => void;
}): ReactElement {
  const { t } = useTranslation();
  const [failure, setFailure] = useState<string | null>(null);
  const { secondFolder } = safety;
  const problem = failure ?? safety.secondProblem;
  function choose(choice: 'ask' | 'none'): void {
    setFailure(null);
    mainBridge()
      .request.chooseSecondFolder(choice)
      .catch((error: unknown) => {
        setFailure(reasonOf(error));
      })
      .finally(onChange);
  }
  return (
    <div>
      <dt>{t('safety.second.title')}</dt>
      <dd>
        {secondFolder === null ? t('safety.second.none') : <code>{secondFolder}</code>}
        <button
          type="button"
          className="link"
          onClick={() => {
            choose('ask');
          }}
        >
          {secondFolder === null ? t('safety.second.choose') : t('safety.second.change')}
        </button>
        {secondFolder !== null && (
          <button
            type="button"
            className="link"
            onClick={() => {
              choose('none');
            }}
          >
            {t('safety.second.forget')}
          </button>
        )}
        {problem !== null && (
          <span className="safety-bad" role="alert">
            {t('safety.second.failed', { reason: problem })}
          </span>
        )}
      </dd>
    </div>
  );
}
