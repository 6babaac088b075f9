import type { RestoreMode, RestoreOutcome, RestoreSource } from '../../archive/model/snapshot.ts';
import { mainBridge } from '../database/main-bridge.ts';
import { followJournal } from '../database/user-data.ts';

/** Restores, and resolves once the tables follow. Rejects with the system's error; nothing is changed then. */
export async function restoreFrom(
  source: RestoreSource,
  mode: RestoreMode,
): Promise<RestoreOutcome> {
  const outcome = await mainBridge().request.restoreUserData(source, mode);
  if (outcome.outcome === 'restored') await followJournal();
  return outcome;
}
