import { schemaVersion } from '../archive/model/schema-version.ts';
import type { UserData } from './open-user-data.ts';
import { readProfileRecord, writeProfileRecord } from './profile-record.ts';

/** Marks the profile as this version's; what an earlier one left behind gets a snapshot first. */
export async function keepRecord(
  profile: string,
  { snapshots }: UserData,
  program: string,
): Promise<void> {
  const record = readProfileRecord(profile);
  if (record?.schemaVersion === schemaVersion && record.program === program) return;
  if (record?.schemaVersion !== schemaVersion) await snapshots.makeIfChanged('before-upgrade');
  writeProfileRecord(profile, {
    ...record,
    format: 'guzhi-profile',
    schemaVersion,
    program,
  });
}
