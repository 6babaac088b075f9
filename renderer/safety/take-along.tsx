import { useState, type ReactElement, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { UserDataCounts, WriteOutcome } from '../../archive/model/snapshot.ts';
import { Icon } from '../components/icon.tsx';
import { mainBridge } from '../database/main-bridge.ts';
import { followJournal } from '../database/user-data.ts';
import { WipeDialog } from './wipe-dialog.tsx';

/** One file onto a stick; on a shared computer the notes may be deleted here afterwards. */
export function TakeAlong({
  counts,
  takeIn,
  onChange,
}: {
  counts: UserDataCounts;
  /** The button that takes such a file in again. */
  takeIn: ReactNode;
  onChange: () => void;
}): ReactElement {
  const { t } = useTranslation();
  const [isWorking, setWorking] = useState(false);
  const [written, setWritten] = useState<WriteOutcome | null>(null);
  const [wiping, setWiping] = useState<'asked' | 'wiped' | 'not-taken-along' | null>(null);
  async function take(): Promise<void> {
    setWorking(true);
    setWiping(null);
    setWritten(await mainBridge().request.takeNotesAlong());
    setWorking(false);
  }
  async function wipe(): Promise<void> {
    const outcome = await mainBridge().request.wipeUserData();
    await followJournal();
    setWiping(outcome);
    setWritten(null);
    onChange();
  }
  return (
    <section aria-labelledby="take-title">
      <h2 id="take-title">{t('safety.take.title')}</h2>
      <p>{t('safety.take.text')}</p>
      <p className="actions">
        <button
          type="button"
          className="button primary"
          disabled={isWorking}
          onClick={() => {
            void take();
          }}
        >
          <Icon name="download" />
          {isWorking ? t('safety.take.working') : t('safety.take.button')}
        </button>
        {takeIn}
      </p>
      <p role="status" className="safety-news">
        {written?.outcome === 'written' && t('safety.take.done', { path: written.path })}
        {wiping === 'wiped' && t('safety.take.wiped')}
        {wiping === 'not-taken-along' && t('safety.take.notTaken')}
      </p>
      {written?.outcome === 'failed' && (
        <p role="alert" className="safety-bad">
          {t('safety.take.failed', {
            path: written.path,
            reason:
              written.reason === 'verification' ? t('safety.take.verification') : written.reason,
          })}
        </p>
      )}
      {written?.outcome === 'written' && (
        <p>
          <button
            type="button"
            className="link"
            onClick={() => {
              setWiping('asked');
            }}
          >
            {t('safety.take.wipe')}
          </button>
        </p>
      )}
      {wiping === 'asked' && written?.outcome === 'written' && (
        <WipeDialog
          path={written.path}
          counts={counts}
          onWipe={() => {
            void wipe();
          }}
          onClose={() => {
            setWiping(null);
          }}
        />
      )}
    </section>
  );
}
