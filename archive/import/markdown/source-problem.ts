/** Why a source cannot be taken as it is. Nothing of a source is ever left out silently. */
export type SourceProblemCode =
  | 'file-missing'
  | 'file-unexpected'
  | 'not-utf8'
  | 'bad-yaml'
  | 'field-missing'
  | 'field-unknown'
  | 'field-malformed'
  | 'front-matter-missing'
  | 'bad-file-name'
  | 'date-differs'
  | 'page-unknown'
  | 'place-taken'
  | 'id-taken'
  | 'empty-story'
  | 'not-in-subset'
  | 'paragraph-over-lines'
  | 'escape-needed'
  | 'picture-missing'
  | 'picture-not-an-image'
  | 'picture-unused'
  | 'continuation-missing'
  | 'continuation-one-sided';

export interface SourceProblem {
  readonly code: SourceProblemCode;
  /** Path below the source folder. */
  readonly file: string;
  /** From 1. */
  readonly line: number;
  /** What stands there, or is wanted, as far as it helps. */
  readonly found: string;
  /** A warning does not keep the bag from being built. */
  readonly isWarning: boolean;
}

/** Gathers the problems of one file. */
export class SourceProblems {
  readonly list: SourceProblem[];
  readonly file: string;

  constructor(file: string, list: SourceProblem[] = []) {
    this.file = file;
    this.list = list;
  }

  /** The same list, for another file. */
  for(file: string): SourceProblems {
    return new SourceProblems(file, this.list);
  }

  add(code: SourceProblemCode, line: number, found = ''): void {
    const isWarning = code === 'picture-unused';
    this.list.push({ code, file: this.file, line, found: found.slice(0, 200), isWarning });
  }
}
