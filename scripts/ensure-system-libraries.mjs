// Sees to it that the system has what a window, a virtual display and the tests need.
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { findChromium, findProgram, hasPlaywrightChromium } from './system/find-chromium.mjs';
import { packageFamily } from './system/os-release.mjs';
import { missingLibraries, packagesFor } from './system/shared-libraries.mjs';

/**
 * window: the libraries of Electron · display: a virtual one where there is none · database: a
 * Chromium for the tests of the database · pdf: reading the text of a PDF back.
 * @typedef {'window' | 'display' | 'database' | 'pdf'} SystemNeed
 */

/** @typedef {{ what: string, packages: readonly string[] }} Lack */

/** Whether a window can be shown to someone. */
export function hasDisplay() {
  return (
    process.platform !== 'linux' ||
    Boolean(process.env['DISPLAY']) ||
    Boolean(process.env['WAYLAND_DISPLAY'])
  );
}

/** @param {string} executable @returns {string[]} */
function librariesMissingFor(executable) {
  try {
    return missingLibraries(execFileSync('ldd', [executable], { encoding: 'utf8' }));
  } catch {
    // Without ldd nothing can be said; the start itself will tell.
    return [];
  }
}

/** @param {readonly SystemNeed[]} needs @param {string} projectFolder @returns {Lack[]} */
function findLacks(needs, projectFolder) {
  /** @type {Lack[]} */
  const lacks = [];
  const executable = resolve(projectFolder, 'node_modules/electron/dist/electron');
  if (needs.includes('window') && existsSync(executable)) {
    const missing = librariesMissingFor(executable);
    for (const packages of packagesFor(missing))
      lacks.push({ what: `libraries for the window (${missing.join(', ')})`, packages });
  }
  if (needs.includes('display') && !hasDisplay() && findProgram('Xvfb') === null)
    lacks.push({ what: 'Xvfb, a display without a screen', packages: ['xvfb'] });
  if (needs.includes('database') && findChromium() === null && !hasPlaywrightChromium())
    lacks.push({ what: 'Chromium, for the tests of the database', packages: ['chromium'] });
  if (needs.includes('pdf') && findProgram('pdftotext') === null)
    lacks.push({ what: 'pdftotext, for the tests of printing', packages: ['poppler-utils'] });
  return lacks;
}

/** Whether apt can install it under this name. @param {string} name */
function isInstallable(name) {
  const policy = spawnSync('apt-cache', ['policy', name], { encoding: 'utf8' }).stdout;
  return /Candidate: (?!\(none\))/.test(policy);
}

/** @param {readonly Lack[]} lacks */
function packageNames(lacks) {
  return [
    ...new Set(lacks.map(({ packages }) => packages.find(isInstallable) ?? packages.at(-1) ?? '')),
  ];
}

/** Runs apt quietly and throws with its last words where it fails. @param {string[]} words */
function apt(...words) {
  const run = spawnSync('apt-get', ['-q', '-o', 'DPkg::Lock::Timeout=300', ...words], {
    encoding: 'utf8',
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    stdio: ['ignore', 'pipe', 'pipe'],
    maxBuffer: 1 << 26,
  });
  if (run.status !== 0)
    throw new Error(
      `apt-get ${words.join(' ')} failed:\n${`${run.stdout}${run.stderr}`.trim().split('\n').slice(-8).join('\n')}`,
    );
}

/** @param {readonly Lack[]} lacks */
function installByApt(lacks) {
  try {
    apt('update');
  } catch (error) {
    // One unreachable source among several need not matter; the installation tells.
    console.log(error instanceof Error ? error.message : error);
  }
  const names = packageNames(lacks);
  console.log(`Installing by apt: ${names.join(' ')}`);
  apt('install', '-y', '--no-install-recommends', ...names);
}

/** @param {Lack} lack */
function isChromium({ packages }) {
  return packages.includes('chromium');
}

/**
 * Ubuntu has Chromium only as a snap, which containers cannot run.
 * @param {string} projectFolder
 */
function fetchChromium(projectFolder) {
  console.log('Fetching a Chromium for the tests of the database with Playwright (some 110 MB) …');
  spawnSync(
    process.execPath,
    ['node_modules/playwright/cli.js', 'install', 'chromium-headless-shell'],
    { cwd: projectFolder, stdio: ['ignore', 'inherit', 'inherit'], timeout: 600_000 },
  );
}

/**
 * Installs what is missing where this may be done (as root, on Debian or Ubuntu), and returns what
 * is still missing, as text for the person who has to install it; null when all is there.
 * @param {readonly SystemNeed[]} needs @param {string} projectFolder @returns {string | null}
 */
export function ensureSystemLibraries(needs, projectFolder) {
  if (process.platform !== 'linux') return null;
  const family = packageFamily(
    existsSync('/etc/os-release') ? readFileSync('/etc/os-release', 'utf8') : '',
  );
  let lacks = findLacks(needs, projectFolder);
  if (family !== 'debian' && lacks.some(isChromium)) {
    fetchChromium(projectFolder);
    lacks = findLacks(needs, projectFolder);
  }
  if (lacks.length === 0) return null;
  const list = [...new Set(lacks.map(({ what }) => `  ${what}`))].join('\n');
  console.log(`This system lacks:\n${list}`);

  if (family === 'other')
    return `Install these with your system's package manager; Debian calls them: ${lacks.map(({ packages }) => packages.at(-1)).join(' ')}`;
  if (process.getuid?.() !== 0)
    return `Run this line, then the same command again:\n  sudo apt-get update && sudo apt-get install -y ${packageNames(lacks).join(' ')}`;

  installByApt(lacks);
  const left = findLacks(needs, projectFolder);
  if (left.length === 0) {
    console.log('Installed.');
    return null;
  }
  return `Still missing after the installation:\n${left.map(({ what }) => `  ${what}`).join('\n')}`;
}

if (process.argv[1] && resolve(process.argv[1]) === import.meta.filename) {
  const needs = /** @type {SystemNeed[]} */ (process.argv.slice(2));
  const known = ['window', 'display', 'database', 'pdf'];
  const unknown = needs.filter((need) => !known.includes(need));
  if (unknown.length > 0) {
    console.error(`Unknown: ${unknown.join(', ')}. Known: ${known.join(', ')}.`);
    process.exit(2);
  }
  const advice = ensureSystemLibraries(
    needs.length > 0 ? needs : ['window', 'display'],
    process.cwd(),
  );
  if (advice !== null) {
    console.error(advice);
    process.exit(1);
  }
}
