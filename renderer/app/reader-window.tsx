import { useCallback, useEffect, useRef, useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Preferences } from '../../archive/model/user-data.ts';
import type { StartState } from '../../preload/bridge.ts';
import { recordVisit } from '../database/history.ts';
import { keepSearchIndexes } from '../database/keeping-search-indexes.ts';
import { saveResumePlace } from '../database/resume.ts';
import { wholeContents } from '../location/contents-filter.ts';
import { emptySearch } from '../location/search-place.ts';
import { archiveOf, formatLocation } from '../location/location.ts';
import { currentLocation, goTo, hrefOf, useLocation } from '../location/use-location.ts';
import type { ChoosePreference } from '../preferences/choose-preference.ts';
import { stepped, TypographySlip } from '../preferences/typography-slip.tsx';
import type { AnnotationActions } from '../annotation/annotation-actions.ts';
import { AnnotationNotice } from '../annotation/annotation-notice.tsx';
import { redo, undo } from '../annotation/annotation-session.ts';
import type { StoryActions } from '../reading/use-story-actions.ts';
import { SafetyScreen } from '../safety/safety-screen.tsx';
import { contentScripts } from '../script/content-script.ts';
import { GlossaryScreen, type GlossaryWish } from '../script/glossary-screen.tsx';
import { ScriptLens, type ScriptLensActions } from '../script/script-lens.tsx';
import { selectedWord } from '../script/selected-word.ts';
import { commandOfScript, useCommandKeys, type Command } from './commands.ts';
import { markOfCommand } from './ink-commands.ts';
import { useContentsView } from './contents-screen.tsx';
import { ExportSheet } from './export-sheet.tsx';
import { GoToDialog } from './go-to-dialog.tsx';
import { LibraryScreen } from './library-screen.tsx';
import { isStep, nextPlace, type StepCommand } from './next-place.ts';
import { newestFrontPage, newestFrontPageOf } from './newest-issue.ts';
import { OfflineReport } from './offline-report.tsx';
import { useReadingView } from './reading-screen.tsx';
import { PageImageOf } from './page-image-of.tsx';
import { PrintDialog } from './print-dialog.tsx';
import { useSaved, useSavedView } from './saved-places.tsx';
import { RevisionDialog } from './revision-dialog.tsx';
import { RefusalDialog } from './refusal-dialog.tsx';
import { useSourceView } from './source-screens.tsx';
import { useSearchView, type SearchActions } from './search-screen.tsx';
import { ShortcutSheet } from './shortcut-sheet.tsx';
import { useImports } from './use-imports.ts';
import { useIsNarrow } from './use-is-narrow.ts';
import { useNotice } from './use-notice.ts';
import { useMainEvents } from './use-main-events.ts';
import type { Loads, RunningLoad } from './use-loads.ts';
import { defaultPreferences } from './use-preferences.ts';
import { StatusLine, Toolbar } from './window-frame.tsx';

type Sheet =
  'shortcuts' | 'offline' | 'typography' | 'goTo' | 'glossary' | 'export' | 'print' | null;

let stepping: Promise<unknown> = Promise.resolve();

/** Steps wait for each other, so that each begins where the one before it has led. */
function takeStep(command: StepCommand): void {
  stepping = stepping
    .then(() => nextPlace(command, currentLocation()))
    .then((target) => {
      if (target !== null) goTo(target);
    });
}

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
  const { bag, progress } = running;
  const share = progress === null ? 0 : progress.bytes / Math.max(1, progress.totalBytes);
  return (
    <span>
      {t('status.loading', {
        title: bag.description['dcterms:title'],
        percent: `${Math.floor(100 * share)}%`,
      })}
    </span>
  );
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
  const isSafety = location.screen === 'safety';
  const lens = useRef<ScriptLensActions>(null);
  const [wish, setWish] = useState<GlossaryWish | null>(null);
  const isReading = location.screen === 'issue' || location.screen === 'article';
  const readingView = useReadingView(isReading ? location : null, preferences, story, annotations);
  const contentsView = useContentsView(location.screen === 'contents' ? location : null);
  const sourceView = useSourceView(location, imports, (archiveId) => {
    void openArchive(archiveId);
  });
  const search = useRef<SearchActions>(null);
  const searchView = useSearchView(location.screen === 'search' ? location : null, search);
  const savedView = useSavedView(location, preferences);
  const reading = sourceView ?? readingView ?? contentsView ?? searchView ?? savedView;
  const saved = useSaved(location, reading);
  useTrail(place, reading?.title ?? null);
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
    const archiveId = await loads.open(path);
    if (archiveId !== null) await openArchive(archiveId);
  }
  async function openContents(): Promise<void> {
    const place = 'archiveId' in location ? location : await newestFrontPage();
    if (place === undefined || !('archiveId' in place)) return;
    goTo({ screen: 'contents', archiveId: place.archiveId, filter: wholeContents });
  }
  const actions: Partial<Record<Command, () => void>> = {
    back: () => {
      window.history.back();
    },
    forward: () => {
      window.history.forward();
    },
    library: () => {
      goTo({ screen: 'library' });
    },
    larger: () => {
      choose('readingSize', stepped('readingSize', preferences.readingSize, 1));
    },
    smaller: () => {
      choose('readingSize', stepped('readingSize', preferences.readingSize, -1));
    },
    defaultSize: () => {
      choose('readingSize', defaultPreferences.readingSize);
    },
    sidebar: () => {
      toggleColumn('left');
    },
    list: () => {
      toggleColumn('right');
    },
    open: () => {
      void openFile(null);
    },
    importPages: () => {
      goTo({ screen: 'import' });
    },
    sheet: () => {
      setSheet('shortcuts');
    },
    find: () => story.current?.find(),
    findNext: () => story.current?.findStep(1),
    findPrevious: () => story.current?.findStep(-1),
    copyAsPrinted: () => story.current?.copyAsPrinted(),
    copyWithSource: () => story.current?.copyWithSource(),
    highlight: () => annotations.current?.highlight(),
    note: () => annotations.current?.note(),
    trashMark: () => annotations.current?.trash(),
    previousMark: () => annotations.current?.step(-1),
    nextMark: () => annotations.current?.step(1),
    listMarks: () => annotations.current?.list(),
    caret: () => annotations.current?.caret(),
    undo: () => void undo(),
    redo: () => void redo(),
    ...Object.fromEntries(
      contentScripts.map((script) => [
        commandOfScript[script],
        () => {
          choose('contentScript', script);
        },
      ]),
    ),
    goTo: () => {
      setSheet('goTo');
    },
    contents: () => {
      void openContents();
    },
    search: () => {
      if (location.screen === 'search') search.current?.focus();
      else goTo({ screen: 'search', search: emptySearch });
    },
    nextHit: () => search.current?.step(1),
    previousHit: () => search.current?.step(-1),
    safety: () => {
      goTo({ screen: 'safety' });
    },
    markDoubtful: () => lens.current?.toggleMarks(),
    nextWord: () => lens.current?.step(1),
    previousWord: () => lens.current?.step(-1),
    glossary: () => {
      setWish(selectedWord());
      setSheet('glossary');
    },
    print: () => {
      setSheet('print');
    },
    pageImage: () => {
      choose('showsPageImage', !(preferences.showsPageImage ?? false));
    },
    typography: () => {
      setSheet(sheet === 'typography' ? null : 'typography');
    },
    ...saved.actions,
    export: () => {
      setSheet('export');
    },
  };
  function run(command: Command): void {
    const mark = markOfCommand(command);
    if (mark !== null) annotations.current?.mark(mark.ink, mark.style);
    else if (isStep(command)) takeStep(command);
    else actions[command]?.();
  }
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
        facts={loads.running === null ? reading?.facts : <LoadingFact running={loads.running} />}
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
      {sheet === 'typography' && (
        <TypographySlip
          preferences={preferences}
          onChoose={choose}
          onReset={() => {
            choose('readingSize', defaultPreferences.readingSize);
            choose('readingLeading', defaultPreferences.readingLeading);
            choose('readingMeasure', defaultPreferences.readingMeasure);
            choose('readingDirection', defaultPreferences.readingDirection);
            choose('readingColumns', 1);
            choose('readingIndent', true);
            choose('readingTrim', true);
            choose('readingTiers', false);
            choose('theme', defaultPreferences.theme);
          }}
          onClose={closeSheet}
        />
      )}
      {saved.slips}
      {sheet === 'shortcuts' && (
        <ShortcutSheet isMac={start.platform === 'darwin'} onClose={closeSheet} />
      )}
      {sheet === 'goTo' && (
        <GoToDialog
          open={reading?.open ?? null}
          archiveId={'archiveId' in location ? location.archiveId : null}
          onGo={(target) => {
            setSheet(null);
            goTo(target);
          }}
          onClose={closeSheet}
        />
      )}
      {sheet === 'glossary' && (
        <GlossaryScreen
          place={{
            archiveId: archiveOf(location),
            articleId: location.screen === 'article' ? location.articleId : null,
          }}
          articleTitle={reading?.crumbs.at(-1)?.words ?? ''}
          wish={wish}
          onClose={closeSheet}
        />
      )}
      <ScriptLens script={preferences.contentScript} actions={lens} />
      {sheet === 'print' && (
        <PrintDialog
          printable={reading?.printable ?? null}
          preferences={preferences}
          onDone={(words) => {
            setSheet(null);
            say(words);
          }}
          onClose={closeSheet}
        />
      )}
      {sheet === 'export' && (
        <ExportSheet
          location={location}
          template={preferences.markdownTemplate}
          onTemplate={(template) => {
            choose('markdownTemplate', template);
          }}
          onClose={closeSheet}
        />
      )}
      <p className={notice === '' ? 'unseen' : 'story-notice slip'} role="status">
        {notice}
      </p>
      {sheet === 'offline' && <OfflineReport onClose={closeSheet} />}
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
