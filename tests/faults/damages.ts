import { existsSync } from 'node:fs';
import { open, readdir, rm, stat, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { templateNotes } from './notes.ts';
import { freshProfile, inFolder, Tally, verdictOf, type FaultResult } from './trial.ts';

async function filesIn(folder: string, pattern = /./): Promise<string[]> {
  const found = await readdir(folder, { recursive: true, withFileTypes: true });
  return found
    .filter((entry) => entry.isFile() && pattern.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name));
}

async function each(
  folder: string,
  pattern: RegExp,
  damage: (path: string, bytes: number) => Promise<unknown>,
): Promise<void> {
  const files = await filesIn(folder, pattern);
  if (files.length === 0) throw new Error(`no file ${String(pattern)} to damage`);
  for (const path of files) await damage(path, (await stat(path)).size);
}

const half = (path: string, bytes: number): Promise<void> => truncate(path, Math.floor(bytes / 2));
const zero = (path: string, bytes: number): Promise<void> => writeFile(path, Buffer.alloc(bytes));

async function flip(path: string, bytes: number): Promise<void> {
  const file = await open(path, 'r+');
  try {
    const byte = Buffer.alloc(1);
    for (let at = 64; at < bytes; at += 1021) {
      await file.read(byte, 0, 1, at);
      byte[0] = (byte[0] ?? 0) ^ 0x10;
      await file.write(byte, 0, 1, at);
    }
  } finally {
    await file.close();
  }
}

type Damage = readonly [name: string, damage: (folder: string) => Promise<unknown>];

/** What was done to the files of IndexedDB; 7 of these empty it without an error. */
const databaseDamages: readonly Damage[] = [
  ['folder removed', (folder) => rm(folder, { recursive: true })],
  ['folder emptied', (folder) => each(folder, /./, (path) => rm(path))],
  ['CURRENT removed', (folder) => each(folder, /^CURRENT$/, (path) => rm(path))],
  ['CURRENT filled with rubbish', (folder) => each(folder, /^CURRENT$/, zero)],
  ['MANIFEST removed', (folder) => each(folder, /^MANIFEST/, (path) => rm(path))],
  ['MANIFEST cut in half', (folder) => each(folder, /^MANIFEST/, half)],
  ['MANIFEST zeroed', (folder) => each(folder, /^MANIFEST/, zero)],
  ['log removed', (folder) => each(folder, /\.log$/, (path) => rm(path))],
  ['log cut in half', (folder) => each(folder, /\.log$/, half)],
  ['log with bits flipped', (folder) => each(folder, /\.log$/, flip)],
  ['tables removed', (folder) => each(folder, /\.ldb$/, (path) => rm(path))],
  ['tables cut in half', (folder) => each(folder, /\.ldb$/, half)],
  ['tables with bits flipped', (folder) => each(folder, /\.ldb$/, flip)],
];

/** A file of contents; the others are the tables in which the browser keeps their names. */
const contents = /^\d{8}$/;

/** The same for the search index in OPFS: the tables that hold its names, and its files. */
const indexDamages: readonly Damage[] = [
  ...databaseDamages.slice(0, 10),
  ['files removed', (folder) => each(folder, contents, (path) => rm(path))],
  ['files cut in half', (folder) => each(folder, contents, half)],
  ['files with bits flipped', (folder) => each(folder, contents, flip)],
];

async function tryDamages(
  fault: string,
  folderName: string,
  damages: readonly Damage[],
): Promise<FaultResult> {
  const tally = new Tally(fault);
  for (const [name, damage] of damages) {
    const isTried = await inFolder(async (folder) => {
      const profile = await freshProfile(folder);
      const target = join(profile, folderName);
      if (!existsSync(target)) return false;
      try {
        await damage(target);
      } catch (error) {
        tally.skip(`${name}: ${String(error)}`);
        return true;
      }
      tally.add(templateNotes.length, await verdictOf(profile, templateNotes), name);
      return true;
    });
    if (!isTried) {
      tally.skip(`the profile has no folder ${folderName}`);
      break;
    }
  }
  return tally.result();
}

export function damageDatabase(): Promise<FaultResult> {
  return tryDamages('damaged IndexedDB', 'IndexedDB', databaseDamages);
}

export function damageIndex(): Promise<FaultResult> {
  return tryDamages('damaged index (OPFS)', 'File System', indexDamages);
}

/** The journal is gone or damaged, alone and together with the database. */
export async function damageJournal(): Promise<FaultResult> {
  const tally = new Tally('damaged journal');
  const journal = 'journal.ndjson';
  const damages: readonly Damage[] = [
    ['journal removed', (profile) => rm(join(profile, journal))],
    ['journal cut in half', (profile) => each(profile, /^journal\.ndjson$/, half)],
    ['journal with bits flipped', (profile) => each(profile, /^journal\.ndjson$/, flip)],
    [
      'journal and IndexedDB removed',
      async (profile) => {
        await rm(join(profile, journal));
        await rm(join(profile, 'IndexedDB'), { recursive: true });
      },
    ],
  ];
  for (const [name, damage] of damages) {
    await inFolder(async (folder) => {
      const profile = await freshProfile(folder);
      await damage(profile);
      tally.add(templateNotes.length, await verdictOf(profile, templateNotes), name);
    });
  }
  return tally.result();
}
