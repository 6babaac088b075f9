import { useEffect, useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { BlockedRequest } from '../../preload/bridge.ts';
import { Dialog } from '../components/dialog.tsx';
import { mainBridge } from '../database/main-bridge.ts';

/** Every request that something tried to send since the start, and which layer stopped it. */
export function OfflineReport({ onClose }: { onClose: () => void }): ReactElement {
  const { t } = useTranslation();
  const [blocked, setBlocked] = useState<readonly BlockedRequest[]>([]);
  useEffect(() => {
    void mainBridge().request.blockedRequests().then(setBlocked);
  }, []);
  return (
    <Dialog title={t('offline.title')} onClose={onClose}>
      <p>
        {blocked.length === 0 ? t('offline.none') : t('offline.some', { count: blocked.length })}
      </p>
      {blocked.length > 0 && (
        <table className="report-table">
          <thead>
            <tr>
              <th scope="col">{t('offline.time')}</th>
              <th scope="col">{t('offline.address')}</th>
              <th scope="col">{t('offline.layer')}</th>
            </tr>
          </thead>
          <tbody>
            {blocked.map((request, index) => (
              <tr key={index}>
                <td>{request.at.slice(11, 19)}</td>
                <td>{request.url}</td>
                <td>{request.by}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <p className="actions">
        <button type="button" className="button" onClick={onClose}>
          {t('offline.close')}
        </button>
      </p>
    </Dialog>
  );
}
