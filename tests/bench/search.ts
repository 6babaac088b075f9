import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { readFile } from 'node:fs/promises';
import { makeWords } from '../../archive/search/query/make-words.ts';
import { matchText } from '../../archive/search/query/match-text.ts';
import { searchableText } from '../../archive/search/text/searchable-text.ts';
import { canonicalText } from '../../archive/text/canonical-text.ts';
import { openFoldTable } from '../../archive/text/fold/fold-table.ts';
import { packFold } from '../../scripts/pack-fold.mjs';
import { makeQueries, makeStories, writeCorpus } from './search/corpus.ts';
import { measureApplication } from './search/in-application.ts';
import {
  flexSearch,
  miniSearch,
  sqliteNative,
  sqliteWasm,
  type PeerResult,
} from './search/peers.ts';
import { prepareBench } from './window/large-profile.ts';
import { giveTable, machineLoad } from './written-table.ts';

/** Searching beside its peers: npm run bench -- search [NUMBER OF STORIES] [--write]; 10,000 by default. */

const usualCount = 10_000;

function share(values: readonly number[], part: number): string {
  const sorted = values.toSorted((a, b) => a - b);
  return (sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0).toFixed(2);
}

/** Of the queries that an engine answers at all, how many with the very number of stories. */
function exactness(counts: readonly number[], expected: readonly number[]): string {
  const answered = counts.filter((count) => count >= 0).length;
  const right = counts.filter((count, at) => count === expected[at]).length;
  return `${right} of ${answered}`;
}

export async function run(args: readonly string[]): Promise<void> {
  const count = /^\d+$/.test(args[0] ?? '') ? Number(args[0]) : usualCount;
  const busy = machineLoad();
  if (!Number.isInteger(count) || count < 1) throw new Error('How many stories?');
  const projectFolder = join(import.meta.dirname, '../..');
  const folder = join(projectFolder, 'out/bench');
  mkdirSync(folder, { recursive: true });
  const stopDisplay = await prepareBench();
  const made = makeStories(count);
  const bag = join(folder, `search-${count}.newsbag`);
  await writeCorpus(bag, made);
  const { foldCodePoint } = openFoldTable(
    new Uint8Array(await readFile(await packFold())).slice().buffer,
  );
  const fold = (text: string): string =>
    Array.from(text, (each) => String.fromCodePoint(foldCodePoint(each.codePointAt(0) ?? 0))).join(
      '',
    );
  const texts = made.articles.map((article) => fold(canonicalText(article)));
  const characters = texts.reduce((sum, text) => sum + text.length, 0);
  const utf8 = made.articles.reduce(
    (sum, article) => sum + Buffer.byteLength(canonicalText(article)),
    0,
  );
  const typed = makeQueries(made.articles);
  const words = typed.map((text) => {
    const query = makeWords(text, foldCodePoint, { isExact: false, ignoresPunctuation: false });
    if (!query) throw new Error('A query without words');
    return query;
  });
  const expected = typed.map((text) => texts.filter((each) => each.includes(fold(text))).length);
  const scanned = words.map(
    (query) =>
      made.articles.filter(
        (article) => matchText(query, searchableText(article, foldCodePoint), () => true) !== null,
      ).length,
  );
  if (scanned.some((found, at) => found !== expected[at])) throw new Error('Scanning is not exact');

  const own = await measureApplication(projectFolder, bag, words);
  stopDisplay();
  const folded = typed.map(fold);
  const peers: (PeerResult | null)[] = [
    sqliteNative(texts, folded, folder),
    await sqliteWasm(texts, folded),
    ...(count <= 20_000 ? [flexSearch(texts, folded), miniSearch(texts, folded)] : []),
  ];
  const lines = [
    `${count} stories, ${Math.round(characters / count)} characters each, ${(utf8 / 1e6).toFixed(1)} MB of text; ${typed.length} queries of 1 to 7 characters, each asked five times, the median kept.`,
    '',
    '| | build, stories/s | index, MB | ids and count, p50 / p95 ms | exact counts |',
    '|---|---|---|---|---|',
    `| Guzhi, in the application (storing and verifying included) | ${Math.round(count / own.loadSeconds)}, merged ${Math.round(count / own.mergedSeconds)} | ${(own.bytes / 1e6).toFixed(1)} (${(own.bytes / utf8).toFixed(2)} of the text) | ${share(own.times, 0.5)} / ${share(own.times, 0.95)}; with 20 excerpts ${share(own.fullTimes, 0.5)} / ${share(own.fullTimes, 0.95)} | ${exactness(own.counts, expected)} |`,
    ...peers.flatMap((peer) => {
      if (!peer) return [];
      const { name, buildSeconds, bytes, times, counts } = peer;
      return [
        `| ${name} | ${Math.round(count / buildSeconds)} | ${bytes === null ? '–' : (bytes / 1e6).toFixed(1)} | ${share(times, 0.5)} / ${share(times, 0.95)} | ${exactness(counts, expected)} |`,
      ];
    }),
    '',
    `First answer of a new worker: ${own.firstAnswer.toFixed(0)} ms. By length of the query, p50 / most ms:`,
    '',
    ...[1, 2, 3, 4, 7].map((length) => {
      const of = own.times.filter((_, at) => typed[at]?.length === length);
      return `- ${length}: ${share(of, 0.5)} / ${share(of, 1)}`;
    }),
  ];
  giveTable(
    { title: 'Searching', command: `npm run bench -- search ${count}`, busy, lines },
    args.includes('--write') ? `search-${count}.md` : null,
  );
}
