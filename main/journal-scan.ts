import { createReadStream } from 'node:fs';
import type { JournalEntry } from '../archive/model/user-data.ts';
import type { JournalProblem } from '../preload/bridge.ts';
import { isJournalHead, parseJournalLine, type JournalHead } from './journal-line.ts';

/** What reading a journal from its beginning found. */
export interface JournalScan {
  /** The last entry's number; 0 where there is none. */
  readonly sequence: number;
  /** RFC 3339, UTC: when the last entry was made; null where there is none. */
  readonly lastAt: string | null;
  /** Up to this entry only the last one for each key is there; 0 for a journal never compacted. */
  readonly compacted: number;
  /** Whoever knows everything up to this entry lacks nothing that is damaged here; 0 for a sound journal. */
  readonly damagedUpTo: number;
  /** Bytes up to the end of the last good line. */
  readonly goodBytes: number;
  /** Bytes after that; they are no whole entry. */
  readonly tornBytes: number;
  /** The last good line lacks its end. */
  readonly lacksNewline: boolean;
  readonly problems: readonly JournalProblem[];
}

const newline = 10;

interface Line {
  readonly text: string;
  readonly bytes: number;
  readonly isEnded: boolean;
}

async function* linesOf(path: string): AsyncGenerator<Line> {
  let pending: Buffer = Buffer.alloc(0);
  const stream = createReadStream(path, { highWaterMark: 1 << 18 });
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    const bytes = pending.length === 0 ? chunk : Buffer.concat([pending, chunk]);
    let start = 0;
    for (let end = bytes.indexOf(newline); end >= 0; end = bytes.indexOf(newline, start)) {
      yield { text: bytes.toString('utf8', start, end), bytes: end + 1 - start, isEnded: true };
      start = end + 1;
    }
    pending = bytes.subarray(start);
  }
  if (pending.length > 0) {
    yield { text: pending.toString('utf8'), bytes: pending.length, isEnded: false };
  }
}

/** Counts the entries that should be there and tells which are not. */
class Count {
  readonly problems: JournalProblem[] = [];
  sequence = 0;
  damagedUpTo = 0;
  private head: JournalHead = { compacted: 0, entries: 0 };
  private compactedFound = 0;
  private compactedDoubtful = 0;
  private isPastHead = true;

  get compacted(): number {
    return this.head.compacted;
  }

  begin(head: JournalHead): void {
    this.head = head;
    this.isPastHead = false;
  }

  /** Takes a good entry that follows these unreadable lines; false for one that is out of order. */
  take(sequence: number, line: number, doubtful: readonly JournalProblem[]): boolean {
    if (sequence <= this.sequence) return false;
    if (doubtful.length > 0) this.damagedUpTo = sequence - 1;
    this.problems.push(...doubtful);
    if (!this.isPastHead && sequence <= this.head.compacted) {
      this.compactedFound++;
      this.compactedDoubtful += doubtful.length;
      this.sequence = sequence;
      return true;
    }
    this.finishHead(line, doubtful.length);
    const missing = sequence - this.sequence - 1 - doubtful.length;
    if (missing > 0) this.miss(line, missing, sequence - 1);
    this.sequence = sequence;
    return true;
  }

  /** The compacted part is over, after so many more unreadable lines. */
  finishHead(line: number, doubtful: number): void {
    if (this.isPastHead) return;
    this.isPastHead = true;
    const { entries, compacted } = this.head;
    const missing = entries - this.compactedFound - this.compactedDoubtful - doubtful;
    this.sequence = compacted;
    if (missing > 0) this.miss(line, missing, compacted);
  }

  private miss(line: number, amount: number, upTo: number): void {
    this.problems.push({ code: 'missing-entries', line, amount });
    this.damagedUpTo = upTo;
  }
}

/**
 * Reads the whole journal and gives every good entry to `visit`, oldest first. Bad lines at the end
 * are the torn end; bad lines before a good one are reported and left where they are.
 */
export async function scanJournal(
  path: string,
  visit?: (entry: JournalEntry) => void,
): Promise<JournalScan> {
  const count = new Count();
  let doubtful: JournalProblem[] = [];
  let doubtfulBytes = 0;
  let goodBytes = 0;
  let lineNumber = 0;
  let lacksNewline = false;
  let lastAt: string | null = null;
  for await (const line of linesOf(path)) {
    lineNumber++;
    const found = parseJournalLine(line.text);
    const isHead = found !== undefined && isJournalHead(found);
    const isGood =
      found !== undefined &&
      (isHead ? lineNumber === 1 : count.take(found.sequence, lineNumber, doubtful));
    if (!isGood) {
      doubtful.push({ code: 'damaged-line', line: lineNumber, amount: line.bytes });
      doubtfulBytes += line.bytes;
      continue;
    }
    goodBytes += doubtfulBytes + line.bytes;
    doubtful = [];
    doubtfulBytes = 0;
    lacksNewline = !line.isEnded;
    if (isHead) count.begin(found);
    else {
      lastAt = found.at;
      visit?.(found);
    }
  }
  count.finishHead(lineNumber + 1, 0);
  const { sequence, compacted, damagedUpTo, problems } = count;
  const firstTorn = doubtful[0];
  if (firstTorn) problems.push({ code: 'torn-end', line: firstTorn.line, amount: doubtfulBytes });
  return {
    sequence,
    lastAt,
    compacted,
    damagedUpTo,
    goodBytes,
    tornBytes: doubtfulBytes,
    lacksNewline,
    problems,
  };
}
