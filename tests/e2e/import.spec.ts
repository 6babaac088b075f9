import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from './fixtures.ts';

test.use({ profile: 'loaded' });

test('the torn sample page is restored, reviewed, decided and built again', async ({
  startReader,
  profileFolder,
}) => {
  const { window } = await startReader();
  await expect(window.locator('.page-story').first()).toBeVisible();
  await window.keyboard.press('Control+Shift+O');
  const empty = window.locator('.import-empty');
  await empty.getByRole('button').nth(2).click();
  const row = window.locator('.import-rows .import-row');
  await expect(row).toHaveCount(1);
  await expect(row.getByRole('textbox').nth(1)).toHaveValue('2019-05-19');
  // Without a date it cannot be imported; with one it can.
  await row.getByRole('textbox').nth(1).fill('');
  const run = window.locator('.import-actions .primary');
  await expect(run).toBeDisabled();
  await row.getByRole('textbox').nth(1).fill('2019-05-20');
  await run.click();
  await expect(window.locator('.import-built')).toBeVisible({ timeout: 30_000 });
  await expect(window.locator('.import-report')).toHaveCount(1);
  await window.locator('.import-built .primary').click();
  await expect(window.locator('.page-story').first()).toBeVisible();
  // From a story to how it was restored.
  await window.locator('.page-story a').first().click();
  await window.locator('.source-line a.link').click();
  const pieces = window.locator('.review-pieces li');
  await expect(pieces.first()).toBeVisible();
  const stories = window.locator('.review-stories article');
  const last = pieces.filter({ hasNot: window.locator('.mark.none') }).last();
  await last.getByRole('button').click();
  await window.keyboard.press('1');
  const beside = (): string[] => {
    const folder = join(profileFolder, 'imports/sample');
    return existsSync(folder)
      ? readdirSync(folder).filter((name) => name.endsWith('.decisions.json'))
      : [];
  };
  await expect.poll(beside).toHaveLength(1);
  await expect(stories.first()).toContainText(
    (await last.locator('.text').innerText()).slice(0, 8),
  );
  await window.keyboard.press('Control+Z');
  await expect.poll(beside).toHaveLength(0);
  await window.keyboard.press('Control+Shift+Z');
  await expect.poll(beside).toHaveLength(1);
  await window.locator('.review-tools .primary').click();
  await expect(window.locator('.status-line')).toContainText('2', { timeout: 30_000 });
});
