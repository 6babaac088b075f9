import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';

/**
 * Every file under a path, the path itself where it is a file, in a fixed order.
 * @param {string} path @returns {string[]}
 */
export function filesUnder(path) {
  if (!existsSync(path)) return [];
  if (statSync(path).isFile()) return [path];
  return readdirSync(path)
    .sort()
    .flatMap((name) => filesUnder(join(path, name)));
}

/**
 * A digest of the names and contents of all files under the paths: what a step of the build reads.
 * @param {string} projectFolder @param {readonly string[]} paths @param {readonly string[]} without
 */
export function inputDigest(projectFolder, paths, without = []) {
  const hash = createHash('sha256');
  for (const path of paths)
    for (const file of filesUnder(join(projectFolder, path))) {
      const name = relative(projectFolder, file);
      if (without.some((left) => name === left || name.startsWith(`${left}/`))) continue;
      const content = readFileSync(file);
      hash.update(`${name}\0${content.length}\0`).update(content);
    }
  return hash.digest('hex');
}

/**
 * Runs a step of the build unless its inputs are those of its last run and its outputs are there.
 * What the step returns is kept and returned again when it is skipped; it must survive JSON.
 * @template Result
 * @param {{ projectFolder: string, name: string, digest: string, outputs: readonly string[] }} step
 * @param {() => Promise<Result>} run
 * @returns {Promise<{ skipped: boolean, result: Result }>}
 */
export async function unlessUnchanged({ projectFolder, name, digest, outputs }, run) {
  const stamp = join(projectFolder, 'out/.build', `${name}.json`);
  try {
    const last = JSON.parse(readFileSync(stamp, 'utf8'));
    if (last.digest === digest && outputs.every((path) => existsSync(join(projectFolder, path))))
      return { skipped: true, result: last.result };
  } catch {
    // Never run here, or cut off while it ran.
  }
  const result = await run();
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, JSON.stringify({ digest, result }));
  return { skipped: false, result };
}
