// The official Electron, from where the electron package fetches it.
import { spawn } from 'node:child_process';
import { existsSync, lstatSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

const probeSeconds = 6;
const downloadMinutes = 10;

/** @param {string} electronPackage @returns {string} */
export function officialVersion(electronPackage) {
  return JSON.parse(readFileSync(join(electronPackage, 'package.json'), 'utf8')).version;
}

/** @param {string} version */
function archiveName(version) {
  return `electron-v${version}-${process.platform}-${process.arch}.zip`;
}

/** Whether an earlier download is still in the electron package's own cache. @param {string} version */
function isDownloaded(version) {
  const cache =
    process.env['electron_config_cache'] ??
    join(process.env['XDG_CACHE_HOME'] || join(homedir(), '.cache'), 'electron');
  if (!existsSync(cache)) return false;
  const name = archiveName(version);
  return readdirSync(cache).some((entry) => entry === name || existsSync(join(cache, entry, name)));
}

/**
 * Why the first byte of the download does not arrive within a few seconds; null when it does. Follows
 * the redirect to the host that holds the file, which may be closed where GitHub's own is open.
 * @param {string} version @returns {Promise<string | null>}
 */
async function obstacleBefore(version) {
  const mirror =
    process.env['npm_config_electron_mirror'] ??
    process.env['ELECTRON_MIRROR'] ??
    'https://github.com/electron/electron/releases/download/';
  const address = `${mirror.replace(/\/?$/, '/')}v${version}/${archiveName(version)}`;
  const host = new URL(address).host;
  try {
    const response = await fetch(address, {
      headers: { range: 'bytes=0-0' },
      signal: AbortSignal.timeout(probeSeconds * 1000),
    });
    await response.body?.cancel();
    return response.ok ? null : `${host} answered ${response.status}`;
  } catch (error) {
    return error instanceof Error && error.name === 'TimeoutError'
      ? `${host} did not answer within ${probeSeconds} seconds`
      : `${host} cannot be reached from here`;
  }
}

const proxyVariables = [
  'HTTPS_PROXY',
  'https_proxy',
  'ELECTRON_GET_USE_PROXY',
  'npm_config_https_proxy',
];

/**
 * Puts the official runtime in place. Returns why it could not, in plain words, or null.
 * @param {string} electronPackage @returns {Promise<string | null>}
 */
export async function installOfficial(electronPackage) {
  const version = officialVersion(electronPackage);
  // Behind a proxy the question would be asked past it, so there only the download itself can tell.
  const isBehindProxy = proxyVariables.some((name) => process.env[name]);
  if (!isDownloaded(version) && !isBehindProxy) {
    const obstacle = await obstacleBefore(version);
    if (obstacle !== null) return obstacle;
  }

  const dist = join(electronPackage, 'dist');
  // A link leads into the cache of fallbacks: what is unpacked must not go there.
  if (lstatSync(dist, { throwIfNoEntry: false })?.isSymbolicLink()) rmSync(dist);
  const outcome = await run(join(electronPackage, 'install.js'));
  if (outcome !== null) rmSync(dist, { recursive: true, force: true });
  return outcome;
}

/** @param {string} installer @returns {Promise<string | null>} */
function run(installer) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [installer], { stdio: ['ignore', 'inherit', 'pipe'] });
    let complaint = '';
    child.stderr.setEncoding('utf8').on('data', (text) => (complaint += text));
    const limit = setTimeout(() => child.kill('SIGKILL'), downloadMinutes * 60_000);
    child.on('close', (code, signal) => {
      clearTimeout(limit);
      if (code === 0) resolve(null);
      else if (signal) resolve(`its download was not done after ${downloadMinutes} minutes`);
      else resolve(`its installer failed: ${complaint.trim().split('\n')[0] ?? `code ${code}`}`);
    });
  });
}
