import type { BagProblem } from '../../model/bag-report.ts';
import { FileFault } from '../bag-files.ts';
import type { BagFiles } from '../bag-files.ts';
import { problem } from '../problem-list.ts';
import { withoutByteOrderMark } from './byte-order-mark.ts';
import { contentFingerprint } from './content-fingerprint.ts';
import { LineSplitter } from './line-splitter.ts';
import type { Line } from './line-splitter.ts';
import { parseLine } from './parse-line.ts';
import { differingDuplicate } from './seen-records.ts';
import type { Repetition } from './seen-records.ts';

async function* linesOf(files: BagFiles, path: string): AsyncGenerator<Line> {
  const splitter = new LineSplitter(path);
  for await (const chunk of files.chunks(path)) yield* splitter.lines(chunk);
  yield* splitter.rest();
}

/** Fingerprints of the records that begin these lines of a file. */
async function fingerprints(
  files: BagFiles,
  path: string,
  wanted: ReadonlySet<number>,
): Promise<ReadonlyMap<number, string>> {
  const found = new Map<number, string>();
  try {
    for await (const { bytes, number } of linesOf(files, path)) {
      if (!wanted.has(number)) continue;
      const line = parseLine({ bytes: withoutByteOrderMark(bytes), number }, path);
      if ('parsed' in line) found.set(number, contentFingerprint(line.parsed.value));
      if (found.size === wanted.size) break;
    }
  } catch (error) {
    // What is wrong with the file was told when it was read first.
    if (!(error instanceof FileFault)) throw error;
  }
  return found;
}

/**
 * Reads the earlier ones of repeated records again and says of each repetition that it is skipped,
 * as it says the same, or that it refuses the bag. Costs nothing where nothing is repeated.
 */
export async function judgeRepetitions(
  files: BagFiles,
  repetitions: readonly Repetition[],
): Promise<readonly BagProblem[]> {
  const wanted = new Map<string, Set<number>>();
  for (const { earlier } of repetitions) {
    const numbers = wanted.get(earlier.path) ?? new Set();
    wanted.set(earlier.path, numbers.add(earlier.number));
  }
  const contents = new Map<string, ReadonlyMap<number, string>>();
  for (const [path, numbers] of wanted) {
    contents.set(path, await fingerprints(files, path, numbers));
  }
  return repetitions.map(({ id, version, earlier, place, content }) =>
    contents.get(earlier.path)?.get(earlier.number) === content
      ? problem('duplicate-record', place.path, { id }, place.number)
      : differingDuplicate({ id, version }, place, version),
  );
}
