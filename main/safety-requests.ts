import { existsSync } from 'node:fs';
import { cp, rm, readdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { app, dialog, shell, type BrowserWindow } from 'electron';
import type {
  LoadedArchive,
  RestoreMode,
  RestoreOutcome,
  RestorePreview,
  RestoreSource,
  UserDataExpectation,
  WriteOutcome,
} from '../archive/model/snapshot.ts';
import type { UserDataChange } from '../archive/model/user-data.ts';
import type { RequestHandlers } from './ipc.ts';
import type { MenuWords } from './menu-words.ts';
import { forgetIncomplete, type UserData } from './open-user-data.ts';
import { readProfileRecord, writeProfileRecord } from './profile-record.ts';
import { planRestoring } from './restoring.ts';
import type { SentinelFile } from './sentinel.ts';
import { readSnapshotFile, writeSnapshotFile } from './snapshot-file.ts';
import { systemErrorCode } from './system-error.ts';

export interface SafetyParts {
  readonly profile: string;
  readonly window: BrowserWindow;
  readonly userData: Promise<UserData>;
  readonly sentinel: Promise<SentinelFile>;
  readonly words: () => MenuWords;
}

type SafetyRequests = Pick<
  RequestHandlers,
  | 'expectedUserData'
  | 'tablesAreInStep'
  | 'clearTables'
  | 'safetyState'
  | 'makeSnapshot'
  | 'previewRestore'
  | 'restoreUserData'
  | 'takeNotesAlong'
  | 'wipeUserData'
  | 'chooseSecondFolder'
  | 'showProfile'
>;

const snapshotExtension = 'guzhi.json';

/** Everything about where user data lives, snapshots and restoring. */
export function makeSafetyHandlers(parts: SafetyParts): SafetyRequests {
  const { profile, window } = parts;
  /** The file that was chosen last, to restore from. */
  let chosenFile: string | null = null;
  /** The digest of what was last taken along, whole and verified. */
  let takenAlong: string | null = null;

  async function pathOf(source: RestoreSource): Promise<string> {
    const path =
      source.kind === 'file' ? chosenFile : (await parts.userData).snapshots.pathOf(source.name);
    if (path === null) throw new TypeError('There is no such snapshot');
    return path;
  }

  return {
    async expectedUserData() {
      const { journal } = await parts.userData;
      return expectationOf(journal);
    },
    async tablesAreInStep(archives) {
      assertArchives(archives);
      const sentinel = await parts.sentinel;
      sentinel.update({ archives });
      await sentinel.flush();
      await forgetIncomplete(profile);
    },
    async clearTables() {
      const { repair } = await parts.userData;
      const folder = join(profile, 'IndexedDB');
      if (repair.outcome === 'incomplete' && existsSync(folder)) {
        const time = new Date().toISOString().replaceAll(/[:.]/g, '-');
        await cp(folder, join(profile, `IndexedDB-unreadable-${time}`), { recursive: true });
      }
      await window.webContents.session.clearStorageData({ storages: ['indexdb'] });
    },
    async safetyState() {
      const { journal, snapshots } = await parts.userData;
      return {
        folder: profile,
        lastSaved: journal.lastSaved,
        counts: journal.state.counts(),
        snapshots: await snapshots.list(),
        snapshotProblem: snapshots.problem,
        secondFolder: snapshots.secondFolder,
        secondProblem: snapshots.secondProblem,
      };
    },
    async makeSnapshot() {
      const { head } = await (await parts.userData).snapshots.make('asked');
      if (head === null) throw new Error('A snapshot without a head');
      return head;
    },
    async previewRestore(source) {
      if (source !== null) return preview(await parts.userData, source, await pathOf(source));
      const words = parts.words();
      const { canceled, filePaths } = await dialog.showOpenDialog(window, {
        title: words.takeIn,
        properties: ['openFile'],
        filters: [{ name: words.notesFiles, extensions: ['json'] }],
      });
      const [path] = filePaths;
      if (canceled || path === undefined) return { outcome: 'cancelled' };
      chosenFile = path;
      return preview(await parts.userData, { kind: 'file' }, path);
    },
    async restoreUserData(source, mode) {
      assertMode(mode);
      return restore(await parts.userData, await pathOf(source), mode);
    },
    async takeNotesAlong() {
      const words = parts.words();
      const { journal } = await parts.userData;
      const day = new Date().toISOString().slice(0, 10);
      const { canceled, filePath } = await dialog.showSaveDialog(window, {
        title: words.takeAlong,
        defaultPath: `${words.notesFileName}-${day}.${snapshotExtension}`,
        filters: [{ name: words.notesFiles, extensions: ['json'] }],
        properties: ['showOverwriteConfirmation', 'createDirectory'],
      });
      if (canceled || filePath === '') return { outcome: 'cancelled' };
      await journal.settle();
      const digest = journal.state.digest();
      const written = await writeVerified(filePath, await parts.userData);
      if (written.outcome === 'written') takenAlong = digest;
      return written;
    },
    async wipeUserData() {
      const userData = await parts.userData;
      await userData.journal.settle();
      if (userData.journal.state.digest() !== takenAlong) return 'not-taken-along';
      await wipe(userData, profile);
      takenAlong = null;
      return 'wiped';
    },
    async chooseSecondFolder(choice) {
      const { snapshots } = await parts.userData;
      const folder = choice === 'none' ? null : await askForFolder(window, parts.words());
      if (choice !== 'none' && folder === null) return;
      const record = readProfileRecord(profile);
      if (record === null) throw new Error('The record of the profile is missing');
      const { format, schemaVersion, program } = record;
      writeProfileRecord(profile, {
        format,
        schemaVersion,
        program,
        ...(folder !== null && { secondFolder: folder }),
      });
      snapshots.secondFolder = folder;
      snapshots.secondProblem = null;
      if (folder !== null) await snapshots.make('asked');
    },
    showProfile() {
      shell.showItemInFolder(join(profile, 'journal.ndjson'));
      return Promise.resolve();
    },
  };
}

/** What the tables must hold once nothing is on its way to them. */
export function expectationOf({ sequence, state }: UserData['journal']): UserDataExpectation {
  return { sequence, counts: state.counts(), digest: state.digest() };
}

async function preview(
  { journal }: UserData,
  source: RestoreSource,
  path: string,
): Promise<RestorePreview> {
  const fileName = basename(path);
  const read = await readSnapshotFile(path);
  if (read.outcome === 'refused') return { ...read, fileName };
  return {
    outcome: 'ready',
    source,
    fileName,
    head: read.head,
    differences: {
      merge: planRestoring(journal.state, read.state, 'merge').difference,
      replace: planRestoring(journal.state, read.state, 'replace').difference,
    },
  };
}

async function restore(
  { journal, snapshots }: UserData,
  path: string,
  mode: RestoreMode,
): Promise<RestoreOutcome> {
  const read = await readSnapshotFile(path);
  if (read.outcome === 'refused') return { ...read, fileName: basename(path) };
  const { name } = await snapshots.make('before-restore');
  const { changes } = planRestoring(journal.state, read.state, mode);
  if (changes.length > 0) await journal.append(changes);
  return { outcome: 'restored', undo: name };
}

/** Writes the file, lets go of it, reads it again and compares it with what is held. */
async function writeVerified(path: string, { journal }: UserData): Promise<WriteOutcome> {
  const digest = journal.state.digest();
  try {
    const head = await writeSnapshotFile(path, journal.state, {
      sequence: journal.sequence,
      reason: 'taken-along',
      program: app.getVersion(),
    });
    const read = await readSnapshotFile(path);
    const isSame = read.outcome === 'read' && read.state.digest() === digest;
    return isSame
      ? { outcome: 'written', path, head }
      : { outcome: 'failed', path, reason: 'verification' };
  } catch (error) {
    const reason = systemErrorCode(error);
    if (reason === undefined) throw error;
    return { outcome: 'failed', path, reason };
  }
}

/** Leaves settings alone: they are the computer's more than the reader's. */
async function wipe({ journal, snapshots }: UserData, profile: string): Promise<void> {
  const changes = journal.state
    .records()
    .filter(({ store }) => store !== 'preferences')
    .map(({ store, key }): UserDataChange => ({ store, key, value: null }));
  if (changes.length > 0) await journal.append(changes);
  await journal.compact();
  await snapshots.removeAll();
  for (const name of await readdir(profile)) {
    if (/^journal-(torn|before-repair)-.*\.ndjson$/.test(name)) await rm(join(profile, name));
  }
}

async function askForFolder(window: BrowserWindow, words: MenuWords): Promise<string | null> {
  const { canceled, filePaths } = await dialog.showOpenDialog(window, {
    title: words.secondFolder,
    properties: ['openDirectory', 'createDirectory'],
  });
  return canceled ? null : (filePaths[0] ?? null);
}

function assertMode(value: unknown): asserts value is RestoreMode {
  if (value !== 'merge' && value !== 'replace') throw new TypeError('No such way to restore');
}

function assertArchives(value: unknown): asserts value is readonly LoadedArchive[] {
  const isArchive = (each: unknown): boolean =>
    typeof each === 'object' &&
    each !== null &&
    typeof (each as Partial<LoadedArchive>).id === 'string' &&
    typeof (each as Partial<LoadedArchive>).title === 'string' &&
    typeof (each as Partial<LoadedArchive>).articles === 'number';
  if (!Array.isArray(value) || !value.every(isArchive)) throw new TypeError('No list of archives');
}
