import type { BagOnDisk, BagRefusal, CommandStep } from '../../preload/bridge.ts';
import { findArchive } from '../database/archives.ts';
import { loadBag } from '../database/load-archive.ts';
import { mainBridge } from '../database/main-bridge.ts';
import { startI18n } from '../i18n/i18n.ts';
import { problemReport, problemWords } from '../library/problem-words.ts';
import { printError, printOut, StepFailure, type StepOutcome } from './step.ts';

/** Says in English what is wrong with a bag, as the report of the window would. */
async function refused({ fileName, problems }: BagRefusal): Promise<StepFailure> {
  const { t } = await startI18n('en');
  const grave = problems.filter(({ severity }) => severity === 'refuse');
  const isUnreadable = grave.some(({ code }) => code === 'unreadable');
  const report = problemReport(grave, (problem) => problemWords(problem, t), fileName);
  return new StepFailure(`refused, nothing was changed\n${report}`, { isUnusable: isUnreadable });
}

async function isLoadedAlready({ bagId, description }: BagOnDisk): Promise<boolean> {
  const loaded = await findArchive(description.id);
  if (loaded === undefined || description.revision > loaded.description.revision) return false;
  if (bagId !== loaded.bagId) await mainBridge().request.removeBag(bagId);
  return true;
}

/** `--open FILE`: verifies and loads an archive, unless this revision or a later one is loaded. */
export async function openStep({ value }: CommandStep): Promise<StepOutcome> {
  const opened = await mainBridge().request.openBag(value);
  if (opened.outcome === 'refused') throw await refused(opened);
  if (opened.outcome === 'cancelled') throw new StepFailure('no file was opened');
  const { bag } = opened;
  const { id, revision, 'dcterms:title': title } = bag.description;
  const result = { step: 'open', file: value, archive: id, title, revision };
  if (await isLoadedAlready(bag)) {
    await printOut({ ...result, outcome: 'already-loaded' });
    return 'done';
  }
  const verdict = await loadBag(bag.bagId, () => undefined);
  if (verdict.outcome === 'refused') throw await refused(verdict);
  if (verdict.outcome === 'cancelled') throw new StepFailure('loading was cancelled');
  const { accepted, problems, unlistedProblems } = verdict.report;
  const leftOut = problems.filter(({ severity }) => severity === 'skip').length + unlistedProblems;
  await printOut({ ...result, outcome: 'loaded', ...accepted, leftOut });
  if (leftOut === 0) return 'done';
  await printError(`--open: ${leftOut} records of ${value} could not be used and were left out`);
  return 'partial';
}
