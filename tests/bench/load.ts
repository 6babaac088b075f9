import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { canonicalText } from '../../archive/text/canonical-text.ts';
import { openFoldTable } from '../../archive/text/fold/fold-table.ts';
import { ReadingEstimate } from '../../renderer/database/load-estimate.ts';
import { packFold } from '../../scripts/pack-fold.mjs';
import { measureLoad, type LoadMeasure, type TimedProgress } from './load/in-application.ts';
import { makeStories, writeCorpus } from './search/corpus.ts';
import { sqliteNative, sqliteWasm } from './search/peers.ts';
import { median, prepareBench } from './window/large-profile.ts';
import { giveTable, machineLoad } from './written-table.ts';

/**
 * Loading in the real application beside storing alone and the indexes of its peers:
 * npm run bench -- load [NUMBER OF STORIES] [--write] [--record FILE]; 10,000 by default.
 */

const usualCount = 10_000;
/** The part of the time before which no estimate is judged. */
const judgedFrom = 0.1;

/** How far each estimate after the first tenth was off, as a part of the whole time. */
export function estimateErrors(
  timeline: readonly TimedProgress[],
  seconds: number,
): readonly number[] {
  const estimate = new ReadingEstimate();
  const errors: number[] = [];
  for (const { at, ...progress } of timeline) {
    estimate.add(progress, at);
    const left = estimate.secondsLeft();
    if (at < seconds * judgedFrom) continue;
    errors.push(left === null ? 1 : Math.abs(at + left - seconds) / seconds);
  }
  return errors;
}

function percent(share: number): string {
  return `${(share * 100).toFixed(0)} %`;
}

/** What of the load's own figures is held against a gate. */
function ownLines(count: number, own: LoadMeasure, utf8: number): readonly string[] {
  const storing = median(own.storeSeconds);
  const errors = estimateErrors(own.timeline, own.loadSeconds);
  const sorted = errors.toSorted((a, b) => a - b);
  const often = sorted[Math.floor(sorted.length * 0.95)] ?? 1;
  const task = own.longestTask === 0 ? 'under 50' : own.longestTask.toFixed(0);
  return [
    '| | measured | gate | aim |',
    '|---|---|---|---|',
    `| load with index, against storing alone | ${(storing / own.loadSeconds).toFixed(2)} | – | – |`,
    `| load with index and merge, against storing alone | ${(storing / own.mergedSeconds).toFixed(2)} | 0.6 | 0.9 |`,
    `| index against UTF-8 text | ${(own.indexBytes / utf8).toFixed(2)} | 1.15 | 0.8 |`,
    `| window\u2019s process while loading, MB (before: ${own.memoryBefore.toFixed(0)}) | ${own.mostMemory.toFixed(0)} | 450 | 350 |`,
    `| longest task of the window\u2019s thread, ms | ${task} | 50 | 16 |`,
    `| remaining time after the first tenth, off by at most / 95 of 100 | ${percent(Math.max(...errors))} / ${percent(often)} | 20 % | – |`,
    '',
    `${count} stories: ${own.loadSeconds.toFixed(1)} s until they can be read, ${own.mergedSeconds.toFixed(1)} s with the merge; stored alone in ${own.storeSeconds.map((each) => each.toFixed(1)).join(' and ')} s.`,
    '',
  ];
}

function optionOf(args: readonly string[], name: string): string | null {
  const at = args.indexOf(name);
  return at < 0 ? null : (args[at + 1] ?? '');
}

export async function run(args: readonly string[]): Promise<void> {
  const typed = /^\d+$/.test(args[0] ?? '') ? Number(args[0]) : usualCount;
  const busy = machineLoad();
  const projectFolder = process.cwd();
  const folder = join(projectFolder, 'out/bench');
  mkdirSync(folder, { recursive: true });
  const stopDisplay = await prepareBench();
  const made = makeStories(typed);
  const bag = join(folder, `load-${typed}.newsbag`);
  await writeCorpus(bag, made);
  const utf8 = made.articles.reduce(
    (sum, article) => sum + Buffer.byteLength(canonicalText(article)),
    0,
  );
  const own = await measureLoad(projectFolder, bag);
  stopDisplay();
  rmSync(bag);
  const record = optionOf(args, '--record');
  if (record !== null) {
    const { loadSeconds: seconds, timeline } = own;
    writeFileSync(record, `${JSON.stringify({ seconds, timeline })}\n`);
  }
  const { foldCodePoint } = openFoldTable(
    new Uint8Array(await readFile(await packFold())).slice().buffer,
  );
  const texts = made.articles.map((article) =>
    Array.from(canonicalText(article), (each) =>
      String.fromCodePoint(foldCodePoint(each.codePointAt(0) ?? 0)),
    ).join(''),
  );
  const peers = [await sqliteWasm(texts, []), sqliteNative(texts, [], folder)];
  const lines = [
    ...ownLines(typed, own, utf8),
    '| index alone, in memory or a file | stories/s | the whole load of Guzhi against it |',
    '|---|---|---|',
    ...peers.flatMap((peer) =>
      peer === null
        ? []
        : [
            `| ${peer.name} | ${Math.round(typed / peer.buildSeconds)} | ${(peer.buildSeconds / own.loadSeconds).toFixed(1)} × |`,
          ],
    ),
    `| Guzhi, verifying and storing included | ${Math.round(typed / own.loadSeconds)} | |`,
    '',
    'Poems of the Tang and the Song, each used once before any comes again, with prose of the bundled daily in turn; of SQLite-WASM the gate is 8 ×, the aim 12 ×.',
  ];
  giveTable(
    { title: 'Loading', command: `npm run bench -- load ${typed}`, busy, lines },
    args.includes('--write') ? `load-${typed}.md` : null,
  );
}
