// npm start: makes everything ready and opens the reader; without a display it runs the tour instead.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { fallback } from './runtime/fallback-runtime.mjs';
import { hasDisplay } from './ensure-system-libraries.mjs';
import { prepare } from './prepare.mjs';
import { sandboxObstacle } from './system/chromium-sandbox.mjs';

/**
 * The switches that this user and system need; ends the process where only the user can help.
 * @returns {string[]}
 */
function sandboxSwitches() {
  const obstacle = sandboxObstacle();
  if (obstacle === 'root') {
    console.log("You are root: Chromium's sandbox cannot be used, so it is off (--no-sandbox).");
    return ['--no-sandbox'];
  }
  if (obstacle === 'no-namespaces') {
    console.error(
      "Chromium's sandbox needs user namespaces, which this system does not give you. Allow them:\n" +
        '  sudo sysctl -w kernel.apparmor_restrict_unprivileged_userns=0\n' +
        'then run the same command again.',
    );
    process.exit(1);
  }
  return [];
}

const projectFolder = process.cwd();
if (!hasDisplay()) {
  console.log('There is no display to open a window on. Running the tour instead (npm run tour).');
  await import('./tour.mjs');
} else {
  const { electronVersion } = await prepare({ projectFolder, needs: ['window'] });
  if (electronVersion === fallback.electronVersion)
    console.log(`Runtime: Electron ${electronVersion}, the fallback for development and tests.`);
  const reader = spawn(
    join(projectFolder, 'node_modules/.bin/electron'),
    [...sandboxSwitches(), projectFolder, ...process.argv.slice(2)],
    { stdio: 'inherit', shell: process.platform === 'win32' },
  );
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM']))
    process.on(signal, () => reader.kill(signal));
  reader.on('exit', (code) => process.exit(code ?? 1));
}
