import type { CommandStep, CommandStepName, StartState } from '../../preload/bridge.ts';
import { mainBridge } from '../database/main-bridge.ts';
import { openTables } from '../database/opening.ts';
import { exportAnnotationsStep, importAnnotationsStep } from './annotation-steps.ts';
import { exportStep } from './export-step.tsx';
import { openStep } from './open-step.ts';
import { searchStep } from './search-step.ts';
import { printError, StepFailure, type StepContext, type StepOutcome } from './step.ts';

/**
 * What each step of a command line does. A step prints its result with `printOut`, what people
 * should know with `printError`, reads and writes its file through `context`, and throws a
 * `StepFailure` where it is refused.
 */
const takers: Readonly<
  Record<CommandStepName, (step: CommandStep, context: StepContext) => Promise<StepOutcome>>
> = {
  open: openStep,
  'import-annotations': importAnnotationsStep,
  'export-annotations': exportAnnotationsStep,
  search: searchStep,
  export: exportStep,
};

const exitCodes = { failed: 1, unusable: 2, partial: 3 } as const;

/** Takes the steps in order and ends the process with their exit code. Never resolves. */
export async function takeSteps(start: StartState, steps: readonly CommandStep[]): Promise<never> {
  let exitCode = 0;
  let name = 'start';
  try {
    for (const { code, line } of start.journalProblems) {
      await printError(`The journal of the notes: ${code} at line ${line}; the rest is in use`);
    }
    await openTables(start);
    for (const [index, step] of steps.entries()) {
      name = `--${step.name}`;
      const outcome = await takers[step.name](step, { start, index });
      if (outcome === 'partial') exitCode = exitCodes.partial;
    }
  } catch (error) {
    const isExpected = error instanceof StepFailure;
    const text = error instanceof Error ? error.message : String(error);
    await printError(isExpected ? `${name}: ${text}` : `${name} failed: ${text}`);
    exitCode = isExpected && error.isUnusable ? exitCodes.unusable : exitCodes.failed;
  }
  await mainBridge().request.endSteps(exitCode);
  return new Promise<never>(() => undefined);
}
