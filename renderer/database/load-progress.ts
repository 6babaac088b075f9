import type { BagProgress } from '../../archive/model/bag-report.ts';
import { ReadingEstimate } from './load-estimate.ts';
import { watched } from './watched.ts';

/** How far the load has come that goes on. */
export interface LoadProgress {
  readonly bagId: string;
  readonly progress: BagProgress | null;
  /** Null while that cannot be known. */
  readonly secondsLeft: number | null;
}

/** A file on its way into the library, before it is verified. */
export interface CopyProgress {
  readonly fileName: string;
  readonly bytes: number;
  readonly totalBytes: number;
}

/**
 * They change several times a second for as long as a load takes: kept out of the window's state,
 * so that not all of the window is drawn again each time, in competition with the load itself.
 */
export const loadProgress = watched<LoadProgress | null>(null);
export const copyProgress = watched<CopyProgress | null>(null);

let estimate = { bagId: '', of: new ReadingEstimate() };

/** Tells how far a load is; null begins it. */
export function reportLoad(bagId: string, progress: BagProgress | null): void {
  if (progress === null || estimate.bagId !== bagId) {
    estimate = { bagId, of: new ReadingEstimate() };
  }
  if (progress !== null) estimate.of.add(progress, performance.now() / 1000);
  loadProgress.set({ bagId, progress, secondsLeft: estimate.of.secondsLeft() });
}
