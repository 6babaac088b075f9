// npm run package: the Linux package as a folder, checked, with its sizes.
import { existsSync, readFileSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { listPackage } from '@electron/asar';
import { build, Platform } from 'electron-builder';
import { buildAll } from './build.mjs';
import { filesUnder } from './build/input-digest.mjs';
import { prepare } from './prepare.mjs';
import { fallback } from './runtime/fallback-runtime.mjs';
import { readFuses } from './runtime/fuse-wire.mjs';

const projectFolder = process.cwd();
const { electronVersion } = await prepare({ projectFolder, needs: ['window'], build: false });
if (electronVersion === fallback.electronVersion)
  console.log(
    `This package gets Electron ${electronVersion}, the fallback: for tests only, not to be given to anyone.`,
  );
await buildAll({ projectFolder, fontFormat: 'woff2' });

rmSync(join(projectFolder, 'dist'), { recursive: true, force: true });
await build({
  projectDir: projectFolder,
  targets: Platform.LINUX.createTarget('dir'),
  config: join(projectFolder, 'electron-builder.yml'),
});

const packageFolder = join(projectFolder, 'dist/linux-unpacked');
const problems = findProblems();
if (problems.length > 0) {
  console.error(
    `The package is not as it must be:\n${problems.map((each) => `  ${each}`).join('\n')}`,
  );
  process.exit(1);
}
reportSizes();

/** @returns {string[]} */
function findProblems() {
  const wanted = {
    RunAsNode: false,
    EnableCookieEncryption: true,
    EnableNodeOptionsEnvironmentVariable: false,
    EnableNodeCliInspectArguments: false,
    EnableEmbeddedAsarIntegrityValidation: true,
    OnlyLoadAppFromAsar: true,
    LoadBrowserProcessSpecificV8Snapshot: false,
    GrantFileProtocolExtraPrivileges: false,
  };
  const fuses = readFuses(readFileSync(join(packageFolder, 'guzhi')));
  const found = Object.entries(wanted)
    .filter(([name, state]) => fuses[/** @type {keyof typeof wanted} */ (name)] !== state)
    .map(([name, state]) => `the fuse ${name} is not ${state ? 'on' : 'off'}`);

  const resources = join(packageFolder, 'resources');
  if (existsSync(join(resources, 'default_app.asar'))) found.push('default_app.asar is inside');
  const inside = listPackage(join(resources, 'app.asar'), { isPack: false });
  for (const path of ['/out/main/main.js', '/out/preload/preload.cjs', '/out/renderer/index.html'])
    if (!inside.includes(path)) found.push(`${path} is not inside`);
  for (const path of inside)
    if (path.endsWith('.map') || path.startsWith('/node_modules'))
      found.push(`${path} is inside and should not be`);
  const archives = join(resources, 'archives');
  if (!existsSync(archives) || readdirSync(archives).length === 0)
    found.push('the bundled archives are not inside');
  return found;
}

/** @param {string} path */
function megabytes(path) {
  const bytes = filesUnder(path).reduce((sum, file) => sum + statSync(file).size, 0);
  return bytes / 1_000_000;
}

function reportSizes() {
  const total = megabytes(packageFolder);
  const application = megabytes(join(packageFolder, 'resources'));
  const fonts = megabytes(join(projectFolder, 'out/renderer/fonts'));
  const archives = megabytes(join(projectFolder, 'out/archives'));
  console.log(
    `${packageFolder}\n` +
      `  all of it        ${total.toFixed(1)} MB\n` +
      `  beyond Electron  ${application.toFixed(1)} MB\n` +
      `  of which fonts   ${fonts.toFixed(1)} MB, bundled archives ${archives.toFixed(1)} MB\n` +
      'All fuses are as they must be. To run the tests against it:\n' +
      '  GUZHI_APP=dist/linux-unpacked npm run e2e',
  );
}
