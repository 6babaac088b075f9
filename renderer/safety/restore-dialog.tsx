import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type {
  RestoreDifference,
  RestoreMode,
  RestorePreview,
  StoreDifference,
} from '../../archive/model/snapshot.ts';
import type { InterfaceLanguage } from '../../archive/model/user-data.ts';
import { Dialog } from '../components/dialog.tsx';
import { interfaceTime } from '../i18n/dates.ts';
import { restoreFrom } from './restore-from.ts';
import { storeOrder } from './safety-words.ts';
import { reasonOf } from './use-safety.ts';

const columns = ['added', 'changed', 'removed', 'same'] as const;
const modes = ['merge', 'replace'] as const;

function changesAnything(difference: RestoreDifference): boolean {
  return Object.values(difference).some(
    ({ added, changed, removed }) => added + changed + removed > 0,
  );
}

function Preview({ difference }: { difference: RestoreDifference }): ReactElement {
  const { t, i18n } = useTranslation();
  const format = new Intl.NumberFormat(i18n.language);
  const rows = storeOrder.flatMap((store): [typeof store, StoreDifference][] => {
    const found = difference[store];
    return found === undefined ? [] : [[store, found]];
  });
  return (
    <table className="report-table restore-table">
      <caption>{t('safety.restore.preview')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('safety.restore.what')}</th>
          {columns.map((column) => (
            <th key={column} scope="col">
              {t(`safety.restore.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(([store, found]) => (
          <tr key={store}>
            <th scope="row">{t(`safety.store.${store}`)}</th>
            {columns.map((column) => (
              <td key={column} data-kind={column} data-any={found[column] > 0}>
                {format.format(found[column])}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** What restoring would do, in either way, before anything is done. */
export function RestoreDialog({
  preview,
  onRestored,
  onClose,
}: {
  preview: Extract<RestorePreview, { outcome: 'ready' }>;
  /** With the name of the backup that undoes it. */
  onRestored: (undo: string) => void;
  onClose: () => void;
}): ReactElement {
  const { t, i18n } = useTranslation();
  const [mode, setMode] = useState<RestoreMode>('merge');
  const [isWorking, setWorking] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const difference = preview.differences[mode];
  async function restore(): Promise<void> {
    setWorking(true);
    try {
      const outcome = await restoreFrom(preview.source, mode);
      if (outcome.outcome === 'restored') onRestored(outcome.undo);
      else setFailure(t(`safety.problem.${outcome.problem.code}`, { reason: '' }));
    } catch (error) {
      setFailure(reasonOf(error));
    }
    setWorking(false);
  }
  const time = interfaceTime(preview.head.made, i18n.language as InterfaceLanguage);
  return (
    <Dialog title={t('safety.restore.title', { time })} onClose={onClose}>
      <p>{t('safety.restore.from', { file: preview.fileName })}</p>
      <fieldset className="restore-modes">
        <legend>{t('safety.restore.how')}</legend>
        {modes.map((each) => (
          <p key={each}>
            <input
              type="radio"
              id={`restore-${each}`}
              name="restore-mode"
              aria-describedby={`restore-${each}-text`}
              checked={mode === each}
              onChange={() => {
                setMode(each);
              }}
            />
            <label htmlFor={`restore-${each}`}>{t(`safety.restore.${each}`)}</label>
            <small id={`restore-${each}-text`}>{t(`safety.restore.${each}Text`)}</small>
          </p>
        ))}
      </fieldset>
      <Preview difference={difference} />
      <p role="status">
        {changesAnything(difference) ? t('safety.restore.first') : t('safety.restore.nothing')}
      </p>
      {failure !== null && (
        <p role="alert" className="safety-bad">
          <b>{t('safety.restore.failedTitle')}</b>{' '}
          {t('safety.restore.failedText', { reason: failure })}
        </p>
      )}
      <p className="actions">
        <button
          type="button"
          className="button primary"
          disabled={isWorking || !changesAnything(difference)}
          onClick={() => {
            void restore();
          }}
        >
          {isWorking ? t('safety.restore.working') : t('safety.restore.go')}
        </button>
        <button type="button" className="button" onClick={onClose}>
          {t('safety.restore.cancel')}
        </button>
      </p>
    </Dialog>
  );
}
