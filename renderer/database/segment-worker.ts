import { openSearchStorage } from './search-storage.ts';
import type { SegmentNews, SegmentOrder } from './segment-messages.ts';
import { writesHere } from './segment-writing.ts';

/** Sorts and writes segments of the search index beside the worker that reads the stories. */
async function obey({ name, segment }: SegmentOrder): Promise<SegmentNews> {
  try {
    return { bytes: await writesHere(await openSearchStorage()).write(name, segment) };
  } catch (error) {
    const isError = error instanceof Error;
    return { name: isError ? error.name : 'Error', message: isError ? error.message : '' };
  }
}

self.addEventListener('message', ({ data }: MessageEvent<SegmentOrder>) => {
  void obey(data).then((news) => {
    self.postMessage(news);
  });
});
