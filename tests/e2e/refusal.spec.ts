import { readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from './fixtures.ts';
import { archivesOf } from './stored-tables.ts';

let folder: string;

test.beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'guzhi-refusal-'));
});

test.afterEach(() => rm(folder, { recursive: true, force: true }));

test('a bag that was cut short is refused: what, how much, why and what to do, to copy', async ({
  startReader,
}) => {
  const whole = readFileSync(
    join(import.meta.dirname, '../../out/archives/lanjiang-xinbao.newsbag'),
  );
  const file = join(folder, 'cut.newsbag');
  await writeFile(file, whole.subarray(0, whole.length - 18_402));
  const { window } = await startReader({ words: [file] });
  const dialog = window.locator('dialog[open]');
  await expect(dialog).toBeVisible({ timeout: 30_000 });
  await expect(dialog).toContainText('cut.newsbag');
  await expect(dialog.locator('[data-code="truncated"]')).toContainText('18 402');
  // Focus is on what most people want next; Escape leaves everything as it was.
  await expect(dialog.getByRole('button').first()).toBeFocused();
  await dialog.getByRole('button').nth(1).click();
  await expect(dialog.getByRole('button').nth(1)).toHaveText(/Copied|已复制|已複製/);
  await window.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  const archives = await archivesOf(window);
  expect(archives.every(({ bagId }) => bagId !== file)).toBe(true);
  expect(archives).toHaveLength(2);
});

test('a file that is no newer than what is loaded asks first, and keeping changes nothing', async ({
  startReader,
}) => {
  const first = await startReader();
  await expect(first.window.locator('.page-story').first()).toBeVisible();
  const before = await archivesOf(first.window);
  await first.close();
  const damaged = readFileSync(
    join(import.meta.dirname, '../../out/archives/lanjiang-daily.newsbag'),
  );
  // Somewhere in a picture: the bag can be opened, the picture does not match its digest.
  const at = Math.floor(damaged.length * 0.3);
  for (let offset = at; offset < at + 40; offset += 1) damaged[offset] = ~(damaged[offset] ?? 0);
  const file = join(folder, 'damaged.newsbag');
  await writeFile(file, damaged);
  const { window } = await startReader({ words: [file] });
  const dialog = window.locator('dialog[open]');
  await expect(dialog).toBeVisible();
  await dialog.getByRole('button').first().click();
  await expect(dialog).toBeHidden();
  expect(await archivesOf(window)).toEqual(before);
});
