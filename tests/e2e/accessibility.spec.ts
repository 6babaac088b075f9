import type { Page } from '@playwright/test';
import { violations } from './axe-violations.ts';
import { expect, test } from './fixtures.ts';

test.use({ profile: 'loaded' });

async function choose(window: Page, value: string): Promise<void> {
  await window.locator('[data-opens="typography"]').click();
  await window.locator(`.typography-slip label[data-value="${value}"]`).click();
  await expect(window.locator('html')).toHaveAttribute('data-theme', value);
  await window.keyboard.press('Escape');
  await expect(window.locator('.typography-slip')).toBeHidden();
}

for (const theme of ['light', 'sepia', 'dark', 'contrast']) {
  test(`axe finds nothing on any screen in ${theme}`, async ({ reader }) => {
    const { window } = reader;
    await expect(window.locator('.page-story').first()).toBeVisible({ timeout: 30_000 });
    await choose(window, theme);
    expect(await violations(window), 'page').toEqual([]);
    await window.locator('[data-opens="typography"]').click();
    expect(await violations(window), 'typography').toEqual([]);
    await window.keyboard.press('Escape');
    await window.keyboard.press('?');
    await expect(window.locator('dialog[open]')).toBeVisible();
    expect(await violations(window), 'shortcuts').toEqual([]);
    await window.keyboard.press('Escape');
    await window.locator('.day.gap').first().hover();
    await expect(window.locator('.day-slip')).toBeVisible();
    expect(await violations(window), 'calendar slip').toEqual([]);
    await window.keyboard.press('Control+g');
    await window.locator('.go-to input').fill('2019-5-9 3');
    await expect(window.locator('.place-options').getByRole('option')).toHaveCount(2);
    expect(await violations(window), 'go to a date').toEqual([]);
    await window.keyboard.press('Escape');
    await window.keyboard.press('Control+i');
    await expect(window.locator('.story-window .story-row').first()).toBeVisible();
    expect(await violations(window), 'contents').toEqual([]);
    await window.locator('.facet input[type="checkbox"]').first().check();
    await expect(window.locator('.chosen li')).toHaveCount(2);
    expect(await violations(window), 'narrowed contents').toEqual([]);
    await window.keyboard.press('Alt+ArrowLeft');
    await expect(window.locator('.chosen')).toBeHidden();
    await window.keyboard.press('Alt+ArrowLeft');
    await expect(window.locator('.page-story').first()).toBeVisible();
    await window.keyboard.press('j');
    await expect(window.locator('.story h1')).toBeVisible();
    expect(await violations(window), 'story').toEqual([]);
    await window.keyboard.press('Alt+4');
    await window.keyboard.press('Alt+0');
    await window.keyboard.press('Alt+.');
    await expect(window.locator('.printed-form')).toBeVisible();
    expect(await violations(window), 'printed form').toEqual([]);
    await window.keyboard.press('Enter');
    await expect(window.locator('.candidate-slip')).toBeVisible();
    expect(await violations(window), 'candidates').toEqual([]);
    await window.keyboard.press('Escape');
    await expect(window.locator('.candidate-slip')).toBeHidden();
    await window.keyboard.press('Alt+g');
    await expect(window.getByRole('dialog').locator('.glossary-empty')).toBeVisible();
    expect(await violations(window), 'glossary').toEqual([]);
    await window.keyboard.press('Escape');
    await window.keyboard.press('Alt+1');
    await window.keyboard.press('Alt+Home');
    await expect(window.locator('.archive-entry')).toHaveCount(2);
    expect(await violations(window), 'library').toEqual([]);
    await window.locator('.archive-entry h2 a', { hasText: '瀾江新報' }).click();
    await expect(window.locator('.tier-story').first()).toBeVisible();
    await window.keyboard.press('{');
    await expect(window.locator('.icon-button[aria-keyshortcuts="Alt+I"]')).toBeVisible();
    await window.keyboard.press('Alt+i');
    await expect(window.locator('.page-image img')).toBeVisible();
    expect(await violations(window), 'page image').toEqual([]);
    await window.keyboard.press('Control+p');
    await expect(window.locator('dialog[open]')).toBeVisible();
    expect(await violations(window), 'print').toEqual([]);
    await window.keyboard.press('Escape');
    await window.keyboard.press('Alt+i');
    expect(await violations(window), 'vertical page').toEqual([]);
    await window.keyboard.press('j');
    await expect(window.locator('.story-frame.vertical')).toBeVisible();
    expect(await violations(window), 'vertical story').toEqual([]);
  });
}
