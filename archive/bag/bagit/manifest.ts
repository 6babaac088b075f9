import type { BagProblem } from '../../model/bag-report.ts';
import { problem } from '../problem-list.ts';

/** Hex digits of a digest by the name of its algorithm, as manifests are called. */
const digestLengths: Readonly<Record<string, number>> = {
  md5: 32,
  sha1: 40,
  sha224: 56,
  sha256: 64,
  sha384: 96,
  sha512: 128,
};

/** A `manifest-<algorithm>.txt` or `tagmanifest-<algorithm>.txt`. */
export interface Manifest {
  readonly file: string;
  readonly algorithm: string;
  readonly coversTagFiles: boolean;
  /** Lower-case hex digests by path. */
  readonly digests: ReadonlyMap<string, string>;
}

/** The algorithm a manifest's name tells, as node:crypto calls it; null for other files. */
export function manifestName(
  file: string,
): { readonly algorithm: string; readonly coversTagFiles: boolean } | null {
  const found = /^(tag)?manifest-([a-z0-9-]+)\.txt$/iu.exec(file);
  const algorithm = found?.[2]?.toLowerCase().replaceAll('-', '');
  return algorithm === undefined ? null : { algorithm, coversTagFiles: found?.[1] !== undefined };
}

/** True for algorithms that this program can compute. */
export function isKnownAlgorithm(algorithm: string): boolean {
  return digestLengths[algorithm] !== undefined;
}

/** Line ends are percent-encoded in every version, the percent sign itself only since 1.0. */
function decodePath(written: string, version: string): string {
  const lineEnds = written.replace(/%0a/giu, '\n').replace(/%0d/giu, '\r');
  return version === '1.0' ? lineEnds.replaceAll('%25', '%') : lineEnds;
}

/** True for paths that lead out of the bag on some system. */
export function leavesTheBag(path: string): boolean {
  return (
    /^(?:[/~\\]|[a-z]:)/iu.test(path) ||
    path.split(/[/\\]/u).some((part) => part === '..' || part === '')
  );
}

/** Reads the lines of a manifest; a faulty line is reported and left out. */
export function parseManifest(
  file: string,
  text: string,
  name: { readonly algorithm: string; readonly coversTagFiles: boolean },
  version: string,
): { readonly manifest: Manifest; readonly problems: readonly BagProblem[] } {
  const digests = new Map<string, string>();
  const problems: BagProblem[] = [];
  for (const [index, line] of text.split(/\r\n|\n|\r/u).entries()) {
    if (line === '') continue;
    const number = index + 1;
    const found = /^([0-9a-f]+)[ \t]+(\*?)(\.\/)?(.+)$/iu.exec(line);
    const digest = found?.[1]?.toLowerCase();
    const written = found?.[4];
    if (digest?.length !== digestLengths[name.algorithm] || written === undefined) {
      problems.push(problem('bad-tag-line', file, { found: line.slice(0, 200) }, number));
      continue;
    }
    const path = decodePath(written, version);
    const isPayload = path.startsWith('data/');
    if (leavesTheBag(path) || isPayload === name.coversTagFiles) {
      problems.push(problem('name-climbs', file, { found: written }, number));
      continue;
    }
    if (found?.[2] === '*' || found?.[3] !== undefined) {
      problems.push(problem('odd-manifest-path', file, { found: line.slice(-200) }, number));
    }
    const earlier = digests.get(path);
    if (earlier !== undefined) {
      const twice = problem('listed-twice', file, { listed: path }, number);
      // Before 1.0 a line that was merely repeated did no harm.
      const isHarmless = version !== '1.0' && earlier === digest;
      problems.push(isHarmless ? { ...twice, severity: 'warn' } : twice);
    }
    digests.set(path, digest ?? '');
  }
  return { manifest: { file, ...name, digests }, problems };
}
