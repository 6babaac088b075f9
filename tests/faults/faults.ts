// npm run test:faults [-- NAME…] [--write]: does to the real application what must not lose a note,
// and prints what became of it. With --write also into docs/measured/faults.md.
import { writeFile } from 'node:fs/promises';
import { arch, release, type } from 'node:os';
import { join } from 'node:path';
import { prepare, provideDisplay } from '../../scripts/prepare.mjs';
import { damageDatabase, damageIndex, damageJournal } from './damages.ts';
import { cutPower, downgrade, fillDisk, readOnlyProfile, secondInstance } from './disks.ts';
import { killWhileAnnotating, killWhileLoading } from './kills.ts';
import { projectFolder, type FaultResult } from './trial.ts';

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

function tableOf(results: readonly FaultResult[]): string {
  const rows = results.map(
    ({ fault, tried, survived, acknowledged, lost, remarks }) =>
      `| ${fault} | ${tried} | ${survived} | ${acknowledged} | ${lost} | ${remarks.join('; ').replaceAll(/[|\n]/g, ' ')} |`,
  );
  return [
    '| Fault | Tried | Survived | Acknowledged writes | Lost | Remarks |',
    '| --- | ---: | ---: | ---: | ---: | --- |',
    ...rows,
  ].join('\n');
}

const words = process.argv.slice(2);
const names = words.filter((word) => !word.startsWith('--'));
const unknown = names.filter((name) => !Object.hasOwn(faults, name));
if (unknown.length > 0) {
  console.error(
    `There is no fault ${unknown.join(', ')}; there are ${Object.keys(faults).join(', ')}.`,
  );
  process.exit(2);
}

await prepare({ projectFolder, needs: ['window', 'display'] });
const stopDisplay = await provideDisplay();
const results: FaultResult[] = [];
try {
  for (const [name, run] of Object.entries(faults)) {
    if (names.length === 0 || names.includes(name)) results.push(await run());
  }
} finally {
  stopDisplay();
}
const table = tableOf(results);
console.log(`\n${table}`);
if (words.includes('--write')) {
  const place = `${type()} ${release()} ${arch()}, Node ${process.version}, ${new Date().toISOString().slice(0, 10)}`;
  await writeFile(
    join(projectFolder, 'docs/measured/faults.md'),
    `# Faults\n\nThe real application, by \`npm run test:faults -- --write\` (${place}). A write counts as acknowledged once the request to save it has been answered.\n\n${table}\n`,
  );
}
const isGood = results.every(({ tried, survived, lost }) => survived === tried && lost === 0);
process.exit(isGood ? 0 : 1);
