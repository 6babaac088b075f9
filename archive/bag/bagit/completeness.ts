import type { BagProblem } from '../../model/bag-report.ts';
import { problem } from '../problem-list.ts';
import type { Manifest } from './manifest.ts';
import type { TagFiles } from './tag-files.ts';

/**
 * Compares what the manifests list with what is there. Since BagIt 1.0 every payload manifest lists
 * every payload file; before, each file had to be in one of them.
 */
export function checkCompleteness(
  tagFiles: TagFiles,
  sizes: ReadonlyMap<string, number>,
): readonly BagProblem[] {
  const problems: BagProblem[] = [];
  for (const { file, digests } of tagFiles.manifests) {
    for (const path of digests.keys()) {
      if (!sizes.has(path)) problems.push(problem('missing-file', path, { manifest: file }));
    }
  }
  const payload = tagFiles.manifests.filter((manifest) => !manifest.coversTagFiles);
  if (payload.length === 0) problems.push(problem('manifest-missing', 'manifest-sha512.txt'));
  const isStrict = tagFiles.declaration.version === '1.0';
  for (const path of sizes.keys()) {
    if (!path.startsWith('data/')) continue;
    const without = payload.filter(({ digests }) => !digests.has(path));
    const isListed = isStrict ? without.length === 0 : without.length < payload.length;
    if (!isListed) {
      problems.push(problem('not-in-manifest', path, { manifest: without[0]?.file ?? '' }));
    }
  }
  return problems;
}

/** The digests a file must have, as [manifest, algorithm, digest]. */
export function expectedDigests(
  manifests: readonly Manifest[],
  path: string,
): readonly (readonly [manifest: string, algorithm: string, digest: string])[] {
  return manifests.flatMap(({ file, algorithm, digests }) => {
    const digest = digests.get(path);
    return digest === undefined ? [] : [[file, algorithm, digest] as const];
  });
}
