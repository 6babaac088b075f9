import type { StartState } from '../../preload/bridge.ts';
import { mainBridge } from '../database/main-bridge.ts';

/** `partial`: done, but records that cannot be used were left out. */
export type StepOutcome = 'done' | 'partial';

export interface StepContext {
  readonly start: StartState;
  /** The step's place on the command line. */
  readonly index: number;
}

/** A step that is refused, and has changed nothing; the message is for the person who asked. */
export class StepFailure extends Error {
  override readonly name = 'StepFailure';
  /** The file cannot be read or written at all. */
  readonly isUnusable: boolean;

  constructor(message: string, { isUnusable = false } = {}) {
    super(message);
    this.isUnusable = isUnusable;
  }
}

/** Prints a result as one line of JSON on the standard output. */
export function printOut(result: Readonly<Record<string, unknown>>): Promise<void> {
  return mainBridge().request.printLine('out', JSON.stringify(result));
}

/** Prints a line for people on the standard error. */
export function printError(line: string): Promise<void> {
  return mainBridge().request.printLine('err', line);
}

/** The bytes of the file that the step names. Throws a StepFailure where it cannot be read. */
export async function readFileOfStep({ index }: StepContext): Promise<Uint8Array> {
  const reading = await mainBridge().request.readStepFile(index);
  if (reading.outcome === 'read') return reading.bytes;
  throw new StepFailure(`the file cannot be read (${reading.reason})`, { isUnusable: true });
}

/** Writes the file that the step names, whole or not at all; the bytes written. */
export async function writeFileOfStep(
  { index }: StepContext,
  content: string | Uint8Array,
): Promise<number> {
  const writing = await mainBridge().request.writeStepFile(index, content);
  if (writing.outcome === 'written') return writing.bytes;
  throw new StepFailure(`the file cannot be written (${writing.reason})`, { isUnusable: true });
}
