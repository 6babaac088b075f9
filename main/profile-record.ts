import { closeSync, fsyncSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { schemaVersion } from '../archive/model/schema-version.ts';

/** What the program knows of a profile before it opens anything in it. */
export interface ProfileRecord {
  readonly format: 'guzhi-profile';
  readonly schemaVersion: number;
  /** The program that last wrote to it. */
  readonly program: string;
  /** Snapshots are written there too; absent where none was chosen. */
  readonly secondFolder?: string;
}

const fileName = 'profile.json';

/** Null for a new profile, and for one whose record cannot be read: the tables have a number too. */
export function readProfileRecord(profile: string): ProfileRecord | null {
  try {
    const found: unknown = JSON.parse(readFileSync(join(profile, fileName), 'utf8'));
    if (typeof found !== 'object' || found === null) return null;
    const record = found as Partial<ProfileRecord>;
    if (record.format !== 'guzhi-profile' || typeof record.schemaVersion !== 'number') return null;
    const { format, program = '', secondFolder } = record;
    return {
      format,
      schemaVersion: record.schemaVersion,
      program,
      ...(typeof secondFolder === 'string' && { secondFolder }),
    };
  } catch {
    return null;
  }
}

export function isNewer(record: ProfileRecord | null): record is ProfileRecord {
  return record !== null && record.schemaVersion > schemaVersion;
}

/** Replaces the record, on disk when it returns. */
export function writeProfileRecord(profile: string, record: ProfileRecord): void {
  const path = join(profile, fileName);
  const file = openSync(`${path}.writing`, 'w');
  try {
    writeSync(file, `${JSON.stringify(record, null, 1)}\n`);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  renameSync(`${path}.writing`, path);
}
