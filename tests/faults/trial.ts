import { rmSync } from 'node:fs';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { launchReader } from '../../scripts/launch-reader.mjs';
import { archivesOf, recordCounts, records } from '../e2e/stored-tables.ts';
import { annotate, templateNotes } from './notes.ts';

export type RunningReader = Awaited<ReturnType<typeof launchReader>>;

export const projectFolder = join(import.meta.dirname, '../..');

/** What became of one kind of fault. */
export interface FaultResult {
  readonly fault: string;
  readonly tried: number;
  readonly survived: number;
  /** Writes that were acknowledged as saved, and how many of them were gone afterwards. */
  readonly acknowledged: number;
  readonly lost: number;
  /** Why it did not survive, or why it could not be tried. */
  readonly remarks: readonly string[];
}

const patience = 180_000;

/** Asks again and again until the answer is true; rejects with `what` when it never is. */
export async function until(what: string, isTrue: () => Promise<boolean>): Promise<void> {
  const end = Date.now() + patience;
  for (;;) {
    let reason = '';
    const answer = await isTrue().catch((error: unknown) => {
      reason = `: ${String(error)}`;
      return false;
    });
    if (answer) return;
    if (Date.now() > end) throw new Error(`Never happened: ${what}${reason}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

/** What runs in the page is compiled with a helper that keeps the names of functions; the page has none. */
const nameKeeping = 'globalThis.__name = (value) => value';

const running = new Set<RunningReader>();

/** Ends what a trial that broke off has left running. */
export async function killAll(): Promise<void> {
  for (const reader of running) {
    const child = reader.application?.process();
    // A number of a process that has ended may be another's by now.
    if (child?.exitCode === null && child.signalCode === null) await reader.kill();
  }
  running.clear();
}

export async function start(
  profileFolder: string,
  words: readonly string[] = [],
): Promise<RunningReader> {
  const reader = await launchReader({ projectFolder, profileFolder, words });
  running.add(reader);
  await reader.window.addInitScript(nameKeeping);
  await reader.window.evaluate(nameKeeping);
  return reader;
}

/** The interface stands, and every archive is in the tables with all its stories. */
export async function standsWhole(page: Page, archives: number): Promise<void> {
  await page.locator('#root > *').first().waitFor({ timeout: patience });
  await until('all archives are loaded', async () => {
    const loaded = await archivesOf(page);
    if (loaded.length < archives) return false;
    const days = loaded.flatMap(({ coverage }) => coverage);
    const stories = days.reduce((sum, day) => sum + day.articles, 0);
    const { articleRows = 0, issues = 0 } = await recordCounts(page);
    return articleRows === stories && issues === days.length;
  });
}

/** A folder that is removed after `use`. */
export async function inFolder<Result>(use: (folder: string) => Promise<Result>): Promise<Result> {
  const folder = await mkdtemp(join(tmpdir(), 'guzhi-faults-'));
  try {
    return await use(folder);
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

let template: Promise<string> | undefined;

/** A profile with the bundled archives loaded and some notes made, in a folder of its own. */
export async function freshProfile(folder: string): Promise<string> {
  template ??= makeTemplate();
  const profile = join(folder, 'profile');
  await cp(await template, profile, {
    recursive: true,
    verbatimSymlinks: true,
    filter: (path) => !/\/Singleton\w+$/.test(path),
  });
  return profile;
}

/** Words of the bundled archives; what a search for them finds must not change by any fault. */
const searchedWords = '东津';
let soundAnswer = '';
let leadPlace = '';

/** The lead story of the page that the template opens with, as the URL hash has it. */
export function leadStory(): string {
  return leadPlace;
}

/** What a search for these words says it has found, once it has answered. */
async function answerOf(page: Page, words: string): Promise<string> {
  await page.evaluate((typed) => {
    window.location.hash = `#/search?q=${encodeURIComponent(typed)}`;
  }, words);
  await page.locator('main.search[aria-busy="false"] .search-count b').waitFor();
  return (await page.locator('.search-count b').textContent()) ?? '';
}

/**
 * Makes LevelDB write what it holds in its log into table files, as it does in every large profile:
 * all databases of the reader share them.
 */
function fillTables(page: Page): Promise<void> {
  return page.evaluate(async () => {
    const answer = <Value>(request: IDBRequest<Value>): Promise<Value> =>
      new Promise((resolve, reject) => {
        request.onsuccess = () => {
          resolve(request.result);
        };
        request.onerror = () => {
          reject(new Error(String(request.error)));
        };
      });
    const opening = indexedDB.open('ballast');
    opening.onupgradeneeded = () => {
      opening.result.createObjectStore('blocks');
    };
    const database = await answer(opening);
    for (let block = 0; block < 12; block++) {
      const bytes = new Uint8Array(1 << 20);
      for (let at = 0; at < bytes.length; at += 1 << 16) {
        crypto.getRandomValues(bytes.subarray(at, at + (1 << 16)));
      }
      const store = database.transaction('blocks', 'readwrite').objectStore('blocks');
      await answer(store.put(bytes, block));
    }
    database.close();
    await answer(indexedDB.deleteDatabase('ballast'));
  });
}

async function makeTemplate(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'guzhi-faults-template-'));
  process.on('exit', () => {
    rmSync(folder, { recursive: true, force: true });
  });
  const reader = await start(folder);
  await standsWhole(reader.window, 2);
  await annotate(reader.window, 'template', templateNotes.length);
  await fillTables(reader.window);
  const place = await reader.window.evaluate(() => window.location.hash);
  const lead = reader.window.locator('.page-story.lead .headline a');
  leadPlace = (await lead.getAttribute('href')) ?? '';
  soundAnswer = await answerOf(reader.window, searchedWords);
  await reader.window.evaluate((hash) => {
    window.location.hash = hash;
  }, place);
  await reader.window.locator('.page-story').first().waitFor();
  await reader.close();
  return folder;
}

/** How many of the acknowledged notes, named by their ids or their words, the tables do not hold. */
export async function countLost(page: Page, acknowledged: readonly string[]): Promise<number> {
  const found = await records<{ id: string; note: string }>(page, 'annotations');
  const known = new Set(found.flatMap(({ id, note }) => [id, note]));
  return acknowledged.filter((each) => !known.has(each)).length;
}

/** Starts on a profile that went through something and tells what is left. */
export async function verdictOf(
  profile: string,
  acknowledged: readonly string[],
  archives = 2,
): Promise<{ readonly lost: number; readonly problem: string | null }> {
  const reader = await start(profile);
  try {
    await standsWhole(reader.window, archives);
    const lost = await countLost(reader.window, acknowledged);
    const [after] = await annotate(reader.window, `after-${Date.now()}`, 1);
    if (after === undefined) return { lost, problem: 'nothing can be saved afterwards' };
    const answer = archives === 2 ? await answerOf(reader.window, searchedWords) : soundAnswer;
    const isSame = answer === soundAnswer;
    return { lost, problem: isSame ? null : `a search finds “${answer}”, not “${soundAnswer}”` };
  } catch (error) {
    return { lost: acknowledged.length, problem: String(error).slice(0, 200) };
  } finally {
    await reader.kill();
  }
}

/** Adds up trials of one kind. */
export class Tally {
  private readonly fault: string;
  private readonly remarks: string[] = [];
  private tried = 0;
  private survived = 0;
  private acknowledged = 0;
  private lost = 0;

  constructor(fault: string) {
    this.fault = fault;
  }

  add(
    acknowledged: number,
    { lost, problem }: { readonly lost: number; readonly problem: string | null },
    what = '',
  ): void {
    this.tried++;
    if (problem === null) this.survived++;
    else this.remarks.push(`${what}: ${problem}`);
    this.acknowledged += acknowledged;
    this.lost += lost;
    if (lost > 0) this.remarks.push(`${what}: ${lost} lost`);
    process.stderr.write(
      `${this.fault} ${this.tried} ${what}: ${problem ?? 'survived'}, ${acknowledged} acknowledged, ${lost} lost\n`,
    );
  }

  skip(reason: string): void {
    this.remarks.push(`not tried: ${reason}`);
  }

  result(): FaultResult {
    const { fault, tried, survived, acknowledged, lost, remarks } = this;
    return { fault, tried, survived, acknowledged, lost, remarks };
  }
}
