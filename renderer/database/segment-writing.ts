import type { CollectedSegment } from '../../archive/search/index/segment-builder.ts';
import { writeSegment } from '../../archive/search/index/write-segment.ts';
import type { SearchStorage } from './search-files.ts';

/** Writes segments as files of a storage; a segment that was handed over is not to be touched again. */
export interface SegmentWriter {
  /** The bytes of the file, which is on disk then. */
  write(name: string, segment: CollectedSegment): Promise<number>;
  end(): void;
}

/** Writes in the same thread. */
export function writesHere(storage: SearchStorage): SegmentWriter {
  return {
    async write(name, segment) {
      const file = await storage.create(name);
      try {
        await writeSegment(segment, file);
      } finally {
        await file.close();
      }
      return file.written;
    },
    end: () => undefined,
  };
}
