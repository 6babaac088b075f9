// What Electron runs when it is started with the path of an application: `electron [-r module] path`.
// The official runtime has its own; the fallback comes without one.
import { app } from 'electron';
import { readFileSync } from 'node:fs';
import Module, { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

/** @type {string[]} */
const modulesBefore = [];
/** @type {string | null} */
let applicationPath = null;

const words = process.argv.slice(1);
for (let word = words.shift(); word !== undefined; word = words.shift()) {
  if (word === '-v' || word === '--version') {
    console.log(`v${process.versions['electron']}`);
    process.exit(0);
  } else if (word === '-a' || word === '--abi') {
    console.log(process.versions.modules);
    process.exit(0);
  } else if (word === '-r' || word === '--require') {
    const module = words.shift();
    if (module !== undefined) modulesBefore.push(module);
  } else if (!word.startsWith('-')) {
    applicationPath = resolve(word);
    break;
  }
}

if (applicationPath === null) {
  console.error('Give the path of an application: electron path/to/application');
  process.exit(1);
}

Object.defineProperty(process, 'defaultApp', { value: true, enumerable: true });

/** @typedef {{ name?: string, productName?: string, version?: string, desktopName?: string }} Description */
/** @type {Description | null} */
let description = null;
try {
  description = JSON.parse(readFileSync(join(applicationPath, 'package.json'), 'utf8'));
} catch {
  // A single file may be started too.
}

const mainFile = createRequire(import.meta.url).resolve(applicationPath);
const internals =
  /** @type {{ setAppPath(path: string): void, setVersion(version: string): void, setDesktopName(name: string): void }} */ (
    /** @type {unknown} */ (app)
  );
if (description) {
  if (description.version) internals.setVersion(description.version);
  const name = description.productName ?? description.name;
  if (name) app.setName(name);
  internals.setDesktopName(description.desktopName ?? `${app.getName()}.desktop`);
}
internals.setAppPath(description ? applicationPath : dirname(mainFile));

if (modulesBefore.length > 0) {
  /** @type {{ _preloadModules(modules: string[]): void }} */ (
    /** @type {unknown} */ (Module)
  )._preloadModules(modulesBefore);
}

try {
  // Awaited at the top level: Electron does not become ready before the application has set itself up.
  await import(pathToFileURL(mainFile).href);
} catch (error) {
  console.error('The application failed while it was loaded.');
  throw error;
}
