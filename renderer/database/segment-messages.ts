import type { CollectedSegment } from '../../archive/search/index/segment-builder.ts';

/** What the worker that writes segments is told. */
export interface SegmentOrder {
  readonly name: string;
  readonly segment: CollectedSegment;
}

/** The bytes of the file that is on disk now, or the error that was met. */
export type SegmentNews =
  { readonly bytes: number } | { readonly name: string; readonly message: string };
