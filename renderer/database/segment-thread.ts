import type { CollectedSegment } from '../../archive/search/index/segment-builder.ts';
import type { SegmentNews, SegmentOrder } from './segment-messages.ts';
import type { SegmentWriter } from './segment-writing.ts';

function buffersOf(segment: CollectedSegment): Set<ArrayBuffer> {
  const { table, ...own } = segment;
  const parts: readonly unknown[] = [own, table].flatMap((part): unknown[] => Object.values(part));
  const buffers = parts.flatMap((value) =>
    ArrayBuffer.isView(value) && value.buffer instanceof ArrayBuffer ? value.buffer : [],
  );
  return new Set(buffers);
}

/**
 * Writes in a thread of its own, so that reading goes on meanwhile. For workers alone: the storage
 * is the one that `openSearchStorage` gives.
 */
export class SegmentThread implements SegmentWriter {
  private readonly worker = new Worker(new URL('./segment-worker.ts', import.meta.url), {
    type: 'module',
    name: 'segment',
  });

  write(name: string, segment: CollectedSegment): Promise<number> {
    return new Promise((resolve, reject) => {
      this.worker.onmessage = ({ data }: MessageEvent<SegmentNews>): void => {
        if ('bytes' in data) resolve(data.bytes);
        else reject(new DOMException(data.message, data.name));
      };
      this.worker.onerror = ({ message }): void => {
        reject(new Error(`The worker of the index stopped: ${message}`));
      };
      const order: SegmentOrder = { name, segment };
      this.worker.postMessage(order, [...buffersOf(segment)]);
    });
  }

  end(): void {
    this.worker.terminate();
  }
}
