import { open, type FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import type { JournalEntry, UserDataChange } from '../archive/model/user-data.ts';
import type { JournalProblem } from '../preload/bridge.ts';
import { formatJournalLine } from './journal-line.ts';
import { scanJournal } from './journal-scan.ts';
import { syncFolder } from './sync-folder.ts';

interface Append {
  readonly changes: readonly UserDataChange[];
  readonly resolve: (sequence: number) => void;
  readonly reject: (error: unknown) => void;
}

const fileName = 'journal.ndjson';

/**
 * The journal of user data: append-only NDJSON, one writer, synced before anything counts as saved.
 * Appends that wait while one is being synced share the next sync.
 */
export class Journal {
  /** What was wrong with the file when it was opened. */
  readonly problems: readonly JournalProblem[];
  private readonly path: string;
  private readonly file: FileHandle;
  /** Bytes of whole, synced entries. */
  private size: number;
  private lastSequence: number;
  private waiting: Append[] = [];
  private writing: Promise<void> | undefined;
  /** After a failed write the end of the file is unknown until it could be cut off again. */
  private hasUnknownEnd = false;

  private constructor(
    path: string,
    file: FileHandle,
    state: { size: number; sequence: number; problems: readonly JournalProblem[] },
  ) {
    this.path = path;
    this.file = file;
    this.size = state.size;
    this.lastSequence = state.sequence;
    this.problems = state.problems;
  }

  /** Opens the journal of a profile; whatever is no whole entry at its end is set aside first. */
  static async open(folder: string): Promise<Journal> {
    const path = join(folder, fileName);
    const file = await open(path, 'a+');
    try {
      const { sequence, goodBytes, tornBytes, lacksNewline, problems } = await scanJournal(path);
      if (tornBytes > 0) await setAside(file, folder, goodBytes, tornBytes);
      if (lacksNewline) await file.appendFile('\n');
      await file.sync();
      await syncFolder(folder);
      return new Journal(path, file, {
        size: goodBytes + (lacksNewline ? 1 : 0),
        sequence,
        problems,
      });
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

  /** The entries after `sequence`, oldest first. */
  async after(sequence: number): Promise<readonly JournalEntry[]> {
    const entries: JournalEntry[] = [];
    await scanJournal(this.path, (entry) => {
      if (entry.sequence > sequence && entry.sequence <= this.lastSequence) entries.push(entry);
    });
    return entries;
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
      let sequence = this.lastSequence;
      let text = '';
      for (const append of batch) {
        try {
          text += journalLines(append.changes, sequence, at);
          sequence += append.changes.length;
          written.push({ append, sequence });
        } catch (error) {
          append.reject(error);
        }
      }
      try {
        await this.write(Buffer.from(text));
        this.lastSequence = sequence;
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

/** The lines of changes that follow entry `sequence`. Throws for what JSON cannot hold. */
function journalLines(changes: readonly UserDataChange[], sequence: number, at: string): string {
  return changes
    .map(({ store, key, value }, index) => {
      const entry: JournalEntry = { sequence: sequence + index + 1, at, store, key, value };
      return `${formatJournalLine(entry)}\n`;
    })
    .join('');
}

/** Moves the end of the journal into a file of its own, which is on disk before anything is cut off. */
async function setAside(
  journal: FileHandle,
  folder: string,
  goodBytes: number,
  tornBytes: number,
): Promise<void> {
  const torn = Buffer.alloc(tornBytes);
  await journal.read(torn, 0, tornBytes, goodBytes);
  const stamp = new Date().toISOString().replaceAll(/[:.]/g, '-');
  const aside = await open(join(folder, `journal-torn-${stamp}.ndjson`), 'wx');
  try {
    await aside.writeFile(torn);
    await aside.sync();
  } finally {
    await aside.close();
  }
  await syncFolder(folder);
  await journal.truncate(goodBytes);
}
