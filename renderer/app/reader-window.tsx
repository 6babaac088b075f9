import { useCallback, useEffect, useRef, useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Preferences } from '../../archive/model/user-data.ts';
import type { StartState } from '../../preload/bridge.ts';
import { recordVisit } from '../database/history.ts';
import { savePreference } from '../database/preferences.ts';
import { saveResumePlace } from '../database/resume.ts';
import { wholeContents } from '../location/contents-filter.ts';
import { formatLocation } from '../location/location.ts';
import { currentLocation, goTo, hrefOf, useLocation } from '../location/use-location.ts';
import { stepped, TypographySlip, type ChoosePreference } from '../preferences/typography-slip.tsx';
import type { StoryActions } from '../reading/use-story-actions.ts';
import { contentScripts } from '../script/content-script.ts';
import { commandOfScript, useCommandKeys, type Command } from './commands.ts';
import { useContentsView } from './contents-screen.tsx';
import { ExportSheet } from './export-sheet.tsx';
import { GoToDialog } from './go-to-dialog.tsx';
import { LibraryScreen } from './library-screen.tsx';
import { isStep, nextPlace, type StepCommand } from './next-place.ts';
import { newestFrontPage, newestFrontPageOf } from './newest-issue.ts';
import { OfflineReport } from './offline-report.tsx';
import { useReadingView } from './reading-screen.tsx';
import { RevisionDialog } from './revision-dialog.tsx';
import { RefusalDialog } from './refusal-dialog.tsx';
import { ShortcutSheet } from './shortcut-sheet.tsx';
import { useIsNarrow } from './use-is-narrow.ts';
import { useMainEvents } from './use-main-events.ts';
import type { Loads, RunningLoad } from './use-loads.ts';
import { defaultPreferences } from './use-preferences.ts';
import { StatusLine, Toolbar } from './window-frame.tsx';

type Sheet = 'shortcuts' | 'offline' | 'typography' | 'goTo' | 'export' | null;

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
}: {
  start: StartState;
  loads: Loads;
  preferences: Preferences;
}): ReactElement {
  const { t } = useTranslation();
  const isNarrow = useIsNarrow();
  const location = useLocation();
  const place = formatLocation(location);
  const [sheet, setSheet] = useState<Sheet>(null);
  const [drawer, setDrawer] = useState<{ side: 'left' | 'right'; at: string } | null>(null);
  const story = useRef<StoryActions>(null);
  const isReading = location.screen === 'issue' || location.screen === 'article';
  const readingView = useReadingView(isReading ? location : null, preferences, story);
  const contentsView = useContentsView(location.screen === 'contents' ? location : null);
  const reading = readingView ?? contentsView;
  useTrail(place, reading?.title ?? null);

  // A drawer closes when one has gone somewhere from it; narrowing a list down is no going.
  const drawerPlace = location.screen === 'contents' ? `contents ${location.archiveId}` : place;
  const openDrawer = drawer?.at === drawerPlace ? drawer.side : null;
  const choose: ChoosePreference = (key, value) => {
    void savePreference(key, value);
  };
  function toggleColumn(side: 'left' | 'right'): void {
    const key = side === 'left' ? 'showsArchiveColumn' : 'showsListColumn';
    if (isNarrow) setDrawer(openDrawer === side ? null : { side, at: drawerPlace });
    else choose(key, !preferences[key]);
  }
  async function openFile(path: string | null): Promise<void> {
    const archiveId = await loads.open(path);
    const target = archiveId === null ? undefined : await newestFrontPageOf(archiveId);
    if (target !== undefined) goTo(target);
  }
  async function openContents(): Promise<void> {
    const place = location.screen === 'library' ? await newestFrontPage() : location;
    if (place === undefined || place.screen === 'library') return;
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
    sheet: () => {
      setSheet('shortcuts');
    },
    find: () => story.current?.find(),
    findNext: () => story.current?.findStep(1),
    findPrevious: () => story.current?.findStep(-1),
    copyAsPrinted: () => story.current?.copyAsPrinted(),
    copyWithSource: () => story.current?.copyWithSource(),
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
    export: () => {
      setSheet('export');
    },
  };
  function run(command: Command): void {
    if (isStep(command)) takeStep(command);
    else actions[command]?.();
  }
  useCommandKeys(run);
  useMainEvents({
    openFile: (path) => void openFile(path),
    run,
    showOfflineReport: () => {
      setSheet('offline');
    },
  });
  const closeSheet = useCallback(() => {
    setSheet(null);
  }, []);

  const showsLeft = isNarrow ? openDrawer === 'left' : preferences.showsArchiveColumn;
  const showsRight = isNarrow ? openDrawer === 'right' : preferences.showsListColumn;
  return (
    <div className="window" data-screen={location.screen} data-drawer={openDrawer}>
      <Toolbar
        crumbs={
          reading?.crumbs ?? [{ words: t('library.title'), href: hrefOf({ screen: 'library' }) }]
        }
        place={place}
        hasSidebar={reading?.left == null ? null : showsLeft}
        hasList={reading?.right == null ? null : showsRight}
        isTypographyOpen={sheet === 'typography'}
        onTypography={() => {
          setSheet(sheet === 'typography' ? null : 'typography');
        }}
        script={preferences.contentScript}
        run={run}
      />
      <div className="columns">
        {reading === null ? (
          <LibraryScreen
            loads={loads}
            onOpen={() => {
              run('open');
            }}
          />
        ) : (
          <>
            {showsLeft && reading.left}
            {reading.leaf}
            {showsRight && reading.right}
          </>
        )}
      </div>
      <StatusLine
        facts={loads.running === null ? reading?.facts : <LoadingFact running={loads.running} />}
        onOfflineReport={() => {
          setSheet('offline');
        }}
      >
        {reading === null ? <b>{t('library.title')}</b> : reading.status}
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
            choose('theme', defaultPreferences.theme);
          }}
          onClose={closeSheet}
        />
      )}
      {sheet === 'shortcuts' && (
        <ShortcutSheet isMac={start.platform === 'darwin'} onClose={closeSheet} />
      )}
      {sheet === 'goTo' && (
        <GoToDialog
          open={reading?.open ?? null}
          archiveId={location.screen === 'library' ? null : location.archiveId}
          onGo={(target) => {
            setSheet(null);
            goTo(target);
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
      {sheet === 'offline' && <OfflineReport onClose={closeSheet} />}
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
