// npm run test:faults [-- --only NAME …] [--write]: does to the real application what must not lose
// a note, and prints what became of it. With --write also into docs/measured/faults.md.
import { execFileSync } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { arch, release, type } from 'node:os';
import { join } from 'node:path';
import { prepare, provideDisplay } from '../../scripts/prepare.mjs';
import { damageDatabase, damageIndex, damageJournal } from './damages.ts';
import { cutPower, downgrade, fillDisk, readOnlyProfile, secondInstance } from './disks.ts';
import { killWhileAnnotating, killWhileLoading } from './kills.ts';
import { killAll, projectFolder, type FaultResult } from './trial.ts';

const faults: Readonly<Record<string, () => Promise<FaultResult>>> = {
  'kill-annotating': () => killWhileAnnotating(20),
  'kill-loading': () => killWhileLoading(20),
  'damaged-database': damageDatabase,
  'damaged-index': damageIndex,
  'damaged-journal': damageJournal,
  'full-disk': fillDisk,
  'read-only': readOnlyProfile,
  downgrade,
  'second-instance': secondInstance,
  'power-cut': () => cutPower(8),
};

interface TimedResult extends FaultResult {
  readonly seconds: number;
}

/** A fault that ends in an error did not survive it; the others are tried all the same. */
async function timed(name: string, run: () => Promise<FaultResult>): Promise<TimedResult> {
  const began = performance.now();
  const seconds = (): number => Math.round((performance.now() - began) / 1000);
  try {
    const result = await run();
    return { ...result, seconds: seconds() };
  } catch (error) {
    await killAll();
    const remarks = [error instanceof Error ? error.message : String(error)];
    const nothing = { tried: 1, survived: 0, acknowledged: 0, lost: 0 };
    return { fault: name, ...nothing, remarks, seconds: seconds() };
  }
}

function tableOf(results: readonly TimedResult[]): string {
  const rows = results.map(
    ({ fault, tried, survived, acknowledged, lost, seconds, remarks }) =>
      `| ${fault} | ${tried} | ${survived} | ${acknowledged} | ${lost} | ${seconds} | ${remarks.join('; ').replaceAll(/[|\n]/g, ' ')} |`,
  );
  return [
    '| Fault | Tried | Survived | Acknowledged writes | Lost | s | Remarks |',
    '| --- | ---: | ---: | ---: | ---: | ---: | --- |',
    ...rows,
  ].join('\n');
}

/** The state of the code that was tried. */
function commit(): string {
  const git = (...words: string[]): string =>
    execFileSync('git', words, { cwd: projectFolder, encoding: 'utf8' }).trim();
  const isClean = git('status', '--porcelain') === '';
  return git('rev-parse', '--short', 'HEAD') + (isClean ? '' : ' with changes');
}

const about = `The real application, by \`npm run test:faults -- --write\`. Every trial begins with a profile that holds the
bundled archives and 200 notes. It counts as survived when the reader starts afterwards (or refuses
where it must), holds both archives with every story, finds the same with the same search, saves
another note, and lacks nothing that was acknowledged. A write counts as acknowledged once the
request to save it has been answered; in half of the kills while annotating notes are written by the
reader's own keys and fields, and count once the editor says that they are saved.

- **kill -9**: the whole process tree, at any moment; for loading, an archive of 10,000 stories at
  growing shares of the load, all on one profile.
- **Damages**: IndexedDB and the search index in OPFS each lose or find altered their folder, their
  tables' CURRENT, MANIFEST, log and data files, in 13 ways; the journal in 4.
- **Full disk**: an ext4 of 900 MB fills up while notes are made; it is freed while the reader runs,
  or the reader is killed and started while it is full, which it must refuse.
- **Power cut**: under the frozen reader the block device of an ext4 is copied as it stands, and the
  reader starts on the copy: what the system had not yet written to the device is gone. A disk that
  forgets what it was told to flush is not tried.
`;

const words = process.argv.slice(2);
const names = words.filter((word) => !word.startsWith('--'));
const unknown = [
  ...names.filter((name) => !Object.hasOwn(faults, name)),
  ...words.filter((word) => word.startsWith('--') && !['--only', '--write'].includes(word)),
];
if (unknown.length > 0) {
  console.error(
    `There is no fault ${unknown.join(', ')}; there are ${Object.keys(faults).join(', ')}.`,
  );
  process.exit(2);
}

await prepare({ projectFolder, needs: ['window', 'display'] });
const stopDisplay = await provideDisplay();
const results: TimedResult[] = [];
try {
  for (const [name, run] of Object.entries(faults)) {
    if (names.length > 0 && !names.includes(name)) continue;
    results.push(await timed(name, run));
    console.log(`\n${tableOf(results.slice(-1))}\n`);
  }
} finally {
  stopDisplay();
}
const table = tableOf(results);
console.log(`\n${table}`);
if (words.includes('--write')) {
  const place = `${new Date().toISOString().slice(0, 10)}, commit ${commit()}, ${type()} ${release()} ${arch()}, Node ${process.version}`;
  await writeFile(
    join(projectFolder, 'docs/measured/faults.md'),
    `# Faults\n\n${about}\n${place}:\n\n${table}\n`,
  );
}
const isGood = results.every(({ tried, survived, lost }) => survived === tried && lost === 0);
process.exit(isGood ? 0 : 1);
