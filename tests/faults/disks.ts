import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rm, statfs, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { schemaVersion } from '../../archive/model/schema-version.ts';
import { launchUntilExit } from '../../scripts/launch-reader.mjs';
import { sandboxObstacle } from '../../scripts/system/chromium-sandbox.mjs';
import { killTree, processTree } from '../../scripts/system/process-tree.mjs';
import { menuWords } from '../../main/menu-words.ts';
import { mountImage, onDisk, run, unmount } from './loop-disk.ts';
import { annotate, annotateForEver, templateNotes } from './notes.ts';
import {
  freshProfile,
  inFolder,
  projectFolder,
  standsWhole,
  start,
  Tally,
  until,
  verdictOf,
  type FaultResult,
} from './trial.ts';

const interfaceLanguages = ['en', 'zh-Hans', 'zh-Hant'] as const;

/** Leaves so many bytes free. */
async function fill(place: string, leave: number): Promise<string> {
  const { bavail, bsize } = await statfs(place);
  const ballast = join(place, 'ballast');
  run('fallocate', '-l', String(bavail * bsize - leave), ballast);
  return ballast;
}

/** Waits until the reader refuses to start on the profile, by what it says before its box. */
async function isRefused(profile: string): Promise<boolean> {
  const child = spawn(
    join(projectFolder, 'node_modules/electron/dist/electron'),
    [...(sandboxObstacle() === null ? [] : ['--no-sandbox']), projectFolder, '--profile', profile],
    { stdio: ['ignore', 'ignore', 'pipe'] },
  );
  let said = '';
  child.stderr.on('data', (chunk) => (said += String(chunk)));
  const refusals = interfaceLanguages.map((language) => menuWords(language).cannotStart);
  try {
    await until('the start is refused', () =>
      Promise.resolve(refusals.some((words) => said.includes(words)) && said.includes(profile)),
    );
    return true;
  } catch {
    return false;
  } finally {
    if (child.pid !== undefined) killTree(child.pid);
  }
}

/** The disk fills up while notes are made; once it is freed in the same run, once the reader dies full. */
export async function fillDisk(): Promise<FaultResult> {
  const tally = new Tally('full disk');
  for (const isFreed of [true, false]) {
    const what = isFreed ? 'freed while running' : 'killed and started while full';
    const tried = await onDisk('900M', async (place) => {
      const profile = await freshProfile(place);
      const reader = await start(profile);
      await standsWhole(reader.window, 2);
      const ballast = await fill(place, 300_000);
      const acknowledged: string[] = [...templateNotes];
      let failure = '';
      for (let round = 0; failure === '' && round < 400; round++) {
        await annotate(reader.window, `full-${round}`, 20).then(
          (saved) => acknowledged.push(...saved),
          (error: unknown) => (failure = String(error)),
        );
      }
      let problem = failure === '' ? 'the disk never filled' : null;
      if (isFreed) {
        await rm(ballast);
        acknowledged.push(...(await annotate(reader.window, 'freed', 20)));
        await reader.kill();
      } else {
        await reader.kill();
        if (!(await isRefused(profile))) problem ??= 'it started on a full disk';
        await rm(ballast);
      }
      const found = await verdictOf(profile, acknowledged);
      tally.add(acknowledged.length, { ...found, problem: problem ?? found.problem }, what);
      return null;
    });
    if (tried !== null) tally.skip(tried.notTried);
  }
  return tally.result();
}

/** What the files of a profile hold, as one digest. */
async function digestOf(folder: string): Promise<string> {
  const hash = createHash('sha256');
  const names = (await readdir(folder, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  for (const name of names) hash.update(name).update(await readFile(name));
  return hash.digest('hex');
}

/** The profile cannot be written to. */
export async function readOnlyProfile(): Promise<FaultResult> {
  const tally = new Tally('read-only profile');
  const tried = await onDisk('900M', async (place) => {
    const profile = await freshProfile(place);
    run('mount', '-o', 'remount,ro', place);
    const refused = await isRefused(profile);
    run('mount', '-o', 'remount,rw', place);
    const found = await verdictOf(profile, templateNotes);
    const problem = refused ? found.problem : 'it was not refused';
    tally.add(templateNotes.length, { ...found, problem });
    return null;
  });
  if (tried !== null) tally.skip(tried.notTried);
  return tally.result();
}

/** A later version of the program wrote the profile. */
export function downgrade(): Promise<FaultResult> {
  return inFolder(async (folder) => {
    const tally = new Tally('downgrade');
    const profile = await freshProfile(folder);
    const record = join(profile, 'profile.json');
    const before = await readFile(record, 'utf8');
    const later = before.replace(/"schemaVersion": \d+/, `"schemaVersion": ${schemaVersion + 1}`);
    await writeFile(record, later);
    const digest = await digestOf(profile);
    const refused = await isRefused(profile);
    const isUntouched = (await digestOf(profile)) === digest;
    await writeFile(record, before);
    const found = await verdictOf(profile, templateNotes);
    const problem = !refused
      ? 'it was not refused'
      : isUntouched
        ? found.problem
        : 'something was written';
    tally.add(templateNotes.length, { ...found, problem });
    return tally.result();
  });
}

/** A second start on the same profile while notes are made. */
export function secondInstance(): Promise<FaultResult> {
  return inFolder(async (folder) => {
    const tally = new Tally('second instance');
    const profile = await freshProfile(folder);
    const acknowledged: string[] = [...templateNotes];
    const reader = await start(profile);
    await annotateForEver(reader.window, 'first', acknowledged);
    const second = await launchUntilExit({ projectFolder, profileFolder: profile });
    const before = acknowledged.length;
    await until('the first goes on', () => Promise.resolve(acknowledged.length > before + 20));
    await reader.kill();
    const found = await verdictOf(profile, acknowledged);
    const problem = second.code === 0 ? found.problem : `the second ended with ${second.code}`;
    tally.add(acknowledged.length, { ...found, problem });
    return tally.result();
  });
}

/** Sends a signal to every process of the reader. */
function signalAll(pid: number, signal: NodeJS.Signals): void {
  for (const each of [pid, ...processTree(pid)]) {
    try {
      process.kill(each, signal);
    } catch {
      // It has ended by itself.
    }
  }
}

/**
 * The power goes: what an ext4 on a loop device has on its disk at that moment is copied from under
 * the frozen reader, and the reader started on the copy.
 */
export async function cutPower(times: number): Promise<FaultResult> {
  const tally = new Tally('power cut');
  for (let round = 0; round < times; round++) {
    const acknowledged: string[] = [...templateNotes];
    const tried = await onDisk('1500M', async (place, folder) => {
      const profile = await freshProfile(place);
      run('sync', '-f', place);
      const reader = await start(profile);
      await annotateForEver(reader.window, `cut-${round}`, acknowledged);
      await until('notes are saved', () =>
        Promise.resolve(acknowledged.length > templateNotes.length + 20 + 15 * round),
      );
      signalAll(reader.pid, 'SIGSTOP');
      const saved = [...acknowledged];
      const copy = join(folder, 'copy');
      run('cp', '--sparse=always', join(folder, 'image'), copy);
      signalAll(reader.pid, 'SIGCONT');
      await reader.kill();
      const after = join(folder, 'after');
      await mkdir(after);
      mountImage(copy, after);
      try {
        const restarted = join(after, 'profile');
        for (const name of ['SingletonLock', 'SingletonCookie', 'SingletonSocket']) {
          await rm(join(restarted, name), { force: true });
        }
        tally.add(saved.length, await verdictOf(restarted, saved));
      } finally {
        unmount(after);
      }
      return null;
    });
    if (tried !== null) {
      tally.skip(tried.notTried);
      break;
    }
  }
  return tally.result();
}
