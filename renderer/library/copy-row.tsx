import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { ProgressLine } from '../components/progress-line.tsx';
import { formatBytes } from '../i18n/bytes.ts';

/** A file on its way into the library. */
export function CopyRow({
  fileName,
  bytes,
  totalBytes,
  onCancel,
}: {
  fileName: string;
  bytes: number;
  totalBytes: number;
  onCancel: () => void;
}): ReactElement {
  const { t } = useTranslation();
  const label = t('copying.label', { name: fileName });
  return (
    <section className="copy-row" aria-label={label}>
      <p>
        <b>{label}</b>
        <span>
          {t('copying.amount', { done: formatBytes(bytes), total: formatBytes(totalBytes) })}
        </span>
      </p>
      <ProgressLine label={label} value={totalBytes === 0 ? 0 : bytes / totalBytes} />
      <p>
        <small>{t('copying.note')}</small>
        <button type="button" className="link" onClick={onCancel}>
          {t('copying.cancel')}
        </button>
      </p>
    </section>
  );
}
