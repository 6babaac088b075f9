import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { ImportPlan, ImportRequest } from '../../archive/import/assembly/import-plan.ts';
import { EncodingChoices } from './encoding-choices.tsx';
import { HoldingsTable } from './holdings-table.tsx';
import {
  commonPublication,
  editedPlan,
  importRequest,
  openQuestions,
  type SourceRow,
} from './plan-state.ts';
import { SourceRows } from './source-rows.tsx';

/** What will be imported: everything recognised can be corrected first. */
export function ImportPlanView({
  plan,
  onRun,
  onCancel,
}: {
  plan: ImportPlan;
  onRun: (request: ImportRequest) => void;
  onCancel: () => void;
}): ReactElement {
  const { t } = useTranslation();
  const [edited, setEdited] = useState(() => editedPlan(plan));
  const [forAll, setForAll] = useState(() => commonPublication(edited.sources));
  const questions = openQuestions(edited);
  const included =
    edited.sources.filter(({ isIncluded }) => isIncluded).length +
    edited.tables.filter(({ isIncluded }) => isIncluded).length;
  function changeRow(path: string, change: Partial<SourceRow>): void {
    setEdited((before) => ({
      ...before,
      sources: before.sources.map((row) => (row.path === path ? { ...row, ...change } : row)),
    }));
  }
  return (
    <>
      {edited.sources.length > 0 && (
        <>
          <p className="import-for-all">
            <label className="field">
              {t('importing.forAll')}
              <input
                type="text"
                value={forAll}
                onChange={(event) => {
                  setForAll(event.currentTarget.value);
                }}
              />
            </label>
            <button
              type="button"
              className="button"
              disabled={forAll.trim() === ''}
              onClick={() => {
                setEdited((before) => ({
                  ...before,
                  sources: before.sources.map((row) => ({ ...row, publication: forAll.trim() })),
                }));
              }}
            >
              {t('importing.applyToAll')}
            </button>
            <label className="field rights">
              {t('importing.rights')}
              <input
                type="text"
                value={edited.rights}
                placeholder={t('importing.rightsExample')}
                onChange={(event) => {
                  const rights = event.currentTarget.value;
                  setEdited((before) => ({ ...before, rights }));
                }}
              />
            </label>
          </p>
          <SourceRows rows={edited.sources} onChange={changeRow} />
          <EncodingChoices rows={edited.sources} onChange={changeRow} />
        </>
      )}
      {edited.tables.map((table) => (
        <HoldingsTable
          key={table.path}
          table={table}
          onChange={(change) => {
            setEdited((before) => ({
              ...before,
              tables: before.tables.map((one) =>
                one.path === table.path ? { ...one, ...change } : one,
              ),
            }));
          }}
        />
      ))}
      {plan.refused.length > 0 && (
        <section className="import-refused" aria-label={t('importing.refused')}>
          <h2>{t('importing.refused')}</h2>
          <ul>
            {plan.refused.map(({ source, code }) => (
              <li key={source}>
                <b>{source}</b>
                {'　'}
                {t([`importing.remarks.${code as 'binary'}`, 'importing.remarks.unreadable'])}
              </li>
            ))}
          </ul>
        </section>
      )}
      <p className="actions import-actions">
        <button
          type="button"
          className="button primary"
          disabled={questions > 0 || included === 0}
          onClick={() => {
            onRun(importRequest(edited, plan.isSample));
          }}
        >
          {t('importing.run', { count: included })}
        </button>
        <button type="button" className="button" onClick={onCancel}>
          {t('importing.cancel')}
        </button>
        <span role="status">
          {questions > 0
            ? t('importing.questions', { count: questions })
            : t('importing.untouched')}
        </span>
      </p>
    </>
  );
}
