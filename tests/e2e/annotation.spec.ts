import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import type { Annotation } from '../../archive/model/annotation.ts';
import { violations } from './axe-violations.ts';
import { expect, test } from './fixtures.ts';
import { records } from './stored-tables.ts';

test.use({ profile: 'loaded' });

/** Opens the lead story of the newest front page. */
async function openStory(window: Page): Promise<void> {
  await expect(window.locator('.page-story').first()).toBeVisible({ timeout: 30_000 });
  await window.locator('.page-story.lead .headline a').click();
  await expect(window.locator('.story h1')).toBeVisible();
}

async function openVerticalStory(window: Page): Promise<void> {
  await expect(window.locator('.page-story').first()).toBeVisible({ timeout: 30_000 });
  await window.keyboard.press('Alt+Home');
  await window.locator('.archive-entry h2 a', { hasText: '瀾江新報' }).click();
  await window.locator('.tier-story.lead .headline a').click();
  await expect(window.locator('.story-frame.vertical')).toBeVisible();
}

interface Place {
  /** Index among the body's texts. */
  readonly segment: number;
  readonly offset: number;
}

/** Selects a stretch of the body, and says what it shows. */
function select(window: Page, from: Place, to: Place): Promise<string> {
  return window.locator('.story-text > p > .segment').evaluateAll(
    (segments, [start, end]) => {
      const [first, last] = [
        segments[start.segment]?.firstChild,
        segments[end.segment]?.firstChild,
      ];
      if (!first || !last) throw new Error('There is no such text');
      document.getSelection()?.setBaseAndExtent(first, start.offset, last, end.offset);
      return document.getSelection()?.toString() ?? '';
    },
    [from, to] as const,
  );
}

/** The words painted with highlights whose names begin so. */
function painted(window: Page, prefix: string): Promise<readonly string[]> {
  return window.evaluate(
    (wanted) =>
      [...CSS.highlights]
        .filter(([name]) => name.startsWith(wanted))
        .flatMap(([, highlight]) => [...highlight])
        .map((range) =>
          (range.startContainer.textContent ?? '').slice(range.startOffset, range.endOffset),
        ),
    prefix,
  );
}

function annotations(window: Page): Promise<Annotation[]> {
  return records<Annotation>(window, 'annotations');
}

async function onlyAnnotation(window: Page): Promise<Annotation> {
  const [first, ...others] = await annotations(window);
  if (first === undefined || others.length > 0) throw new Error('Not one annotation');
  return first;
}

/** The middle of the first painted box of a highlight. */
function middleOf(window: Page, prefix: string): Promise<{ x: number; y: number }> {
  return window.evaluate((wanted) => {
    const [found] = [...CSS.highlights].flatMap(([name, highlight]) =>
      name.startsWith(wanted) ? [...highlight] : [],
    );
    if (found === undefined) throw new Error(`Nothing is painted as ${wanted}`);
    const range = document.createRange();
    range.setStart(found.startContainer, found.startOffset);
    range.setEnd(found.endContainer, found.endOffset);
    const [box] = range.getClientRects();
    if (box === undefined) throw new Error('Nothing of it is on screen');
    return { x: box.left + box.width / 2, y: box.top + box.height / 2 };
  }, prefix);
}

/** No two notes in the margin lie over each other. */
async function expectApart(window: Page): Promise<void> {
  const overlaps = await window.locator('.margin-note').evaluateAll((notes) => {
    const boxes = notes.map((note) => note.getBoundingClientRect());
    return boxes.flatMap((a, i) =>
      boxes
        .slice(i + 1)
        .filter(
          (b) =>
            Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1 &&
            Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 1,
        ),
    ).length;
  });
  expect(overlaps).toBe(0);
}

test('a passage is marked, noted, saved, changed, trashed and taken back; all of it stays', async ({
  startReader,
  profileFolder,
}) => {
  const first = await startReader();
  const { window } = first;
  await openStory(window);
  const words = await select(window, { segment: 0, offset: 4 }, { segment: 0, offset: 15 });
  await expect(window.getByRole('toolbar').locator('.ink-button')).toHaveCount(5);
  await window.keyboard.press('3');
  await expect.poll(() => painted(window, 'fill-qing')).toEqual([words]);
  await window.keyboard.press('n');
  await expect(window.locator('.note-field')).toBeFocused();
  await window.keyboard.type('与**日历**空缺相合。');
  await window.keyboard.press('Tab');
  await window.keyboard.type('缺期,');
  await expect(window.locator('.tag')).toHaveText('缺期');
  await expect(window.locator('.save-state')).toContainText(/Saved|已存盘/);
  const journal = await readFile(join(profileFolder, 'journal.ndjson'), 'utf8');
  expect(journal).toContain('与**日历**空缺相合。');
  const noted = await onlyAnnotation(window);
  expect(noted).toMatchObject({
    mark: { ink: 'qing', style: 'fill' },
    note: '与**日历**空缺相合。',
    tags: ['缺期'],
    target: { kind: 'passage', selectors: { quote: { exact: words } } },
  });

  // In another script the same passage is marked, and nothing is written.
  await window.keyboard.press('Escape');
  await window.locator('.script-switch input[value="hant"]').click();
  await expect.poll(() => painted(window, 'fill-qing')).not.toEqual([words]);
  expect(await painted(window, 'fill-qing')).toHaveLength(1);
  const other = await select(window, { segment: 1, offset: 3 }, { segment: 2, offset: 5 });
  await window.keyboard.press('Shift+4');
  await expect
    .poll(async () => (await painted(window, 'line-yan')).join('\n'))
    .toBe(other.replace(/\n+/g, '\n'));
  await window.locator('.script-switch input[value="held"]').click();
  await expect.poll(() => painted(window, 'fill-qing')).toEqual([words]);

  // By mouse: a click on the mark opens it; an edge is dragged; another ink.
  const middle = await middleOf(window, 'fill-qing');
  await window.mouse.click(middle.x, middle.y);
  await expect(window.locator('.note-editor')).toBeVisible();
  await expect(window.locator('.mark-handle')).toHaveCount(2);
  const handle = await window.locator('.mark-handle[data-edge="start"]').boundingBox();
  if (handle === null) throw new Error('The handle is missing');
  await window.mouse.move(handle.x + 7, handle.y + 10);
  await window.mouse.down();
  await window.mouse.move(handle.x - 38, handle.y + 10, { steps: 4 });
  await window.mouse.up();
  await expect
    .poll(async () => (await painted(window, 'fill-qing'))[0]?.length)
    .toBeGreaterThan(words.length);
  await window.keyboard.press('Shift+ArrowLeft');
  await window.keyboard.press('2');
  await expect.poll(() => painted(window, 'fill-lv')).toHaveLength(1);
  const [resized] = await painted(window, 'fill-lv');
  expect(resized?.endsWith(words.slice(0, -1))).toBe(true);

  await window.keyboard.press('Delete');
  await expect.poll(() => painted(window, 'fill-lv')).toEqual([]);
  await expect(window.locator('.annotation-notice')).toBeVisible();
  // Taken back from another place; the words of the note are still there.
  await window.keyboard.press('Alt+Home');
  await expect(window.locator('.archive-entry').first()).toBeVisible();
  await window.keyboard.press('Control+z');
  await window.keyboard.press('Alt+ArrowLeft');
  await expect.poll(() => painted(window, 'fill-lv')).toEqual([resized]);
  await window.keyboard.press('Control+z');
  await expect.poll(() => painted(window, 'fill-qing')).toEqual([resized]);
  await window.keyboard.press('Control+Shift+z');
  await expect.poll(() => painted(window, 'fill-lv')).toEqual([resized]);
  await expect(window.locator('.annotation-notice')).toBeVisible();
  await expect.poll(async () => (await annotations(window)).length).toBe(2);
  await first.close();

  const second = await startReader();
  await expect(second.window.locator('.story h1')).toBeVisible({ timeout: 30_000 });
  await expect.poll(() => painted(second.window, 'fill-lv')).toEqual([resized]);
  await expect(second.window.locator('.margin-note .note-text')).toContainText('与日历空缺相合。');
});

test('a vertical story is marked by keyboard alone; its notes stand above their lines', async ({
  reader,
}) => {
  const { window } = reader;
  await openVerticalStory(window);
  await window.keyboard.press('F7');
  await expect(window.locator('.caret-view')).toBeVisible();
  // ← goes to the next line: from the headline into the body.
  const focus = (): Promise<string> =>
    window.evaluate(() => {
      const selection = document.getSelection();
      return selection?.focusNode?.parentElement?.closest('.story-text') ? 'body' : 'head';
    });
  for (let steps = 0; steps < 12 && (await focus()) === 'head'; steps += 1) {
    await window.keyboard.press('ArrowLeft');
  }
  expect(await focus()).toBe('body');
  await window.keyboard.press('ArrowDown');
  for (let times = 0; times < 6; times += 1) await window.keyboard.press('Shift+ArrowDown');
  const words = await window.evaluate(() => document.getSelection()?.toString() ?? '');
  expect(Array.from(words)).toHaveLength(6);
  await window.keyboard.press('1');
  await expect.poll(() => painted(window, 'fill-teng')).toEqual([words]);
  await window.keyboard.press('n');
  await window.keyboard.type('以聲代燈。');
  await window.keyboard.press('Escape');
  const card = window.locator('.margin-note .note-card');
  await expect(card).toContainText('以聲代燈。');

  // Enter on the mark opens it again.
  await window.keyboard.press('Enter');
  await expect(window.locator('.note-slip .note-editor')).toBeVisible();
  await window.keyboard.press('Escape');

  const [note, mark] = [await card.boundingBox(), await middleOf(window, 'fill-teng')];
  if (note === null) throw new Error('The note is missing');
  expect(note.y + note.height).toBeLessThan(mark.y);
  expect(Math.abs(note.x + note.width - mark.x)).toBeLessThan(40);
  await select(window, { segment: 0, offset: 30 }, { segment: 0, offset: 34 });
  await window.keyboard.press('n');
  await window.keyboard.type('第二則批註，長一些，好讓它與前一則相遇而不相疊。');
  await window.keyboard.press('Escape');
  await expect(card).toHaveCount(2);
  await expectApart(window);
});

test('marks and notes are in the accessibility tree; hostile words are kept and harm nothing', async ({
  reader,
}) => {
  const { window } = reader;
  await openStory(window);
  const hostile = '<img src=x onerror="document.title=1"> [链](javascript:alert(1)) ‮abc 👩‍👩‍👧 z̷͇';
  const words = await select(window, { segment: 0, offset: 2 }, { segment: 0, offset: 9 });
  await window.keyboard.press('n');
  await window.locator('.note-field').fill(hostile);
  await window.getByRole('button', { name: /Correct the reading|加校读/ }).click();
  await window.locator('.reading-field textarea').fill('校'.repeat(30_000));
  await expect(window.locator('.note-problem')).toContainText('20000');
  await window.locator('.reading-field textarea').fill('<b>校</b>');
  await expect(window.locator('.note-problem')).toHaveCount(0);
  await window.keyboard.press('Escape');
  await expect(window.locator('.margin-note .note-text')).toContainText('<img src=x');
  expect(await window.locator('.margin-notes :is(img, a, b)').count()).toBe(0);
  await expect.poll(async () => (await onlyAnnotation(window)).correctedReading).toBe('<b>校</b>');
  const stored = await onlyAnnotation(window);
  expect(stored.note).toBe(hostile);

  expect(await violations(window), 'note').toEqual([]);
  await window.locator('.note-open').click();
  expect(await violations(window), 'editor').toEqual([]);
  await window.locator('.note-field').fill('长'.repeat(1_000_000));
  await expect(window.locator('.note-problem')).toContainText('100000');
  await window.keyboard.press('Escape');
  await expect.poll(async () => (await onlyAnnotation(window)).note.length).toBe(100_000);

  // Both the marked words and their relation to the text are there for those who hear the page.
  await expect(window.locator('.margin-notes mark')).toHaveText(words);
  const session = await window.context().newCDPSession(window);
  const { nodes } = await session.send('Accessibility.getFullAXTree');
  const roles = nodes.filter(({ ignored }) => !ignored).map(({ role }) => String(role?.value));
  expect(roles).toContain('mark');
  const details = nodes.flatMap(({ properties }) =>
    (properties ?? []).filter(({ name }) => (name as string) === 'details'),
  );
  expect(details.length).toBeGreaterThan(0);

  // A note on the whole story and one on the page.
  await window.keyboard.press('n');
  await window.keyboard.type('全文一则。');
  await window.keyboard.press('Escape');
  await expect(window.locator('.margin-note', { hasText: '全文一则。' })).toBeVisible();
  await expectApart(window);
  await window.keyboard.press('u');
  await expect(window.locator('.page-story').first()).toBeVisible();
  await window.keyboard.press('n');
  await expect(window.locator('.page-notes .note-field')).toBeFocused();
  expect(await violations(window), 'page note').toEqual([]);
  await window.keyboard.type('本版一则。');
  await window.keyboard.press('Escape');
  await expect
    .poll(async () => (await annotations(window)).map(({ target }) => target.kind).sort())
    .toEqual(['article', 'page', 'passage']);
});
