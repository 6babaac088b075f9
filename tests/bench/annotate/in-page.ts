import type { Page } from 'playwright';

/** What is timed inside the window, from what happens to the frame that shows it. */

/** For pages: how many ranges are painted, as fills, as lines or as both. */
const countPainted = `globalThis.paintedMarks = () => {
  const ranges = new Set();
  for (const [name, highlight] of CSS.highlights) {
    if (/^(fill|line)-/.test(name)) for (const range of highlight) ranges.add(range);
  }
  return ranges.size;
}`;

interface Counting {
  readonly paintedMarks: () => number;
}

export async function allowCounting(window: Page): Promise<void> {
  await window.evaluate(countPainted);
}

/** ms until the story is on screen, painted with that many ranges at least. */
export function timeOpening(window: Page, place: string, ranges: number): Promise<number> {
  return window.evaluate(
    async ([hash, wanted]) => {
      const frame = (): Promise<void> =>
        new Promise((resolve) => {
          requestAnimationFrame(() => {
            resolve();
          });
        });
      const { paintedMarks } = globalThis as unknown as Counting;
      globalThis.window.location.hash = '#/';
      while (document.querySelector('.story') !== null) await frame();
      await new Promise((resolve) => setTimeout(resolve, 300));
      const began = performance.now();
      globalThis.window.location.hash = hash;
      while (document.querySelector('.story-text p') === null || paintedMarks() < wanted) {
        await frame();
      }
      await frame();
      return performance.now() - began;
    },
    [place, ranges] as const,
  );
}

/** ms from the key to the frame that shows the new mark. */
export function timeHighlight(window: Page, index: number): Promise<number> {
  return window.evaluate(async (at) => {
    const { paintedMarks } = globalThis as unknown as Counting;
    const segments = document.querySelectorAll('.story-text .segment');
    const segment = segments[(at * 7) % segments.length];
    const node = segment?.firstChild;
    if (!(segment instanceof HTMLElement) || !node) throw new Error('There is no text');
    segment.scrollIntoView({ block: 'center' });
    document.getSelection()?.setBaseAndExtent(node, 20 + (at % 50), node, 32 + (at % 50));
    await new Promise((resolve) => setTimeout(resolve, 250));
    const before = paintedMarks();
    const began = performance.now();
    globalThis.window.dispatchEvent(
      new KeyboardEvent('keydown', { key: String(1 + (at % 5)), bubbles: true }),
    );
    while (paintedMarks() === before) await new Promise((resolve) => setTimeout(resolve));
    // The task after the next frame's painting has begun.
    await new Promise((resolve) => {
      requestAnimationFrame(() => {
        setTimeout(resolve);
      });
    });
    return performance.now() - began;
  }, index);
}

/** ms of each frame while the list of all notes is scrolled by screens, and frames without a row. */
export function timeList(
  window: Page,
  steps: number,
): Promise<{ readonly frames: readonly number[]; readonly blank: number }> {
  return window.evaluate(async (count) => {
    const frame = (): Promise<number> => new Promise((resolve) => requestAnimationFrame(resolve));
    globalThis.window.location.hash = '#/notes';
    while (document.querySelector('.notes-list .note-row') === null) await frame();
    const list = document.querySelector('.notes-list');
    if (list === null) throw new Error('There is no list');
    const frames: number[] = [];
    let blank = 0;
    let before = await frame();
    for (let step = 0; step < count; step += 1) {
      list.scrollTop += list.clientHeight * (step % 40 === 39 ? 37 : 0.9);
      const now = await frame();
      frames.push(now - before);
      before = now;
      const { left, top, width, height } = list.getBoundingClientRect();
      const middle = document.elementFromPoint(left + width / 2, top + height / 2);
      if (!middle?.closest('.note-row, .notes-head')) blank += 1;
    }
    return { frames, blank };
  }, steps);
}

/** Empties the table of annotations as a damaged database would be. */
export function emptyAnnotations(window: Page): Promise<void> {
  return window.evaluate(
    () =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('guzhi');
        opening.onerror = () => {
          reject(new Error('The database does not open'));
        };
        opening.onsuccess = () => {
          const database = opening.result;
          const clearing = database.transaction('annotations', 'readwrite', {
            durability: 'strict',
          });
          clearing.objectStore('annotations').clear();
          clearing.oncomplete = () => {
            database.close();
            resolve();
          };
        };
      }),
  );
}

export function countAnnotations(window: Page): Promise<number> {
  return window.evaluate(
    () =>
      new Promise<number>((resolve, reject) => {
        const opening = indexedDB.open('guzhi');
        opening.onerror = () => {
          reject(new Error('The database does not open'));
        };
        opening.onsuccess = () => {
          const counting = opening.result
            .transaction('annotations')
            .objectStore('annotations')
            .count();
          counting.onsuccess = () => {
            opening.result.close();
            resolve(counting.result);
          };
        };
      }),
  );
}
