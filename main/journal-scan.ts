import { createReadStream } from 'node:fs';
import type { JournalEntry } from '../archive/model/user-data.ts';
import type { JournalProblem } from '../preload/bridge.ts';
import { parseJournalLine } from './journal-line.ts';

/** What reading a journal from its beginning found. */
export interface JournalScan {
  /** The last entry's number; 0 where there is none. */
  readonly sequence: number;
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

/**
 * Reads the whole journal and gives every good entry to `visit`, oldest first. Bad lines at the end
 * are the torn end; bad lines before a good one are reported and left where they are.
 */
export async function scanJournal(
  path: string,
  visit?: (entry: JournalEntry) => void,
): Promise<JournalScan> {
  const problems: JournalProblem[] = [];
  let doubtful: JournalProblem[] = [];
  let doubtfulBytes = 0;
  let sequence = 0;
  let goodBytes = 0;
  let lineNumber = 0;
  let lacksNewline = false;
  for await (const line of linesOf(path)) {
    lineNumber++;
    const entry = parseJournalLine(line.text);
    if (!entry || entry.sequence <= sequence) {
      doubtful.push({ code: 'damaged-line', line: lineNumber, amount: line.bytes });
      doubtfulBytes += line.bytes;
      continue;
    }
    const missing = entry.sequence - sequence - 1 - doubtful.length;
    problems.push(...doubtful);
    if (missing > 0) problems.push({ code: 'missing-entries', line: lineNumber, amount: missing });
    goodBytes += doubtfulBytes + line.bytes;
    doubtful = [];
    doubtfulBytes = 0;
    sequence = entry.sequence;
    lacksNewline = !line.isEnded;
    visit?.(entry);
  }
  const firstTorn = doubtful[0];
  if (firstTorn) problems.push({ code: 'torn-end', line: firstTorn.line, amount: doubtfulBytes });
  return { sequence, goodBytes, tornBytes: doubtfulBytes, lacksNewline, problems };
}
