import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import {
  crowdedPage,
  emptyPage,
  hardBag,
  hostileHeadline,
  hostileLink,
  longHeadline,
  longParagraphs,
  unknownText,
} from './hard-bag.ts';

/** How far things stick out of the sheet sideways, in px. */
function overflow(window: Page, selector: string): Promise<number> {
  return window.locator(selector).evaluate((element) => element.scrollWidth - element.clientWidth);
}

async function goToPage(window: Page, page: string): Promise<void> {
  await window
    .locator('.page-list a', { hasText: new RegExp(`^${page}`) })
    .first()
    .click();
  await expect(window.locator('.crumbs [aria-current="page"]')).toContainText(page);
}

test('awkward records and proportions are shown whole, as text, and harm nothing', async ({
  startReader,
  profileFolder,
}) => {
  const folder = mkdtempSync(join(tmpdir(), 'guzhi-hard-'));
  const file = join(folder, 'hard.newsbag');
  writeFileSync(file, hardBag());
  const { window } = await startReader({ profileFolder, words: [file] });
  await expect(window.locator('.masthead h1', { hasText: '难报' })).toBeVisible({
    timeout: 60_000,
  });
  rmSync(folder, { recursive: true, force: true });

  // The front page: markup is text, what cannot be shown has its place, long heads stay on the sheet.
  await expect(window.locator('.page-story.lead .headline')).toHaveText(hostileHeadline);
  await expect(window.locator('.page-story .unknown-block')).toHaveText(unknownText);
  await expect(window.locator('.page-story .headline', { hasText: longHeadline })).toBeVisible();
  await expect(window.locator('.page-story .text a:not(.link)')).toHaveCount(0);
  expect(await overflow(window, '.leaf')).toBeLessThanOrEqual(0);

  await window.locator('.page-story.lead .headline a').click();
  await expect(window.locator('.story h1')).toHaveText(hostileHeadline);
  await expect(window.locator('.story-text > p').first()).toHaveText(hostileLink);
  await expect(window.locator('.story .picture-missing')).toHaveCount(4);
  await expect(window.locator('.story .picture img')).toHaveCount(1);
  expect(await overflow(window, '.story-frame')).toBeLessThanOrEqual(0);
  expect(await window.evaluate(() => 'struck' in globalThis)).toBe(false);

  await window.keyboard.press('j');
  await expect(window.locator('.story h1')).toHaveText(longHeadline);
  expect(await overflow(window, '.story-frame')).toBeLessThanOrEqual(0);

  // One character, without a headline.
  await window.keyboard.press('j');
  await expect(window.locator('.story-text > p > .segment')).toHaveText('。');
  await expect(window.locator('.story-text .doubt-note')).toContainText('接缝可疑');
  await expect(window.locator('.story-text .doubt-note')).toContainText('40');
  await expect(window.locator('.source-line .doubt')).toBeVisible();

  // A hundred thousand characters: all of them there, found to the last, and left for the next.
  await window.keyboard.press('j');
  await expect(window.locator('.story h1')).toHaveText('十万字');
  const lengths = await window
    .locator('.story-text > p')
    .evaluateAll((all) => all.reduce((sum, { textContent }) => sum + textContent.length, 0));
  expect(lengths).toBe(longParagraphs.join('').length);
  await window.keyboard.press('Control+f');
  await window.locator('.find-bar input').fill('第500段');
  await expect(window.locator('.find-bar output')).toContainText('1 / 1');
  await expect
    .poll(() => window.locator('.story-frame').evaluate(({ scrollTop }) => scrollTop))
    .toBeGreaterThan(10_000);
  await window.keyboard.press('Escape');
  await window.keyboard.press('u');
  await expect(window.locator('.newspaper-page')).toBeVisible();

  // Forty pages in the list, odd numbers as they are printed; sixty stories on one; none on another.
  await expect(window.locator('.page-list a')).toHaveCount(40);
  await goToPage(window, 'Ａ０３・附');
  await expect(window.locator('.page-story .headline')).toHaveText('怪版号');
  await goToPage(window, emptyPage);
  await expect(window.locator('.notice')).toBeVisible();
  await goToPage(window, crowdedPage);
  await expect(window.locator('.page-story')).toHaveCount(60);
  expect(await overflow(window, '.leaf')).toBeLessThanOrEqual(0);
  const sticksOut = await window.locator('.page-story').evaluateAll(
    (stories) =>
      stories.filter((story) => {
        const cell = story.closest('.page-cell')?.getBoundingClientRect();
        const box = story.getBoundingClientRect();
        return cell === undefined || box.right > cell.right + 1 || box.bottom > cell.bottom + 1;
      }).length,
  );
  expect(sticksOut).toBe(0);
});
