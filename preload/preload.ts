import { contextBridge, ipcRenderer, webUtils } from 'electron';
import type { Bridge, MainEvents, MainRequests } from './bridge.ts';

/** Every method's name is its channel; one that is missing here does not compile. */
const methods: { readonly [Method in keyof MainRequests]: Method } = {
  startState: 'startState',
  saveUserData: 'saveUserData',
  journalAfter: 'journalAfter',
  expectedUserData: 'expectedUserData',
  tablesAreInStep: 'tablesAreInStep',
  clearTables: 'clearTables',
  safetyState: 'safetyState',
  makeSnapshot: 'makeSnapshot',
  previewRestore: 'previewRestore',
  restoreUserData: 'restoreUserData',
  takeNotesAlong: 'takeNotesAlong',
  wipeUserData: 'wipeUserData',
  chooseSecondFolder: 'chooseSecondFolder',
  showProfile: 'showProfile',
  openBag: 'openBag',
  loadVerdict: 'loadVerdict',
  cancelLoad: 'cancelLoad',
  removeBag: 'removeBag',
  planImport: 'planImport',
  runImport: 'runImport',
  cancelImport: 'cancelImport',
  rebuildArchive: 'rebuildArchive',
  reviewPage: 'reviewPage',
  saveBag: 'saveBag',
  blockedRequests: 'blockedRequests',
  saveFileAs: 'saveFileAs',
  chooseFile: 'chooseFile',
  savePdf: 'savePdf',
  printPdf: 'printPdf',
  cancelPdf: 'cancelPdf',
  setInterfaceLanguage: 'setInterfaceLanguage',
  print: 'print',
  readStepFile: 'readStepFile',
  writeStepFile: 'writeStepFile',
  printLine: 'printLine',
  endSteps: 'endSteps',
};

const events: { readonly [Name in keyof MainEvents]: Name } = {
  copyProgress: 'copyProgress',
  importProgress: 'importProgress',
  loadProgress: 'loadProgress',
  blockedCount: 'blockedCount',
  pdfStep: 'pdfStep',
  openFile: 'openFile',
  menuCommand: 'menuCommand',
};

type Listener = (event: unknown) => void;

const listeners = new Map<string, Set<Listener>>();
let unheardFiles: unknown[] = [];

for (const name of Object.values(events)) {
  listeners.set(name, new Set());
  ipcRenderer.on(`event:${name}`, (_event, value: unknown) => {
    const heardBy = listeners.get(name);
    if (name === 'openFile' && heardBy?.size === 0) unheardFiles.push(value);
    heardBy?.forEach((listener) => {
      listener(value);
    });
  });
}

function on(name: string, listener: Listener): () => void {
  const heardBy = listeners.get(name);
  if (!heardBy) throw new TypeError(`There is no event ${name}`);
  heardBy.add(listener);
  if (name === 'openFile') {
    const files = unheardFiles;
    unheardFiles = [];
    files.forEach(listener);
  }
  return () => {
    heardBy.delete(listener);
  };
}

const request = Object.fromEntries(
  Object.values(methods).map((method) => [
    method,
    (...parameters: unknown[]) => ipcRenderer.invoke(`request:${method}`, ...parameters),
  ]),
);

contextBridge.exposeInMainWorld('guzhi', {
  request: request as Bridge['request'],
  on: on as Bridge['on'],
  pathOfFile: (file: File) => webUtils.getPathForFile(file),
} satisfies Bridge);
