// Bags that are too large for the unit tests, each read in a process of its own so that its memory
// can be told. Prints a table, with --write into docs/measured/ too; fails where a limit is missed.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { openPromise } from 'yauzl';
import { openBag } from '../../archive/bag/bag-reader.ts';
import { writeBag, type BagMedia } from '../../archive/bag/bag-writer.ts';
import { writeDemoArchive } from '../../scripts/demo-archive.ts';
import { drawing, madeArticle, madeDescription, madeIssue } from '../fixtures/made-bag.ts';
import { pngFront } from '../fixtures/pictures.ts';
import { giveTable, machineLoad } from './written-table.ts';

interface Reading {
  readonly isValid: boolean;
  readonly problems: number;
  readonly articles: number;
  readonly files: number;
  readonly payloadBytes: number;
  readonly seconds: number;
  /** Of all threads together. */
  readonly cpuSeconds: number;
  /** The most that was resident, MiB. */
  readonly residentMiB: number;
}

/** Limits of a reading; absent ones are not asserted. */
interface Limits {
  readonly leastMegabytesPerSecond?: number;
  readonly mostResidentMiB: number;
}

const mebibyte = 1024 * 1024;

async function readHere(file: string): Promise<Reading> {
  const started = performance.now();
  const cpuBefore = process.cpuUsage();
  const opening = await openBag(file);
  if (opening.outcome === 'refused') throw new Error(JSON.stringify(opening.problems.slice(0, 3)));
  const report = await opening.bag.read({ article: () => undefined });
  await opening.bag.close();
  const { user, system } = process.cpuUsage(cpuBefore);
  return {
    isValid: report.isValid,
    problems: report.problems.length,
    articles: report.accepted.articles,
    files: report.checkedFiles,
    payloadBytes: report.bytes,
    seconds: (performance.now() - started) / 1000,
    cpuSeconds: (user + system) / 1e6,
    residentMiB: process.resourceUsage().maxRSS / 1024,
  };
}

/**
 * The peer: the least that any reader does. Inflates every entry, hashes it and parses its lines, by
 * plain Node and yauzl; checks nothing, neither the container nor a record.
 */
async function parseHere(file: string): Promise<Reading> {
  const started = performance.now();
  const cpuBefore = process.cpuUsage();
  const zip = await openPromise(file, { lazyEntries: true });
  let payloadBytes = 0;
  let files = 0;
  let articles = 0;
  for await (const entry of zip.eachEntry()) {
    if (!entry.fileName.includes('/data/')) continue;
    const hash = createHash('sha512');
    const stream = await zip.openReadStreamPromise(entry);
    stream.on('data', (chunk: Buffer) => {
      payloadBytes += chunk.length;
      hash.update(chunk);
    });
    if (entry.fileName.endsWith('.ndjson'))
      for await (const line of createInterface({ input: stream })) {
        JSON.parse(line);
        articles += 1;
      }
    else await once(stream, 'end');
    hash.digest();
    files += 1;
  }
  zip.close();
  const { user, system } = process.cpuUsage(cpuBefore);
  return {
    isValid: true,
    problems: 0,
    articles,
    files,
    payloadBytes,
    seconds: (performance.now() - started) / 1000,
    cpuSeconds: (user + system) / 1e6,
    residentMiB: process.resourceUsage().maxRSS / 1024,
  };
}

/** Reads in a fresh process; the best of two runs, as other work on the machine only slows. */
function readElsewhere(file: string, mode: 'read' | 'parse' = 'read'): Reading {
  const readings = [1, 2].map(
    () =>
      JSON.parse(
        execFileSync(process.execPath, ['--import', 'tsx', import.meta.filename, mode, file], {
          encoding: 'utf8',
        }),
      ) as Reading,
  );
  const [one, two] = readings;
  if (!one || !two) throw new Error('no reading');
  return {
    ...(one.seconds < two.seconds ? one : two),
    residentMiB: Math.max(one.residentMiB, two.residentMiB),
  };
}

/** A file of that length which takes no room on disk, and begins like a picture. */
function sparsePicture(file: string, bytes: number): void {
  writeFileSync(file, pngFront(4000, 3000));
  truncateSync(file, bytes);
}

async function writePictures(file: string, media: readonly BagMedia[]): Promise<void> {
  await writeBag(file, {
    description: madeDescription(),
    issues: [madeIssue()],
    articles: [madeArticle(1)],
    media: media.toSorted((a, b) => (a.path < b.path ? -1 : 1)),
  });
}

interface Row {
  readonly line: string;
  readonly isGood: boolean;
}

/** A row of the table, and whether the limits are met. */
function row(what: string, fileBytes: number, reading: Reading, limits: Limits): Row {
  const speed = reading.payloadBytes / 1e6 / reading.seconds;
  // On a machine that is busy with other work only the time on the processor says anything.
  const speedOnCpu = reading.payloadBytes / 1e6 / reading.cpuSeconds;
  const isFast = Math.max(speed, speedOnCpu) >= (limits.leastMegabytesPerSecond ?? 0);
  const isGood = isFast && reading.isValid && reading.residentMiB <= limits.mostResidentMiB;
  const cells = [
    what,
    (fileBytes / 1e6).toFixed(0),
    (reading.payloadBytes / 1e6).toFixed(0),
    String(reading.files),
    String(reading.articles),
    reading.seconds.toFixed(1),
    speed.toFixed(0),
    speedOnCpu.toFixed(0),
    reading.residentMiB.toFixed(0),
    isGood ? 'met' : 'MISSED',
  ];
  const line = `| ${cells.join(' | ')} |`;
  console.log(line);
  return { line, isGood };
}

const heads = [
  '| bag | file MB | payload MB | digests | articles | s | MB/s | MB per CPU s | resident MiB | limits |',
  '| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | --- |',
];

/** True where every limit is met. */
async function measure(isWritten: boolean): Promise<boolean> {
  const rows: Row[] = [];
  const busy = machineLoad();
  const work = mkdtempSync(join(process.env.GUZHI_BENCH_FOLDER ?? tmpdir(), 'guzhi-large-'));
  const file = join(work, 'large.newsbag');
  try {
    await writeDemoArchive(process.cwd(), file, 100_000);
    const limits = { leastMegabytesPerSecond: 60, mostResidentMiB: 300 };
    const size = statSync(file).size;
    const verified = readElsewhere(file);
    const parsed = readElsewhere(file, 'parse');
    rows.push(row('100,000 articles', size, verified, limits));
    rows.push(
      row('the same, only inflated, hashed and parsed', size, parsed, {
        mostResidentMiB: Number.POSITIVE_INFINITY,
      }),
    );
    const ratio = (verified.seconds / parsed.seconds).toFixed(2);
    rmSync(file);

    const pictures = [1, 2, 3].map((number) => {
      const picture = join(work, `${String(number)}.png`);
      sparsePicture(picture, 1000 * mebibyte);
      return { path: `media/2019-05-18/${String(number)}.png`, file: picture };
    });
    await writePictures(file, pictures);
    rows.push(row('3 GB of pictures', statSync(file).size, readElsewhere(file), limits));
    rmSync(file);

    const huge = join(work, 'huge.png');
    sparsePicture(huge, 4.5 * 1024 * mebibyte);
    await writePictures(file, [{ path: 'facsimile/2019-05-18/1.png', file: huge }]);
    rows.push(
      row('one picture of 4.5 GiB (zip64)', statSync(file).size, readElsewhere(file), limits),
    );
    rmSync(file);

    const small = join(work, 'ferry.svg');
    writeFileSync(small, drawing);
    const many = Array.from({ length: 70_000 }, (_, index) => ({
      path: `media/2019-05-18/${String(index)}.svg`,
      file: small,
    }));
    await writePictures(file, [...many, { path: 'media/ferry.svg', file: small }]);
    rows.push(
      row('70,001 pictures (zip64)', statSync(file).size, readElsewhere(file), {
        mostResidentMiB: 300,
      }),
    );
    giveTable(
      {
        title: 'Large bags',
        command: 'npm run test:bag-large -- --write',
        busy,
        lines: [
          'Each bag is read and verified in a process of its own; the better of two runs. Limits: 60 MB/s, where',
          'the machine is busy per second of the processor; 300 MiB resident.',
          '',
          ...heads,
          ...rows.map(({ line }) => line),
          '',
          `Verifying 100,000 articles takes ${ratio} times what inflating, hashing and parsing them takes.`,
        ],
      },
      isWritten ? 'bag-large.md' : null,
    );
    return rows.every(({ isGood }) => isGood);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

if (process.argv[1] && resolve(process.argv[1]) === import.meta.filename) {
  const [mode, file] = process.argv.slice(2);
  if (mode === 'read' && file !== undefined) console.log(JSON.stringify(await readHere(file)));
  else if (mode === 'parse' && file !== undefined)
    console.log(JSON.stringify(await parseHere(file)));
  else process.exitCode = (await measure(process.argv.includes('--write'))) ? 0 : 1;
}
