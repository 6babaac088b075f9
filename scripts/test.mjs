// npm test: all checks and all tests, one after the other, whatever fails; the last line is the sum.
// Needs neither a display nor anyone who answers.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { prepare } from './prepare.mjs';
import { countPlaywright, countVitest, judge, sumCounts } from './test/test-counts.mjs';

const projectFolder = process.cwd();
const reports = join(projectFolder, 'out/test-results');

/**
 * @param {string} name @param {string} command @param {readonly string[]} words
 * @param {Record<string, string>} environment
 */
function run(name, command, words, environment = {}) {
  console.log(`\n— ${name}`);
  const started = Date.now();
  const { status } = spawnSync(command, words, {
    cwd: projectFolder,
    stdio: ['ignore', 'inherit', 'inherit'],
    shell: process.platform === 'win32',
    env: { ...process.env, ...environment },
  });
  const seconds = Math.round((Date.now() - started) / 1000);
  console.log(`${name}: ${status === 0 ? 'passed' : 'FAILED'} (${seconds} s)`);
  return status === 0;
}

/** @param {string} file @returns {any} null where the runner left no report */
function readReport(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return null;
  }
}

/** A check counts as one test. @param {string} name of its npm script */
function check(name) {
  const succeeded = run(name, 'npm', ['run', '--silent', name]);
  return { passed: succeeded ? 1 : 0, failed: succeeded ? 0 : 1, skipped: 0 };
}

/** @param {string} name @param {readonly string[]} words */
function vitest(name, words) {
  const file = join(reports, `${name}.json`);
  const succeeded = run(name, process.execPath, [
    'node_modules/vitest/vitest.mjs',
    'run',
    ...words,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${file}`,
  ]);
  const report = readReport(file);
  return judge(report && countVitest(report), succeeded);
}

function playwright() {
  const file = join(reports, 'e2e.json');
  const succeeded = run('e2e', process.execPath, ['scripts/e2e.mjs', '--reporter=list,json'], {
    PLAYWRIGHT_JSON_OUTPUT_FILE: file,
  });
  const report = readReport(file);
  return judge(report && countPlaywright(report), succeeded);
}

await prepare({ projectFolder, needs: ['window', 'display', 'database', 'pdf'], build: false });
rmSync(reports, { recursive: true, force: true });
mkdirSync(reports, { recursive: true });

const total = sumCounts([
  check('format:check'),
  check('lint'),
  check('types'),
  check('imports'),
  check('unused'),
  vitest('unit', []),
  vitest('database', ['--config', 'tests/database/vitest.config.ts']),
  playwright(),
]);

console.log(total.skipped > 0 ? `\n${total.skipped} skipped` : '');
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exit(total.failed === 0 ? 0 : 1);
