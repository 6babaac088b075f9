import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { FileKind } from '../../preload/bridge.ts';
import { Dialog } from '../components/dialog.tsx';
import { ProgressLine } from '../components/progress-line.tsx';
import type { UndoNotice } from '../components/undo-notice.tsx';
import {
  applyImport,
  exportAnnotations,
  planImport,
  type ImportPlan,
  type ImportReading,
} from '../database/annotation-exchange.ts';
import { mainBridge } from '../database/main-bridge.ts';
import { formatCount } from '../i18n/dates.ts';

type Refusal = Extract<ImportReading, { outcome: 'refused' }>['reason'];

type Stage =
  | { readonly stage: 'reading'; readonly file: string; readonly share: number }
  | { readonly stage: 'planned'; readonly file: string; readonly plan: ImportPlan }
  | { readonly stage: 'refused'; readonly file: string; readonly reason: Refusal };

const listed = 8;

/** What an import would do, before anything is changed. */
function Plan({ plan }: { plan: ImportPlan }): ReactElement {
  const { t } = useTranslation();
  const line = (words: string, count: number): ReactElement | null =>
    count === 0 ? null : (
      <tr key={words}>
        <th scope="row">{words}</th>
        <td>{formatCount(count)}</td>
      </tr>
    );
  const { fates, places, skipped, capped } = plan;
  const more = skipped.length - listed;
  return (
    <>
      <table className="import-plan">
        <tbody>
          {(['new', 'changed', 'conflict', 'same', 'older'] as const).map((fate) =>
            line(t(`exchange.fate.${fate}`), fates[fate]),
          )}
          {line(t('exchange.skipped'), skipped.length)}
          {line(t('exchange.capped'), capped.length)}
        </tbody>
      </table>
      {plan.writes.length > 0 && (
        <table className="import-plan">
          <caption>{t('exchange.places')}</caption>
          <tbody>
            {(['attached', 'uncertain', 'not-found', 'unknown-story'] as const).map((place) =>
              line(t(`exchange.place.${place}`), places[place]),
            )}
          </tbody>
        </table>
      )}
      {skipped.length > 0 && (
        <ul className="skipped">
          {skipped.slice(0, listed).map(({ place, reason }) => (
            <li key={place}>
              {t('exchange.record', { place, reason: t(`exchange.skip.${reason}`) })}
            </li>
          ))}
          {more > 0 && <li>{t('exchange.moreRecords', { formatted: formatCount(more) })}</li>}
        </ul>
      )}
      {plan.writes.length === 0 && <p>{t('exchange.nothingNew')}</p>}
    </>
  );
}

/** The buttons that take notes out of the program and into it, as W3C Web Annotations. */
export function NotesExchange({
  notice,
  canExport,
}: {
  notice: UndoNotice;
  canExport: boolean;
}): ReactElement {
  const { t } = useTranslation();
  const [stage, setStage] = useState<Stage | null>(null);
  const kind: FileKind = { words: t('exchange.files'), extensions: ['jsonld', 'json'] };
  const close = (): void => {
    setStage(null);
  };

  async function exportAll(): Promise<void> {
    const { text, count } = await exportAnnotations();
    const day = new Date().toISOString().slice(0, 10);
    const saved = await mainBridge().request.saveFileAs(
      `${t('exchange.fileName')}-${day}`,
      kind,
      text,
    );
    if (saved.outcome === 'saved') {
      const formatted = formatCount(count);
      notice.say(t('exchange.exported', { count, formatted, file: saved.fileName }), null);
    } else if (saved.outcome === 'failed') {
      notice.say(t('exchange.failedSave', { file: saved.fileName, code: saved.code }), null);
    }
  }

  async function importFile(): Promise<void> {
    const chosen = await mainBridge().request.chooseFile(kind);
    if (chosen.outcome === 'cancelled') return;
    const { fileName: file } = chosen;
    if (chosen.outcome === 'too-large') notice.say(t('exchange.tooLarge', { file }), null);
    else if (chosen.outcome === 'failed') {
      notice.say(t('exchange.failedRead', { file, code: chosen.code }), null);
    } else {
      setStage({ stage: 'reading', file, share: 0 });
      const reading = await planImport(chosen.content, (done, total) => {
        setStage({ stage: 'reading', file, share: done / total });
      });
      setStage(
        reading.outcome === 'refused'
          ? { stage: 'refused', file, reason: reading.reason }
          : { stage: 'planned', file, plan: reading.plan },
      );
    }
  }

  return (
    <>
      <button type="button" className="button" onClick={() => void importFile()}>
        {t('exchange.import')}
      </button>
      <button
        type="button"
        className="button"
        disabled={!canExport}
        onClick={() => void exportAll()}
      >
        {t('exchange.export')}
      </button>
      {stage?.stage === 'reading' && (
        <Dialog title={t('exchange.reading', { file: stage.file })} onClose={() => undefined}>
          <ProgressLine label={t('exchange.reading', { file: stage.file })} value={stage.share} />
        </Dialog>
      )}
      {stage?.stage === 'refused' && (
        <Dialog title={t('exchange.refusedTitle', { file: stage.file })} onClose={close} isError>
          <p>{t(`exchange.refusal.${stage.reason}`)}</p>
          <p>{t('exchange.refusedNote')}</p>
          <p className="actions">
            <button type="button" className="button primary" onClick={close}>
              {t('exchange.close')}
            </button>
          </p>
        </Dialog>
      )}
      {stage?.stage === 'planned' && (
        <Dialog title={t('exchange.planTitle', { file: stage.file })} onClose={close}>
          <p>{t('exchange.planNote')}</p>
          <Plan plan={stage.plan} />
          <p className="actions">
            {stage.plan.writes.length > 0 && (
              <button
                type="button"
                className="button primary"
                onClick={() => {
                  const { plan } = stage;
                  close();
                  void applyImport(plan).then((undo) => {
                    notice.say(t('exchange.applied'), undo);
                  });
                }}
              >
                {t('exchange.apply')}
              </button>
            )}
            <button type="button" className="button" onClick={close}>
              {t('exchange.cancel')}
            </button>
          </p>
        </Dialog>
      )}
    </>
  );
}
