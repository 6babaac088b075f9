import { join } from 'node:path';
import { app, dialog, nativeTheme, protocol, session, type BrowserWindow } from 'electron';
import { serveReader } from './app-protocol.ts';
import { serveArchive } from './archive-protocol.ts';
import { BlockedLog } from './blocked-log.ts';
import { answerRequests, sendEvent } from './ipc.ts';
import { parseCommandLine } from './command-line.ts';
import { Library } from './library.ts';
import { Loads } from './load.ts';
import { setMenu } from './menu.ts';
import { interfaceLanguage, menuWords } from './menu-words.ts';
import { applyOfflineSwitches, closeNetworkService, keepOffline } from './offline.ts';
import { openUserData, type UserData } from './open-user-data.ts';
import { bagArgument, linkArgument, OpenedFiles } from './opened-files.ts';
import { PrintDocuments } from './pdf/print-documents.ts';
import { leastFreeBytes, testProfile, type ProfileProblem } from './profile.ts';
import { readProfileRecord } from './profile-record.ts';
import { keepRecord } from './profile-upgrade.ts';
import { makeRequestHandlers } from './requests.ts';
import { SafeKeeping } from './safe-keeping.ts';
import { SentinelFile } from './sentinel.ts';
import { systemLanguages } from './system-languages.ts';
import { focusWindow, makeWindow, showInterface } from './window.ts';

const outFolder = join(import.meta.dirname, '..');
const allowsDevTools = !app.isPackaged;
const blocked = new BlockedLog();
const openedFiles = new OpenedFiles();
const commandLine = parseCommandLine(process.argv.slice(1), process.cwd());
const steps = commandLine.isWindowless ? commandLine.steps : null;
let mainWindow: BrowserWindow | undefined;

function problemText(problem: ProfileProblem): readonly [title: string, text: string] {
  const words = menuWords(interfaceLanguage(systemLanguages()));
  const megabytes = (bytes: number): number => Math.round(bytes / 1_000_000);
  switch (problem.code) {
    case 'not-writable':
      return [words.cannotStart, words.notWritable(problem.folder, problem.reason)];
    case 'newer':
      return [words.cannotStart, words.newerProfile(problem.folder, problem.program)];
    case 'disk-full': {
      const [free, least] = [megabytes(problem.freeBytes), megabytes(leastFreeBytes)];
      return [words.cannotStart, words.diskFull(problem.folder, free, least)];
    }
  }
}

/** Says in a native box why the reader does not open, and ends it. */
async function refuseStart(problem: ProfileProblem): Promise<void> {
  await app.whenReady();
  endWith(...problemText(problem));
}

function endWith(title: string, text: string): void {
  process.stderr.write(`${title}\n${text}\n`);
  // Whoever runs steps from a command line may not see a box, which would wait for them.
  if (steps === null) dialog.showErrorBox(title, text);
  app.exit(steps === null ? 1 : 2);
}

/** The archives and addresses that the command line names for the window, by `--open` or as they are. */
function filesToOpen(): readonly string[] {
  const words = ['', ...commandLine.unknown];
  const named = [bagArgument(words, process.cwd()), linkArgument(words)];
  return [...commandLine.steps.map(({ value }) => value), ...named.filter((each) => each !== null)];
}

/** Everything that must happen before Chromium is ready. */
function begin(): void {
  protocol.registerSchemesAsPrivileged([
    {
      scheme: 'app',
      privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true },
    },
    {
      scheme: 'archive',
      privileges: {
        standard: true,
        secure: true,
        supportFetchAPI: true,
        corsEnabled: true,
        stream: true,
      },
    },
  ]);
  applyOfflineSwitches();
  keepOffline(blocked);

  if (commandLine.problem !== null) {
    process.stderr.write(`${commandLine.problem}; see --help\n`);
    app.exit(2);
    return;
  }
  const profile = commandLine.profile ?? app.getPath('userData');
  const problem = testProfile(profile);
  if (problem) {
    void refuseStart(problem);
    return;
  }
  app.setPath('userData', profile);

  const files = steps === null ? filesToOpen() : [];
  if (!app.requestSingleInstanceLock({ files, wantsWindow: steps === null })) {
    if (steps !== null) {
      process.stderr.write(`The profile is in use by a reader that is open: ${profile}\n`);
    }
    app.exit(steps === null ? 0 : 2);
    return;
  }
  for (const file of files) openedFiles.add(file);
  app.on('second-instance', (_event, _argv, _folder, data) => {
    const sent = (data ?? {}) as { files?: unknown; wantsWindow?: unknown };
    if (steps !== null || sent.wantsWindow !== true) return;
    if (mainWindow && !mainWindow.isDestroyed()) focusWindow(mainWindow);
    for (const file of Array.isArray(sent.files) ? (sent.files as unknown[]) : []) {
      if (typeof file === 'string') openedFiles.add(file);
    }
  });
  app.on('open-file', (event, path) => {
    event.preventDefault();
    openedFiles.add(path);
  });
  app.on('open-url', (event, url) => {
    event.preventDefault();
    const link = linkArgument(['', url]);
    if (link !== null) openedFiles.add(link);
  });
  app.on('window-all-closed', () => {
    app.quit();
  });
  app
    .whenReady()
    .then(() => start(profile))
    .catch((error: unknown) => {
      const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
      endWith(menuWords(interfaceLanguage(systemLanguages())).cannotStart, text);
    });
}

/** Begins the sentinel and the snapshots, and makes the last ones before the process ends. */
async function keepSafe(
  profile: string,
  userData: Promise<UserData>,
  sentinel: Promise<SentinelFile>,
): Promise<SafeKeeping> {
  const found = await userData;
  await keepRecord(profile, found, app.getVersion());
  const keeping = new SafeKeeping(found, await sentinel);
  app.once('will-quit', (event) => {
    event.preventDefault();
    void keeping.end().finally(() => {
      app.exit(0);
    });
  });
  return keeping;
}

/** Ends the process where the steps cannot go on, so that nobody waits for them. */
function endWhereNothingCanBeDone(window: BrowserWindow): void {
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    process.stderr.write(`The steps broke off: ${reason}\n`);
    app.exit(1);
  });
  window.webContents.on('preload-error', (_event, _path, error) => {
    process.stderr.write(`${error.stack ?? error.message}\n`);
    app.exit(1);
  });
}

async function start(profile: string): Promise<void> {
  const bundled = join(app.isPackaged ? process.resourcesPath : outFolder, 'archives');
  const sentinel = SentinelFile.open(profile);
  const userData = sentinel.then((expected) =>
    openUserData(profile, expected, {
      secondFolder: readProfileRecord(profile)?.secondFolder ?? null,
      program: app.getVersion(),
    }),
  );
  const keeping = keepSafe(profile, userData, sentinel);
  const library = Library.open({ bundled, kept: join(profile, 'archives') });
  await closeNetworkService(session.defaultSession);

  const window = makeWindow({
    preload: join(outFolder, 'preload', 'preload.cjs'),
    icon: join(outFolder, '..', 'assets/icons/icon.png'),
    isDark: nativeTheme.shouldUseDarkColors,
    allowsDevTools,
    staysHidden: steps !== null,
  });
  mainWindow = window;
  if (steps !== null) endWhereNothingCanBeDone(window);
  const loads = library.then(
    (bags) =>
      new Loads(
        bags,
        profile,
        (bagId, progress) => {
          sendEvent(window, 'loadProgress', { bagId, ...progress });
        },
        async () => (await keeping).makeIfChanged('before-load'),
      ),
  );
  const archive = Promise.all([library, loads]).then(([bags, all]) => serveArchive(bags, all));
  const printDocuments = new PrintDocuments(join(outFolder, 'renderer/fonts/folio-digits.json'));
  const reader = serveReader(join(outFolder, 'renderer'));
  protocol.handle('app', async (request) => printDocuments.serve(request.url) ?? reader(request));
  protocol.handle('archive', async (request) => (await archive)(request));
  blocked.onChange = (count) => {
    sendEvent(window, 'blockedCount', count);
  };

  let language = interfaceLanguage(systemLanguages());
  const renewMenu = (): void => {
    setMenu(language, {
      command: (command) => {
        sendEvent(window, 'menuCommand', command);
      },
      allowsDevTools,
      isMac: process.platform === 'darwin',
    });
  };
  renewMenu();
  window.webContents.on('did-start-navigation', ({ isMainFrame, isSameDocument }) => {
    if (isMainFrame && !isSameDocument) openedFiles.hold();
  });
  answerRequests(
    makeRequestHandlers({
      window,
      profile,
      userData,
      sentinel,
      library,
      loads,
      blocked,
      importFolder: join(profile, 'imports'),
      importResources: join(outFolder, 'restore'),
      printDocuments,
      pdfAbort: { current: null },
      steps,
      language: () => language,
      setLanguage: (chosen) => {
        language = chosen;
        renewMenu();
      },
      interfaceIsReady: () => {
        openedFiles.deliverTo((path) => {
          sendEvent(window, 'openFile', path);
        });
      },
    }),
  );
  // A journal or a library that cannot be opened ends the start; the interface could do nothing.
  await Promise.all([showInterface(window), keeping, library]);
}

begin();
