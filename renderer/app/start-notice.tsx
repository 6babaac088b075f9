import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { UserDataCounts } from '../../archive/model/snapshot.ts';
import type { InterfaceLanguage, UserDataStore } from '../../archive/model/user-data.ts';
import type { StartState } from '../../preload/bridge.ts';
import { Dialog } from '../components/dialog.tsx';
import type { Opening } from '../database/opening.ts';
import { interfaceTime } from '../i18n/dates.ts';
import { ProblemList } from '../library/problem-list.tsx';
import { countsText } from '../safety/safety-words.ts';

/** What the checks at start found and did, beyond what is everyday. */
export interface StartFindings {
  readonly start: StartState;
  readonly opening: Opening;
  /** Titles of archives that the tables had lost, by whether a file of theirs is in the library. */
  readonly reloaded: readonly string[];
  readonly gone: readonly string[];
  /** Records had changed by themselves. */
  readonly hadChanged: boolean;
}

/** What the program writes by itself; no one misses it when it comes out of the journal again. */
const ownStores: readonly UserDataStore[] = ['preferences', 'history', 'positions', 'resume'];

function hasWork(counts: UserDataCounts): boolean {
  return (Object.keys(counts) as UserDataStore[]).some((store) => !ownStores.includes(store));
}

/**
 * Whether there is anything to tell. Catching up after a crash is everyday, and so is filling the
 * tables with nothing but the place of the last time: a first session may end before they held it.
 */
export function isWorthTelling({ start, opening, ...rest }: StartFindings): boolean {
  const { outcome } = opening.reconciliation;
  return (
    start.journalProblems.length > 0 ||
    start.journalRepair.outcome !== 'sound' ||
    opening.wereUnreadable ||
    (outcome === 'rebuilt' && hasWork(start.expected.counts)) ||
    outcome === 'rejournaled' ||
    rest.reloaded.length > 0 ||
    rest.gone.length > 0 ||
    rest.hadChanged
  );
}

function useFindings({ start, opening, reloaded, gone, hadChanged }: StartFindings): string[] {
  const { t, i18n } = useTranslation();
  const language = i18n.language as InterfaceLanguage;
  const { journalRepair } = start;
  const { reconciliation } = opening;
  const lines: string[] = [];
  if (opening.wereUnreadable) lines.push(t('startNotice.recreated'));
  else if (reconciliation.outcome === 'rebuilt') lines.push(t('startNotice.rebuilt'));
  if (journalRepair.outcome === 'healed') {
    const time = interfaceTime(journalRepair.snapshotMade ?? '', language);
    lines.push(t('startNotice.healed', { time }));
  }
  if (reconciliation.outcome === 'rejournaled') {
    lines.push(t('startNotice.incomplete', { count: reconciliation.entries }));
  }
  if (journalRepair.outcome === 'incomplete' && journalRepair.snapshotMade !== null) {
    const time = interfaceTime(journalRepair.snapshotMade, language);
    lines.push(t('startNotice.incompleteBackup', { time }));
  }
  if (hadChanged) lines.push(t('startNotice.changed'));
  const listed = (titles: readonly string[]): string =>
    new Intl.ListFormat(language).format(titles.map((title) => `《${title}》`));
  if (reloaded.length > 0) {
    lines.push(t('startNotice.archives', { titles: listed(reloaded), count: reloaded.length }));
  }
  if (gone.length > 0) lines.push(t('startNotice.filesGone', { titles: listed(gone) }));
  return lines;
}

function useKept(counts: UserDataCounts): string {
  const { t, i18n } = useTranslation();
  const hasAny = (Object.keys(counts) as UserDataStore[]).some((store) => store !== 'preferences');
  if (!hasAny) return t('startNotice.nothingKept');
  return t('startNotice.kept', { list: countsText(counts, t, i18n.language) });
}

/** What the start found wrong, what was done about it, and what was kept. */
export function StartNotice({
  findings,
  onClose,
}: {
  findings: StartFindings;
  onClose: () => void;
}): ReactElement {
  const { t } = useTranslation();
  const lines = useFindings(findings);
  const kept = useKept(findings.start.expected.counts);
  const { journalProblems } = findings.start;
  return (
    <Dialog title={t('startNotice.title')} onClose={onClose} isError>
      {lines.map((line) => (
        <p key={line}>{line}</p>
      ))}
      {journalProblems.length > 0 && (
        <>
          <p>{t('journal.text')}</p>
          <ProblemList
            problems={journalProblems.map(({ code, line, amount }) => ({
              code,
              severity: 'warn',
              path: '',
              line,
              details: { amount },
            }))}
            unlisted={0}
          />
        </>
      )}
      <p>{kept}</p>
      <p className="actions">
        <button type="button" className="button primary" onClick={onClose}>
          {t('startNotice.close')}
        </button>
      </p>
    </Dialog>
  );
}
