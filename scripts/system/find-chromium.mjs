import { accessSync, constants, existsSync, readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';

/** The path of a program; null where it is not installed. @param {string} name */
export function findProgram(name) {
  for (const folder of (process.env['PATH'] ?? '').split(delimiter)) {
    const path = join(folder, name);
    try {
      accessSync(path, constants.X_OK);
      return path;
    } catch {
      // Not in this folder.
    }
  }
  return null;
}

/** A Chromium of the system, for the tests of the database; null where there is none. */
export function findChromium() {
  for (const name of ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']) {
    const path = findProgram(name);
    if (path !== null) return path;
  }
  return null;
}

/** Whether Playwright has fetched a Chromium of its own, which stands in where the system has none. */
export function hasPlaywrightChromium() {
  const folder =
    process.env['PLAYWRIGHT_BROWSERS_PATH'] ??
    join(process.env['XDG_CACHE_HOME'] || join(homedir(), '.cache'), 'ms-playwright');
  return (
    existsSync(folder) &&
    readdirSync(folder).some(
      (name) =>
        name.startsWith('chromium_headless_shell-') &&
        existsSync(join(folder, name, 'INSTALLATION_COMPLETE')),
    )
  );
}
