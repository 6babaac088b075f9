import {
  useCallback,
  useEffect,
  useRef,
  useState,
  useSyncExternalStore,
  type ReactElement,
  type ReactNode,
} from 'react';
import { useTranslation } from 'react-i18next';
import { readDeepLink } from '../../archive/citation/deep-link.ts';
import type { Preferences } from '../../archive/model/user-data.ts';
import type { StartState } from '../../preload/bridge.ts';
import { recordVisit } from '../database/history.ts';
import { copyProgress, loadProgress } from '../database/load-progress.ts';
import { keepSearchIndexes } from '../database/keeping-search-indexes.ts';
import { saveResumePlace } from '../database/resume.ts';
import { formatLocation, placeAlone } from '../location/location.ts';
import { goTo, hrefOf, useLocation } from '../location/use-location.ts';
import type { ChoosePreference } from '../preferences/choose-preference.ts';
import type { AnnotationActions } from '../annotation/annotation-actions.ts';
import { AnnotationNotice } from '../annotation/annotation-notice.tsx';
import type { StoryActions } from '../reading/use-story-actions.ts';
import { SafetyScreen } from '../safety/safety-screen.tsx';
import type { GlossaryWish } from '../script/glossary-screen.tsx';
import { ScriptLens, type ScriptLensActions } from '../script/script-lens.tsx';
import { useCommandKeys } from './commands.ts';
import { useContentsView } from './contents-screen.tsx';
import { windowCommands } from './window-commands.ts';
import { useTimeLeft } from '../i18n/time-left.ts';
import { WindowSheets, type Sheet } from './window-sheets.tsx';
import { placeOfStory } from './open-target.ts';
import { LibraryScreen } from './library-screen.tsx';
import { newestFrontPageOf } from './newest-issue.ts';
import { useReadingView } from './reading-screen.tsx';
import { PageImageOf } from './page-image-of.tsx';
import { useSaved, useSavedView } from './saved-places.tsx';
import { RevisionDialog } from './revision-dialog.tsx';
import { RefusalDialog } from './refusal-dialog.tsx';
import { useSourceView } from './source-screens.tsx';
import type { SearchActions } from '../search/search-actions.ts';
import { useSearchView } from './search-screen.tsx';
import { useImports } from './use-imports.ts';
import { useIsNarrow } from './use-is-narrow.ts';
import { useNotice } from './use-notice.ts';
import { useMainEvents } from './use-main-events.ts';
import type { Loads, RunningLoad } from './use-loads.ts';
import { StatusLine, Toolbar } from './window-frame.tsx';

/** Remembers where the reader is, for the next start and for the history. */
function useTrail(place: string, title: string | null): void {
  useEffect(() => {
    void saveResumePlace(place);
  }, [place]);
  useEffect(() => {
    if (title !== null) void recordVisit({ at: new Date().toISOString(), place, title });
  }, [place, title]);
}

function LoadingFact({ running }: { running: RunningLoad }): ReactElement {
  const { t } = useTranslation();
  const { bag } = running;
  const shown = useSyncExternalStore(loadProgress.watch, loadProgress.now);
  const progress = shown?.progress ?? null;
  const timeLeft = useTimeLeft(shown?.secondsLeft ?? null);
  const share = progress === null ? 0 : progress.bytes / Math.max(1, progress.totalBytes);
  return (
    <span>
      {t('status.loading', {
        title: bag.description['dcterms:title'],
        percent: `${Math.floor(100 * share)}%`,
      })}
      {timeLeft !== '' && `　${timeLeft}`}
    </span>
  );
}

/** What is being copied into the library, else the facts of the place. */
function CopyingFact({ children }: { children: ReactNode }): ReactElement {
  const { t } = useTranslation();
  const copying = useSyncExternalStore(copyProgress.watch, copyProgress.now);
  if (copying === null) return <>{children}</>;
  const { fileName, bytes, totalBytes } = copying;
  const percent = `${Math.floor((100 * bytes) / Math.max(1, totalBytes))}%`;
  return <span>{t('copying.status', { name: fileName, percent })}</span>;
}

/** The window: toolbar, up to three columns, status line, and what lies on top. */
export function ReaderWindow({
  start,
  loads,
  preferences,
  choose,
}: {
  start: StartState;
  loads: Loads;
  preferences: Preferences;
  choose: ChoosePreference;
}): ReactElement {
  const { t } = useTranslation();
  const isNarrow = useIsNarrow();
  const location = useLocation();
  const place = formatLocation(location);
  const [sheet, setSheet] = useState<Sheet>(null);
  const [drawer, setDrawer] = useState<{ side: 'left' | 'right'; at: string } | null>(null);
  const [notice, say] = useNotice();
  const story = useRef<StoryActions>(null);
  const imports = useImports(loads);
  const annotations = useRef<AnnotationActions>(null);
  const storyHits = useRef<SearchActions>(null);
  const isSafety = location.screen === 'safety';
  const lens = useRef<ScriptLensActions>(null);
  const [wish, setWish] = useState<GlossaryWish | null>(null);
  const [quoted, setQuoted] = useState('');
  const isReading = location.screen === 'issue' || location.screen === 'article';
  const readingView = useReadingView(
    isReading ? location : null,
    preferences,
    story,
    annotations,
    storyHits,
  );
  const contentsView = useContentsView(location.screen === 'contents' ? location : null);
  const sourceView = useSourceView(location, imports, (archiveId) => {
    void openArchive(archiveId);
  });
  const search = useRef<SearchActions>(null);
  const searchView = useSearchView(location.screen === 'search' ? location : null, search);
  const savedView = useSavedView(location, preferences);
  const reading = sourceView ?? readingView ?? contentsView ?? searchView ?? savedView;
  const saved = useSaved(location, reading);
  useTrail(formatLocation(placeAlone(location)), reading?.title ?? null);
  const isAtRest = loads.isSettled && loads.running === null;
  useEffect(() => {
    if (!isAtRest) return undefined;
    const waiting = requestIdleCallback(() => {
      keepSearchIndexes();
    });
    return () => {
      cancelIdleCallback(waiting);
    };
  }, [isAtRest]);

  // A drawer closes when one has gone somewhere from it; narrowing a list down is no going.
  const drawerPlace =
    location.screen === 'contents'
      ? `contents ${location.archiveId}`
      : location.screen === 'search'
        ? 'search'
        : place;
  const openDrawer = drawer?.at === drawerPlace ? drawer.side : null;
  function toggleColumn(side: 'left' | 'right'): void {
    const key = side === 'left' ? 'showsArchiveColumn' : 'showsListColumn';
    if (isNarrow) setDrawer(openDrawer === side ? null : { side, at: drawerPlace });
    else choose(key, !preferences[key]);
  }
  async function openArchive(archiveId: string): Promise<void> {
    const target = await newestFrontPageOf(archiveId);
    if (target !== undefined) goTo(target);
  }
  async function openFile(path: string | null): Promise<void> {
    const link = path === null ? null : readDeepLink(path);
    if (link !== null) {
      const target = await placeOfStory(link.archiveId, link.articleId);
      if (target === null) say(t('library.linkNotHere'));
      else goTo(target);
      return;
    }
    const archiveId = await loads.open(path);
    if (archiveId !== null) await openArchive(archiveId);
  }
  const run = windowCommands({
    location,
    preferences,
    choose,
    sheet,
    setSheet,
    setWish,
    setQuoted,
    story,
    annotations,
    search: isReading ? storyHits : search,
    lens,
    toggleColumn,
    openFile,
    more: saved.actions,
  });
  useCommandKeys(run);
  useMainEvents({
    openFile: (path) => void openFile(path),
    importFiles: imports.choose,
    run,
    showOfflineReport: () => {
      setSheet('offline');
    },
  });
  const closeSheet = useCallback(() => {
    setSheet(null);
  }, []);

  const showsLeft = isNarrow ? openDrawer === 'left' : preferences.showsArchiveColumn;
  const showsPageImage = preferences.showsPageImage ?? false;
  const showsRight = isNarrow ? openDrawer === 'right' : preferences.showsListColumn;
  return (
    <div className="window" data-screen={location.screen} data-drawer={openDrawer}>
      <Toolbar
        crumbs={
          reading?.crumbs ?? [
            { words: t('library.title'), href: hrefOf({ screen: 'library' }) },
            ...(isSafety ? [{ words: t('safety.title'), href: null }] : []),
          ]
        }
        place={place}
        hasSidebar={reading?.left == null ? null : showsLeft}
        hasList={reading?.right == null ? null : showsRight}
        isTypographyOpen={sheet === 'typography'}
        onTypography={() => {
          run('typography');
        }}
        hasPageImage={reading?.printable?.data.page.facsimile === undefined ? null : showsPageImage}
        script={preferences.contentScript}
        run={run}
        bookmark={saved.button}
      />
      <div className="columns">
        {isSafety ? (
          <SafetyScreen />
        ) : reading === null ? (
          <LibraryScreen
            loads={loads}
            onOpen={() => {
              run('open');
            }}
            onSafety={() => {
              run('safety');
            }}
          />
        ) : (
          <>
            {showsLeft && reading.left}
            {reading.leaf}
            {showsPageImage && reading.printable && (
              <PageImageOf
                data={reading.printable.data}
                onClose={() => {
                  run('pageImage');
                }}
              />
            )}
            {showsRight && reading.right}
          </>
        )}
      </div>
      <StatusLine
        facts={
          loads.running !== null ? (
            <LoadingFact running={loads.running} />
          ) : (
            <CopyingFact>{reading?.facts}</CopyingFact>
          )
        }
        onOfflineReport={() => {
          setSheet('offline');
        }}
        onSafety={() => {
          run('safety');
        }}
      >
        {reading === null ? (
          <b>{isSafety ? t('safety.title') : t('library.title')}</b>
        ) : (
          reading.status
        )}
      </StatusLine>
      <WindowSheets
        sheet={sheet}
        start={start}
        location={location}
        reading={reading}
        preferences={preferences}
        wish={wish}
        quoted={quoted}
        choose={choose}
        say={say}
        onClose={closeSheet}
      />
      {saved.slips}
      <ScriptLens script={preferences.contentScript} actions={lens} />
      <p className={notice === '' ? 'unseen' : 'story-notice slip'} role="status">
        {notice}
      </p>
      <AnnotationNotice />
      {loads.question !== null && <RevisionDialog question={loads.question} />}
      {loads.refusal !== null && (
        <RefusalDialog
          refusal={loads.refusal}
          onClose={loads.dismissRefusal}
          onChooseAgain={() => {
            loads.dismissRefusal();
            run('open');
          }}
        />
      )}
    </div>
  );
}
