import type { BrowserWindow } from 'electron';
import { join } from 'node:path';
import type { InterfaceLanguage } from '../../archive/model/user-data.ts';
import { copyFileDurably } from '../copy-file.ts';
import { sendEvent, type RequestHandlers } from '../ipc.ts';
import type { Library } from '../library.ts';
import { systemErrorCode } from '../system-error.ts';
import { askForBagPlace, askForSources } from './import-dialogs.ts';
import { ImportProjects } from './import-project.ts';
import { assertImportRequest, assertReviewRequest } from './import-request-check.ts';
import { Imports } from './imports.ts';
import { planImport } from './plan-import.ts';
import { reviewPage } from './review.ts';
import { sampleSources } from './sample-page.ts';

export interface ImportRequestParts {
  readonly window: BrowserWindow;
  readonly library: Promise<Library>;
  readonly language: () => InterfaceLanguage;
  /** The profile's folder for imports. */
  readonly folder: string;
  /** What was built for restoring pages: the word table and the sample page. */
  readonly resources: string;
}

type ImportMethod =
  'planImport' | 'runImport' | 'cancelImport' | 'rebuildArchive' | 'reviewPage' | 'saveBag';

/** What main answers about importing; arguments are checked, whoever sent them. */
export function makeImportHandlers(
  parts: ImportRequestParts,
): { readonly imports: Imports } & Pick<RequestHandlers, ImportMethod> {
  const { window, library, folder, resources } = parts;
  const projects = new ImportProjects(join(folder, 'projects'));
  const imports = new Imports({
    projects,
    builtFolder: join(folder, 'built'),
    wordTable: join(resources, 'words.bin'),
    isHeld: async (archiveId) =>
      (await library).list().some(({ description }) => description.id === archiveId),
    onProgress: (progress) => {
      sendEvent(window, 'importProgress', progress);
    },
  });
  return {
    imports,
    async planImport(what, pattern) {
      if (typeof pattern !== 'string') throw new TypeError('A text was expected');
      if (what === 'sample') {
        const paths = await sampleSources(join(resources, 'sample'), join(folder, 'sample'));
        return planImport(paths, true);
      }
      if (what === 'files' || what === 'folder') {
        const chosen = await askForSources(window, parts.language(), what);
        return chosen === null ? null : planImport(chosen, false, pattern);
      }
      if (!Array.isArray(what) || !what.every((path) => typeof path === 'string')) {
        throw new TypeError('Paths were expected');
      }
      return planImport(what, false, pattern);
    },
    async runImport(request) {
      assertImportRequest(request);
      return imports.run(request);
    },
    cancelImport() {
      imports.cancel();
      return Promise.resolve();
    },
    async rebuildArchive(archiveId) {
      if (typeof archiveId !== 'string') throw new TypeError('A text was expected');
      return imports.rebuild(archiveId);
    },
    async reviewPage(request) {
      assertReviewRequest(request);
      return reviewPage(projects, await imports.wordTable(), request);
    },
    async saveBag(bagId) {
      if (typeof bagId !== 'string') throw new TypeError('A text was expected');
      const held = (await library).find(bagId);
      if (!held) throw new Error(`The bag ${bagId} is gone`);
      const { 'dcterms:title': title, revision } = held.bag.description;
      const safe = title.replaceAll(/[\\/:*?"<>|\p{Cc}]/gu, '-').slice(0, 80);
      const place = await askForBagPlace(window, parts.language(), `${safe}-r${revision}.newsbag`);
      if (place === null) return { outcome: 'cancelled' };
      try {
        await copyFileDurably(held.path, place, () => undefined);
        return { outcome: 'saved', path: place };
      } catch (error) {
        const code = systemErrorCode(error);
        if (code === undefined) throw error;
        return { outcome: 'failed', code };
      }
    },
  };
}
