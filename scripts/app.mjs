// npm run --silent app -- …: opens the reader, or takes the steps of a command line without a window.
import { commandLineHelp, parseCommandLine } from '../main/command-line.ts';
import { hasDisplay } from './ensure-system-libraries.mjs';
import { openReader } from './open-reader.mjs';
import { prepare } from './prepare.mjs';
import { startVirtualDisplay } from './system/virtual-display.mjs';

const projectFolder = process.cwd();
const words = process.argv.slice(2);
// npm changes to the project's folder; paths count from where the command was typed.
const commandLine = parseCommandLine(words, process.env['INIT_CWD'] ?? projectFolder);
const { profile, steps, isWindowless, wantsHelp, unknown, problem } = commandLine;

if (wantsHelp) {
  console.log(commandLineHelp());
  process.exit(0);
}
const wrong = problem ?? (unknown[0] === undefined ? null : `there is no ${unknown[0]}`);
if (wrong !== null) {
  console.error(`app: ${wrong}; see --help`);
  process.exit(2);
}
// The standard output belongs to the steps.
console.log = console.error;
await prepare({ projectFolder, needs: isWindowless ? ['window', 'display'] : ['window'] });
if (!hasDisplay()) {
  if (!isWindowless) {
    console.error('There is no display to open a window on; steps can be taken without one.');
    process.exit(2);
  }
  await startVirtualDisplay();
}
openReader(projectFolder, [
  ...(profile === null ? [] : [`--profile=${profile}`]),
  ...(isWindowless ? ['--no-window', '--log-level=3'] : []),
  ...steps.flatMap(({ name, value, options }) => [
    `--${name}${value === '' ? '' : `=${value}`}`,
    ...Object.entries(options).map(([flag, text]) => `--${flag}${text === '' ? '' : `=${text}`}`),
  ]),
]);
