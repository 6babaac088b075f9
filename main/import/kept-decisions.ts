import { access, constants } from 'node:fs/promises';
import { dirname } from 'node:path';
import {
  decisionsFile,
  readDecisions,
  writeDecisions,
} from '../../archive/bag/sources/decisions-file.ts';
import type { PageDecision } from '../../archive/import/newspaper-page/page-decisions.ts';

async function isThere(file: string): Promise<boolean> {
  return access(file).then(
    () => true,
    () => false,
  );
}

async function canWrite(file: string): Promise<boolean> {
  if (!(await isThere(file))) return false;
  return access(dirname(file), constants.W_OK).then(
    () => true,
    () => false,
  );
}

/** The decisions about a page: those beside its source, else those beside our copy. */
export async function keptDecisions(
  original: string,
  copy: string,
): Promise<readonly PageDecision[]> {
  if (await isThere(decisionsFile(original))) return readDecisions(original);
  return readDecisions(copy);
}

/**
 * Keeps decisions beside the source, or beside our copy where the source is gone or its folder
 * cannot be written. Resolves with the file they are in.
 */
export async function keepDecisions(
  original: string,
  copy: string,
  decisions: readonly PageDecision[],
): Promise<string> {
  if (await canWrite(original)) {
    try {
      await writeDecisions(original, decisions);
      await writeDecisions(copy, []);
      return decisionsFile(original);
    } catch {
      // A read-only medium may say so only now.
    }
  }
  await writeDecisions(copy, decisions);
  return decisionsFile(copy);
}
