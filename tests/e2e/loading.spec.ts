import { existsSync, readdirSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { openBag } from '../../archive/bag/bag-reader.ts';
import type {} from '../../preload/bridge.ts';
import { expect, test } from './fixtures.ts';
import { alterLastStory, cutShort, damageMiddle, makeBag } from './made-bag.ts';
import { archivesOf, recordCounts, records } from './stored-tables.ts';

interface FileCheck {
  readonly at: string;
  readonly problems: readonly unknown[];
}

const uuid = '11111111-2222-4333-8444-555555555555';

let folder: string;

test.beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'guzhi-bags-'));
});

test.afterEach(() => rm(folder, { recursive: true, force: true }));

/** Waits until no load is running and returns the loaded archives. */
async function settled(page: Page, archives: number) {
  await expect.poll(async () => (await archivesOf(page)).length).toBe(archives);
  await expect
    .poll(async () => (await records<{ state: string }>(page, 'generations')).map((g) => g.state))
    .toEqual(Array.from({ length: archives }, () => 'active'));
  return archivesOf(page);
}

async function loadingGenerations(page: Page): Promise<number[]> {
  const all = await records<{ generation: number; state: string }>(page, 'generations');
  return all.flatMap(({ generation, state }) => (state === 'loading' ? [generation] : []));
}

function bundledCount(page: Page): Promise<number> {
  return page.evaluate(async () => {
    const start = await window.guzhi?.request.startState();
    return start?.bags.filter(({ isBundled }) => isBundled).length ?? 0;
  });
}

function libraryFiles(profileFolder: string): string[] {
  const kept = join(profileFolder, 'archives');
  return existsSync(kept)
    ? readdirSync(kept, { recursive: true })
        .map(String)
        .filter((name) => name !== 'incoming')
        .sort()
    : [];
}

/** The rows that every archive's own description promises. */
async function expectWhole(page: Page): Promise<void> {
  const archives = await archivesOf(page);
  const promised = archives.map(({ description }) => description.counts);
  const counts = await recordCounts(page);
  expect(counts.articleRows).toBe(promised.reduce((sum, { articles }) => sum + articles, 0));
  expect(counts.issues).toBe(promised.reduce((sum, { issues }) => sum + issues, 0));
  for (const { coverage, description, report } of archives) {
    expect(coverage.reduce((sum, { articles }) => sum + articles, 0)).toBe(
      description.counts.articles,
    );
    expect(report.isValid).toBe(true);
  }
}

test('the first start loads every bundled archive, the next one none', async ({ startReader }) => {
  const first = await startReader();
  const bundled = await bundledCount(first.window);
  expect(bundled).toBeGreaterThan(0);
  const loaded = await settled(first.window, bundled);
  await expectWhole(first.window);
  await first.close();

  const second = await startReader();
  await expect(second.window.locator('#root > *').first()).toBeVisible();
  expect(await settled(second.window, bundled)).toEqual(loaded);
});

test('a bag named on the command line is copied, verified, loaded, kept and verified again', async ({
  startReader,
  profileFolder,
}) => {
  const bag = join(folder, '旧报 一.newsbag');
  await makeBag(bag, { uuid, title: '试报', articles: 1_200 });
  const first = await startReader({ words: [bag] });
  const archives = (await bundledCount(first.window)) + 1;
  await settled(first.window, archives);
  await expectWhole(first.window);
  expect(libraryFiles(profileFolder)).toEqual([`${uuid}-r1.newsbag`]);
  await first.close();

  await rm(bag);
  const second = await startReader();
  const again = await settled(second.window, archives);
  expect(again.map(({ bagId }) => bagId)).toContain(`${uuid}-r1`);

  const page = second.window;
  await page.evaluate(() => {
    window.location.hash = '#/';
  });
  const entry = page.locator('.archive-entry', { hasText: '试报' });
  await entry.getByRole('button', { pressed: false }).first().click();
  const fixity = page.locator('.archive-fixity');
  const checkOf = async (): Promise<FileCheck | undefined> =>
    (await records<{ id: string; check?: FileCheck }>(page, 'archives')).find(
      ({ id }) => id === `urn:uuid:${uuid}`,
    )?.check;
  await fixity.getByRole('button').click();
  await expect.poll(checkOf).toMatchObject({ problems: [] });
  await expect(fixity.getByRole('alert')).toHaveCount(0);
  await damageMiddle(join(profileFolder, 'archives', `${uuid}-r1.newsbag`));
  await fixity.getByRole('button').click();
  await expect(fixity.getByRole('alert')).toBeVisible();
  expect((await checkOf())?.problems.length).toBeGreaterThan(0);
  // It can be read all the same.
  await expectWhole(page);
});

test('closed before it has loaded, it ends by itself and the next start is clean', async ({
  startReader,
}) => {
  const moments: readonly ((page: Page) => Promise<unknown>)[] = [
    () => Promise.resolve(),
    (page) => page.locator('.first-start').waitFor({ state: 'attached' }),
    // Some of the first archive is written.
    (page) =>
      expect
        .poll(async () => (await recordCounts(page)).articleRows ?? 0, { intervals: [10] })
        .toBeGreaterThan(0),
  ];
  for (const moment of moments) {
    const reader = await startReader();
    await moment(reader.window);
    const outcome = await Promise.race([
      reader.close().then(() => 'ended'),
      new Promise((resolve) => setTimeout(resolve, 30_000, 'still running')),
    ]);
    expect(outcome, reader.output()).toBe('ended');
    // An error box would have kept it; closing is no error.
    expect(reader.output()).not.toContain('Error: ');
  }
  const { window: page } = await startReader();
  const bundled = await bundledCount(page);
  await settled(page, bundled);
  await expectWhole(page);
  await expect(page.locator('.page-story').first()).toBeVisible();
});

test('killed while loading, the next start goes on with what was stored and loads it whole', async ({
  startReader,
  profileFolder,
}) => {
  test.setTimeout(240_000);
  const bag = join(folder, 'large.newsbag');
  const articles = 20_000;
  await makeBag(bag, { uuid, title: '试报', articles });
  let reader = await startReader({ words: [bag] });
  const bundled = await bundledCount(reader.window);
  const rowsBefore = async (): Promise<number> =>
    (await archivesOf(reader.window)).reduce((sum, a) => sum + a.description.counts.articles, 0);

  for (const share of [0.02, 0.3, 0.6]) {
    await expect
      .poll(
        async () => ((await recordCounts(reader.window)).articleRows ?? 0) - (await rowsBefore()),
        { intervals: [10], timeout: 60_000 },
      )
      .toBeGreaterThan(articles * share);
    const stored = (await recordCounts(reader.window)).articleRows ?? 0;
    const generations = await loadingGenerations(reader.window);
    await reader.kill();
    reader = await startReader();
    // It is the same generation, and nothing of it was read or written again.
    expect((await recordCounts(reader.window)).articleRows).toBeGreaterThanOrEqual(stored);
    expect(await loadingGenerations(reader.window)).toEqual(generations);
    // What was half loaded is never shown as an archive.
    expect((await archivesOf(reader.window)).every(({ bagId }) => !bagId.startsWith(uuid))).toBe(
      true,
    );
  }
  await settled(reader.window, bundled + 1);
  await expectWhole(reader.window);
  expect(libraryFiles(profileFolder)).toEqual([`${uuid}-r1.newsbag`]);
});

for (const [name, damage, opening] of [
  [
    'whose last story was altered with everything around it made to agree',
    alterLastStory,
    // Nothing tells before the last story is read: by then the others are written.
    'opened',
  ],
  ['with one changed byte', damageMiddle, 'opened'],
  ['that is cut short', cutShort, 'refused'],
] as const) {
  test(`a bag ${name} is refused, and nothing of it stays`, async ({
    startReader,
    profileFolder,
  }) => {
    const bag = join(folder, 'bad.newsbag');
    await makeBag(bag, { uuid, title: '试报', articles: 5_000 });
    await damage(bag);
    const found = await openBag(bag);
    expect(found.outcome).toBe(opening);
    if (found.outcome === 'opened') await found.bag.close();
    const first = await startReader();
    const bundled = await bundledCount(first.window);
    const before = await settled(first.window, bundled);
    const counts = await recordCounts(first.window);
    await first.close();

    const second = await startReader({ words: [bag] });
    await expect(second.window.getByRole('dialog')).toBeVisible();
    expect(await settled(second.window, bundled)).toEqual(before);
    const after = await recordCounts(second.window);
    for (const table of ['archives', 'generations', 'issues', 'articleRows', 'articleBodies']) {
      expect([table, after[table]]).toEqual([table, counts[table]]);
    }
    expect(libraryFiles(profileFolder)).toEqual([]);
  });
}

test('a cancelled load leaves nothing', async ({ startReader, profileFolder }) => {
  const bag = join(folder, 'large.newsbag');
  await makeBag(bag, { uuid, title: '试报', articles: 20_000 });
  const { window: page } = await startReader({ words: [bag] });
  const bundled = await bundledCount(page);
  const bundledRows = async (): Promise<number> =>
    (await archivesOf(page)).reduce((sum, a) => sum + a.description.counts.articles, 0);
  await expect
    .poll(async () => ((await recordCounts(page)).articleRows ?? 0) - (await bundledRows()), {
      intervals: [10],
      timeout: 60_000,
    })
    .toBeGreaterThan(1_000);
  await page.evaluate(async (bagId) => {
    await window.guzhi?.request.cancelLoad(bagId);
  }, `${uuid}-r1`);
  await settled(page, bundled);
  await expectWhole(page);
  expect(libraryFiles(profileFolder)).toEqual([]);
});

test('a newer revision takes over and the older one goes', async ({
  startReader,
  profileFolder,
}) => {
  const older = join(folder, 'older.newsbag');
  const newer = join(folder, 'newer.newsbag');
  await makeBag(older, { uuid, title: '试报', articles: 600 });
  await makeBag(newer, { uuid, revision: 2, title: '试报', articles: 900 });
  const first = await startReader({ words: [older] });
  const archives = (await bundledCount(first.window)) + 1;
  await settled(first.window, archives);
  await first.close();

  const second = await startReader({ words: [newer] });
  await expect
    .poll(async () =>
      (await archivesOf(second.window)).map(({ bagId }) => bagId).includes(`${uuid}-r2`),
    )
    .toBe(true);
  await settled(second.window, archives);
  await expectWhole(second.window);
  await expect.poll(() => libraryFiles(profileFolder)).toEqual([`${uuid}-r2.newsbag`]);
});
