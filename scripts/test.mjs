// npm test: all checks and all tests, one after the other, whatever fails; the last line is the sum.
// Needs neither a display nor anyone who answers.
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
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

/**
 * Runs an npm script beside the others, and prints what it said when it has ended.
 * @param {string} name @returns {Promise<boolean>} whether it succeeded
 */
async function runBeside(name) {
  const started = Date.now();
  const child = spawn('npm', ['run', '--silent', name], {
    cwd: projectFolder,
    stdio: ['ignore', 'pipe', 'pipe'],
    shell: process.platform === 'win32',
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk) => (output += String(chunk)));
  const [status] = await once(child, 'close');
  const seconds = Math.round((Date.now() - started) / 1000);
  console.log(
    `\n— ${name}\n${output}${name}: ${status === 0 ? 'passed' : 'FAILED'} (${seconds} s)`,
  );
  return status === 0;
}

/**
 * Checks one after the other; each counts as one test.
 * @param {readonly string[]} names of their npm scripts
 */
async function check(names) {
  const counts = { passed: 0, failed: 0, skipped: 0 };
  for (const name of names) counts[(await runBeside(name)) ? 'passed' : 'failed'] += 1;
  return counts;
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
  // Linting takes one core as long as all the others together.
  ...(await Promise.all([check(['lint']), check(['format:check', 'types', 'imports', 'unused'])])),
  vitest('unit', []),
  vitest('database', ['--config', 'tests/database/vitest.config.ts']),
  playwright(),
]);

console.log(total.skipped > 0 ? `\n${total.skipped} skipped` : '');
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exit(total.failed === 0 ? 0 : 1);
