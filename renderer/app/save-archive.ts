import type { SaveBagOutcome } from '../../preload/bridge.ts';
import { findArchive } from '../database/archives.ts';
import { mainBridge } from '../database/main-bridge.ts';

/** Asks for a place and writes a copy of an archive's bag there, to be kept or given away. */
export async function saveArchive(archiveId: string): Promise<SaveBagOutcome> {
  const archive = await findArchive(archiveId);
  if (archive === undefined) return { outcome: 'cancelled' };
  return mainBridge().request.saveBag(archive.bagId);
}
