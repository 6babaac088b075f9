import type { BagProblem, BagProgress } from '../../archive/model/bag-report.ts';
import { archives, type ArchiveRecord } from './archives.ts';
import { ReadingEstimate } from './load-estimate.ts';
import { mainBridge } from './main-bridge.ts';
import { watched } from './watched.ts';

/** A verification that goes on; one at a time. */
export interface Verification {
  readonly archiveId: string;
  readonly progress: BagProgress | null;
  readonly secondsLeft: number | null;
}

export const verification = watched<Verification | null>(null);

/** Keeps what a verification found, unless the archive was loaded anew meanwhile. */
async function keepCheck(
  { id, generation, loadedAt }: ArchiveRecord,
  change: Partial<ArchiveRecord>,
): Promise<void> {
  await archives
    .where('id')
    .equals(id)
    .and((record) => record.generation === generation && record.loadedAt === loadedAt)
    .modify(change);
}

/**
 * Compares the file of an archive with its manifest again, and keeps the day and what was found.
 * What is loaded was verified when it was loaded and stays as it is. Does nothing while another
 * verification goes on.
 */
export async function verifyArchive(archive: ArchiveRecord): Promise<void> {
  if (verification.now() !== null) return;
  const bridge = mainBridge();
  const estimate = new ReadingEstimate();
  verification.set({ archiveId: archive.id, progress: null, secondsLeft: null });
  const stopListening = bridge.on('verifyProgress', ({ bagId, ...progress }) => {
    if (bagId !== archive.bagId) return;
    estimate.add(progress, performance.now() / 1000);
    verification.set({ archiveId: archive.id, progress, secondsLeft: estimate.secondsLeft() });
  });
  try {
    const verdict = await bridge.request.verifyBag(archive.bagId);
    const at = new Date().toISOString();
    if (verdict.outcome === 'complete') {
      await keepCheck(archive, { report: verdict.report, check: { at, problems: [] } });
    } else if (verdict.outcome === 'refused') {
      await keepCheck(archive, { check: { at, problems: graveOf(verdict.problems) } });
    }
  } finally {
    stopListening();
    verification.set(null);
  }
}

function graveOf(problems: readonly BagProblem[]): readonly BagProblem[] {
  return problems.filter(({ severity }) => severity === 'refuse');
}

/** The archive keeps the day of its last verification. */
export async function cancelVerification(bagId: string): Promise<void> {
  await mainBridge().request.cancelVerify(bagId);
}
