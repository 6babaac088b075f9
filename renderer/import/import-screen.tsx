import { useEffect, useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type {
  ImportOutcome,
  ImportPlan,
  ImportProgress,
  ImportRequest,
} from '../../archive/import/assembly/import-plan.ts';
import type { SaveBagOutcome } from '../../preload/bridge.ts';
import { Icon } from '../components/icon.tsx';
import { ProgressLine } from '../components/progress-line.tsx';
import { formatCount } from '../i18n/dates.ts';
import { ImportPlanView } from './import-plan-view.tsx';
import { ImportReport } from './import-report.tsx';

export interface ImportState {
  readonly plan: ImportPlan | null;
  readonly isPlanning: boolean;
  readonly running: {
    readonly progress: ImportProgress | null;
    readonly startedAt: number;
  } | null;
  readonly outcome: ImportOutcome | null;
}

function Running({
  running,
  onCancel,
}: {
  running: NonNullable<ImportState['running']>;
  onCancel: () => void;
}): ReactElement {
  const { t } = useTranslation();
  const [now, setNow] = useState(() => performance.now());
  useEffect(() => {
    const timer = window.setInterval(() => {
      setNow(performance.now());
    }, 500);
    return () => {
      window.clearInterval(timer);
    };
  }, []);
  const { progress, startedAt } = running;
  const done = progress?.done ?? 0;
  const total = progress?.total ?? 0;
  const elapsed = (now - startedAt) / 1000;
  const left = done === 0 || elapsed < 1 ? null : Math.ceil((elapsed / done) * (total - done));
  return (
    <section className="import-running" aria-label={t('importing.running')}>
      <p className="amounts">
        <span>
          {total === 0
            ? t('importing.reading')
            : t('importing.progress', { done: formatCount(done), total: formatCount(total) })}
          {'　'}
          {progress?.source}
        </span>
        <span aria-live="polite">
          {left !== null &&
            left > 0 &&
            t('start.remaining', {
              time:
                left < 90
                  ? t('start.seconds', { count: left })
                  : t('start.minutes', { count: Math.ceil(left / 60) }),
            })}
        </span>
      </p>
      <ProgressLine label={t('importing.running')} value={total === 0 ? 0 : done / total} />
      <p className="actions">
        <button type="button" className="button" onClick={onCancel}>
          {t('importing.stop')}
        </button>
        <span>{t('importing.stopNote')}</span>
      </p>
    </section>
  );
}

/** 导入版面: from a drop or a choice of files to an archive that opens. */
export function ImportScreen({
  state,
  onChoose,
  onRun,
  onCancel,
  onClear,
  onSave,
  onOpen,
}: {
  state: ImportState;
  onChoose: (what: 'files' | 'folder' | 'sample') => void;
  onRun: (request: ImportRequest) => void;
  onCancel: () => void;
  onClear: () => void;
  onSave: (archiveId: string) => Promise<SaveBagOutcome>;
  onOpen: (archiveId: string) => void;
}): ReactElement {
  const { t } = useTranslation();
  const { plan, isPlanning, running, outcome } = state;
  return (
    <main className="leaf importing" aria-busy={isPlanning}>
      <header>
        <h1>{t('importing.title')}</h1>
        <p>{t('importing.motto')}</p>
      </header>
      {running !== null ? (
        <Running running={running} onCancel={onCancel} />
      ) : outcome !== null && outcome.outcome !== 'cancelled' ? (
        <ImportReport outcome={outcome} onOpen={onOpen} onSave={onSave} onAgain={onClear} />
      ) : plan !== null ? (
        <ImportPlanView
          key={plan.sources.map(({ path }) => path).join('\n')}
          plan={plan}
          onRun={onRun}
          onCancel={onClear}
        />
      ) : (
        <section className="import-empty">
          <h2>{t('importing.emptyTitle')}</h2>
          <p>{t('importing.emptyText')}</p>
          <p className="actions">
            <button
              type="button"
              className="button primary"
              onClick={() => {
                onChoose('files');
              }}
            >
              <Icon name="folder-open" />
              {t('importing.chooseFiles')}
            </button>
            <button
              type="button"
              className="button"
              onClick={() => {
                onChoose('folder');
              }}
            >
              {t('importing.chooseFolder')}
            </button>
          </p>
          <h2>{t('importing.sampleTitle')}</h2>
          <p>{t('importing.sampleText')}</p>
          <p className="actions">
            <button
              type="button"
              className="button"
              onClick={() => {
                onChoose('sample');
              }}
            >
              {t('importing.seeSample')}
            </button>
          </p>
        </section>
      )}
    </main>
  );
}
