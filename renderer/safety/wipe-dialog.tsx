import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { UserDataCounts } from '../../archive/model/snapshot.ts';
import { Dialog } from '../components/dialog.tsx';

/** Asks before user data is deleted from this computer. */
export function WipeDialog({
  path,
  counts,
  onWipe,
  onClose,
}: {
  /** The file that holds it all. */
  path: string;
  counts: UserDataCounts;
  onWipe: () => void;
  onClose: () => void;
}): ReactElement {
  const { t } = useTranslation();
  const all = Object.values(counts).reduce((sum, each) => sum + each, 0);
  const count = all - (counts.preferences ?? 0);
  return (
    <Dialog title={t('safety.take.wipeTitle')} onClose={onClose} isError>
      <p>{t('safety.take.wipeText', { path, count })}</p>
      <p className="actions">
        <button type="button" className="button primary" onClick={onClose}>
          {t('safety.take.wipeKeep')}
        </button>
        <button type="button" className="button" onClick={onWipe}>
          {t('safety.take.wipeConfirm')}
        </button>
      </p>
    </Dialog>
  );
}
