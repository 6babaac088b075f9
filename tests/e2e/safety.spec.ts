import { mkdir, readFile, readdir, rm, truncate } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import type { UserDataChange } from '../../archive/model/user-data.ts';
import { packagedExecutable } from '../../scripts/launch-reader.mjs';
import { expect, test, type RunningReader } from './fixtures.ts';
import { answerFileDialogs } from './system-dialogs.ts';
import { archivesOf, records } from './stored-tables.ts';

function search(id: string, name: string): UserDataChange {
  const value = { id, name, place: '/', created: '2026-01-02T03:04:05.000Z' };
  return { store: 'savedSearches', key: id, value };
}

async function save(page: Page, changes: readonly UserDataChange[]): Promise<void> {
  await page.evaluate((all) => window.guzhi?.request.saveUserData(all), changes);
}

async function inEnglish({ window }: RunningReader): Promise<void> {
  await expect.poll(async () => (await archivesOf(window)).length).toBeGreaterThan(1);
  await save(window, [{ store: 'preferences', key: 'language', value: 'en' }]);
}

async function snapshotsIn(profileFolder: string): Promise<string[]> {
  return (await readdir(join(profileFolder, 'snapshots'))).sort();
}

test('notes are backed up, taken along, wiped, taken in again, restored and the restoring undone', async ({
  startReader,
  profileFolder,
}) => {
  test.skip(packagedExecutable() !== null, 'a package’s dialogs cannot be answered');
  const first = await startReader();
  await inEnglish(first);
  await save(first.window, [search('urn:uuid:a', '洪水'), search('urn:uuid:b', '渡口')]);
  await first.close();
  expect(await snapshotsIn(profileFolder)).toHaveLength(1);

  const reader = await startReader();
  const { window } = reader;
  await expect(window.locator('.page-story').first()).toBeVisible();
  await window.keyboard.press('Control+Shift+S');
  await expect(window.getByRole('heading', { level: 1 })).toHaveText('Where my notes live');
  await expect(window.getByText('Saved searches: 2').first()).toBeVisible();
  await window.getByRole('button', { name: 'Back up now' }).click();
  await expect(window.getByText(/^Backed up/)).toBeVisible();
  expect(await snapshotsIn(profileFolder)).toHaveLength(2);

  const second = join(profileFolder, 'second');
  await mkdir(second);
  await answerFileDialogs(reader, second);
  await window.getByRole('button', { name: 'Choose a folder' }).click();
  await expect(window.getByText(second)).toBeVisible();
  await expect.poll(() => readdir(second)).toHaveLength(1);
  expect(await readFile(join(profileFolder, 'profile.json'), 'utf8')).toContain(second);
  await window.getByRole('button', { name: 'Use none' }).click();
  await expect(window.getByText(second)).toHaveCount(0);

  const stick = join(profileFolder, 'stick');
  await mkdir(stick);
  const file = join(stick, 'mine.guzhi.json');
  await answerFileDialogs(reader, file);
  await window.getByRole('button', { name: 'Take my notes with me' }).click();
  await expect(window.getByText(/read again and found the same/)).toBeVisible();
  expect(await readFile(file, 'utf8')).toContain('"name":"洪水"');
  await window.getByRole('button', { name: /shared computer/ }).click();
  await window.getByRole('button', { name: 'Delete them here' }).click();
  await expect(window.getByText(/are deleted from this computer/)).toBeVisible();
  await expect.poll(() => records(window, 'savedSearches')).toEqual([]);
  expect(await snapshotsIn(profileFolder)).toEqual([]);
  expect(await readFile(join(profileFolder, 'journal.ndjson'), 'utf8')).not.toContain('洪水');
  await expect(window.getByText(/No backup yet/)).toBeVisible();

  await save(window, [search('urn:uuid:c', '桥')]);
  await window.getByRole('button', { name: 'Take a file in' }).click();
  const preview = window.getByRole('row', { name: /Saved searches/ });
  await expect(preview).toHaveText('Saved searches2001');
  await window.getByRole('radio', { name: 'Replace' }).check();
  await expect(preview).toHaveText('Saved searches2010');
  await window.getByRole('radio', { name: 'Merge' }).check();
  await window.getByRole('button', { name: 'Restore', exact: true }).click();
  await expect(window.getByText('Restored.')).toBeVisible();
  await expect.poll(async () => (await records(window, 'savedSearches')).length).toBe(3);
  await window.getByRole('button', { name: 'Undo' }).click();
  await expect(window.getByText(/^Undone/)).toBeVisible();
  await expect.poll(async () => (await records(window, 'savedSearches')).length).toBe(1);

  await truncate(file, 300);
  await window.getByRole('button', { name: 'Take a file in' }).click();
  await expect(window.getByRole('dialog')).toContainText('checksum does not fit');
  await window.keyboard.press('Escape');
  await expect(window.getByRole('button', { name: 'Saved', exact: true })).toBeVisible();
});

test('an emptied database and a lost journal are both made good, and it is said', async ({
  startReader,
  profileFolder,
}) => {
  const first = await startReader();
  await inEnglish(first);
  await save(first.window, [search('urn:uuid:a', '洪水')]);
  // The sentinel has heard of the archives.
  await expect
    .poll(async () => readFile(join(profileFolder, 'sentinel.json'), 'utf8').catch(() => ''))
    .toContain('澜江日报');
  await first.close();
  await rm(join(profileFolder, 'IndexedDB'), { recursive: true });
  await rm(join(profileFolder, 'journal.ndjson'));

  const second = await startReader();
  const { window } = second;
  const notice = window.getByRole('dialog');
  await expect(notice).toContainText('The journal had lost entries. The backup');
  await expect(notice).toContainText('The database had lost notes or other records');
  await expect(notice).toContainText('《澜江日报》');
  await expect(notice).toContainText('Saved searches: 1');
  expect(await records(window, 'savedSearches')).toHaveLength(1);
  await expect.poll(async () => (await archivesOf(window)).length).toBe(2);
  await second.close();

  // Without this file the browser can neither open nor delete the database.
  const tables = join(profileFolder, 'IndexedDB', 'app_reader_0.indexeddb.leveldb');
  const manifests = (await readdir(tables)).filter((name) => name.startsWith('MANIFEST'));
  expect(manifests).not.toEqual([]);
  for (const name of manifests) await rm(join(tables, name));
  const third = await startReader();
  await expect(third.window.getByRole('dialog')).toContainText('could not be read');
  expect(await records(third.window, 'savedSearches')).toHaveLength(1);
  await expect.poll(async () => (await archivesOf(third.window)).length).toBe(2);
});
