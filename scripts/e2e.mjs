// npm run e2e [-- words for Playwright]: the tests of the real application, or of the package that
// GUZHI_APP names. Works without a display.
import { spawnSync } from 'node:child_process';
import { prepare, provideDisplay } from './prepare.mjs';

const projectFolder = process.cwd();
await prepare({
  projectFolder,
  needs: ['window', 'display', 'pdf'],
  build: !process.env['GUZHI_APP'],
});
const stopDisplay = await provideDisplay();
const run = spawnSync(
  process.execPath,
  [
    'node_modules/@playwright/test/cli.js',
    'test',
    '--config',
    'tests/e2e/playwright.config.ts',
    ...process.argv.slice(2),
  ],
  { cwd: projectFolder, stdio: 'inherit' },
);
stopDisplay();
process.exit(run.status ?? 1);
