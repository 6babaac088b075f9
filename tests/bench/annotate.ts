export {};
import { mkdtempSync, rmSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { launchReader } from '../../scripts/launch-reader.mjs';
import { prepare, provideDisplay } from '../../scripts/prepare.mjs';
import { Random } from '../unit/archive/text/anchor/evaluation/random.ts';
import {
  annotatedStory,
  archiveId,
  issueId,
  plainStory,
  writeJournal,
  writeLongStories,
} from './annotate/annotated-profile.ts';

/**
 * Annotating in a profile of 10,000 annotations, 2,000 of them in one story of 50,000 characters, in
 * the real application: opening, a new highlight until it is painted, and until it is saved. The
 * peers: the same story without annotations, and a bare append with fdatasync to the same disk.
 */

const counts = { inStory: 2_000, inAll: 10_000 };
const characters = 50_000;
const highlights = 120;
const openings = 9;

const withoutPrefix = (id: string): string => id.replace('urn:uuid:', '');

function placeOf(articleId: string): string {
  return `#/archive/${withoutPrefix(archiveId)}/${issueId}/1/${withoutPrefix(articleId)}`;
}

function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
}

/** ms until the story is on screen, painted with that many ranges at least. */
function timeOpening(window: Page, place: string, ranges: number): Promise<number> {
  return window.evaluate(
    async ([hash, wanted]) => {
      const frame = (): Promise<void> =>
        new Promise((resolve) => {
          requestAnimationFrame(() => {
            resolve();
          });
        });
      globalThis.window.location.hash = '#/';
      while (document.querySelector('.story') !== null) await frame();
      await new Promise((resolve) => setTimeout(resolve, 300));
      const began = performance.now();
      globalThis.window.location.hash = hash;
      const painted = (): number =>
        [...CSS.highlights].reduce(
          (total, [name, highlight]) => total + (name.startsWith('line-') ? highlight.size : 0),
          0,
        );
      while (document.querySelector('.story-text p') === null || painted() < wanted) {
        await frame();
      }
      await frame();
      return performance.now() - began;
    },
    [place, ranges] as const,
  );
}

/** ms from the key to the frame that shows the new mark. */
function timeHighlight(window: Page, index: number): Promise<number> {
  return window.evaluate(async (at) => {
    const segments = document.querySelectorAll('.story-text .segment');
    const segment = segments[(at * 7) % segments.length];
    const node = segment?.firstChild;
    if (!(segment instanceof HTMLElement) || !node) throw new Error('There is no text');
    segment.scrollIntoView({ block: 'center' });
    document.getSelection()?.setBaseAndExtent(node, 20 + (at % 50), node, 32 + (at % 50));
    await new Promise((resolve) => setTimeout(resolve, 150));
    const painted = (): number =>
      [...CSS.highlights].reduce(
        (total, [name, highlight]) => total + (name.startsWith('line-') ? highlight.size : 0),
        0,
      );
    const before = painted();
    const began = performance.now();
    globalThis.window.dispatchEvent(
      new KeyboardEvent('keydown', { key: String(1 + (at % 5)), bubbles: true }),
    );
    while (painted() === before) await new Promise((resolve) => setTimeout(resolve));
    // The task after the next frame's painting has begun.
    await new Promise((resolve) => {
      requestAnimationFrame(() => {
        setTimeout(resolve);
      });
    });
    return performance.now() - began;
  }, index);
}

async function timeSyncs(folder: string): Promise<readonly number[]> {
  const file = await open(join(folder, 'peer'), 'a');
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

function row(name: string, values: readonly number[]): string {
  const cells = [0.5, 0.95, 0.99].map((share) => quantile(values, share).toFixed(1));
  return `| ${name} | ${cells.join(' | ')} | ${values.length} |`;
}

export async function run(): Promise<void> {
  const projectFolder = process.cwd();
  await prepare({ projectFolder, needs: ['window', 'display'], build: true });
  const stopDisplay = await provideDisplay();
  const folder = mkdtempSync(join(tmpdir(), 'guzhi-annotate-'));
  const profileFolder = join(folder, 'profile');
  const file = join(folder, 'long.newsbag');
  const random = new Random(7);
  const articles = await writeLongStories(file, characters, random);
  await writeJournal(profileFolder, articles, counts, random);
  const reader = await launchReader({ projectFolder, profileFolder, words: [file] });
  try {
    const { window } = reader;
    await window.locator('.crumbs', { hasText: '長文試報' }).waitFor({ timeout: 120_000 });
    await timeOpening(window, placeOf(plainStory), 0);
    const opened: number[] = [];
    const openedPlain: number[] = [];
    for (let index = 0; index < openings; index += 1) {
      openedPlain.push(await timeOpening(window, placeOf(plainStory), 0));
      opened.push(await timeOpening(window, placeOf(annotatedStory), counts.inStory));
    }
    const painted: number[] = [];
    for (let index = 0; index < highlights; index += 1) {
      painted.push(await timeHighlight(window, index));
    }
    const saved = await window.evaluate(async (wanted) => {
      const all = (): PerformanceEntryList => performance.getEntriesByName('annotation-saved');
      while (all().length < wanted) await new Promise((resolve) => setTimeout(resolve, 50));
      return all().map(({ duration }) => duration);
    }, highlights);
    const synced = await timeSyncs(folder);
    console.log(
      `${counts.inAll} annotations, ${counts.inStory} in a story of ${characters} characters; ms\n`,
    );
    console.log('| | p50 | p95 | p99 | times |\n| --- | ---: | ---: | ---: | ---: |');
    console.log(row('opening the story without annotations', openedPlain));
    console.log(row('opening the story with them, painted', opened));
    console.log(row('new highlight, from the key to the painted frame', painted));
    console.log(row('new highlight, until the journal is synced', saved));
    console.log(row('a bare append with fdatasync to the same disk', synced));
    const ratio = quantile(opened, 0.5) / quantile(openedPlain, 0.5);
    console.log(`\nOpening with annotations against without: ${ratio.toFixed(2)}`);
  } finally {
    await reader.close();
    stopDisplay();
    rmSync(folder, { recursive: true, force: true });
  }
}
