// npm run tour: goes through the main job in the real application and leaves numbered pictures in
// out/tour/. Works without a display.
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { launchReader } from './launch-reader.mjs';
import { prepare, provideDisplay } from './prepare.mjs';
import { tourSteps } from './tour-steps.mjs';

const projectFolder = process.cwd();
const folder = join(projectFolder, 'out/tour');
const profileFolder = join(folder, 'profile');

await prepare({
  projectFolder,
  needs: ['window', 'display'],
  build: !process.env['GUZHI_APP'],
});
const stopDisplay = await provideDisplay();
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });

let reader = await launchReader({ projectFolder, profileFolder });
const size = { width: 1440, height: 900 };

/** @param {number} width @param {number} height */
async function resize(width, height) {
  Object.assign(size, { width, height });
  await reader.application?.evaluate(
    ({ BrowserWindow }, [toWidth, toHeight]) => {
      BrowserWindow.getAllWindows()[0]?.setContentSize(Number(toWidth), Number(toHeight));
    },
    [width, height],
  );
}

/** @type {import('./tour-steps.mjs').Tour} */
const tour = {
  window: reader.window,
  resize,
  async relaunch() {
    await reader.close();
    reader = await launchReader({ projectFolder, profileFolder });
    tour.window = reader.window;
    await resize(size.width, size.height);
  },
};

/** @type {{ name: string, error: unknown } | null} */
let failure = null;
await resize(size.width, size.height);
for (const [index, { name, run }] of tourSteps.entries()) {
  const picture = `${String(index + 1).padStart(2, '0')}-${name}`;
  try {
    await run(tour);
    await tour.window.evaluate(() => document.fonts.ready);
    await tour.window.screenshot({ path: join(folder, `${picture}.png`) });
    console.log(`${picture}.png`);
  } catch (error) {
    failure = { name: picture, error };
    await tour.window
      .screenshot({ path: join(folder, `${picture}-failed.png`) })
      .catch(() => undefined);
    break;
  }
}
if (failure) {
  console.error(`The tour stopped at ${failure.name}:\n`, failure.error);
  console.error(`What the reader wrote:\n${reader.output()}`);
  await reader.kill();
} else {
  await reader.close();
  rmSync(profileFolder, { recursive: true, force: true });
  console.log(`The tour is done: ${tourSteps.length} pictures in out/tour/.`);
}
stopDisplay();
process.exit(failure ? 1 : 0);
