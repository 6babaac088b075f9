import { readFile, stat } from 'node:fs/promises';
import { app } from 'electron';
import type { CommandStep } from '../preload/bridge.ts';
import { writeFileDurably } from './file-writing.ts';
import type { RequestHandlers } from './ipc.ts';
import { systemErrorCode } from './system-error.ts';

/** More than this is no file that a step reads; archives are not read this way. */
const largestFile = 512 * 1024 * 1024;

/** Resolves once the stream has taken everything over. */
function write(stream: NodeJS.WriteStream, text: string): Promise<void> {
  return new Promise((resolve) => {
    stream.write(text, () => {
      resolve();
    });
  });
}

/** Whoever reads the output may have gone (head, less); the steps are taken all the same. */
function ignoreClosedPipes(): void {
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);
}

/** Answers what the steps of a command line ask of main; without steps everything is refused. */
export function stepRequestHandlers(
  steps: readonly CommandStep[] | null,
): Pick<RequestHandlers, 'readStepFile' | 'writeStepFile' | 'printLine' | 'endSteps'> {
  if (steps !== null) ignoreClosedPipes();
  const fileOf = (step: unknown): string => {
    const found = typeof step === 'number' ? steps?.[step] : undefined;
    if (!found) throw new TypeError('The command line has no such step');
    return found.value;
  };
  return {
    async readStepFile(step) {
      const path = fileOf(step);
      try {
        const { size } = await stat(path);
        if (size > largestFile) return { outcome: 'unreadable', reason: 'EFBIG' };
        return { outcome: 'read', bytes: await readFile(path) };
      } catch (error) {
        const reason = systemErrorCode(error);
        if (reason === undefined) throw error;
        return { outcome: 'unreadable', reason };
      }
    },
    async writeStepFile(step, content) {
      const path = fileOf(step);
      const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
      if (!(bytes instanceof Uint8Array)) throw new TypeError('No content of a file');
      try {
        await writeFileDurably(path, bytes);
        return { outcome: 'written', bytes: bytes.length };
      } catch (error) {
        const reason = systemErrorCode(error);
        if (reason === undefined) throw error;
        return { outcome: 'unwritable', reason };
      }
    },
    printLine(stream, line) {
      if (steps === null) throw new TypeError('There is no command line to answer');
      return write(stream === 'out' ? process.stdout : process.stderr, `${line}\n`);
    },
    async endSteps(exitCode) {
      if (steps === null) throw new TypeError('There is no command line to end');
      await Promise.all([write(process.stdout, ''), write(process.stderr, '')]);
      app.exit(Number.isInteger(exitCode) ? exitCode : 1);
    },
  };
}
