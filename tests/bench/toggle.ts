import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { inks, type Annotation } from '../../archive/model/annotation.ts';
import { countCodePoints } from '../../archive/text/code-points.ts';
import { prepare, provideDisplay } from '../../scripts/prepare.mjs';
import { makeStoryBag, type MadeStory } from '../e2e/story-bag.ts';
import { realLines } from '../unit/archive/text/script/script-material.ts';
import { Report } from './report.ts';
import { allowNames } from './window/large-profile.ts';

/**
 * How long an open story takes to stand in another script, marks included, in the running
 * application: from the key stroke to the frame that shows it. The stories are the bundled papers'
 * paragraphs one after the other; the marks are annotations as the reader makes them.
 */

interface Case {
  readonly characters: number;
  readonly marks: number;
}

const cases: readonly Case[] = [
  { characters: 5_000, marks: 0 },
  { characters: 5_000, marks: 500 },
  { characters: 50_000, marks: 0 },
  { characters: 50_000, marks: 5_000 },
];
/** Alt and these digits: 繁體, 台灣用語, 香港, 原文. */
const keys = ['3', '5', '6', '1'];
const rounds = 10;
/** ms to wait for what a busy machine does late. */
const patience = 180_000;

function paragraphsOf(characters: number): string[] {
  const prose = realLines().bundled.filter(
    (line) => /[。！？]/.test(line) && !line.startsWith('|'),
  );
  const paragraphs: string[] = [];
  let count = 0;
  for (let index = 0; count < characters; index += 1) {
    const paragraph = (prose[index % prose.length] ?? '').slice(0, characters - count);
    paragraphs.push(paragraph);
    count += paragraph.length;
  }
  return paragraphs;
}

/** Marks spread evenly over a story, in all inks, each of eight characters. */
function marksOn(
  { archiveId, articleId, textDigest, text }: MadeStory,
  count: number,
): Annotation[] {
  const step = Math.floor(text.length / Math.max(1, count));
  return Array.from({ length: count }, (_, index) => {
    const from = index * step;
    const exact = text.slice(from, from + 8);
    const start = countCodePoints(text.slice(0, from));
    const now = new Date(Date.UTC(2026, 0, 1) + index).toISOString();
    return {
      id: `urn:uuid:${crypto.randomUUID()}`,
      target: {
        kind: 'passage',
        archiveId,
        articleId,
        articleVersion: 1,
        textDigest,
        selectors: {
          position: { type: 'TextPositionSelector', start, end: start + countCodePoints(exact) },
          quote: {
            type: 'TextQuoteSelector',
            exact,
            prefix: text.slice(Math.max(0, from - 16), from),
            suffix: text.slice(from + 8, from + 24),
          },
        },
      },
      motivations: ['highlighting'],
      mark: {
        ink: inks[index % inks.length] ?? 'teng',
        style: index % 2 === 0 ? 'fill' : 'underline',
      },
      ...{ note: '', tags: [], created: now, modified: now, ext: {} },
    };
  });
}

/** Ranges that are painted as lines, and those that are painted as fills. */
function paintedMarks(page: Page): Promise<{ readonly lines: number; readonly fills: number }> {
  return page.evaluate(() => {
    const count = (prefix: string): number =>
      [...CSS.highlights]
        .filter(([name]) => name.startsWith(prefix))
        .reduce((sum, [, highlight]) => sum + highlight.size, 0);
    return { lines: count('line-'), fills: count('fill-') };
  });
}

/** Only marks about in sight are painted; of many, so many are there at the least. */
const inSight = 100;

/** Every mark about in sight has its line, every second one a fill. */
async function waitForMarks(page: Page, all: number): Promise<void> {
  const marks = Math.min(all, inSight);
  const end = Date.now() + patience;
  for (;;) {
    const { lines, fills } = await paintedMarks(page);
    if (lines >= marks && fills >= Math.floor(marks / 2)) return;
    if (Date.now() > end) {
      throw new Error(`${lines} lines and ${fills} fills are painted of ${marks} marks`);
    }
    await page.waitForTimeout(200);
  }
}

interface Toggle {
  /** ms until the characters had changed in the document. */
  readonly changed: number;
  /** ms until the frame with them, and with the marks at their new places, was drawn. */
  readonly drawn: number;
}

/** Presses Alt and a digit, and waits for the frame after the last mark was painted anew. */
function toggle(page: Page, digit: string): Promise<Toggle> {
  return page.evaluate(async (key) => {
    const story = document.querySelector('.story-text');
    if (story === null) throw new Error('No story is open');
    const name = [...CSS.highlights.keys()].find((each) => each.startsWith('line-'));
    const [former] = name === undefined ? [] : [...(CSS.highlights.get(name) ?? [])];
    const isPaintedAnew = (): boolean =>
      former === undefined || CSS.highlights.get(name ?? '')?.has(former) !== true;
    const frame = () =>
      new Promise((resolve) => {
        requestAnimationFrame(() => {
          // Its message is handled after the frame was laid out and painted.
          const { port1, port2 } = new MessageChannel();
          port1.onmessage = resolve;
          port2.postMessage(null);
        });
      });
    const change = new Promise((resolve) => {
      const observer = new MutationObserver(() => {
        observer.disconnect();
        resolve(null);
      });
      observer.observe(story, { characterData: true, childList: true, subtree: true });
    });
    const start = performance.now();
    window.dispatchEvent(
      new KeyboardEvent('keydown', { key, code: `Digit${key}`, altKey: true, bubbles: true }),
    );
    await change;
    const changed = performance.now() - start;
    do await frame();
    while (!isPaintedAnew());
    return { changed, drawn: performance.now() - start };
  }, digit);
}

function quantile(values: readonly number[], share: number): string {
  const sorted = [...values].sort((a, b) => a - b);
  return (sorted[Math.floor((sorted.length - 1) * share)] ?? 0).toFixed(1);
}

async function measure({ characters, marks }: Case): Promise<readonly string[]> {
  const { launchReader } = await import('../../scripts/launch-reader.mjs');
  const profileFolder = mkdtempSync(join(tmpdir(), 'guzhi-toggle-'));
  const projectFolder = process.cwd();
  try {
    const file = join(profileFolder, 'story.newsbag');
    const story = await makeStoryBag(file, {
      ...{ title: '试版日报', headline: '转换之快慢', language: 'zh-Hans-CN' },
      paragraphs: paragraphsOf(characters),
    });
    const first = await launchReader({ projectFolder, profileFolder, words: [file] });
    await first.window.locator('.masthead, .page-story').first().waitFor({ timeout: patience });
    await first.window.waitForFunction(
      (title) => document.body.textContent.includes(title),
      '试版日报',
      { timeout: patience },
    );
    const changes = marksOn(story, marks).map((value) => ({
      ...{ store: 'annotations' as const, key: value.id, value },
    }));
    for (let from = 0; from < changes.length; from += 500) {
      await first.window.evaluate(
        (part) => window.guzhi?.request.saveUserData(part),
        changes.slice(from, from + 500),
      );
    }
    await first.close();
    // The next start puts the journal's entries into the tables.
    const { window: page, close } = await launchReader({ projectFolder, profileFolder });
    await page.locator('.window').waitFor({ timeout: patience });
    await allowNames(page);
    await page.evaluate((place) => {
      window.location.hash = place;
    }, story.place);
    await page.locator('.story-text .segment').first().waitFor({ timeout: patience });
    await page.waitForTimeout(2_000);
    await waitForMarks(page, marks);
    for (const key of keys) await toggle(page, key);
    const times: Toggle[] = [];
    for (let round = 0; round < rounds; round += 1) {
      for (const key of keys) {
        times.push(await toggle(page, key));
        // What follows a toggle, such as saving it, is not to weigh on the next one.
        await page.waitForTimeout(150);
      }
    }
    await close();
    const drawn = times.map((each) => each.drawn);
    return [
      String(characters),
      String(marks),
      quantile(
        times.map(({ changed }) => changed),
        0.5,
      ),
      quantile(drawn, 0.5),
      quantile(drawn, 0.95),
    ];
  } finally {
    rmSync(profileFolder, { recursive: true, force: true, maxRetries: 5 });
  }
}

export async function run(words: readonly string[]): Promise<void> {
  await prepare({ projectFolder: process.cwd(), needs: ['window', 'display'] });
  const stopDisplay = await provideDisplay();
  const report = new Report('toggle', 'Another script for the open story', words);
  report.line(
    `From the key to the frame that shows the other script with every mark about in sight at its new place; ${keys.length * rounds} toggles each, ms. Every mark has its line, every second one a fill.`,
  );
  const rows: (readonly string[])[] = [];
  for (const each of cases) {
    rows.push(await measure(each));
    console.log(rows.at(-1)?.join('  '));
  }
  stopDisplay();
  report.table(['characters', 'marks', 'text changed, p50', 'drawn with marks, p50', 'p95'], rows);
  report.end();
}
