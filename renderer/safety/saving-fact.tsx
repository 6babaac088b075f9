import { useSyncExternalStore, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { onSavingState, savingState, type SavingState } from '../database/saving-state.ts';

export function useSavingState(): SavingState {
  return useSyncExternalStore(onSavingState, savingState);
}

/** Says in the status line whether all is on disk, and leads to where it lies. */
export function SavingFact({ onOpen }: { onOpen: () => void }): ReactElement {
  const { t } = useTranslation();
  const { state } = useSavingState();
  return (
    <button
      type="button"
      className="saving-fact"
      data-state={state}
      title={t('safety.status.open')}
      onClick={onOpen}
    >
      <span role={state === 'failed' ? 'alert' : undefined}>{t(`safety.status.${state}`)}</span>
    </button>
  );
}
