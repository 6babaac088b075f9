// Checks the types of every folder in its own environment: each folder's tsconfig.json says which.
import { execFile } from 'node:child_process';
import { availableParallelism } from 'node:os';

const folders = [
  'archive',
  'archive/bag',
  'archive/cli',
  'main',
  'preload',
  'renderer',
  'scripts',
  'tests',
];

/** @param {string} folder @returns {Promise<boolean>} */
function check(folder) {
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      ['node_modules/typescript/bin/tsc', '-p', folder, '--pretty', 'false'],
      (error, stdout) => {
        if (error) process.stdout.write(`${folder}:\n${stdout}\n`);
        resolve(!error);
      },
    );
  });
}

let succeeded = true;
const waiting = [...folders];
await Promise.all(
  Array.from({ length: Math.min(2, availableParallelism()) }, async () => {
    for (let folder = waiting.shift(); folder; folder = waiting.shift()) {
      if (!(await check(folder))) succeeded = false;
    }
  }),
);
process.exit(succeeded ? 0 : 1);
