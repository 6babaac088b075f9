import { appendFile, readFile, readdir, rm, truncate } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import type { UserDataChange } from '../../archive/model/user-data.ts';
import { bundledArchives, expect, test } from './fixtures.ts';
import { archivesOf, records } from './stored-tables.ts';

function position(codePoint: number): UserDataChange {
  const articleId = `urn:uuid:test-${codePoint % 7}`;
  const value = { articleId, codePoint, at: '2026-01-02T03:04:05.000Z' };
  return { store: 'positions', key: articleId, value };
}

function save(page: Page, changes: readonly UserDataChange[]): Promise<number | undefined> {
  return page.evaluate((all) => window.guzhi?.request.saveUserData(all), changes);
}

function started(page: Page) {
  return page.evaluate(() => window.guzhi?.request.startState());
}

const journalFile = (profileFolder: string): string => join(profileFolder, 'journal.ndjson');

/** Waits until the interface stands and the bundled archives are loaded. */
async function settled(page: Page): Promise<void> {
  await expect(page.locator('#root > *').first()).toBeVisible();
  await expect.poll(async () => (await archivesOf(page)).length).toBe(bundledArchives);
}

test('what was acknowledged survives kill -9 at that moment, ten times over', async ({
  startReader,
  profileFolder,
}) => {
  test.setTimeout(180_000);
  let saved = 0;
  for (let round = 0; round < 10; round++) {
    const reader = await startReader();
    const acknowledged: number[] = [];
    await reader.window.exposeFunction('acknowledge', (codePoint: number) => {
      acknowledged.push(codePoint);
    });
    const saving = reader.window.evaluate(async (first) => {
      const page = window as typeof window & { acknowledge: (n: number) => Promise<void> };
      for (let codePoint = first; ; codePoint++) {
        const articleId = `urn:uuid:test-${codePoint % 7}`;
        const value = { articleId, codePoint, at: '2026-01-02T03:04:05.000Z' };
        await window.guzhi?.request.saveUserData([{ store: 'positions', key: articleId, value }]);
        await page.acknowledge(codePoint);
      }
    }, saved + 1);
    saving.catch(() => undefined);
    await expect.poll(() => acknowledged.length).toBeGreaterThan(5 + round * 3);
    await reader.kill();
    saved = acknowledged.at(-1) ?? saved;
    const journal = await readFile(journalFile(profileFolder), 'utf8');
    expect(journal).toContain(`"codePoint":${saved},`);
  }
  const reader = await startReader();
  expect((await started(reader.window))?.journalProblems).toEqual([]);
  await expect
    .poll(async () => {
      const positions = await records<{ codePoint: number }>(reader.window, 'positions');
      return Math.max(...positions.map(({ codePoint }) => codePoint));
    })
    .toBeGreaterThanOrEqual(saved);
});

test('user data comes back from the journal when IndexedDB is gone', async ({
  startReader,
  profileFolder,
}) => {
  const first = await startReader();
  await settled(first.window);
  await save(first.window, [
    { store: 'preferences', key: 'readingSize', value: 23 },
    position(5),
    { store: 'history', key: '2026-01-02T00:00:00.000Z', value: null },
  ]);
  const archives = (await archivesOf(first.window)).length;
  await first.close();
  await rm(join(profileFolder, 'IndexedDB'), { recursive: true });

  const second = await startReader();
  await expect
    .poll(() => records(second.window, 'preferences'))
    .toContainEqual({ key: 'readingSize', value: 23 });
  expect(await records(second.window, 'positions')).toContainEqual(position(5).value);
  await expect.poll(async () => (await archivesOf(second.window)).length).toBe(archives);
});

test('a torn last line is set aside, said, and everything before it is kept', async ({
  startReader,
  profileFolder,
}) => {
  const first = await startReader();
  await settled(first.window);
  await save(first.window, [position(1)]);
  const last = await save(first.window, [position(2)]);
  await first.close();
  const whole = await readFile(journalFile(profileFolder), 'utf8');
  const lines = whole.trimEnd().split('\n');
  await appendFile(journalFile(profileFolder), '{"sequence":');

  const second = await startReader();
  expect((await started(second.window))?.journalProblems).toEqual([
    { code: 'torn-end', line: lines.length + 1, amount: 12 },
  ]);
  expect(await save(second.window, [position(3)])).toBeGreaterThan(last ?? Infinity);
  await second.close();
  const aside = (await readdir(profileFolder)).filter((name) => name.startsWith('journal-torn-'));
  expect(aside).toHaveLength(1);
  expect(await readFile(journalFile(profileFolder), 'utf8')).toContain(whole);
});

test('a journal that was cut short is written again from the tables', async ({
  startReader,
  profileFolder,
}) => {
  const first = await startReader();
  await settled(first.window);
  // Through the tables too, as the interface saves: the position is then in both.
  await save(first.window, [position(4)]);
  await first.close();
  const second = await startReader();
  await expect.poll(() => records(second.window, 'positions')).toContainEqual(position(4).value);
  await second.close();
  await truncate(journalFile(profileFolder), 0);

  const third = await startReader();
  await settled(third.window);
  await expect.poll(() => readFile(journalFile(profileFolder), 'utf8')).toContain('"codePoint":4,');
  expect(await records(third.window, 'positions')).toContainEqual(position(4).value);
});
