import { crc32 } from 'node:zlib';
import type { JournalEntry } from '../archive/model/user-data.ts';

/**
 * A line of the journal is the entry as JSON with a last member `crc`: CRC-32, in 8 hex digits, of
 * the line's bytes without that member. So a half-written or damaged line never passes for a whole.
 */
const checkStart = ',"crc":"';
const checkPattern = /,"crc":"([0-9a-f]{8})"\}$/;

function check(json: string): string {
  return crc32(json).toString(16).padStart(8, '0');
}

/**
 * The first line of a journal that was compacted: `entries` lines follow that are the last ones for
 * their keys up to entry `compacted`; from there on the journal counts as any other.
 */
export interface JournalHead {
  readonly compacted: number;
  readonly entries: number;
}

export function isJournalHead(line: JournalEntry | JournalHead): line is JournalHead {
  return 'compacted' in line;
}

/** The line without its end. */
export function formatJournalLine(line: JournalEntry | JournalHead): string {
  const json = JSON.stringify(line);
  return `${json.slice(0, -1)}${checkStart}${check(json)}"}`;
}

/** Undefined for a line that is not exactly what was written. */
export function parseJournalLine(line: string): JournalEntry | JournalHead | undefined {
  const match = checkPattern.exec(line);
  if (!match) return undefined;
  const json = `${line.slice(0, match.index)}}`;
  return check(json) === match[1] ? (JSON.parse(json) as JournalEntry | JournalHead) : undefined;
}
