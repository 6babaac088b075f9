import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { InterfaceLanguage } from '../../archive/model/user-data.ts';
import { Icon } from '../components/icon.tsx';
import { Notice } from '../components/notice.tsx';
import { mainBridge } from '../database/main-bridge.ts';
import { interfaceTime } from '../i18n/dates.ts';
import { reasonOf } from './use-safety.ts';

/** Makes a backup at once, and says what became of it or of the last one. */
export function BackUp({
  problem,
  onChange,
}: {
  /** What the system said when the last backup failed; null when all is well. */
  problem: string | null;
  onChange: () => void;
}): ReactElement {
  const { t, i18n } = useTranslation();
  const [isWorking, setWorking] = useState(false);
  const [made, setMade] = useState<string | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  async function backUp(): Promise<void> {
    setWorking(true);
    setMade(null);
    try {
      setMade((await mainBridge().request.makeSnapshot()).made);
      setFailure(null);
    } catch (error) {
      setFailure(reasonOf(error));
    }
    setWorking(false);
    onChange();
  }
  const reason = failure ?? problem;
  return (
    <>
      <p className="actions">
        <button
          type="button"
          className="button"
          disabled={isWorking}
          onClick={() => {
            void backUp();
          }}
        >
          <Icon name="seal-check" />
          {isWorking ? t('safety.back.working') : t('safety.back.up')}
        </button>
        <span role="status">
          {made !== null &&
            t('safety.back.done', {
              time: interfaceTime(made, i18n.language as InterfaceLanguage),
            })}
        </span>
      </p>
      {reason !== null && (
        <Notice title={t('safety.back.failedTitle')} isError>
          <p>{t('safety.back.failedText', { reason })}</p>
        </Notice>
      )}
    </>
  );
}
