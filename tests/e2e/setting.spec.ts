import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';

test.use({ profile: 'loaded' });

/** Chooses in the slip of the typography with the keyboard alone. */
async function choose(window: Page, legend: RegExp, value: string): Promise<void> {
  await window.keyboard.press('Control+,');
  const slip = window.locator('.typography-slip');
  await expect(slip).toBeVisible();
  const group = slip.locator('fieldset', { has: window.locator('legend', { hasText: legend }) });
  await group.locator('input:checked').focus();
  const wanted = group.locator(`label[data-value="${value}"] input`);
  for (let times = 0; times < 3 && !(await wanted.isChecked()); times += 1)
    await window.keyboard.press('ArrowRight');
  await expect(wanted).toBeChecked();
  await window.keyboard.press('Escape');
  await expect(slip).toBeHidden();
}

function style(window: Page, selector: string, property: string): Promise<string> {
  return window
    .locator(selector)
    .first()
    .evaluate((element, name) => getComputedStyle(element).getPropertyValue(name), property);
}

/** How far the frame has gone on, to the side and down. */
function place(window: Page): Promise<readonly [number, number]> {
  return window
    .locator('.story-frame')
    .evaluate(({ scrollLeft, scrollTop }) => [Math.abs(scrollLeft), scrollTop] as const);
}

test('a story is set in columns, without indent, untrimmed, in tiers; the page\u2019s image stands beside it', async ({
  reader,
}) => {
  const { window } = reader;
  await expect(window.locator('.page-story').first()).toBeVisible({ timeout: 30_000 });
  for (let times = 0; times < 3; times += 1) await window.keyboard.press(']');
  await expect(window.locator('.running-head h1')).toContainText('4');
  await window.locator('.page-story.lead .headline a').click();
  const frame = window.locator('.story-frame');
  await expect(frame).toBeVisible();

  // Two columns as high as the window, going on to the right; the keys that turn pages follow.
  await choose(window, /Columns|分栏/, 'two');
  await expect(frame).toHaveAttribute('data-columns', '2');
  const sizes = await frame.evaluate(
    ({ scrollHeight, clientHeight, scrollWidth, clientWidth }) => ({
      down: scrollHeight - clientHeight,
      aside: scrollWidth - clientWidth,
    }),
  );
  expect(sizes.down).toBeLessThanOrEqual(1);
  expect(sizes.aside).toBeGreaterThan(500);
  await frame.focus();
  await window.keyboard.press('PageDown');
  await expect.poll(async () => (await place(window))[0]).toBeGreaterThan(300);
  await window.keyboard.press('Home');
  await expect.poll(async () => (await place(window))[0]).toBe(0);

  expect(await style(window, '.story-text > p', 'text-indent')).not.toBe('0px');
  await choose(window, /indent|首行/, 'off');
  expect(await style(window, '.story-text > p', 'text-indent')).toBe('0px');
  expect(await style(window, '.story', 'text-spacing-trim')).toBe('trim-start');
  await choose(window, /punctuation|标点/, 'off');
  expect(await style(window, '.story', 'text-spacing-trim')).toBe('space-all');

  await window.keyboard.press('Alt+Home');
  await window.locator('.archive-entry h2 a', { hasText: '瀾江新報' }).click();
  await window.keyboard.press('{');
  await expect(window.locator('.vertical-dates')).toContainText('十六日');
  await window.locator('.tier-story.lead .headline a').click();
  await expect(frame).toHaveClass(/vertical/);
  await choose(window, /Vertical|直排/, 'tiers');
  await expect(frame).toHaveAttribute('data-flow', 'tiers');
  const tiers = await frame.evaluate(
    ({ scrollHeight, clientHeight, scrollWidth, clientWidth }) => ({
      down: scrollHeight - clientHeight,
      aside: scrollWidth - clientWidth,
    }),
  );
  expect(tiers.aside).toBeLessThanOrEqual(1);
  expect(tiers.down).toBeGreaterThan(0);

  // The image of the page beside the story.
  await window.keyboard.press('Alt+i');
  const image = window.locator('.page-image img');
  await expect(image).toBeVisible();
  await expect
    .poll(() => image.evaluate((each) => (each as HTMLImageElement).naturalWidth))
    .toBeGreaterThan(1_000);
  await window.locator('.page-image-frame').focus();
  await window.keyboard.press('+');
  await window.keyboard.press('+');
  await expect(window.locator('.page-image output')).toHaveText('196%');
  await window.keyboard.press('ArrowDown');
  await expect(image).toHaveAttribute('style', /translate\(0px, -80px\)/);
  const box = await window.locator('.page-image-frame').boundingBox();
  if (box === null) throw new Error('The image has no frame');
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  await window.mouse.move(x, y);
  await window.mouse.down();
  await window.mouse.move(x, y + 50, { steps: 4 });
  await window.mouse.up();
  await expect(image).toHaveAttribute('style', /translate\(0px, -30px\)/);
  await window.mouse.wheel(0, -200);
  await expect(window.locator('.page-image output')).not.toHaveText('196%');
  await window.keyboard.press('0');
  await expect(window.locator('.page-image output')).toHaveText('100%');
  await window.keyboard.press('Escape');
  await expect(window.locator('.page-image')).toHaveCount(0);
  await expect(window.locator('.story h1')).toBeVisible();
});
