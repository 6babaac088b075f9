import { app, type BrowserWindow } from 'electron';
import type { InterfaceLanguage } from '../archive/model/user-data.ts';
import type { CommandStep, StartState } from '../preload/bridge.ts';
import { makeBagHandlers } from './bag-requests.ts';
import type { BlockedLog } from './blocked-log.ts';
import { makeImportHandlers } from './import/import-requests.ts';
import { assertFileKind } from './file-writing.ts';
import { assertPdfDocument, savePdf } from './pdf/save-pdf.ts';
import type { PrintDocuments } from './pdf/print-documents.ts';
import type { RequestHandlers } from './ipc.ts';
import type { Library } from './library.ts';
import type { Loads } from './load.ts';
import { isInterfaceLanguage, menuWords } from './menu-words.ts';
import type { UserData } from './open-user-data.ts';
import { expectationOf, makeSafetyHandlers } from './safety-requests.ts';
import type { SentinelFile } from './sentinel.ts';
import { isPrintJob, printWindow } from './print.ts';
import { stepRequestHandlers } from './step-requests.ts';
import { systemLanguages } from './system-languages.ts';
import { assertUserDataChanges } from './user-data-check.ts';
import { chooseFile, saveFileAs } from './user-files.ts';

/** The release that ships; an older one stands in where it cannot be had. */
const officialElectron = 45;

export interface RequestParts {
  readonly window: BrowserWindow;
  readonly profile: string;
  readonly userData: Promise<UserData>;
  readonly sentinel: Promise<SentinelFile>;
  readonly library: Promise<Library>;
  readonly loads: Promise<Loads>;
  readonly blocked: BlockedLog;
  /** The profile's folder for imports, and what was built for restoring pages. */
  readonly importFolder: string;
  readonly importResources: string;
  readonly printDocuments: PrintDocuments;
  /** The PDF that is being made, if one is. */
  readonly pdfAbort: { current: AbortController | null };
  readonly steps: readonly CommandStep[] | null;
  readonly language: () => InterfaceLanguage;
  readonly setLanguage: (language: InterfaceLanguage) => void;
  /** The interface has asked for the start state: it takes files to open from now on. */
  readonly interfaceIsReady: () => void;
}

function assertText(value: unknown): asserts value is string {
  if (typeof value !== 'string') throw new TypeError('A text was expected');
}

async function startState({
  userData,
  sentinel,
  library,
  steps,
}: RequestParts): Promise<StartState> {
  const [{ journal, repair }, { atStart }, bags] = await Promise.all([userData, sentinel, library]);
  const electron = process.versions.electron;
  return {
    systemLanguages: systemLanguages(),
    platform:
      process.platform === 'darwin' || process.platform === 'win32' ? process.platform : 'linux',
    version: app.getVersion(),
    runtime: {
      electron,
      chromium: process.versions.chrome,
      fallback: Number.parseInt(electron, 10) < officialElectron,
    },
    journalSequence: journal.sequence,
    expected: expectationOf(journal),
    journalRepair: repair,
    expectedArchives: atStart.archives,
    journalProblems: journal.problems,
    bags: bags.list(),
    unreadableBags: bags.refusals,
    steps,
  };
}

/** What main answers to each request of the interface; arguments are checked, whoever sent them. */
export function makeRequestHandlers(parts: RequestParts): RequestHandlers {
  const { window, blocked } = parts;
  const { imports, ...importHandlers } = makeImportHandlers({
    window,
    library: parts.library,
    language: parts.language,
    folder: parts.importFolder,
    resources: parts.importResources,
  });
  return {
    ...stepRequestHandlers(parts.steps),
    async startState() {
      const state = await startState(parts);
      parts.interfaceIsReady();
      return state;
    },
    async saveUserData(changes) {
      assertUserDataChanges(changes);
      return (await parts.userData).journal.append(changes);
    },
    async journalAfter(sequence) {
      if (!Number.isSafeInteger(sequence)) throw new TypeError('A number was expected');
      const { journal } = await parts.userData;
      const isWhole = sequence === 0 || sequence < journal.compacted;
      return {
        isWhole,
        entries: isWhole
          ? journal.state.entriesAsJson()
          : JSON.stringify(await journal.after(sequence)),
      };
    },
    ...makeSafetyHandlers({ ...parts, words: () => menuWords(parts.language()) }),
    ...makeBagHandlers({
      window,
      library: parts.library,
      loads: parts.loads,
      language: parts.language,
      isBuilt: (path) => imports.isBuilt(path),
    }),
    ...importHandlers,
    blockedRequests() {
      return Promise.resolve(blocked.list());
    },
    saveFileAs(suggestedName, kind, content) {
      assertText(suggestedName);
      assertFileKind(kind);
      if (typeof content !== 'string' && !(content instanceof Uint8Array)) {
        throw new TypeError('A text or bytes were expected');
      }
      return saveFileAs(window, suggestedName, kind, content);
    },
    chooseFile(kind) {
      assertFileKind(kind);
      return chooseFile(window, kind);
    },
    savePdf(document, suggestedName) {
      assertPdfDocument(document);
      assertText(suggestedName);
      return savePdf(parts, document, suggestedName);
    },
    printPdf(document) {
      assertPdfDocument(document);
      return parts.printDocuments.make(document, () => undefined, new AbortController().signal);
    },
    cancelPdf() {
      parts.pdfAbort.current?.abort();
      return Promise.resolve();
    },
    setInterfaceLanguage(language) {
      if (!isInterfaceLanguage(language)) throw new TypeError('No such interface language');
      parts.setLanguage(language);
      return Promise.resolve();
    },
    print(job) {
      if (!isPrintJob(job)) throw new TypeError('A print job was expected');
      return printWindow(window, job);
    },
  };
}
