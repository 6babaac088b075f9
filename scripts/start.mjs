// npm start: makes everything ready and opens the reader; without a display it runs the tour instead.
import { hasDisplay } from './ensure-system-libraries.mjs';
import { openReader } from './open-reader.mjs';
import { prepare } from './prepare.mjs';
import { fallback } from './runtime/fallback-runtime.mjs';

const projectFolder = process.cwd();
if (!hasDisplay()) {
  console.log('There is no display to open a window on. Running the tour instead (npm run tour).');
  await import('./tour.mjs');
} else {
  const { electronVersion } = await prepare({ projectFolder, needs: ['window'] });
  if (electronVersion === fallback.electronVersion)
    console.log(`Runtime: Electron ${electronVersion}, the fallback for development and tests.`);
  openReader(projectFolder, process.argv.slice(2));
}
