import { spawn } from 'node:child_process';
import { join } from 'node:path';
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

/**
 * Opens the built reader for the person at the screen; this process ends with it.
 * @param {string} projectFolder @param {readonly string[]} words further words of its command line
 */
export function openReader(projectFolder, words) {
  const reader = spawn(
    join(projectFolder, 'node_modules/.bin/electron'),
    [...sandboxSwitches(), projectFolder, ...words],
    { stdio: 'inherit', shell: process.platform === 'win32' },
  );
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM']))
    process.on(signal, () => reader.kill(signal));
  reader.on('exit', (code) => process.exit(code ?? 1));
}
