import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { inputDigest, unlessUnchanged } from './input-digest.mjs';

const sourcesFolder = 'archive/bundled';
const outFolder = 'out/archives';
/** When the bundled papers were made, in seconds since 1970: fixed, so that their bags are too. */
const madeOn = Date.UTC(2026, 10, 1) / 1000;

/** The folders of archive/bundled that hold a paper. @param {string} projectFolder */
function papers(projectFolder) {
  const folder = join(projectFolder, sourcesFolder);
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .sort()
    .filter((name) => existsSync(join(folder, name, 'archive.yaml')));
}

/**
 * Builds every bundled paper into out/archives/<paper>.newsbag with the project's own command line.
 * Returns the papers that were built, not those left as they were.
 * @param {string} projectFolder @returns {Promise<string[]>}
 */
export async function buildBundledArchives(projectFolder) {
  const names = papers(projectFolder);
  const builder = inputDigest(
    projectFolder,
    ['archive', 'package-lock.json', 'scripts/build/bundled-archives.mjs'],
    [sourcesFolder],
  );
  mkdirSync(join(projectFolder, outFolder), { recursive: true });
  for (const file of readdirSync(join(projectFolder, outFolder)))
    if (!names.includes(file.replace(/\.newsbag$/, '')))
      rmSync(join(projectFolder, outFolder, file), { recursive: true });

  const steps = await Promise.all(
    names.map(async (name) => {
      const bag = `${outFolder}/${name}.newsbag`;
      const digest = `${builder} ${inputDigest(projectFolder, [`${sourcesFolder}/${name}`])}`;
      const { skipped } = await unlessUnchanged(
        { projectFolder, name: `archive-${name}`, digest, outputs: [bag] },
        () => buildBag(projectFolder, `${sourcesFolder}/${name}`, bag),
      );
      return { name, skipped };
    }),
  );
  return steps.filter(({ skipped }) => !skipped).map(({ name }) => name);
}

/** @param {string} projectFolder @param {string} source @param {string} bag */
async function buildBag(projectFolder, source, bag) {
  // Written beside and renamed, so that a run cut short leaves no half bag for the application.
  const work = join(projectFolder, 'out', `.${bag.split('/').at(-1)}`);
  rmSync(work, { force: true });
  await runArchiveCommand(projectFolder, ['build', source, '--out', work, '--quiet'], {
    SOURCE_DATE_EPOCH: String(madeOn),
  });
  renameSync(work, join(projectFolder, bag));
}

/**
 * Runs `npm run archive` without npm. Throws with what the command wrote where it fails.
 * @param {string} projectFolder @param {readonly string[]} words
 * @param {Record<string, string>} environment what it gets besides this process's own
 */
export async function runArchiveCommand(projectFolder, words, environment = {}) {
  try {
    await promisify(execFile)(
      process.execPath,
      ['--import', 'tsx', 'archive/cli/main.ts', ...words],
      { cwd: projectFolder, env: { ...process.env, ...environment }, maxBuffer: 1 << 26 },
    );
  } catch (error) {
    const { stdout = '', stderr = '' } = /** @type {{ stdout?: string, stderr?: string }} */ (
      error
    );
    throw new Error(`archive ${words.join(' ')} failed:\n${stdout}${stderr}`.trim());
  }
}
