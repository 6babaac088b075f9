import { useState, useSyncExternalStore, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useLiveQuery } from 'dexie-react-hooks';
import type { InterfaceLanguage } from '../../archive/model/user-data.ts';
import type { BagOnDisk } from '../../preload/bridge.ts';
import { Icon } from '../components/icon.tsx';
import { Notice } from '../components/notice.tsx';
import { listArchives, type ArchiveRecord } from '../database/archives.ts';
import { copyProgress, loadProgress, type LoadProgress } from '../database/load-progress.ts';
import { removeArchive } from '../database/load-archive.ts';
import { cancelVerification, verification, verifyArchive } from '../database/verify-archive.ts';
import { latestIssue } from '../database/issues.ts';
import { interfaceDate, interfaceTime } from '../i18n/dates.ts';
import { ArchiveDetails } from '../library/archive-details.tsx';
import { ArchiveFixity } from '../library/archive-fixity.tsx';
import { CopyRow } from '../library/copy-row.tsx';
import { ContentPlaceProvider } from '../script/script-conversion.tsx';
import { ArchiveEntry, type ArchiveEntryData } from '../library/archive-entry.tsx';
import { wholeContents } from '../location/contents-filter.ts';
import { hrefOf } from '../location/use-location.ts';
import { coveredDays } from './covered-days.ts';
import type { Loads } from './use-loads.ts';

interface Shelf {
  readonly archive: ArchiveRecord;
  /** The newest issue's id. */
  readonly latest: string | undefined;
}

async function readShelves(): Promise<readonly Shelf[]> {
  const archives = await listArchives();
  return Promise.all(
    archives.map(async (archive) => ({ archive, latest: (await latestIssue(archive))?.id })),
  );
}

/** When its file was last compared with its manifest; RFC 3339. */
function verifiedAt({ check, loadedAt }: ArchiveRecord): string {
  return check?.at ?? loadedAt;
}

/** The fixity of an archive that is loaded. */
function FixityOf({
  archive,
  onOpen,
}: {
  archive: ArchiveRecord;
  onOpen: () => void;
}): ReactElement {
  const { i18n } = useTranslation();
  const running = useSyncExternalStore(verification.watch, verification.now);
  return (
    <ArchiveFixity
      title={archive.description['dcterms:title']}
      verifiedAt={interfaceTime(verifiedAt(archive), i18n.language as InterfaceLanguage)}
      isFromLoad={archive.check === undefined}
      files={archive.report.checkedFiles}
      problems={archive.check?.problems ?? []}
      running={running !== null && running.archiveId !== archive.id ? 'other' : running}
      onVerify={() => {
        void verifyArchive(archive);
      }}
      onCancel={() => {
        void cancelVerification(archive.bagId);
      }}
      onOpenAgain={onOpen}
    />
  );
}

function progressOf(loading: LoadProgress | null): Pick<LoadProgress, 'progress' | 'secondsLeft'> {
  return { progress: loading?.progress ?? null, secondsLeft: loading?.secondsLeft ?? null };
}

/** Loaded archives first, then bags that wait or are being loaded; newest paper first. */
function entriesOf(
  shelves: readonly Shelf[],
  loads: Loads,
  loading: LoadProgress | null,
  language: InterfaceLanguage,
): readonly ArchiveEntryData[] {
  const bagOf = new Map(loads.bags.map((bag) => [bag.bagId, bag]));
  const loaded = shelves.map(({ archive }): ArchiveEntryData => {
    const isReloading = loads.running?.bag.description.id === archive.id;
    return {
      archiveId: archive.id,
      bagId: archive.bagId,
      description: archive.description,
      isBundled: bagOf.get(archive.bagId)?.isBundled ?? false,
      days: coveredDays(archive),
      state: isReloading
        ? { kind: 'loading', ...progressOf(loading) }
        : {
            kind: 'ready',
            report: archive.report,
            verifiedOn: interfaceDate(verifiedAt(archive).slice(0, 10), language),
            hasChanged: (archive.check?.problems.length ?? 0) > 0,
          },
    };
  });
  const ids = new Set(loaded.map(({ archiveId }) => archiveId));
  const waiting = new Map<string, BagOnDisk>();
  for (const bag of loads.bags)
    if (!ids.has(bag.description.id)) waiting.set(bag.description.id, bag);
  const others = [...waiting.values()].map((bag): ArchiveEntryData => ({
    archiveId: bag.description.id,
    bagId: bag.bagId,
    description: bag.description,
    isBundled: bag.isBundled,
    days: [],
    state:
      loads.running?.bag.bagId === bag.bagId
        ? { kind: 'loading', ...progressOf(loading) }
        : { kind: 'not-loaded' },
  }));
  return [...loaded, ...others].sort((a, b) =>
    b.description['dcterms:temporal'].localeCompare(a.description['dcterms:temporal']),
  );
}

/** 书库: every archive on this computer, with its coverage and its fixity. */
export function LibraryScreen({
  loads,
  onOpen,
  onSafety,
}: {
  loads: Loads;
  onOpen: () => void;
  onSafety: () => void;
}): ReactElement {
  const { t, i18n } = useTranslation();
  const shelves = useLiveQuery(readShelves);
  const [selectedId, setSelectedId] = useState<string | null>(null);
  const loading = useSyncExternalStore(loadProgress.watch, loadProgress.now);
  const copying = useSyncExternalStore(copyProgress.watch, copyProgress.now);
  if (shelves === undefined) return <main className="leaf" aria-busy="true" />;
  const entries = entriesOf(shelves, loads, loading, i18n.language as InterfaceLanguage);
  const selected = entries.find(({ archiveId }) => archiveId === selectedId) ?? entries[0];
  const selectedArchive = shelves.find(
    ({ archive }) => archive.id === selected?.archiveId,
  )?.archive;
  const latestOf = new Map(shelves.map(({ archive, latest }) => [archive.id, latest]));

  function hrefOfArchive(archiveId: string): string {
    const issueId = latestOf.get(archiveId);
    return hrefOf(
      issueId === undefined
        ? { screen: 'library' }
        : { screen: 'issue', archiveId, issueId, page: null },
    );
  }

  const openButton = (
    <button type="button" className="button" onClick={onOpen}>
      <Icon name="folder-open" />
      {t('library.open')}
    </button>
  );
  return (
    <>
      <main className="leaf library">
        <header>
          <h1>{t('library.title')}</h1>
          <p>{t('library.summary', { count: entries.length })}</p>
          <span className="gap" />
          <button type="button" className="link" onClick={onSafety}>
            {t('safety.title')}
          </button>
          {openButton}
        </header>
        {copying !== null && <CopyRow {...copying} onCancel={loads.cancelCopy} />}
        {entries.length === 0 ? (
          <Notice title={t('library.emptyTitle')} actions={openButton}>
            <p>{t('library.emptyText')}</p>
          </Notice>
        ) : (
          <ul>
            {entries.map((entry) => (
              <ContentPlaceProvider archiveId={entry.archiveId} key={entry.archiveId}>
                <ArchiveEntry
                  entry={entry}
                  isSelected={entry === selected}
                  href={hrefOfArchive(entry.archiveId)}
                  contentsHref={hrefOf({
                    screen: 'contents',
                    archiveId: entry.archiveId,
                    filter: wholeContents,
                  })}
                  onSelect={() => {
                    setSelectedId(entry.archiveId);
                  }}
                  onLoad={() => {
                    const bag = loads.bags.find(({ bagId }) => bagId === entry.bagId);
                    if (bag !== undefined) void loads.load(bag);
                  }}
                  onCancel={() => {
                    loads.cancel();
                  }}
                  onRemove={() => {
                    void removeArchive({ id: entry.archiveId, bagId: entry.bagId }).then(() => {
                      loads.forget(entry.bagId);
                    });
                  }}
                />
              </ContentPlaceProvider>
            ))}
          </ul>
        )}
        <p className="drop-here">
          <Icon name="file-archive" />
          {t('library.drop')}
        </p>
      </main>
      {selected !== undefined && (
        <aside className="side right">
          <ArchiveDetails
            description={selected.description}
            fileBytes={loads.bags.find(({ bagId }) => bagId === selected.bagId)?.fileBytes ?? null}
            report={selected.state.kind === 'ready' ? selected.state.report : null}
          >
            {selectedArchive !== undefined && selected.state.kind === 'ready' && (
              <FixityOf archive={selectedArchive} onOpen={onOpen} />
            )}
          </ArchiveDetails>
        </aside>
      )}
    </>
  );
}
