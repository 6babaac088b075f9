import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { open as openFile } from 'node:fs/promises';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { launchReader } from '../../scripts/launch-reader.mjs';
import { Random } from '../unit/archive/text/anchor/evaluation/random.ts';
import {
  annotatedStory,
  archiveId,
  issueId,
  plainStory,
  writeJournal,
  writeLongStories,
} from './annotate/annotated-profile.ts';
import {
  allowCounting,
  countAnnotations,
  emptyAnnotations,
  timeHighlight,
  timeList,
  timeOpening,
} from './annotate/in-page.ts';
import {
  allowNames,
  open,
  percentile,
  prepareBench,
  projectFolder,
  type Reader,
} from './window/large-profile.ts';

/**
 * Annotating in a profile of 10,000 annotations, 2,000 of them in one story of 50,000 characters, in
 * the real application: opening, a new highlight until it is painted, and until it is saved, the list
 * of all notes, and a start at which the journal restores all of them. The peers: the same story
 * without annotations, a bare append with fdatasync to the same disk, a start with nothing to restore.
 */

const counts = { inStory: 2_000, inAll: 10_000 };
/** Only marks about in sight are painted; so many are in sight at the least. */
const inSight = 40;
const characters = 50_000;
const highlights = 60;
const openings = 9;
const starts = 3;
const scrolls = 300;

const withoutPrefix = (id: string): string => id.replace('urn:uuid:', '');

function placeOf(articleId: string): string {
  return `#/archive/${withoutPrefix(archiveId)}/${issueId}/1/${withoutPrefix(articleId)}`;
}

async function timeSyncs(folder: string): Promise<readonly number[]> {
  const file = await openFile(join(folder, 'peer'), 'a');
  const line = Buffer.from(`${'x'.repeat(900)}\n`);
  const found: number[] = [];
  for (let index = 0; index < highlights; index += 1) {
    const began = performance.now();
    await file.appendFile(line);
    await file.datasync();
    found.push(performance.now() - began);
  }
  await file.close();
  return found;
}

/** What annotating takes; the reader is left at the library. */
async function timeAnnotating({ window }: Reader): Promise<Record<string, readonly number[]>> {
  await timeOpening(window, placeOf(plainStory), 0);
  const opened: number[] = [];
  const openedPlain: number[] = [];
  for (let index = 0; index < openings; index += 1) {
    openedPlain.push(await timeOpening(window, placeOf(plainStory), 0));
    opened.push(await timeOpening(window, placeOf(annotatedStory), inSight));
  }
  const painted: number[] = [];
  for (let index = 0; index < highlights; index += 1) {
    painted.push(await timeHighlight(window, index));
  }
  const { saved, journaled } = await window.evaluate(async (wanted) => {
    const all = (name: string): number[] =>
      performance
        .getEntriesByName(name)
        .slice(-wanted)
        .map(({ duration }) => duration);
    while (all('annotation-saved').length < wanted) {
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    return { saved: all('annotation-saved'), journaled: all('user-data-synced') };
  }, highlights);
  const { frames, blank } = await timeList(window, scrolls);
  if (blank > 0) console.log(`${blank} of ${scrolls} frames of the list had no row`);
  return { openedPlain, opened, painted, saved, journaled, frames };
}

/** ms from the command to the interface; `empties` the table before, which the journal then fills. */
async function timeStart(profileFolder: string, empties: boolean): Promise<number> {
  if (empties) {
    const before = await open(profileFolder);
    await before.window.locator('#root > *').first().waitFor();
    await emptyAnnotations(before.window);
    await before.kill();
  }
  const began = Date.now();
  const reader = await open(profileFolder);
  await reader.window.locator('.story, .library, .leaf:not([aria-busy="true"])').first().waitFor();
  const taken = Date.now() - began;
  const held = await countAnnotations(reader.window);
  if (held < counts.inAll) throw new Error(`Only ${held} annotations are there`);
  await reader.close();
  return taken;
}

function row(name: string, values: readonly number[], budget = ''): string {
  const cells = [0.5, 0.95, 0.99].map((share) => percentile(values, share).toFixed(1));
  return `| ${name} | ${cells.join(' | ')} | ${values.length} | ${budget} |`;
}

function commit(): string {
  return execFileSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8' }).trim();
}

export async function run(words: readonly string[]): Promise<void> {
  const stopDisplay = await prepareBench();
  const folder = mkdtempSync(join(tmpdir(), 'guzhi-annotate-'));
  try {
    const profileFolder = join(folder, 'profile');
    const file = join(folder, 'long.newsbag');
    const random = new Random(7);
    const articles = await writeLongStories(file, characters, random);
    await writeJournal(profileFolder, articles, counts, random);
    const load = loadavg()[0]?.toFixed(1) ?? '';
    const reader = await launchReader({ projectFolder, profileFolder, words: [file] });
    await reader.window.locator('.crumbs', { hasText: '長文試報' }).waitFor({ timeout: 120_000 });
    // The journal alone was there: the reader tells that it has filled its tables from it.
    await reader.window.locator('dialog[open] .actions button').click();
    await allowNames(reader.window);
    await allowCounting(reader.window);
    const times = await timeAnnotating(reader).finally(() => reader.close());
    const synced = await timeSyncs(folder);
    const inStep: number[] = [];
    const restored: number[] = [];
    for (let index = 0; index < starts; index += 1) {
      inStep.push(await timeStart(profileFolder, false));
      restored.push(await timeStart(profileFolder, true));
    }
    const { openedPlain = [], opened = [], painted = [], frames = [] } = times;
    const { saved = [], journaled = [] } = times;
    const ratio = (of: readonly number[], to: readonly number[]): string =>
      (percentile(of, 0.5) / percentile(to, 0.5)).toFixed(2);
    const text = [
      `${counts.inAll} annotations, ${counts.inStory} in a story of ${characters} characters; ms`,
      '',
      '| | p50 | p95 | p99 | times | gate / aim |',
      '| --- | ---: | ---: | ---: | ---: | --- |',
      row('opening the story without annotations', openedPlain),
      row('opening the story with them, painted', opened),
      row('new highlight, from the key to the painted frame', painted, 'median 50 / 16'),
      row('new highlight, until the journal is synced', journaled, 'p99 50 / 15'),
      row('new highlight, until the tables have it too', saved),
      row('a bare append with fdatasync to the same disk', synced),
      row(`frames while the list of ${counts.inAll} notes is scrolled by screens`, frames),
      row('start, tables in step with the journal', inStep),
      row(`start, ${counts.inAll} annotations restored from the journal`, restored, '5,000'),
      '',
      `Opening with annotations against without: ${ratio(opened, openedPlain)}; synced against a bare append: ${ratio(journaled, synced)}; start with restoring against without: ${ratio(restored, inStep)}.`,
    ].join('\n');
    console.log(`\n${text}`);
    if (words.includes('--write')) {
      const place = `${new Date().toISOString().slice(0, 10)}, commit ${commit()}, two cores shared with other work (load ${load} at the beginning)`;
      writeFileSync(
        join(projectFolder, 'docs/measured/annotate.md'),
        `# Annotating\n\n\`npm run bench -- annotate --write\`; ${place}.\n\n${text}\n`,
      );
    }
  } finally {
    stopDisplay();
    rmSync(folder, { recursive: true, force: true });
  }
}
