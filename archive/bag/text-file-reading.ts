import type { BagProblem } from '../model/bag-report.ts';
import { FileFault } from './bag-files.ts';
import type { BagFiles } from './bag-files.ts';
import { DigestCheck } from './bagit/digest-check.ts';
import type { Manifest } from './bagit/manifest.ts';
import { problem } from './problem-list.ts';
import type { ProblemList } from './problem-list.ts';
import { guessChineseEncoding } from '../text/encoding-guess.ts';
import { hasByteOrderMark, withoutByteOrderMark } from './records/byte-order-mark.ts';
import { LineSplitter } from './records/line-splitter.ts';
import type { Line } from './records/line-splitter.ts';
import { parseLine } from './records/parse-line.ts';
import type { ParsedLine } from './records/parse-line.ts';

const toleratedShare = 0.01;
const sampleBytes = 64 * 1024;

export interface TextFileHandlers {
  /** Called for every line that is JSON; a promise is waited for. */
  record(line: Line, parsed: ParsedLine): void | Promise<void>;
  chunk(bytes: number): void;
}

/** Lines of one kind of record that are not UTF-8, over all files of that kind. */
export class EncodingTally {
  readonly #declared: number;
  lines = 0;
  /** Bytes of the longest line, without its end. */
  longestLine = 0;
  #invalid = 0;
  #hasRefused = false;
  #sample = Buffer.alloc(0);

  /** `declared`: how many records the archive says it has. */
  constructor(declared: number) {
    this.#declared = declared;
  }

  /** Registers a line that is not UTF-8; the refusal, once there are too many of them. */
  addInvalid(line: Buffer, path: string): BagProblem | null {
    this.#invalid += 1;
    if (this.#sample.length < sampleBytes) {
      this.#sample = Buffer.concat([this.#sample, line.subarray(0, sampleBytes)]);
    }
    return this.verdict(path, Math.max(this.#declared, this.lines));
  }

  /** The refusal where too many lines are not UTF-8; it is told once. */
  verdict(path: string, lines = this.lines): BagProblem | null {
    if (this.#hasRefused || this.#invalid <= lines * toleratedShare) return null;
    this.#hasRefused = true;
    const details = { invalidLines: this.#invalid, lines: this.lines };
    const encoding = guessChineseEncoding((encoding) =>
      new TextDecoder(encoding, { fatal: true }).decode(this.#sample),
    );
    return encoding === null
      ? problem('too-much-invalid-utf8', path, details)
      : problem('legacy-encoding', path, { ...details, encoding });
  }
}

/** Reads one NDJSON file: its digests are compared, its lines parsed and handed on. */
export async function readTextFile(
  files: BagFiles,
  manifests: readonly Manifest[],
  path: string,
  tally: EncodingTally,
  problems: ProblemList,
  handlers: TextFileHandlers,
): Promise<void> {
  const check = new DigestCheck(manifests, path);
  const splitter = new LineSplitter(path);
  // Set to false where what follows is hopeless as text; the rest of the file is still compared.
  const state = { isReadable: true };
  const take = (line: Line): void | Promise<void> => {
    let { bytes } = line;
    tally.longestLine = Math.max(tally.longestLine, bytes.length);
    if (line.number === 1 && hasByteOrderMark(bytes)) {
      problems.add(problem('byte-order-mark', path, {}, 1));
      bytes = withoutByteOrderMark(bytes);
    }
    if (bytes.length === 0) return;
    tally.lines += 1;
    const parsed = parseLine({ bytes, number: line.number }, path);
    if ('parsed' in parsed) return handlers.record({ bytes, number: line.number }, parsed.parsed);
    problems.add(parsed.fault);
    if (parsed.fault.code !== 'invalid-utf8') return;
    const refusal = tally.addInvalid(bytes, path);
    if (refusal) {
      problems.add(refusal);
      state.isReadable = false;
    }
  };
  const takeAll = async (lines: Iterable<Line>): Promise<void> => {
    try {
      for (const line of lines) {
        const waiting = take(line);
        if (waiting) await waiting;
        if (!state.isReadable) return;
      }
    } catch (error) {
      if (!(error instanceof FileFault)) throw error;
      problems.add(error.problem);
      state.isReadable = false;
    }
  };
  try {
    for await (const chunk of files.chunks(path)) {
      check.update(chunk);
      handlers.chunk(chunk.length);
      if (state.isReadable) await takeAll(splitter.lines(chunk));
    }
  } catch (error) {
    if (!(error instanceof FileFault)) throw error;
    problems.add(error.problem);
  }
  const mismatch = check.mismatch();
  if (mismatch) problems.add(mismatch);
  if (state.isReadable && !mismatch) await takeAll(splitter.rest());
}
