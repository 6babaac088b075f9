import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { holdingFields, type HoldingField } from '../../archive/import/holdings/holding-columns.ts';
import { formatCount } from '../i18n/dates.ts';
import { tableFaults, type TableRow } from './plan-state.ts';

/** A table of holdings: which column says what, with its first rows to judge by. */
export function HoldingsTable({
  table,
  onChange,
}: {
  table: TableRow;
  onChange: (change: Partial<TableRow>) => void;
}): ReactElement {
  const { t } = useTranslation();
  const faults = tableFaults(table);
  function setField(column: number, field: string): void {
    const columns = { ...table.columns };
    for (const each of holdingFields) if (columns[each] === column) columns[each] = null;
    if (field !== '') columns[field as HoldingField] = column;
    onChange({ columns });
  }
  return (
    <section className="holdings" aria-label={table.source}>
      <header>
        <label>
          <input
            type="checkbox"
            checked={table.isIncluded}
            onChange={(event) => {
              onChange({ isIncluded: event.currentTarget.checked });
            }}
          />
          <b>{table.source}</b>
        </label>
        <span>
          {t('importing.rows', { count: table.rows, formatted: formatCount(table.rows) })}
        </span>
        {table.columns.publication === null && (
          <label className="field">
            {t('importing.columns.publication')}
            <input
              type="text"
              value={table.publication}
              aria-invalid={faults.includes('publication')}
              onChange={(event) => {
                onChange({ publication: event.currentTarget.value });
              }}
            />
          </label>
        )}
      </header>
      {table.isIncluded && faults.length > 0 && (
        <p className="bad" role="alert">
          {t('importing.tableLacks', {
            fields: faults
              .map((field) => t(`importing.fields.${field as HoldingField}`))
              .join('、'),
          })}
        </p>
      )}
      <div className="table-frame">
        <table>
          <thead>
            <tr>
              {table.heads.map((head, column) => (
                <th key={column} scope="col">
                  <select
                    aria-label={t('importing.columnSays', { head })}
                    value={holdingFields.find((field) => table.columns[field] === column) ?? ''}
                    disabled={!table.isIncluded}
                    onChange={(event) => {
                      setField(column, event.currentTarget.value);
                    }}
                  >
                    <option value="">{t('importing.fields.none')}</option>
                    {holdingFields.map((field) => (
                      <option key={field} value={field}>
                        {t(`importing.fields.${field}`)}
                      </option>
                    ))}
                  </select>
                  <span>{head}</span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {table.firstRows.map((row, index) => (
              <tr key={index}>
                {table.heads.map((_, column) => (
                  <td key={column}>{row[column]}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
