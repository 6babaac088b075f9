import { rmSync } from 'node:fs';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import type { Annotation } from '../../archive/model/annotation.ts';
import { launchReader } from '../../scripts/launch-reader.mjs';
import { archivesOf, recordCounts, records } from '../e2e/stored-tables.ts';

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
    const answer = await isTrue().catch(() => false);
    if (answer) return;
    if (Date.now() > end) throw new Error(`Never happened: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

export function start(
  profileFolder: string,
  words: readonly string[] = [],
): Promise<RunningReader> {
  return launchReader({ projectFolder, profileFolder, words });
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

async function makeTemplate(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'guzhi-faults-template-'));
  process.on('exit', () => {
    rmSync(folder, { recursive: true, force: true });
  });
  const reader = await start(folder);
  await standsWhole(reader.window, 2);
  await annotate(reader.window, 'template', 200);
  await reader.close();
  return folder;
}

function annotationOf(id: string): Annotation {
  const at = new Date().toISOString();
  return {
    id,
    target: { kind: 'issue', archiveId: 'urn:uuid:none', issueId: 'none' },
    motivations: ['commenting'],
    note: `批注 ${id} `.repeat(8),
    tags: ['试'],
    created: at,
    modified: at,
    ext: {},
  };
}

/** Makes notes one after another; resolves with the ids that were acknowledged. */
export async function annotate(page: Page, name: string, count: number): Promise<string[]> {
  const all = Array.from({ length: count }, (_, index) => annotationOf(`urn:${name}:${index}`));
  return page.evaluate(async (annotations) => {
    const saved: string[] = [];
    for (const value of annotations) {
      await window.guzhi?.request.saveUserData([
        { store: 'annotations', key: value.id, value } as never,
      ]);
      saved.push(value.id);
    }
    return saved;
  }, all);
}

/** Makes notes until the reader dies; `acknowledged` grows while it goes on. */
export async function annotateForEver(
  page: Page,
  name: string,
  acknowledged: string[],
): Promise<void> {
  await page.exposeFunction(`acknowledge`, (id: string) => {
    acknowledged.push(id);
  });
  const running = page.evaluate(
    async ([pattern, prefix]) => {
      const told = window as typeof window & { acknowledge: (id: string) => Promise<void> };
      for (let index = 0; ; index++) {
        const value = { ...pattern, id: `urn:${prefix}:${index}` };
        await window.guzhi?.request.saveUserData([{ store: 'annotations', key: value.id, value }]);
        await told.acknowledge(value.id);
      }
    },
    [annotationOf(''), name] as const,
  );
  running.catch(() => undefined);
}

export const templateNotes = Array.from({ length: 200 }, (_, index) => `urn:template:${index}`);

/** How many of the acknowledged notes the tables do not hold. */
export async function countLost(page: Page, acknowledged: readonly string[]): Promise<number> {
  const found = await records<{ id: string }>(page, 'annotations');
  const ids = new Set(found.map(({ id }) => id));
  return acknowledged.filter((id) => !ids.has(id)).length;
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
    return { lost, problem: after === undefined ? 'nothing can be saved afterwards' : null };
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
