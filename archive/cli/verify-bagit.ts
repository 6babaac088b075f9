import { stat } from 'node:fs/promises';
import { checkBagIt } from '../bag/bagit/check-bagit.ts';
import { openFolderBagFiles } from '../bag/bagit/folder-bag-files.ts';
import { openZipBagFiles } from '../bag/zip/zip-bag-files.ts';
import type { BagProblem } from '../model/bag-report.ts';

/** What the rules of BagIt alone say about a bag in a folder or a ZIP. */
export interface BagItVerdict {
  readonly isValid: boolean;
  /** Of BagIt; null where the bag does not tell. */
  readonly version: string | null;
  readonly problems: readonly BagProblem[];
}

/** Checks any bag, newsbag or not. Rejects where the path cannot be read. */
export async function verifyBagIt(path: string): Promise<BagItVerdict> {
  if ((await stat(path)).isDirectory()) {
    const { files, problems } = await openFolderBagFiles(path);
    const report = await checkBagIt(files);
    return {
      isValid: report.isValid && problems.length === 0,
      version: report.version,
      problems: [...problems, ...report.problems],
    };
  }
  const opening = await openZipBagFiles(path);
  if (opening.outcome === 'refused') {
    return { isValid: false, version: null, problems: opening.problems };
  }
  try {
    return await checkBagIt(opening.files);
  } finally {
    await opening.files.close();
  }
}
