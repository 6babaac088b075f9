import { useState, type ReactElement, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { RestorePreview, RestoreSource, SafetyState } from '../../archive/model/snapshot.ts';
import type { InterfaceLanguage } from '../../archive/model/user-data.ts';
import { Icon } from '../components/icon.tsx';
import { Notice } from '../components/notice.tsx';
import { mainBridge } from '../database/main-bridge.ts';
import { interfaceTime } from '../i18n/dates.ts';
import { BackUp } from './back-up.tsx';
import { RestoreDialog } from './restore-dialog.tsx';
import { Restored } from './restored.tsx';
import { countsText } from './safety-words.ts';
import { SecondFolder } from './second-folder.tsx';
import { SnapshotList } from './snapshot-list.tsx';
import { TakeAlong } from './take-along.tsx';
import { RestoreRefusal } from './restore-refusal.tsx';
import { useSafety } from './use-safety.ts';
import { useSavingState } from './saving-fact.tsx';

function Fact({ name, children }: { name: string; children: ReactNode }): ReactElement {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function Facts({ safety, children }: { safety: SafetyState; children: ReactNode }): ReactElement {
  const { t, i18n } = useTranslation();
  const language = i18n.language as InterfaceLanguage;
  return (
    <dl className="safety-facts">
      <Fact name={t('safety.here')}>
        <code>{safety.folder}</code>
        <button
          type="button"
          className="link"
          onClick={() => {
            void mainBridge().request.showProfile();
          }}
        >
          {t('safety.show')}
        </button>
      </Fact>
      <Fact name={t('safety.lastSaved')}>
        {safety.lastSaved === null
          ? t('safety.neverSaved')
          : interfaceTime(safety.lastSaved, language)}
      </Fact>
      <Fact name={t('safety.held')}>{countsText(safety.counts, t, language)}</Fact>
      {children}
    </dl>
  );
}

/** Where user data lives, how safe it is, and the ways to back it up, take it along and restore it. */
export function SafetyScreen(): ReactElement {
  const { t } = useTranslation();
  const { safety, renew } = useSafety();
  const saving = useSavingState();
  const [preview, setPreview] = useState<RestorePreview | null>(null);
  const [undo, setUndo] = useState<string | null>(null);
  if (safety === null) return <main className="leaf" aria-busy="true" />;

  function look(source: RestoreSource | null): void {
    void mainBridge().request.previewRestore(source).then(setPreview);
  }
  return (
    <main className="leaf safety">
      <header>
        <h1>{t('safety.title')}</h1>
        <p>{t('safety.summary')}</p>
      </header>
      {saving.state === 'failed' && (
        <Notice title={t('safety.failedTitle')} isError>
          <p>{t('safety.failedText', { reason: saving.reason })}</p>
        </Notice>
      )}
      {undo !== null && (
        <Restored
          undo={undo}
          onUndone={renew}
          onClose={() => {
            setUndo(null);
          }}
        />
      )}
      <Facts safety={safety}>
        <SecondFolder safety={safety} onChange={renew} />
      </Facts>
      <TakeAlong
        counts={safety.counts}
        onChange={renew}
        takeIn={
          <button
            type="button"
            className="button"
            onClick={() => {
              look(null);
            }}
          >
            <Icon name="folder-open" />
            {t('safety.take.in')}
          </button>
        }
      />
      <section aria-labelledby="snapshots-title">
        <h2 id="snapshots-title">{t('safety.snapshots.title')}</h2>
        <p>{t('safety.snapshots.text')}</p>
        <BackUp problem={safety.snapshotProblem} onChange={renew} />
        <SnapshotList
          snapshots={safety.snapshots}
          onLook={(name) => {
            look({ kind: 'snapshot', name });
          }}
        />
      </section>
      {preview?.outcome === 'ready' && (
        <RestoreDialog
          preview={preview}
          onRestored={(name) => {
            setPreview(null);
            setUndo(name);
            renew();
          }}
          onClose={() => {
            setPreview(null);
          }}
        />
      )}
      {preview?.outcome === 'refused' && (
        <RestoreRefusal
          refusal={preview}
          onClose={() => {
            setPreview(null);
          }}
        />
      )}
    </main>
  );
}
