import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { StoredSnapshot } from '../../archive/model/snapshot.ts';
import type { InterfaceLanguage } from '../../archive/model/user-data.ts';
import { interfaceTime } from '../i18n/dates.ts';
import { countsText } from './safety-words.ts';

function Row({
  snapshot: { name, head },
  onLook,
}: {
  snapshot: StoredSnapshot;
  onLook: (name: string) => void;
}): ReactElement {
  const { t, i18n } = useTranslation();
  const language = i18n.language as InterfaceLanguage;
  if (head === null) {
    return (
      <tr>
        <td colSpan={4} className="safety-bad">
          {t('safety.snapshots.damaged')}: <code>{name}</code>
        </td>
      </tr>
    );
  }
  const time = interfaceTime(head.made, language);
  return (
    <tr>
      <th scope="row">
        <time dateTime={head.made}>{time}</time>
      </th>
      <td>{t(`safety.reason.${head.reason}`)}</td>
      <td>{countsText(head.counts, t, language)}</td>
      <td>
        <button
          type="button"
          className="link"
          aria-label={t('safety.snapshots.lookAt', { time })}
          onClick={() => {
            onLook(name);
          }}
        >
          {t('safety.snapshots.look')}
        </button>
      </td>
    </tr>
  );
}

/** The backups of the profile, newest first. */
export function SnapshotList({
  snapshots,
  onLook,
}: {
  snapshots: readonly StoredSnapshot[];
  onLook: (name: string) => void;
}): ReactElement {
  const { t } = useTranslation();
  if (snapshots.length === 0) return <p className="safety-empty">{t('safety.snapshots.empty')}</p>;
  return (
    <table className="report-table snapshot-table">
      <thead>
        <tr>
          <th scope="col">{t('safety.snapshots.made')}</th>
          <th scope="col">{t('safety.snapshots.why')}</th>
          <th scope="col">{t('safety.snapshots.holds')}</th>
          <td />
        </tr>
      </thead>
      <tbody>
        {snapshots.map((snapshot) => (
          <Row key={snapshot.name} snapshot={snapshot} onLook={onLook} />
        ))}
      </tbody>
    </table>
  );
}
