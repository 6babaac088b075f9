import { useCallback, useEffect, useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Preferences } from '../../archive/model/user-data.ts';
import type { MenuCommand, StartState } from '../../preload/bridge.ts';
import { recordVisit } from '../database/history.ts';
import { latestIssue } from '../database/issues.ts';
import { listArchives } from '../database/archives.ts';
import { mainBridge } from '../database/main-bridge.ts';
import { savePreference } from '../database/preferences.ts';
import { saveResumePlace } from '../database/resume.ts';
import { languageForSystem } from '../i18n/i18n.ts';
import { formatLocation } from '../location/location.ts';
import { goTo, hrefOf, replaceLocation, useLocation } from '../location/use-location.ts';
import {
  stepped,
  TypographySlip,
  type ChoosePreference,
  type SteppedPreference,
} from '../preferences/typography-slip.tsx';
import { useCommandKeys, type Command } from './commands.ts';
import { FirstStart } from './first-start.tsx';
import { LibraryScreen } from './library-screen.tsx';
import { OfflineReport } from './offline-report.tsx';
import { useReadingView } from './reading-screen.tsx';
import { RefusalDialog } from './refusal-dialog.tsx';
import { ShortcutSheet } from './shortcut-sheet.tsx';
import { useTheme } from './theme.ts';
import { useLoads, type Loads } from './use-loads.ts';
import { defaultPreferences, usePreferences } from './use-preferences.ts';
import { StatusLine, Toolbar } from './window-frame.tsx';

type Sheet = 'shortcuts' | 'offline' | 'typography' | null;

/** Opens the front page of the newest issue in the library; false while there is none. */
async function openNewestFrontPage(): Promise<boolean> {
  const archives = await listArchives();
  const issues = await Promise.all(
    archives.map(async (archive) => ({ archive, issue: await latestIssue(archive) })),
  );
  const newest = issues
    .flatMap(({ archive, issue }) => (issue === undefined ? [] : [{ archive, issue }]))
    .sort((a, b) => b.issue.date.localeCompare(a.issue.date))[0];
  if (newest === undefined) return false;
  const { archive, issue } = newest;
  replaceLocation({ screen: 'issue', archiveId: archive.id, issueId: issue.id, page: null });
  return true;
}

const menuCommands: Partial<Record<MenuCommand, Command>> = {
  'open-archive': 'open',
  library: 'library',
  back: 'back',
  forward: 'forward',
  'previous-issue': 'previousIssue',
  'next-issue': 'nextIssue',
  'larger-text': 'larger',
  'smaller-text': 'smaller',
  'default-text': 'defaultSize',
  shortcuts: 'sheet',
};

/** The window: toolbar, up to three columns, status line, and what lies on top. */
function ReaderWindow({
  start,
  loads,
  preferences,
}: {
  start: StartState;
  loads: Loads;
  preferences: Preferences;
}): ReactElement {
  const { t } = useTranslation();
  const location = useLocation();
  const [sheet, setSheet] = useState<Sheet>(null);
  const [drawer, setDrawer] = useState<'left' | 'right' | null>(null);
  const reading = useReadingView(location.screen === 'library' ? null : location, preferences);
  const place = formatLocation(location);
  const title = reading?.title ?? null;

  useEffect(() => {
    void saveResumePlace(place);
    setDrawer(null);
  }, [place]);
  useEffect(() => {
    if (title !== null) void recordVisit({ at: new Date().toISOString(), place, title });
  }, [place, title]);

  const choose: ChoosePreference = (key, value) => {
    void savePreference(key, value);
  };
  function resize(name: SteppedPreference, direction: 1 | -1): void {
    choose(name, stepped(name, preferences[name], direction));
  }
  async function openFile(path: string | null): Promise<void> {
    const archiveId = await loads.open(path);
    const archive = (await listArchives()).find(({ id }) => id === archiveId);
    const issue = archive === undefined ? undefined : await latestIssue(archive);
    if (archive === undefined || issue === undefined) return;
    goTo({ screen: 'issue', archiveId: archive.id, issueId: issue.id, page: null });
  }
  function run(command: Command): void {
    if (reading?.run(command) === true) return;
    const isNarrow = window.innerWidth < 1000;
    switch (command) {
      case 'back':
        window.history.back();
        break;
      case 'forward':
        window.history.forward();
        break;
      case 'library':
        goTo({ screen: 'library' });
        break;
      case 'larger':
        resize('readingSize', 1);
        break;
      case 'smaller':
        resize('readingSize', -1);
        break;
      case 'defaultSize':
        choose('readingSize', defaultPreferences.readingSize);
        break;
      case 'sidebar':
        if (isNarrow) setDrawer(drawer === 'left' ? null : 'left');
        else choose('showsArchiveColumn', !preferences.showsArchiveColumn);
        break;
      case 'list':
        if (isNarrow) setDrawer(drawer === 'right' ? null : 'right');
        else choose('showsListColumn', !preferences.showsListColumn);
        break;
      case 'open':
        void openFile(null);
        break;
      case 'sheet':
        setSheet('shortcuts');
        break;
      default:
        break;
    }
  }
  useCommandKeys(run);
  useEffect(() => {
    const bridge = mainBridge();
    const stopFiles = bridge.on('openFile', (path) => void openFile(path));
    const stopMenu = bridge.on('menuCommand', (menuCommand) => {
      if (menuCommand === 'offline-report') setSheet('offline');
      const command = menuCommands[menuCommand];
      if (command !== undefined) run(command);
    });
    return () => {
      stopFiles();
      stopMenu();
    };
  });
  const closeSheet = useCallback(() => {
    setSheet(null);
  }, []);

  const { running } = loads;
  const showsLeft = preferences.showsArchiveColumn || drawer === 'left';
  const showsRight = preferences.showsListColumn || drawer === 'right';
  return (
    <div
      className="window"
      data-screen={location.screen}
      data-drawer={drawer}
      onDragOver={(event) => {
        event.preventDefault();
      }}
      onDrop={(event) => {
        event.preventDefault();
        const file = event.dataTransfer.files[0];
        if (file !== undefined) void openFile(mainBridge().pathOfFile(file));
      }}
    >
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
        run={run}
      />
      <div className="columns">
        {reading === null ? (
          <LibraryScreen loads={loads} />
        ) : (
          <>
            {showsLeft && reading.left}
            {reading.leaf}
            {showsRight && reading.right}
          </>
        )}
      </div>
      <StatusLine
        facts={
          running === null ? (
            reading?.facts
          ) : (
            <span>
              {t('status.loading', {
                title: running.bag.description['dcterms:title'],
                percent: `${Math.floor(
                  (100 * (running.progress?.bytes ?? 0)) / (running.progress?.totalBytes || 1),
                )}%`,
              })}
            </span>
          )
        }
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
            for (const name of ['readingSize', 'readingLeading', 'readingMeasure'] as const) {
              choose(name, defaultPreferences[name]);
            }
            choose('theme', defaultPreferences.theme);
            choose('readingDirection', defaultPreferences.readingDirection);
          }}
          onClose={closeSheet}
        />
      )}
      {sheet === 'shortcuts' && (
        <ShortcutSheet isMac={start.platform === 'darwin'} onClose={closeSheet} />
      )}
      {sheet === 'offline' && <OfflineReport onClose={closeSheet} />}
      {loads.refusal !== null && (
        <RefusalDialog
          refusal={loads.refusal}
          onClose={() => {
            loads.dismissRefusal();
          }}
          onChooseAgain={() => {
            loads.dismissRefusal();
            void openFile(null);
          }}
        />
      )}
    </div>
  );
}

/** The application: the first start's loading, then the window. */
export function App({
  start,
  initialPreferences,
  resumePlace,
}: {
  start: StartState;
  initialPreferences: Preferences;
  /** Where the reader left off, as the URL hash has it; null at the first start. */
  resumePlace: string | null;
}): ReactElement {
  const { i18n } = useTranslation();
  const preferences = usePreferences(initialPreferences);
  const loads = useLoads(start);
  // A place to return to means that something is loaded: it opens at once, whatever is still to load.
  const [isOpen, setOpen] = useState(resumePlace !== null);
  useTheme(preferences.theme);

  const language = preferences.language ?? languageForSystem(start.systemLanguages);
  useEffect(() => {
    if (i18n.language !== language) void i18n.changeLanguage(language);
    document.documentElement.lang = language;
    void mainBridge().request.setInterfaceLanguage(language);
  }, [i18n, language]);

  useEffect(() => {
    if (isOpen || !loads.isSettled) return;
    void openNewestFrontPage().then(() => {
      setOpen(true);
    });
  }, [isOpen, loads.isSettled]);

  if (!isOpen) {
    return <FirstStart running={loads.running} onCancel={loads.cancel} />;
  }
  return <ReaderWindow start={start} loads={loads} preferences={preferences} />;
}
