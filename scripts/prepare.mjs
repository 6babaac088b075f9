import { ensureRuntime, readWish } from './ensure-runtime.mjs';
import { ensureSystemLibraries, hasDisplay } from './ensure-system-libraries.mjs';
import { buildAll } from './build.mjs';
import { startVirtualDisplay } from './system/virtual-display.mjs';

/**
 * Makes ready what a run of the application needs: runtime, system libraries and, unless told
 * otherwise, the build. Ends the process with advice where something must be done by hand first.
 * @param {{ projectFolder: string, needs: readonly import('./ensure-system-libraries.mjs').SystemNeed[], build?: boolean }} options
 * @returns {Promise<{ electronVersion: string }>}
 */
export async function prepare({ projectFolder, needs, build = true }) {
  try {
    const electronVersion = await ensureRuntime(
      projectFolder,
      readWish(process.env['GUZHI_RUNTIME']),
    );
    const advice = ensureSystemLibraries(needs, projectFolder);
    if (advice !== null) throw new Error(advice);
    if (build) await buildAll({ projectFolder, fontFormat: 'ttf' });
    return { electronVersion };
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  }
}

/** Starts a virtual display where there is none; returns what stops it. @returns {Promise<() => void>} */
export async function provideDisplay() {
  if (hasDisplay()) return () => undefined;
  const { display, stop } = await startVirtualDisplay();
  console.log(`No display here: using a virtual one (Xvfb ${display}).`);
  return stop;
}
