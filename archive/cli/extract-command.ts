import { createWriteStream } from 'node:fs';
import { mkdir, statfs } from 'node:fs/promises';
import { dirname, join, posix } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { openBag } from '../bag/bag-reader.ts';
import type { BagReader } from '../bag/bag-reader.ts';
import { portablePath } from '../bag/zip/entry-name.ts';
import { textOption } from './command.ts';
import type { Command, OptionValues } from './command.ts';
import { UsageError, exitCodes, writeLine } from './terminal.ts';
import type { Terminal } from './terminal.ts';
import { problemLine, verifyBag } from './verify-command.ts';

const help = `Usage: archive extract FILE.newsbag --out FOLDER [PATH…]

Writes the payload of a bag into a new folder: archive.json, issues.ndjson, the articles
and the pictures, byte for byte. With PATHs (e.g. archive.json, media) only those files
and folders. The whole bag is verified first; nothing is written from a bag that is
refused, and nothing is written outside FOLDER. Names that some systems reserve (con.jpg)
get an underscore; pictures that are damaged are left out and named.

  --out FOLDER   is made, and must not exist
  --quiet        print nothing but problems that refuse the bag
Exit codes: 0; 1 the bag is refused; 2 something could not be read or written.`;

/** Where a file is written: two names can come to be the same when reserved characters are changed. */
function freeTarget(path: string, taken: Set<string>): string {
  let target = portablePath(path);
  while (taken.has(target.toLowerCase())) {
    target = posix.join(posix.dirname(target), `_${posix.basename(target)}`);
  }
  taken.add(target.toLowerCase());
  return target;
}

async function freeBytes(folder: string): Promise<number> {
  const { bavail, bsize } = await statfs(folder);
  return bavail * bsize;
}

async function writePayload(
  terminal: Terminal,
  bag: BagReader,
  folder: string,
  wanted: readonly string[],
  damaged: readonly string[],
): Promise<void> {
  await mkdir(folder);
  const taken = new Set<string>();
  for (const path of bag.payload.keys()) {
    const below = path.slice('data/'.length);
    if (wanted.length > 0 && !wanted.some((one) => below === one || below.startsWith(`${one}/`))) {
      continue;
    }
    if (damaged.includes(path)) {
      writeLine(terminal.err, `left out, because damaged: ${below}`);
      continue;
    }
    const target = join(folder, freeTarget(below, taken));
    await mkdir(dirname(target), { recursive: true });
    await pipeline(Readable.from(bag.chunks(path)), createWriteStream(target, { flags: 'wx' }));
    if (!terminal.isQuiet) writeLine(terminal.out, target);
  }
}

async function run(
  terminal: Terminal,
  operands: readonly string[],
  options: OptionValues,
): Promise<number> {
  const [file, ...paths] = operands;
  const folder = textOption(options, 'out');
  if (file === undefined) throw new UsageError('no bag is named');
  if (folder === undefined) throw new UsageError('--out FOLDER is missing');
  const report = await verifyBag(terminal, file);
  const freeDiskBytes = report.isValid ? await freeBytes(dirname(folder)) : 0;
  const opening = report.isValid ? await openBag(file, { freeDiskBytes }) : null;
  if (opening?.outcome !== 'opened') {
    const problems = opening?.problems ?? report.problems;
    for (const found of problems) writeLine(terminal.err, problemLine(found));
    const isUnreadable = problems.some(({ code }) => code === 'unreadable');
    return isUnreadable ? exitCodes.unusable : exitCodes.bad;
  }
  const wanted = paths.map((path) => path.replace(/^data\//u, '').replace(/\/+$/u, ''));
  const { bag } = opening;
  const missing = wanted.filter(
    (one) => ![...bag.payload.keys()].some((path) => `${path}/`.startsWith(`data/${one}/`)),
  );
  try {
    if (missing.length > 0) {
      for (const one of missing)
        writeLine(terminal.err, `the bag holds no ${one}; nothing was written`);
      return exitCodes.bad;
    }
    await writePayload(terminal, bag, folder, wanted, report.damagedMedia);
  } finally {
    await opening.bag.close();
  }
  return exitCodes.good;
}

export const extractCommand: Command = {
  name: 'extract',
  summary: 'write the payload of a bag into a folder',
  help,
  options: { out: { type: 'string' } },
  run,
};
