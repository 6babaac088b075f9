import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';

test.use({ profile: 'loaded' });

/** Opens the story with two pictures on the last page of the newest issue. */
async function openStory(window: Page): Promise<void> {
  await expect(window.locator('.page-story').first()).toBeVisible({ timeout: 30_000 });
  for (let page = 2; page <= 4; page += 1) {
    await window.keyboard.press(']');
    await expect(window.locator('.running-head h1')).toContainText(String(page));
  }
  await window.locator('.page-story.lead .headline a').click();
  await expect(window.locator('.story h1')).toBeVisible();
}

/** How far the picture on the stage is enlarged, and where its middle lies. */
function transformOf(window: Page): Promise<{ scale: number; x: number; y: number }> {
  return window.locator('.lightbox img').evaluate((image) => {
    if (!(image instanceof HTMLElement)) throw new Error('The picture is missing');
    const found = /translate\((.+?)px(?:, (.+?)px)?\) scale\((.+?)\)/.exec(image.style.transform);
    return { x: Number(found?.[1]), y: Number(found?.[2] ?? 0), scale: Number(found?.[3]) };
  });
}

test('a photo opens over the window, zooms, moves, gives way to the next, and closes', async ({
  reader,
}) => {
  const { window } = reader;
  await openStory(window);
  const first = window.locator('.story .picture-button').first();
  await first.focus();
  await window.keyboard.press('Enter');
  const lightbox = window.locator('.lightbox[open]');
  await expect(lightbox).toBeVisible();
  await expect(lightbox.locator('.lightbox-caption')).toContainText('东津渡售票亭');
  await expect(lightbox.locator('.credit')).toHaveText('记者 白露 摄');
  await expect(lightbox.locator('.lightbox-count')).toHaveText('1 / 2');

  // The whole picture is seen at first.
  const box = await lightbox.locator('img').boundingBox();
  const stage = await lightbox.locator('.lightbox-stage').boundingBox();
  expect(box?.width).toBeGreaterThan(300);
  expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(
    (stage?.x ?? 0) + (stage?.width ?? 0) + 1,
  );
  expect(box?.height).toBeLessThanOrEqual((stage?.height ?? 0) + 1);

  for (let times = 0; times < 4; times += 1) await window.keyboard.press('+');
  const enlarged = await transformOf(window);
  expect(enlarged.scale).toBeCloseTo(1.4 ** 4, 3);
  await window.keyboard.press('ArrowRight');
  expect((await transformOf(window)).x).toBe(-80);
  await window.mouse.move(700, 400);
  await window.mouse.down();
  await window.mouse.move(760, 430, { steps: 4 });
  await window.mouse.up();
  expect(await transformOf(window)).toMatchObject({ x: -20, y: 30 });
  await window.mouse.wheel(0, -200);
  await expect.poll(async () => (await transformOf(window)).scale).toBeGreaterThan(enlarged.scale);
  await window.keyboard.press('0');
  expect(await transformOf(window)).toEqual({ scale: 1, x: 0, y: 0 });

  await window.keyboard.press('ArrowRight');
  await expect(lightbox.locator('.lightbox-count')).toHaveText('2 / 2');
  await expect(lightbox.locator('.lightbox-caption')).toContainText('佘志远');
  await expect(lightbox.locator('[aria-keyshortcuts="PageDown"]')).toBeDisabled();
  await window.keyboard.press('PageUp');
  await expect(lightbox.locator('.lightbox-count')).toHaveText('1 / 2');
  await window.keyboard.press('Escape');
  await expect(lightbox).toBeHidden();
  await expect(first).toBeFocused();
  await expect(window.locator('.story h1')).toBeVisible();
});

/** The words that a highlight paints now. */
function painted(window: Page, name: string): Promise<readonly string[]> {
  return window.evaluate((highlight) => {
    const ranges = [...(CSS.highlights.get(highlight) ?? [])];
    return ranges.map((range) =>
      (range.startContainer.textContent ?? '').slice(range.startOffset, range.endOffset),
    );
  }, name);
}

test('words are found as they are shown, over the ends of paragraphs, and brought into sight', async ({
  reader,
}) => {
  const { window } = reader;
  await openStory(window);
  await window.keyboard.press('Control+f');
  const bar = window.locator('.find-bar');
  await expect(bar.locator('input')).toBeFocused();
  await window.keyboard.type('东津渡');
  await expect(bar.locator('output')).toContainText('1 / ');
  const words = await painted(window, 'found');
  expect(words.length).toBeGreaterThan(1);
  expect(new Set(words)).toEqual(new Set(['东津渡']));
  await window.keyboard.press('Enter');
  await expect(bar.locator('output')).toContainText(`2 / ${words.length}`);
  await window.keyboard.press('Shift+Enter');
  await window.keyboard.press('Shift+F3');
  await expect(bar.locator('output')).toContainText(`${words.length} / ${words.length}`);
  const isInSight = await window.locator('.story-frame').evaluate((frame) => {
    const [hit] = [...(CSS.highlights.get('found-here') ?? [])];
    if (hit === undefined) return false;
    const range = document.createRange();
    range.setStart(hit.startContainer, hit.startOffset);
    range.setEnd(hit.endContainer, hit.endOffset);
    const [box, bounds] = [range.getBoundingClientRect(), frame.getBoundingClientRect()];
    return box.top >= bounds.top && box.bottom <= bounds.bottom;
  });
  expect(isInSight).toBe(true);

  // In another script the characters on screen are what counts.
  await bar.locator('input').fill('東津渡');
  await expect(bar.locator('output')).toHaveAttribute('data-none', 'true');
  await window.locator('.script-switch input[value="hant"]').click();
  await expect(bar.locator('output')).toContainText('1 / ');
  expect(new Set(await painted(window, 'found'))).toEqual(new Set(['東津渡']));

  // The end of one paragraph and the beginning of the next.
  const [end, beginning] = await window
    .locator('.story-text > p > .segment')
    .evaluateAll((all) => [
      all[2]?.textContent.slice(-3) ?? '',
      all[3]?.textContent.slice(0, 3) ?? '',
    ]);
  await bar.locator('input').fill(`${end}${beginning}`);
  await expect.poll(() => painted(window, 'found-here')).toEqual([end, beginning]);
  await window.keyboard.press('Escape');
  await expect(bar).toBeHidden();
  expect(await painted(window, 'found')).toEqual([]);
  await expect(window.locator('.story-frame')).toBeFocused();
});

test('a converted selection is copied as it was printed, and with its source', async ({
  reader,
}) => {
  test.skip(reader.application === null, 'the clipboard of a package cannot be read');
  const { window } = reader;
  await openStory(window);
  const printed = await window.locator('.story-text > p > .segment').first().textContent();
  await window.locator('.script-switch input[value="hant"]').click();
  const shown = window.locator('.story-text > p > .segment').first();
  await expect(shown).not.toHaveText(printed ?? '');
  await shown.evaluate((segment) => {
    document.getSelection()?.selectAllChildren(segment);
  });
  const clipboard = (): Promise<string> =>
    reader.application?.evaluate(({ clipboard: board }) => board.readText()) ?? Promise.resolve('');
  await window.locator('.story-frame').focus();
  await window.keyboard.press('Control+Shift+C');
  await expect.poll(clipboard).toBe(printed);
  await expect(window.locator('.story-notice')).toBeVisible();
  await window.keyboard.press('Control+Shift+Y');
  await expect.poll(clipboard).toContain('澜江日报');
  const [text, source] = (await clipboard()).split('\n');
  expect(text).toBe(printed);
  expect(source).toMatch(/2019/);
  expect(source).toMatch(/page 4|第 4 版/);

  // As a quotation: the words as held, in quotation marks, and the citation in the chosen style.
  await window.keyboard.press('Control+Shift+E');
  const dialog = window.locator('dialog[open]');
  await dialog.locator('input[value="chicago-note"]').check();
  await dialog.locator('.button.primary').click();
  await expect(dialog).toBeHidden();
  const [quoted, citation] = (await clipboard()).split('\n');
  expect(quoted).toBe(`“${printed ?? ''}”`);
  expect(citation).toContain('澜江日报[样报], May 18, 2019');
  // The style is remembered.
  await window.keyboard.press('Control+Shift+E');
  await expect(dialog.locator('input[value="chicago-note"]')).toBeChecked();
  await dialog.locator('input[value="gbt7714-2015"]').check();
  await dialog.locator('.button.primary').click();
  await expect.poll(clipboard).toMatch(/\[N\].*澜江日报/);
});

test('words are found and brought into sight in a vertical story', async ({ reader }) => {
  const { window } = reader;
  await expect(window.locator('.page-story').first()).toBeVisible({ timeout: 30_000 });
  await window.keyboard.press('Alt+Home');
  await window.locator('.archive-entry h2 a', { hasText: '瀾江新報' }).click();
  await window.locator('.tier-story.lead .headline a').click();
  const frame = window.locator('.story-frame.vertical');
  await expect(frame).toBeVisible();
  const atFirst = await frame.evaluate((element) => element.scrollLeft);
  await window.keyboard.press('Control+f');
  await window.locator('.find-bar input').fill('回龍灣');
  await expect(window.locator('.find-bar output')).toContainText('1 / ');
  await window.keyboard.press('Shift+Enter');
  await expect.poll(() => frame.evaluate((element) => element.scrollLeft)).toBeLessThan(atFirst);
  const isInSight = await frame.evaluate((element) => {
    const [hit] = [...(CSS.highlights.get('found-here') ?? [])];
    if (hit === undefined) return false;
    const range = document.createRange();
    range.setStart(hit.startContainer, hit.startOffset);
    range.setEnd(hit.endContainer, hit.endOffset);
    const [box, bounds] = [range.getBoundingClientRect(), element.getBoundingClientRect()];
    return box.left >= bounds.left && box.right <= bounds.right;
  });
  expect(isInSight).toBe(true);
});
