import type { CDPSession, Page } from 'playwright';
import { countIn, Report } from './report.ts';
import { largeProfile, median, open, percentile, prepareBench } from './window/large-profile.ts';

/**
 * Opening stories of some 2,000 characters and scrolling the list of 100,000 rows, in the real
 * window. The peer of opening is the same text put into an empty element of the same page.
 */

/** Stories loaded, where the command line names no other number. */
const usualArticles = 100_000;
const wantedStories = 40;

interface StoryPlace {
  readonly hash: string;
  readonly characters: number;
}

/** Stories of about 2,000 characters, as the reader's own tables have them. */
function findStories(window: Page, count: number): Promise<readonly StoryPlace[]> {
  return window.evaluate(async (wanted) => {
    interface Row {
      readonly id: string;
      readonly issueId: string;
      readonly page: string;
      readonly characters: number;
    }
    const archive = location.hash.split('/')[2] ?? '';
    const request = indexedDB.open('guzhi');
    const database = await new Promise<IDBDatabase>((resolve) => {
      request.onsuccess = () => {
        resolve(request.result);
      };
    });
    const found: StoryPlace[] = [];
    const source = database
      .transaction('articleRows')
      .objectStore('articleRows')
      .openCursor(null, 'prev');
    await new Promise<void>((resolve) => {
      source.onsuccess = () => {
        const cursor = source.result;
        if (cursor === null || found.length === wanted) {
          resolve();
          return;
        }
        const row = cursor.value as Row;
        // Only rows of the large archive: its issues are named after their days from 2001 on.
        if (row.characters >= 1_900 && row.characters <= 2_100 && /^200\d-/.test(row.issueId))
          found.push({
            characters: row.characters,
            hash: `#/archive/${archive}/${row.issueId}/${row.page}/${row.id.replace('urn:uuid:', '')}`,
          });
        cursor.continue();
      };
    });
    database.close();
    return found;
  }, count);
}

interface Opening {
  readonly milliseconds: number;
  readonly longest: number;
  /** ms of the main thread's processor time. */
  readonly processor: number;
}

const sessions = new WeakMap<Page, Promise<CDPSession>>();

async function startSession(window: Page): Promise<CDPSession> {
  const session = await window.context().newCDPSession(window);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  return session;
}

/** ms that the main thread's tasks have taken so far, of the processor alone. */
async function processorTime(window: Page): Promise<number> {
  const session = sessions.get(window) ?? startSession(window);
  sessions.set(window, session);
  const { metrics } = await (await session).send('Performance.getMetrics');
  return 1_000 * (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? NaN);
}

async function openStory(window: Page, hash: string): Promise<Opening> {
  const before = await processorTime(window);
  const opening = await openAndWait(window, hash);
  await window.waitForTimeout(300);
  return { ...opening, processor: (await processorTime(window)) - before };
}

/** Goes to a story and returns when its text has been painted. */
function openAndWait(window: Page, hash: string): Promise<Omit<Opening, 'processor'>> {
  return window.evaluate(async (wanted) => {
    let longest = 0;
    const observer = new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) longest = Math.max(longest, duration);
    });
    observer.observe({ type: 'longtask' });
    const former = document.querySelector('.story');
    const began = performance.now();
    location.hash = wanted;
    await new Promise<void>((resolve) => {
      function isThere(): boolean {
        const story = document.querySelector('.story');
        return (
          story !== null && story !== former && story.querySelector('.story-text > p') !== null
        );
      }
      const mutations = new MutationObserver(() => {
        if (!isThere()) return;
        mutations.disconnect();
        requestAnimationFrame(() => {
          const channel = new MessageChannel();
          channel.port1.onmessage = () => {
            resolve();
          };
          channel.port2.postMessage(null);
        });
      });
      mutations.observe(document.body, { subtree: true, childList: true });
    });
    const milliseconds = performance.now() - began;
    await new Promise((resolve) => setTimeout(resolve, 60));
    observer.disconnect();
    return { milliseconds, longest };
  }, hash);
}

/** The same text in plain paragraphs, put where the story stands now and painted. */
function plainText(window: Page): Promise<number> {
  return window.evaluate(async () => {
    const story = document.querySelector('.story-text');
    if (story === null) throw new Error('No story is open');
    const texts = [...story.querySelectorAll(':scope > p')].map(({ textContent }) => textContent);
    const frame = document.createElement('div');
    frame.className = 'story-text';
    frame.style.cssText =
      'position:fixed;inset:60px 400px;overflow:hidden;background:#fff;z-index:9';
    document.body.append(frame);
    await new Promise((resolve) => requestAnimationFrame(resolve));
    const began = performance.now();
    frame.replaceChildren(
      ...texts.map((text) => {
        const paragraph = document.createElement('p');
        paragraph.textContent = text;
        return paragraph;
      }),
    );
    await new Promise<void>((resolve) => {
      requestAnimationFrame(() => {
        const channel = new MessageChannel();
        channel.port1.onmessage = () => {
          resolve();
        };
        channel.port2.postMessage(null);
      });
    });
    const milliseconds = performance.now() - began;
    frame.remove();
    return milliseconds;
  });
}

interface Scrolling {
  readonly rows: number;
  readonly frames: number;
  readonly blankFrames: number;
  readonly frameTimes: readonly number[];
  readonly longest: number;
}

/** Scrolls the whole list by screens, by leaps and to its ends, looking at every frame. */
function scrollList(window: Page): Promise<Scrolling> {
  return window.evaluate(async () => {
    const table = document.querySelector('.story-table');
    if (table === null) throw new Error('The list is not there');
    let longest = 0;
    const observer = new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) longest = Math.max(longest, duration);
    });
    observer.observe({ type: 'longtask' });
    const height = table.scrollHeight - table.clientHeight;
    /** Whether rows with words cover the window of the list from its head to its foot. */
    function isBlank(): boolean {
      const box = table?.getBoundingClientRect() ?? new DOMRect();
      for (const share of [0.1, 0.3, 0.5, 0.7, 0.9]) {
        const at = document.elementFromPoint(box.left + 200, box.top + share * box.height);
        if ((at?.closest('.story-row')?.textContent ?? '') === '') return true;
      }
      return false;
    }
    const places: number[] = [];
    for (let step = 0; step < 240; step += 1) places.push(step * 900);
    for (let step = 0; step < 240; step += 1) places.push((height * step) / 240);
    for (let step = 0; step < 120; step += 1) places.push((height * ((step * 7919) % 1000)) / 1000);
    places.push(height, 0);
    const frameTimes: number[] = [];
    let blankFrames = 0;
    let last = performance.now();
    for (const place of places) {
      table.scrollTop = place;
      await new Promise((resolve) => requestAnimationFrame(resolve));
      await new Promise((resolve) => {
        const channel = new MessageChannel();
        channel.port1.onmessage = resolve;
        channel.port2.postMessage(null);
      });
      const now = performance.now();
      frameTimes.push(now - last);
      last = now;
      if (isBlank()) blankFrames += 1;
    }
    observer.disconnect();
    const rows = Number(table.getAttribute('aria-rowcount')) - 1;
    return { rows, frames: places.length, blankFrames, frameTimes, longest };
  });
}

export async function run(words: readonly string[]): Promise<void> {
  const articles = countIn(words, usualArticles);
  const stopDisplay = await prepareBench();
  const report = new Report(
    'reading',
    `Reading and the list of ${String(articles)}`,
    words,
    'read',
  );
  const profileFolder = await largeProfile(articles);
  const { window, close } = await open(profileFolder);
  await window
    .locator('.page-story, .story, .story-row.head')
    .first()
    .waitFor({ timeout: 180_000 });
  const places = await findStories(window, wantedStories + 5);
  if (places.length < 10) throw new Error('The archive has too few stories of 2,000 characters');
  const opened: Opening[] = [];
  const plain: number[] = [];
  for (const [index, { hash }] of places.entries()) {
    const opening = await openStory(window, hash);
    const peer = await plainText(window);
    // The first ones warm the program up.
    if (index < 5) continue;
    opened.push(opening);
    plain.push(peer);
  }
  await window.keyboard.press('Control+i');
  await window.locator('.story-window .story-row').first().waitFor({ timeout: 180_000 });
  const list = await scrollList(window);
  await close();
  stopDisplay();

  const times = opened.map(({ milliseconds }) => milliseconds);
  const processor = opened.map((each) => each.processor);
  report.line(
    `Opening a story of 1,900 to 2,100 characters, from the change of the address to the painted frame, ${String(times.length)} stories (gate 50 ms, aim 16). Processor time is the main thread's in the 300 ms from the beginning: it does not grow with what else the machine does.`,
  );
  report.table(
    ['', 'median ms', 'p95 ms', 'least ms'],
    [
      ['opening a story', ...figures(times)],
      ['its processor time', ...figures(processor)],
      ['the same text alone, put into an empty element', ...figures(plain)],
    ],
  );
  const longest = Math.max(0, ...opened.map((each) => each.longest));
  report.line(
    `Ratio of the medians ${(median(times) / median(plain)).toFixed(2)}; longest task ${longest === 0 ? 'under 50' : longest.toFixed(0)} ms.`,
  );
  report.line();
  report.line(
    `The list of ${String(list.rows)} rows, ${String(list.frames)} scrolls by screens, by leaps and to its ends:`,
  );
  report.table(
    ['', ''],
    [
      ['blank frames', String(list.blankFrames)],
      [
        'frame, median / p95',
        `${median(list.frameTimes).toFixed(1)} / ${percentile(list.frameTimes, 0.95).toFixed(1)} ms`,
      ],
      ['longest task', `${list.longest === 0 ? 'under 50' : list.longest.toFixed(0)} ms`],
    ],
  );
  report.end();
}

function figures(values: readonly number[]): readonly string[] {
  return [median(values), percentile(values, 0.95), Math.min(...values)].map((value) =>
    value.toFixed(1),
  );
}
