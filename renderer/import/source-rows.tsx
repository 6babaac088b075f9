import { useRef, type CSSProperties, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useVirtualizer } from '@tanstack/react-virtual';
import { formatCount } from '../i18n/dates.ts';
import { rowFaults, samePage, type RowFault, type SourceRow } from './plan-state.ts';

const rowHeight = 36;
const fields = ['publication', 'date', 'page', 'pageName'] as const;

function Cell({
  row,
  field,
  isFaulty,
  onChange,
}: {
  row: SourceRow;
  field: (typeof fields)[number];
  isFaulty: boolean;
  onChange: (value: string) => void;
}): ReactElement {
  const { t } = useTranslation();
  return (
    <span role="cell" className={field}>
      <input
        type="text"
        value={row[field]}
        aria-label={`${t(`importing.columns.${field}`)}　${row.source}`}
        aria-invalid={isFaulty}
        placeholder={isFaulty ? t(`importing.lacks.${field as RowFault}`) : ''}
        disabled={!row.isIncluded}
        spellCheck={false}
        onChange={(event) => {
          onChange(event.currentTarget.value);
        }}
      />
    </span>
  );
}

/** The files, with what was recognised of each; everything can be changed before it is imported. */
export function SourceRows({
  rows,
  onChange,
}: {
  rows: readonly SourceRow[];
  onChange: (path: string, change: Partial<SourceRow>) => void;
}): ReactElement {
  const { t } = useTranslation();
  const scroller = useRef<HTMLDivElement>(null);
  const twice = samePage(rows);
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 12,
  });
  return (
    <div role="table" className="import-table" aria-label={t('importing.files')}>
      <div role="row" className="import-row head">
        <span role="columnheader" className="source">
          {t('importing.columns.source')}
        </span>
        {fields.map((field) => (
          <span key={field} role="columnheader" className={field}>
            {t(`importing.columns.${field}`)}
          </span>
        ))}
        <span role="columnheader" className="kind">
          {t('importing.columns.kind')}
        </span>
      </div>
      <div
        className="import-rows"
        ref={scroller}
        style={{ '--rows-height': `${rowHeight * rows.length + 1}px` } as CSSProperties}
      >
        <div style={{ blockSize: `${virtualizer.getTotalSize()}px` }}>
          {virtualizer.getVirtualItems().map(({ index, start }) => {
            const row = rows[index];
            if (row === undefined) return null;
            const faults: readonly string[] = row.isIncluded ? rowFaults(row) : [];
            return (
              <div
                key={row.path}
                role="row"
                className={row.isIncluded ? 'import-row' : 'import-row left-out'}
                style={{ transform: `translateY(${start}px)` }}
              >
                <span role="cell" className="source">
                  <label title={row.source}>
                    <input
                      type="checkbox"
                      checked={row.isIncluded}
                      aria-label={t('importing.include', { source: row.source })}
                      onChange={(event) => {
                        onChange(row.path, { isIncluded: event.currentTarget.checked });
                      }}
                    />
                    <b>{row.source}</b>
                  </label>
                </span>
                {fields.map((field) => (
                  <Cell
                    key={field}
                    row={row}
                    field={field}
                    isFaulty={faults.includes(field)}
                    onChange={(value) => {
                      onChange(row.path, { [field]: value });
                    }}
                  />
                ))}
                <span role="cell" className="kind">
                  {twice.has(row.path) ? (
                    <em title={t('importing.samePageNote')}>{t('importing.samePage')}</em>
                  ) : (
                    t(`importing.kinds.${row.kind}`)
                  )}
                  <small>
                    {t('importing.kilobytes', {
                      formatted: formatCount(Math.ceil(row.fileBytes / 1000)),
                    })}
                  </small>
                </span>
              </div>
            );
          })}
        </div>
      </div>
    </div>
  );
}
