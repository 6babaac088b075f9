import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { writeDemoArchive } from '../../../scripts/demo-archive.ts';
import { launchReader } from '../../../scripts/launch-reader.mjs';
import { prepare, provideDisplay } from '../../../scripts/prepare.mjs';

export const projectFolder = process.cwd();
const folder = join(projectFolder, 'out/bench');

export type Reader = Awaited<ReturnType<typeof launchReader>>;

/** Builds what is needed and provides a display; returns what ends that. */
export async function prepareBench(): Promise<() => void> {
  await prepare({ projectFolder, needs: ['window', 'display'] });
  return provideDisplay();
}

/**
 * A profile with so many made-up stories loaded, kept in `out/bench/` for the next run. The window
 * in it stands at the newest front page of the large archive.
 */
export async function largeProfile(articles: number): Promise<string> {
  const profileFolder = join(folder, `profile-${String(articles)}`);
  const mark = join(profileFolder, 'loaded');
  if (existsSync(mark)) return profileFolder;
  rmSync(profileFolder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const bag = join(folder, `demo-${String(articles)}.newsbag`);
  if (!existsSync(bag)) await writeDemoArchive(projectFolder, bag, articles);
  const reader = await launchReader({ projectFolder, profileFolder, words: [bag] });
  console.log(`Loading ${String(articles)} stories …`);
  await reader.window
    .locator('.masthead h1', { hasText: '演示日报' })
    .waitFor({ timeout: 1_800_000 });
  await reader.window.locator('.page-story').first().waitFor();
  await reader.close();
  writeFileSync(mark, '');
  rmSync(bag, { force: true });
  return profileFolder;
}

export async function open(profileFolder: string): Promise<Reader> {
  const reader = await launchReader({ projectFolder, profileFolder });
  await allowNames(reader.window);
  return reader;
}

/** The benches are compiled with a helper that keeps the names of functions; the page has none. */
export async function allowNames(window: Page): Promise<void> {
  await window.evaluate('globalThis.__name = (value) => value');
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1
    ? (sorted[middle] ?? NaN)
    : ((sorted[middle - 1] ?? NaN) + (sorted[middle] ?? NaN)) / 2;
}

export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? NaN;
}
