import { writeGeneration } from '../../../renderer/database/write-generation.ts';

/**
 * The loading worker without its index: the same records in the same rows and blocks. Answers with
 * the seconds it took.
 */
self.addEventListener('message', ({ data }: MessageEvent<string>) => {
  void (async () => {
    const began = performance.now();
    const { body } = await fetch(`archive://load/${encodeURIComponent(data)}`);
    if (!body) throw new Error('There is no stream');
    await writeGeneration(body);
    self.postMessage((performance.now() - began) / 1000);
  })();
});
