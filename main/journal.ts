import { open, type FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import type { JournalEntry, UserDataChange } from '../archive/model/user-data.ts';
import type { JournalProblem } from '../preload/bridge.ts';
import { compactedLines, entriesOf, keepAside, setAside } from './journal-file.ts';
import { formatJournalLine } from './journal-line.ts';
import { scanJournal, type JournalScan } from './journal-scan.ts';
import { syncFolder } from './sync-folder.ts';
import { UserDataState } from './user-data-state.ts';
import { writeDurably } from './write-durably.ts';

interface Append {
  readonly changes: readonly UserDataChange[];
  readonly resolve: (sequence: number) => void;
  readonly reject: (error: unknown) => void;
}

const fileName = 'journal.ndjson';

/** What opening a journal found. */
interface Opened {
  readonly size: number;
  readonly scan: JournalScan;
  readonly state: UserDataState;
}

/**
 * The journal of user data: append-only NDJSON, one writer, synced before anything counts as saved.
 * Appends that wait while one is being synced share the next sync.
 */
export class Journal {
  /** What was wrong with the file when it was opened. */
  readonly problems: readonly JournalProblem[];
  /** What its entries leave behind; follows every append. */
  readonly state: UserDataState;
  /** See `JournalScan`. */
  readonly damagedUpTo: number;
  /** Called after every append that is on disk. */
  onAppend: (() => void) | undefined;
  private readonly folder: string;
  private readonly path: string;
  private file: FileHandle;
  /** Bytes of whole, synced entries. */
  private size: number;
  private lastSequence: number;
  private lastAt: string | null;
  private compactedSequence: number;
  private waiting: Append[] = [];
  private writing: Promise<void> | undefined;
  /** After a failed write the end of the file is unknown until it could be cut off again. */
  private hasUnknownEnd = false;

  private constructor(folder: string, file: FileHandle, { size, scan, state }: Opened) {
    this.folder = folder;
    this.path = join(folder, fileName);
    this.file = file;
    this.size = size;
    this.lastSequence = scan.sequence;
    this.lastAt = scan.lastAt;
    this.compactedSequence = scan.compacted;
    this.problems = scan.problems;
    this.damagedUpTo = scan.damagedUpTo;
    this.state = state;
  }

  /** Opens the journal of a profile; whatever is no whole entry at its end is set aside first. */
  static async open(folder: string): Promise<Journal> {
    const path = join(folder, fileName);
    const file = await open(path, 'a+');
    try {
      const state = new UserDataState();
      const scan = await scanJournal(path, (entry) => {
        state.apply(entry);
      });
      const { goodBytes, tornBytes, lacksNewline } = scan;
      if (tornBytes > 0) await setAside(file, folder, goodBytes, tornBytes);
      if (lacksNewline) await file.appendFile('\n');
      await file.sync();
      await syncFolder(folder);
      return new Journal(folder, file, { size: goodBytes + (lacksNewline ? 1 : 0), scan, state });
    } catch (error) {
      await file.close();
      throw error;
    }
  }

  /** The last synced entry's number; 0 for an empty journal. */
  get sequence(): number {
    return this.lastSequence;
  }

  /**
   * Appends the changes in order and resolves with the last one's number once they are on disk.
   * After a rejection none of them is in the journal.
   */
  append(changes: readonly UserDataChange[]): Promise<number> {
    return new Promise((resolve, reject) => {
      this.waiting.push({ changes, resolve, reject });
      this.writing ??= this.writeWaiting();
    });
  }

  /** RFC 3339, UTC: when the last entry was made; null for an empty journal. */
  get lastSaved(): string | null {
    return this.lastAt;
  }

  /** Bytes of the file. */
  get bytes(): number {
    return this.size;
  }

  /** Up to this entry only the last one for each key is there. */
  get compacted(): number {
    return this.compactedSequence;
  }

  /** The entries after `sequence`, oldest first; of those that were compacted, the last for each key. */
  async after(sequence: number): Promise<readonly JournalEntry[]> {
    const entries: JournalEntry[] = [];
    await scanJournal(this.path, (entry) => {
      if (entry.sequence > sequence && entry.sequence <= this.lastSequence) entries.push(entry);
    });
    return entries;
  }

  /**
   * Writes the journal anew with nothing but what `state` holds, as of entry `sequence`, in one step:
   * the file is the old one or the new one. The old one stays beside it under a name of its own.
   */
  replace(state: UserDataState, sequence: number): Promise<void> {
    return this.betweenWrites(async () => {
      await keepAside(this.path, this.folder);
      await this.rewrite(state, sequence);
      for (const { store, key } of this.state.records()) this.state.remove(store, key);
      for (const record of state.records()) this.state.set(record);
    });
  }

  /** Writes the journal anew without what was superseded; the file is the old one or the new one. */
  compact(): Promise<void> {
    return this.betweenWrites(() => this.rewrite(this.state, this.lastSequence));
  }

  /** What is appended meanwhile waits. */
  private async betweenWrites(task: () => Promise<void>): Promise<void> {
    while (this.writing !== undefined) await this.writing;
    const done = task();
    this.writing = done.catch(() => undefined).then(() => this.writeWaiting());
    await done;
  }

  private async rewrite(state: UserDataState, sequence: number): Promise<void> {
    // Some systems do not replace a file that is open.
    await this.file.close();
    try {
      await writeDurably(this.path, compactedLines(state.records(), sequence));
      this.lastSequence = sequence;
      this.compactedSequence = sequence;
    } finally {
      this.file = await open(this.path, 'a+');
      this.size = (await this.file.stat()).size;
    }
  }

  /** Waits for what is being written. */
  async settle(): Promise<void> {
    await this.writing;
  }

  /** Waits for what is being written. Nothing may be appended afterwards. */
  async close(): Promise<void> {
    await this.writing;
    await this.file.close();
  }

  private async writeWaiting(): Promise<void> {
    while (this.waiting.length > 0) {
      const batch = this.waiting;
      this.waiting = [];
      const at = new Date().toISOString();
      const written: { readonly append: Append; readonly sequence: number }[] = [];
      const entries: JournalEntry[] = [];
      let sequence = this.lastSequence;
      let text = '';
      for (const append of batch) {
        try {
          const made = entriesOf(append.changes, sequence, at);
          text += made.map((entry) => `${formatJournalLine(entry)}\n`).join('');
          entries.push(...made);
          sequence += append.changes.length;
          written.push({ append, sequence });
        } catch (error) {
          append.reject(error);
        }
      }
      try {
        await this.write(Buffer.from(text));
        this.lastSequence = sequence;
        this.lastAt = at;
        for (const entry of entries) this.state.apply(entry);
        this.onAppend?.();
        for (const { append, sequence: last } of written) append.resolve(last);
      } catch (error) {
        for (const { append } of written) append.reject(error);
      }
    }
    this.writing = undefined;
  }

  private async write(bytes: Buffer): Promise<void> {
    if (this.hasUnknownEnd) await this.cutOff();
    if (bytes.length === 0) return;
    this.hasUnknownEnd = true;
    try {
      await this.file.appendFile(bytes);
      await this.file.datasync();
    } catch (error) {
      // Where even this fails, the next write tries again before it appends anything.
      await this.cutOff().catch(() => undefined);
      throw error;
    }
    this.size += bytes.length;
    this.hasUnknownEnd = false;
  }

  private async cutOff(): Promise<void> {
    await this.file.truncate(this.size);
    await this.file.datasync();
    this.hasUnknownEnd = false;
  }
}
