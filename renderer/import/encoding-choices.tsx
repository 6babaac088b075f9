import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { SourceRow } from './plan-state.ts';

const names = {
  'utf-8': 'UTF-8',
  'utf-16le': 'UTF-16 LE',
  'utf-16be': 'UTF-16 BE',
  gb18030: 'GBK（GB 18030）',
  big5: 'Big5',
} as const;

/** Files whose encoding is in doubt, each as it reads in every encoding that may be the right one. */
export function EncodingChoices({
  rows,
  onChange,
}: {
  rows: readonly SourceRow[];
  onChange: (path: string, change: Partial<SourceRow>) => void;
}): ReactElement | null {
  const { t } = useTranslation();
  const doubtful = rows.filter(({ isIncluded, previews }) => isIncluded && previews.length > 1);
  if (doubtful.length === 0) return null;
  return (
    <section className="encoding-choices" aria-label={t('importing.encoding.title')}>
      <h2>{t('importing.encoding.title')}</h2>
      <p>{t('importing.encoding.note')}</p>
      {doubtful.slice(0, 50).map((row) => (
        <fieldset key={row.path}>
          <legend>{row.source}</legend>
          {row.previews.map(({ encoding, text }) => (
            <label key={encoding}>
              <input
                type="radio"
                name={row.path}
                checked={row.encoding === encoding}
                onChange={() => {
                  onChange(row.path, { encoding });
                }}
              />
              <b>{names[encoding]}</b>
              <bdi>{text}</bdi>
            </label>
          ))}
        </fieldset>
      ))}
    </section>
  );
}
