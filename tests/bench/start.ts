import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron, type Page } from 'playwright';
import { sandboxObstacle } from '../../scripts/system/chromium-sandbox.mjs';
import { countIn, Report } from './report.ts';
import { allowNames, largeProfile, median, open, prepareBench } from './window/large-profile.ts';

/**
 * How long a start takes until a story can be read, with 100,000 stories loaded, against a bare
 * Electron window that shows one line of text; both started in turn, both watched the same way.
 */

const rounds = 7;
/** ms that a start may take on a machine that is busy elsewhere. */
const patience = 180_000;
/** Stories loaded, where the command line names no other number. */
const usualArticles = 100_000;

/** Resolves in the page when what is wanted is there and has been painted; the time of day in ms. */
function painted(window: Page, selector: string): Promise<number> {
  return window.evaluate(
    (wanted) =>
      new Promise<number>((resolve) => {
        function look(): void {
          const text = document.querySelector(wanted)?.textContent ?? '';
          if (text === '') requestAnimationFrame(look);
          else
            requestAnimationFrame(() => {
              setTimeout(() => {
                resolve(performance.timeOrigin + performance.now());
              });
            });
        }
        look();
      }),
    selector,
  );
}

/** The smallest application that shows text. */
function bareApplication(): string {
  const folder = mkdtempSync(join(tmpdir(), 'guzhi-bare-'));
  mkdirSync(join(folder, 'profile'));
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ name: 'bare', main: 'main.js' }));
  writeFileSync(
    join(folder, 'main.js'),
    `const { app, BrowserWindow } = require('electron');
app.setPath('userData', ${JSON.stringify(join(folder, 'profile'))});
app.whenReady().then(() => {
  const window = new BrowserWindow({ width: 1440, height: 920, show: false, webPreferences: { sandbox: true } });
  window.once('ready-to-show', () => window.show());
  window.loadFile('bare.html');
});
app.on('window-all-closed', () => app.quit());`,
  );
  writeFileSync(
    join(folder, 'bare.html'),
    '<!doctype html><meta charset="utf-8"><title>bare</title><p>江面平静。</p>',
  );
  return folder;
}

async function bareStart(folder: string): Promise<number> {
  const began = Date.now();
  const application = await _electron.launch({
    args: [...(sandboxObstacle() === null ? [] : ['--no-sandbox']), folder],
    chromiumSandbox: sandboxObstacle() === null,
    timeout: patience,
  });
  const window = await application.firstWindow({ timeout: patience });
  await allowNames(window);
  const end = await painted(window, 'p');
  await application.close();
  return end - began;
}

async function readerStart(profileFolder: string): Promise<number> {
  const began = Date.now();
  const reader = await open(profileFolder);
  const end = await painted(reader.window, '.story .story-text > p');
  await reader.close();
  return end - began;
}

/** Leaves the reader at a story, where the next start begins. */
async function leaveAtStory(profileFolder: string): Promise<void> {
  const { window, close } = await open(profileFolder);
  await window
    .locator('.page-story, .story, .story-row.head')
    .first()
    .waitFor({ timeout: patience });
  if ((await window.locator('.story-row').count()) > 0)
    await window.locator('.story-row .headline a').first().click();
  else if ((await window.locator('.story').count()) === 0)
    await window.locator('.page-story.lead .headline a').click();
  await window.locator('.story .story-text > p').first().waitFor({ timeout: patience });
  // Where the reader is is kept a moment after it came there.
  await window.waitForTimeout(1_000);
  await close();
}

export async function run(words: readonly string[]): Promise<void> {
  const articles = countIn(words, usualArticles);
  const stopDisplay = await prepareBench();
  const report = new Report('start', 'Starting', words);
  const profileFolder = await largeProfile(articles);
  await leaveAtStory(profileFolder);
  const bare = bareApplication();
  const times = { bare: [] as number[], reader: [] as number[] };
  try {
    // The first of each fills the caches of the disk.
    await bareStart(bare);
    await readerStart(profileFolder);
    for (let round = 0; round < rounds; round += 1) {
      times.bare.push(await bareStart(bare));
      times.reader.push(await readerStart(profileFolder));
      console.log(
        `round ${String(round + 1)}: bare ${times.bare.at(-1)?.toFixed(0) ?? ''} ms, reader ${times.reader.at(-1)?.toFixed(0) ?? ''} ms`,
      );
    }
  } finally {
    rmSync(bare, { recursive: true, force: true });
    stopDisplay();
  }
  const ratios = times.reader.map((time, round) => time / (times.bare[round] ?? NaN));
  report.line(
    `From the start of the process until a story is painted, ${String(articles)} stories loaded, against a bare window that shows one line; ${String(rounds)} rounds in turn.`,
  );
  report.table(
    ['', 'median ms', 'least ms'],
    Object.entries(times).map(([name, values]) => [
      name,
      median(values).toFixed(0),
      Math.min(...values).toFixed(0),
    ]),
  );
  report.line(
    `Ratio of the medians ${(median(times.reader) / median(times.bare)).toFixed(2)}, of the least ${(Math.min(...times.reader) / Math.min(...times.bare)).toFixed(2)}, median of the ratios ${median(ratios).toFixed(2)} (gate 1.5, aim 1.2).`,
  );
  report.end();
}
