import type { BagProblem } from '../model/bag-report.ts';
import { problemKinds } from '../model/problem-codes.ts';
import type { ProblemCode, ProblemSeverity } from '../model/problem-codes.ts';

/** Problems of one code that are listed one by one; more are only counted. */
const listedPerCode = 100;

/** The problem of that code, with the severity the table gives it. */
export function problem(
  code: ProblemCode,
  path = '',
  details: BagProblem['details'] = {},
  line?: number,
): BagProblem {
  const found = { code, severity: problemKinds[code].severity, path, details };
  return line === undefined ? found : { ...found, line };
}

/** Gathers problems without growing beyond bounds on a bag that is bad on every line. */
export class ProblemList {
  readonly listed: BagProblem[] = [];
  unlisted = 0;
  readonly #countByCode = new Map<ProblemCode, number>();
  readonly #countBySeverity = new Map<ProblemSeverity, number>();

  add(found: BagProblem): void {
    const count = (this.#countByCode.get(found.code) ?? 0) + 1;
    this.#countByCode.set(found.code, count);
    this.#countBySeverity.set(found.severity, (this.#countBySeverity.get(found.severity) ?? 0) + 1);
    if (count <= listedPerCode) this.listed.push(found);
    else this.unlisted += 1;
  }

  addAll(found: Iterable<BagProblem>): void {
    for (const one of found) this.add(one);
  }

  get isRefused(): boolean {
    return (this.#countBySeverity.get('refuse') ?? 0) > 0;
  }
}
