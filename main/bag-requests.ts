import { rm } from 'node:fs/promises';
import { basename } from 'node:path';
import { dialog, type BrowserWindow } from 'electron';
import type { InterfaceLanguage } from '../archive/model/user-data.ts';
import { sendEvent, type RequestHandlers } from './ipc.ts';
import type { Library } from './library.ts';
import type { Loads } from './load.ts';
import { menuWords } from './menu-words.ts';
import { Verifications } from './verify.ts';

interface BagParts {
  readonly window: BrowserWindow;
  readonly library: Promise<Library>;
  readonly loads: Promise<Loads>;
  readonly language: () => InterfaceLanguage;
  /** Whether a file was built for an import, so that it is ours to delete. */
  readonly isBuilt: (path: string) => boolean;
}

type BagRequests = Pick<
  RequestHandlers,
  | 'openBag'
  | 'cancelOpen'
  | 'loadVerdict'
  | 'cancelLoad'
  | 'removeBag'
  | 'verifyBag'
  | 'cancelVerify'
>;

function assertText(value: unknown): asserts value is string {
  if (typeof value !== 'string') throw new TypeError('A text was expected');
}

async function askForBag(
  window: BrowserWindow,
  language: InterfaceLanguage,
): Promise<string | null> {
  const words = menuWords(language);
  const { canceled, filePaths } = await dialog.showOpenDialog(window, {
    title: words.openArchive,
    properties: ['openFile'],
    filters: [{ name: words.archiveFiles, extensions: ['newsbag'] }],
  });
  return canceled ? null : (filePaths[0] ?? null);
}

/** Milliseconds between two reports of progress. */
const progressInterval = 200;

/** What main answers about the files of the library. */
export function makeBagHandlers(parts: BagParts): BagRequests {
  const { window, isBuilt } = parts;
  let copying = new AbortController();
  const verifications = parts.library.then(
    (library) =>
      new Verifications(library, (bagId, progress) => {
        sendEvent(window, 'verifyProgress', { bagId, ...progress });
      }),
  );
  return {
    async openBag(path) {
      if (path !== null) assertText(path);
      const chosen = path ?? (await askForBag(window, parts.language()));
      if (chosen === null) return { outcome: 'cancelled' };
      const fileName = basename(chosen);
      if (copying.signal.aborted) copying = new AbortController();
      let reportedAt = 0;
      const taken = await (
        await parts.library
      ).take(
        chosen,
        (bytes, totalBytes) => {
          const now = Date.now();
          if (now - reportedAt < progressInterval && bytes < totalBytes) return;
          reportedAt = now;
          sendEvent(window, 'copyProgress', { fileName, bytes, totalBytes });
        },
        copying.signal,
      );
      // What was built for an import is ours; once it is in the library nobody needs it.
      if (isBuilt(chosen)) await rm(chosen, { force: true });
      return taken;
    },
    cancelOpen() {
      copying.abort();
      return Promise.resolve();
    },
    async loadVerdict(bagId) {
      assertText(bagId);
      return (await parts.loads).verdict(bagId);
    },
    async cancelLoad(bagId) {
      assertText(bagId);
      await (await parts.loads).cancel(bagId);
    },
    async removeBag(bagId) {
      assertText(bagId);
      (await verifications).cancel(bagId);
      await (await parts.library).remove(bagId);
    },
    async verifyBag(bagId) {
      assertText(bagId);
      return (await verifications).verify(bagId);
    },
    async cancelVerify(bagId) {
      assertText(bagId);
      (await verifications).cancel(bagId);
    },
  };
}
