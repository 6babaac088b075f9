import { spawn, spawnSync } from 'node:child_process';
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { packagedExecutable } from '../../scripts/launch-reader.mjs';
import { sandboxObstacle } from '../../scripts/system/chromium-sandbox.mjs';
import { killTree } from '../../scripts/system/process-tree.mjs';
import { expect, test } from './fixtures.ts';
import { makeBag } from './made-bag.ts';
import { archivesOf } from './stored-tables.ts';

const projectFolder = join(import.meta.dirname, '../..');
const uuid = '99999999-2222-4333-8444-555555555555';

let folder: string;

test.beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'guzhi-start-'));
});

test.afterEach(() => rm(folder, { recursive: true, force: true }));

test('59 a second instance ends at once and hands its file to the first', async ({
  startReader,
  startRefused,
}) => {
  const bag = join(folder, '二.newsbag');
  await makeBag(bag, { uuid, title: '试报', articles: 300 });
  const { window: page } = await startReader();
  await expect.poll(async () => (await archivesOf(page)).length).toBeGreaterThan(0);
  const second = await startRefused({ words: [bag] });
  expect(second.code).toBe(0);
  await expect
    .poll(async () => (await archivesOf(page)).map(({ bagId }) => bagId))
    .toContain(`${uuid}-r1`);
});

/** Starts the reader on a profile that it must refuse and returns what it says before its box. */
async function refusalOf(profile: string): Promise<string> {
  const child = spawn(
    packagedExecutable() ?? join(projectFolder, 'node_modules/electron/dist/electron'),
    [
      ...(sandboxObstacle() === null ? [] : ['--no-sandbox']),
      ...(packagedExecutable() === null ? [projectFolder] : []),
      '--profile',
      profile,
    ],
    { stdio: ['ignore', 'ignore', 'pipe'], env: { ...process.env, LANG: 'en_GB.UTF-8' } },
  );
  try {
    let said = '';
    child.stderr.on('data', (chunk) => (said += String(chunk)));
    await expect.poll(() => said).toContain(profile);
    return said;
  } finally {
    if (child.pid !== undefined) killTree(child.pid);
  }
}

test('55 a profile that cannot be written to is refused with the reason', async () => {
  const profile = join(folder, 'profile');
  await writeFile(profile, 'a file where the folder should be');
  expect(await refusalOf(profile)).toMatch(/EEXIST|ENOTDIR/);
});

test('a journal that cannot be opened ends the start with the reason', async () => {
  const profile = join(folder, 'profile');
  await mkdir(join(profile, 'journal.ndjson'), { recursive: true });
  expect(await refusalOf(profile)).toMatch(/EISDIR/);
});

test('55 a nearly full disk is refused before anything is written', async () => {
  const disk = join(folder, 'disk');
  await mkdir(disk);
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=100m', 'tmpfs', disk]);
  test.skip(mounted.status !== 0, 'mounting a small disk needs root');
  try {
    expect(await refusalOf(disk)).toMatch(/10[45] MB/);
    expect(await readdir(disk)).toEqual([]);
  } finally {
    spawnSync('umount', [disk]);
  }
});
