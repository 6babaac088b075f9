import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';

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
