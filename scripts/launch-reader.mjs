// Starts the real application under Playwright's hand: the built one, or a package in GUZHI_APP.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { _electron, chromium } from 'playwright';
import { sandboxObstacle } from './system/chromium-sandbox.mjs';
import { killTree } from './system/process-tree.mjs';

/**
 * @typedef {object} LaunchOptions
 * @property {string} projectFolder
 * @property {string} profileFolder the same folder again continues where the last run ended
 * @property {readonly string[]} [words] further words of the command line: switches, files
 * @property {Readonly<Record<string, string>>} [environment] added to this process's own
 */

/**
 * @typedef {object} RunningReader
 * @property {import('playwright').Page} window
 * @property {import('playwright').ElectronApplication | null} application null for a package, whose
 *   main process cannot be asked: its fuses forbid it
 * @property {number} pid of the main process
 * @property {() => string} output all that the main process has written so far
 * @property {() => Promise<void>} close as a user closes it; returns when the process has ended
 * @property {() => Promise<void>} kill the whole tree, with SIGKILL
 */

/** The executable of the package under test; null when the built application is. @returns {string | null} */
export function packagedExecutable() {
  const path = process.env['GUZHI_APP'];
  if (!path) return null;
  const full = resolve(path);
  if (!existsSync(full)) throw new Error(`GUZHI_APP names ${full}, which does not exist.`);
  if (!statSync(full).isDirectory()) return full;
  const name = readdirSync(full).find((each) => /^guzhi(\.exe)?$/i.test(each));
  if (!name) throw new Error(`GUZHI_APP names ${full}, which holds no executable called guzhi.`);
  return join(full, name);
}

/** @param {LaunchOptions} options */
function commandLine({ projectFolder, profileFolder, words = [] }) {
  const packaged = packagedExecutable();
  return [
    ...(sandboxObstacle() === null ? [] : ['--no-sandbox']),
    ...(packaged === null ? [projectFolder] : []),
    `--profile=${profileFolder}`,
    ...words,
  ];
}

/** @param {LaunchOptions} options */
function environmentOf({ environment = {} }) {
  const inherited = Object.entries(process.env).flatMap(([name, value]) =>
    value === undefined ? [] : [/** @type {const} */ ([name, value])],
  );
  return { ...Object.fromEntries(inherited), ...environment };
}

/**
 * V8 holds the promise that the answer of an evaluation waits for only weakly, and now and then
 * collects it before the answer is there. Such an evaluation is made again: nothing that the tests
 * run in the main process does harm when it is done twice.
 *
 * @param {import('playwright').ElectronApplication['evaluate']} evaluate
 * @returns {import('playwright').ElectronApplication['evaluate']}
 */
function evaluatedAgain(evaluate) {
  /** @type {(...parts: Parameters<typeof evaluate>) => Promise<any>} */
  return async (...parts) => {
    for (let attempt = 1; ; attempt += 1)
      try {
        return await evaluate(...parts);
      } catch (error) {
        if (attempt === 4 || !String(error).includes('collected')) throw error;
      }
  };
}

/**
 * Starts the application and waits for its first window.
 * @param {LaunchOptions} options @returns {Promise<RunningReader>}
 */
export function launchReader(options) {
  const packaged = packagedExecutable();
  return packaged === null ? launchBuilt(options) : launchPackaged(packaged, options);
}

/**
 * Starts the application without waiting for a window: for starts that are meant to be refused, and
 * for steps of the command line.
 * @param {LaunchOptions & { through?: readonly string[] }} options `through`: a command that starts it
 * @returns {Promise<{ code: number | null, output: string }>} when the process has ended
 */
export async function launchUntilExit(options) {
  const executable =
    packagedExecutable() ?? join(options.projectFolder, 'node_modules/electron/dist/electron');
  const [first = executable, ...rest] = [
    ...(options.through ?? []),
    executable,
    ...commandLine(options),
  ];
  const child = spawn(first, rest, {
    env: environmentOf(options),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const output = collectOutput(child);
  const [code] = await once(child, 'exit');
  return { code, output: output() };
}

/** @param {import('node:child_process').ChildProcess} child */
function collectOutput(child) {
  let text = '';
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (chunk) => (text += String(chunk)));
  return () => text;
}

/** @param {import('node:child_process').ChildProcess} child */
async function ended(child) {
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
}

/**
 * Playwright's hand on the application once it answers through its window. On a busy machine it now
 * and then attaches while workers appear, and then never hears from the window, which is well: such a
 * start is ended and made again.
 * @param {LaunchOptions} options
 */
async function attached(options) {
  for (let attempt = 1; ; attempt += 1) {
    const application = await _electron.launch({
      args: commandLine(options),
      cwd: options.projectFolder,
      env: environmentOf(options),
      chromiumSandbox: sandboxObstacle() === null,
    });
    const child = application.process();
    const output = collectOutput(child);
    const answered = application.firstWindow({ timeout: 40_000 }).then(async (window) => {
      await window.evaluate('0');
      return window;
    });
    const late = new Promise((_, reject) => {
      setTimeout(reject, 60_000, new Error('The window does not answer.')).unref();
    });
    try {
      return { application, child, output, window: await Promise.race([answered, late]) };
    } catch (error) {
      killTree(child.pid ?? 0);
      await ended(child);
      if (attempt === 3) throw error;
      console.warn(`The window was not reached (${String(error)}); starting again.`);
    }
  }
}

/** @param {LaunchOptions} options @returns {Promise<RunningReader>} */
async function launchBuilt(options) {
  const { application, child, output, window } = await attached(options);
  const evaluate = application.evaluate.bind(application);
  application.evaluate = evaluatedAgain(evaluate);
  return {
    window,
    application,
    pid: child.pid ?? 0,
    output,
    async close() {
      await application.close();
      await ended(child);
    },
    async kill() {
      killTree(child.pid ?? 0);
      await ended(child);
    },
  };
}

/**
 * A connection that is made while the window and its workers appear now and then waits for one of
 * them for ever; the next one does not.
 * @param {string} address
 */
async function connected(address) {
  for (let attempt = 1; ; attempt += 1)
    try {
      return await chromium.connectOverCDP(address, { timeout: 20_000 });
    } catch (error) {
      if (attempt === 3) throw error;
    }
}

/** @param {string} executable @param {LaunchOptions} options @returns {Promise<RunningReader>} */
async function launchPackaged(executable, options) {
  const child = spawn(executable, ['--remote-debugging-port=0', ...commandLine(options)], {
    env: environmentOf(options),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const output = collectOutput(child);
  const address = await new Promise((resolve, reject) => {
    child.stderr.on('data', () => {
      const found = /DevTools listening on (ws:\S+)/.exec(output())?.[1];
      if (found) resolve(found);
    });
    child.on('error', reject);
    child.on('exit', (code) => reject(new Error(`It ended with code ${code}:\n${output()}`)));
  });
  const browser = await connected(address).catch((error) => {
    killTree(child.pid ?? 0);
    throw error;
  });
  const [context] = browser.contexts();
  if (!context) throw new Error('The package shows no browser context.');
  const window = context.pages()[0] ?? (await context.waitForEvent('page'));
  return {
    window,
    application: null,
    pid: child.pid ?? 0,
    output,
    async close() {
      await browser.close();
      // Electron takes this as a wish to quit.
      child.kill('SIGTERM');
      await ended(child);
    },
    async kill() {
      killTree(child.pid ?? 0);
      await ended(child);
      await browser.close();
    },
  };
}
