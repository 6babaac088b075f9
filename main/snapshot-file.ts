import { createHash } from 'node:crypto';
import { open, readFile } from 'node:fs/promises';
import { schemaVersion } from '../archive/model/schema-version.ts';
import type { UserDataStore } from '../archive/model/user-data.ts';
import type { SnapshotHead, SnapshotProblem, SnapshotReason } from '../archive/model/snapshot.ts';
import { isUserDataStore, userDataProblem } from './user-data-check.ts';
import { systemErrorCode } from './system-error.ts';
import { UserDataState, type StateRecord } from './user-data-state.ts';
import { writeDurably } from './write-durably.ts';

/**
 * A snapshot is one JSON text with a record a line, so that a person can read it with any editor:
 * first what it is, when and why it was made, up to which journal entry, how many records of each
 * kind; then `stores`, each with its records `{"key", "at", "sequence", "value"}`. `digest` is the
 * SHA-256 of the record lines without their commas, in the order of the file, each with its store's
 * name and a newline before it and a newline after it.
 */
const format = 'guzhi-user-data';

const about =
  'Everything one reader made in Guzhi: annotations, bookmarks, glossary, searches, history, places and settings. Guzhi takes this file in again: "Where my notes live", "Take a file in".';

const storesStart = '\n "stores": {';

/** What the file says of itself. */
interface FileHead extends SnapshotHead {
  readonly format: typeof format;
  readonly schemaVersion: number;
  readonly digest: string;
}

interface FileContent extends FileHead {
  readonly stores: Readonly<Record<string, readonly FileRecord[]>>;
}

interface FileRecord {
  readonly key: string;
  readonly at: string;
  readonly sequence: number;
  readonly value: unknown;
}

function recordLine({ key, at, sequence, json }: StateRecord): string {
  return `{"key":${JSON.stringify(key)},"at":${JSON.stringify(at)},"sequence":${sequence},"value":${json}}`;
}

function digestOf(state: UserDataState): string {
  const hash = createHash('sha256');
  for (const store of state.storeNames()) {
    for (const record of state.recordsOf(store)) hash.update(`${store}\n${recordLine(record)}\n`);
  }
  return hash.digest('hex');
}

function* textOf(state: UserDataState, head: SnapshotHead): Generator<string> {
  const whole = {
    format,
    about,
    ...head,
    schemaVersion,
    digest: digestOf(state),
  };
  const lines = Object.entries(whole).map(
    ([name, value]) => ` ${JSON.stringify(name)}: ${JSON.stringify(value)},`,
  );
  yield `{\n${lines.join('\n')}${storesStart}`;
  for (const [index, store] of state.storeNames().entries()) {
    yield `${index > 0 ? ',' : ''}\n  ${JSON.stringify(store)}: [`;
    for (const [at, record] of state.recordsOf(store).entries()) {
      yield `${at > 0 ? ',' : ''}\n   ${recordLine(record)}`;
    }
    yield '\n  ]';
  }
  yield '\n }\n}\n';
}

/** Writes all user data to one file, whole and on disk or not at all. */
export async function writeSnapshotFile(
  path: string,
  state: UserDataState,
  facts: { readonly sequence: number; readonly reason: SnapshotReason; readonly program: string },
): Promise<SnapshotHead> {
  const head: SnapshotHead = {
    made: new Date().toISOString(),
    ...facts,
    counts: state.counts(),
  };
  await writeDurably(path, textOf(state, head));
  return head;
}

export type SnapshotReading =
  | { readonly outcome: 'read'; readonly head: SnapshotHead; readonly state: UserDataState }
  | { readonly outcome: 'refused'; readonly problem: SnapshotProblem };

function refused(problem: SnapshotProblem): SnapshotReading {
  return { outcome: 'refused', problem };
}

/** Reads a snapshot whole and checks its digest; expected failures are values. */
export async function readSnapshotFile(path: string): Promise<SnapshotReading> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (error) {
    const reason = systemErrorCode(error);
    if (reason === undefined) throw error;
    return refused({ code: 'unreadable', reason });
  }
  let content: unknown;
  try {
    content = JSON.parse(text);
  } catch {
    return refused({ code: text.includes(format) ? 'damaged' : 'no-snapshot' });
  }
  const madeBy = versionOf(content);
  if (madeBy === null) return refused({ code: 'no-snapshot' });
  if (madeBy > schemaVersion) return refused({ code: 'newer' });
  if (!isHead(content)) return refused({ code: 'damaged' });
  const state = stateOf(content as FileContent);
  if (state === null || digestOf(state) !== content.digest) return refused({ code: 'damaged' });
  return { outcome: 'read', head: headOf(content), state };
}

function stateOf({ stores }: FileContent): UserDataState | null {
  const state = new UserDataState();
  try {
    for (const [store, records] of Object.entries(stores)) {
      if (!isUserDataStore(store)) return null;
      for (const record of records) addRecord(state, store, record);
    }
  } catch {
    return null;
  }
  return state;
}

/** Throws for what is no record of that store. */
function addRecord(state: UserDataState, store: UserDataStore, record: FileRecord): void {
  const { key, at, sequence, value } = record;
  if (typeof at !== 'string' || !Number.isSafeInteger(sequence)) throw new TypeError('No record');
  const problem = userDataProblem({ store, key, value });
  if (problem !== null || value === null) throw new TypeError(problem ?? 'A record has a value');
  state.set({ store, key, at, sequence, json: JSON.stringify(value) });
}

const reasons: Readonly<Record<SnapshotReason, true>> = {
  regular: true,
  quit: true,
  asked: true,
  'before-load': true,
  'before-restore': true,
  'before-upgrade': true,
  'before-compacting': true,
  'taken-along': true,
};

function isCounts(value: unknown): boolean {
  return (
    typeof value === 'object' &&
    value !== null &&
    Object.entries(value).every(
      ([store, count]) => isUserDataStore(store) && Number.isInteger(count),
    )
  );
}

/** The version that a snapshot was made by, even one that later versions made; null for anything else. */
function versionOf(value: unknown): number | null {
  if (typeof value !== 'object' || value === null) return null;
  const head = value as Partial<Record<keyof FileHead, unknown>>;
  return head.format === format && typeof head.schemaVersion === 'number'
    ? head.schemaVersion
    : null;
}

function isHead(value: unknown): value is FileHead {
  if (typeof value !== 'object' || value === null) return false;
  const head = value as Partial<Record<keyof FileHead, unknown>>;
  return (
    versionOf(value) !== null &&
    typeof head.made === 'string' &&
    typeof head.digest === 'string' &&
    typeof head.reason === 'string' &&
    Object.hasOwn(reasons, head.reason) &&
    isCounts(head.counts) &&
    Number.isSafeInteger(head.sequence)
  );
}

function headOf({ made, reason, program, sequence, counts }: FileHead): SnapshotHead {
  return { made, reason, program, sequence, counts };
}

const headBytes = 8_192;

/** The head alone, without looking at the records; null where there is none. */
export async function readSnapshotHead(path: string): Promise<SnapshotHead | null> {
  const file = await open(path, 'r');
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(headBytes), 0, headBytes, 0);
    const text = buffer.toString('utf8', 0, bytesRead);
    const end = text.indexOf(`,${storesStart}`);
    if (end < 0) return null;
    const head: unknown = JSON.parse(`${text.slice(0, end)}}`);
    return isHead(head) ? headOf(head) : null;
  } catch {
    return null;
  } finally {
    await file.close();
  }
}
