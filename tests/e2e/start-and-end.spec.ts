import { existsSync } from 'node:fs';
import { isRunning, processTree } from '../../scripts/system/process-tree.mjs';
import { expect, test } from './fixtures.ts';

test('the reader opens one window with something in it', async ({ reader }) => {
  await expect(reader.window.locator('#root > *').first()).toBeVisible();
  expect(new URL(reader.window.url()).protocol).toBe('app:');
});

test('a profile is continued after the reader was closed', async ({
  startReader,
  profileFolder,
}) => {
  const first = await startReader();
  await expect(first.window.locator('.page-story').first()).toBeVisible();
  await first.window.evaluate(() => {
    localStorage.setItem('kept', 'yes');
  });
  await first.close();
  expect(existsSync(profileFolder)).toBe(true);

  const second = await startReader();
  expect(await second.window.evaluate(() => localStorage.getItem('kept'))).toBe('yes');
});

test('killing the reader leaves none of its processes', async ({ reader }) => {
  await expect(reader.window.locator('#root > *').first()).toBeVisible();
  const tree = processTree(reader.pid);
  expect(tree.length).toBeGreaterThan(2);
  await reader.kill();
  await expect.poll(() => tree.filter(isRunning)).toEqual([]);
});
