import type { BagProblem } from '../model/bag-report.ts';

/** A bag's files, whatever holds them: a ZIP or a folder. */
export interface BagFiles {
  /** Bytes of every file by its path below the bag's top folder. */
  readonly sizes: ReadonlyMap<string, number>;
  /** The content in order; throws a FileFault where it cannot be had as announced. */
  chunks(path: string): AsyncIterable<Buffer>;
}

/** A file that cannot be read as announced; carries what the report says about it. */
export class FileFault extends Error {
  readonly problem: BagProblem;

  constructor(problem: BagProblem) {
    super(`${problem.code} ${problem.path}`);
    this.problem = problem;
  }
}
