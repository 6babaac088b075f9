import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { GlossaryRecord } from '../../archive/model/user-data.ts';
import { mainBridge } from '../database/main-bridge.ts';
import type { GlossaryChanges } from '../database/glossary.ts';
import { planImport } from './glossary-changes.ts';
import { glossaryCsv, readGlossaryCsv, type BadLine } from './glossary-csv.ts';

const mostListed = 100;

interface Report {
  readonly words: string;
  readonly isBad: boolean;
  readonly badLines: readonly BadLine[];
}

function BadLines({ lines }: { lines: readonly BadLine[] }): ReactElement {
  const { t } = useTranslation();
  return (
    <>
      <p>{t('glossary.badLines', { count: lines.length })}</p>
      <ol>
        {lines.slice(0, mostListed).map(({ line, reason, text }) => (
          <li key={`${line} ${reason}`}>
            {t('glossary.badLine', { line, reason: t(`glossary.reasons.${reason}`), text })}
          </li>
        ))}
        {lines.length > mostListed && (
          <li>{t('glossary.moreBadLines', { count: lines.length - mostListed })}</li>
        )}
      </ol>
    </>
  );
}

/** Takes the glossary out to a CSV file and in from one, and reports what came of it. */
export function GlossaryFiles({
  records,
  onImport,
}: {
  records: readonly GlossaryRecord[];
  /** Saves the changes; `words` say what they were, beside the way back. */
  onImport: (changes: GlossaryChanges, words: string) => void;
}): ReactElement {
  const { t } = useTranslation();
  const [report, setReport] = useState<Report | null>(null);
  const kind = { words: t('glossary.fileKind'), extensions: ['csv', 'txt'] };

  function say(words: string, isBad = false, badLines: readonly BadLine[] = []): void {
    setReport({ words, isBad, badLines });
  }
  async function save(): Promise<void> {
    setReport(null);
    const answer = await mainBridge().request.saveFileAs(
      t('glossary.fileName'),
      { ...kind, extensions: ['csv'] },
      glossaryCsv(records),
    );
    if (answer.outcome === 'saved') {
      say(t('glossary.exported', { count: records.length, file: answer.fileName }));
    } else if (answer.outcome === 'failed') {
      say(t('glossary.saveFailed', { file: answer.fileName, code: answer.code }), true);
    }
  }
  async function load(): Promise<void> {
    setReport(null);
    const answer = await mainBridge().request.chooseFile(kind);
    if (answer.outcome === 'cancelled') return;
    const { fileName: file } = answer;
    if (answer.outcome === 'failed') {
      say(t('glossary.readFailed', { file, code: answer.code }), true);
    } else if (answer.outcome === 'too-large') {
      say(t('glossary.tooLarge', { file, most: Math.round(answer.mostBytes / 1e6) }), true);
    } else {
      const read = readGlossaryCsv(answer.content);
      if (read === null) {
        say(t('glossary.notText', { file }), true);
        return;
      }
      const plan = planImport(records, read.entries, new Date().toISOString());
      const words = t('glossary.imported', {
        file,
        encoding: read.encoding,
        added: plan.added,
        changed: plan.changed,
        same: plan.same,
      });
      if (plan.changes.size > 0) onImport(plan.changes, words);
      say(words, false, read.badLines);
    }
  }

  return (
    <div className="glossary-files">
      <button type="button" className="button" onClick={() => void load()}>
        {t('glossary.import')}
      </button>
      <button
        type="button"
        className="button"
        disabled={records.length === 0}
        onClick={() => void save()}
      >
        {t('glossary.export')}
      </button>
      <div
        className={report?.isBad === true ? 'report bad' : 'report'}
        role={report?.isBad === true ? 'alert' : 'status'}
      >
        {report !== null && <p>{report.words}</p>}
        {report !== null && report.badLines.length > 0 && <BadLines lines={report.badLines} />}
      </div>
    </div>
  );
}
