import { join } from 'node:path';
import { app, dialog, nativeTheme, protocol, session, type BrowserWindow } from 'electron';
import { serveReader } from './app-protocol.ts';
import { serveArchive } from './archive-protocol.ts';
import { BlockedLog } from './blocked-log.ts';
import { answerRequests, sendEvent } from './ipc.ts';
import { Journal } from './journal.ts';
import { Library } from './library.ts';
import { Loads } from './load.ts';
import { setMenu } from './menu.ts';
import { interfaceLanguage, menuWords } from './menu-words.ts';
import { applyOfflineSwitches, closeNetworkService, keepOffline } from './offline.ts';
import { bagArgument, OpenedFiles } from './opened-files.ts';
import { PrintDocuments } from './pdf/print-documents.ts';
import { leastFreeBytes, profileArgument, testProfile, type ProfileProblem } from './profile.ts';
import { makeRequestHandlers } from './requests.ts';
import { systemLanguages } from './system-languages.ts';
import { focusWindow, makeWindow, showInterface } from './window.ts';

const outFolder = join(import.meta.dirname, '..');
const allowsDevTools = !app.isPackaged;
const blocked = new BlockedLog();
const openedFiles = new OpenedFiles();
let mainWindow: BrowserWindow | undefined;

function problemText(problem: ProfileProblem): readonly [title: string, text: string] {
  const words = menuWords(interfaceLanguage(systemLanguages()));
  const megabytes = (bytes: number): number => Math.round(bytes / 1_000_000);
  return [
    words.cannotStart,
    problem.code === 'not-writable'
      ? words.notWritable(problem.folder, problem.reason)
      : words.diskFull(problem.folder, megabytes(problem.freeBytes), megabytes(leastFreeBytes)),
  ];
}

/** Says in a native box why the reader does not open, and ends it. */
async function refuseStart(problem: ProfileProblem): Promise<void> {
  await app.whenReady();
  endWith(...problemText(problem));
}

function endWith(title: string, text: string): void {
  process.stderr.write(`${title}\n${text}\n`);
  dialog.showErrorBox(title, text);
  app.exit(1);
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

  const profile = profileArgument(process.argv, process.cwd()) ?? app.getPath('userData');
  const problem = testProfile(profile);
  if (problem) {
    void refuseStart(problem);
    return;
  }
  app.setPath('userData', profile);

  const file = bagArgument(process.argv, process.cwd());
  if (!app.requestSingleInstanceLock({ file })) {
    app.exit(0);
    return;
  }
  if (file !== null) openedFiles.add(file);
  app.on('second-instance', (_event, _argv, _folder, data) => {
    if (mainWindow && !mainWindow.isDestroyed()) focusWindow(mainWindow);
    const sent = (data as { file?: unknown } | null)?.file;
    if (typeof sent === 'string') openedFiles.add(sent);
  });
  app.on('open-file', (event, path) => {
    event.preventDefault();
    openedFiles.add(path);
  });
  app.on('window-all-closed', () => {
    app.quit();
    // A load that is still being cancelled must not keep the process; the journal is synced already.
    setTimeout(() => {
      app.exit(0);
    }, 5_000).unref();
  });
  app
    .whenReady()
    .then(() => start(profile))
    .catch((error: unknown) => {
      const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
      endWith(menuWords(interfaceLanguage(systemLanguages())).cannotStart, text);
    });
}

async function start(profile: string): Promise<void> {
  const bundled = join(app.isPackaged ? process.resourcesPath : outFolder, 'archives');
  const journal = Journal.open(profile);
  const library = Library.open({ bundled, kept: join(profile, 'archives') });
  await closeNetworkService(session.defaultSession);

  const window = makeWindow({
    preload: join(outFolder, 'preload', 'preload.cjs'),
    isDark: nativeTheme.shouldUseDarkColors,
    allowsDevTools,
  });
  mainWindow = window;
  const loads = library.then(
    (bags) =>
      new Loads(bags, profile, (bagId, progress) => {
        sendEvent(window.webContents, 'loadProgress', { bagId, ...progress });
      }),
  );
  const archive = Promise.all([library, loads]).then(([bags, all]) => serveArchive(bags, all));
  const printDocuments = new PrintDocuments(join(outFolder, 'renderer/fonts/folio-digits.json'));
  const reader = serveReader(join(outFolder, 'renderer'));
  protocol.handle('app', async (request) => printDocuments.serve(request.url) ?? reader(request));
  protocol.handle('archive', async (request) => (await archive)(request));
  blocked.onChange = (count) => {
    sendEvent(window.webContents, 'blockedCount', count);
  };

  let language = interfaceLanguage(systemLanguages());
  const renewMenu = (): void => {
    setMenu(language, {
      command: (command) => {
        sendEvent(window.webContents, 'menuCommand', command);
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
      journal,
      library,
      loads,
      blocked,
      printDocuments,
      pdfAbort: { current: null },
      language: () => language,
      setLanguage: (chosen) => {
        language = chosen;
        renewMenu();
      },
      interfaceIsReady: () => {
        openedFiles.deliverTo((path) => {
          sendEvent(window.webContents, 'openFile', path);
        });
      },
    }),
  );
  // A journal or a library that cannot be opened ends the start; the interface could do nothing.
  await Promise.all([showInterface(window), journal, library]);
}

begin();
