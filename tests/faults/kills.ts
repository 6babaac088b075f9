import { join } from 'node:path';
import { makeBag } from '../e2e/made-bag.ts';
import { archivesOf } from '../e2e/stored-tables.ts';
import { annotateForEver, templateNotes, writeForEver } from './notes.ts';
import {
  countLost,
  freshProfile,
  inFolder,
  leadStory,
  start,
  Tally,
  until,
  verdictOf,
  type FaultResult,
} from './trial.ts';

/**
 * `kill -9` of the whole process tree in the middle of annotating, again and again on one profile:
 * while the interface is written into by its keys, and while notes come as fast as they are saved.
 */
export function killWhileAnnotating(times: number): Promise<FaultResult> {
  return inFolder(async (folder) => {
    const tally = new Tally('kill -9 while annotating');
    const profile = await freshProfile(folder);
    const all: string[] = [...templateNotes];
    for (let round = 0; round < times; round++) {
      const acknowledged: string[] = [];
      const reader = await start(profile);
      const isByHand = round % 2 === 0;
      const name = `kill-${round}`;
      if (isByHand) await writeForEver(reader.window, leadStory(), name, acknowledged);
      else await annotateForEver(reader.window, name, acknowledged);
      const enough = isByHand ? 1 + (round % 3) : 3 * round;
      await until('some notes are saved', () => Promise.resolve(acknowledged.length >= enough));
      // At any moment of making the next one.
      await new Promise((resolve) => setTimeout(resolve, Math.random() * (isByHand ? 900 : 20)));
      await reader.kill();
      all.push(...acknowledged);
      // Every third round the tables are looked at; the last look covers all of them.
      const isLast = round === times - 1;
      if (round % 3 === 2 || isLast) tally.add(acknowledged.length, await verdictOf(profile, all));
      else tally.add(acknowledged.length, { lost: 0, problem: null });
    }
    return tally.result();
  });
}

const stories = 10_000;

/** `kill -9` in the middle of loading a large archive, which goes on at the next start. */
export function killWhileLoading(times: number): Promise<FaultResult> {
  return inFolder(async (folder) => {
    const tally = new Tally('kill -9 while loading');
    const bag = join(folder, 'large.newsbag');
    const uuid = '77777777-2222-4333-8444-555555555555';
    await makeBag(bag, { uuid, title: '试报', articles: stories });
    const profile = await freshProfile(folder);
    for (let round = 0; round < times; round++) {
      const reader = await start(profile, round === 0 ? [bag] : []);
      const { window } = reader;
      let problem: string | null = null;
      let lost = 0;
      try {
        await window.locator('#root > *').first().waitFor({ timeout: 180_000 });
        const isUnderWay = await window.evaluate(
          (share) =>
            new Promise<boolean>((resolve) => {
              setTimeout(resolve, 120_000, false);
              globalThis.window.guzhi?.on('loadProgress', ({ bytes, totalBytes, articles }) => {
                if (articles > 200 && bytes > share * totalBytes) resolve(true);
              });
            }),
          (0.8 * round) / times,
        );
        if (!isUnderWay) problem = 'no load was under way';
        lost = await countLost(window, templateNotes);
        const loaded = await archivesOf(window);
        if (loaded.length < 2) problem = 'an archive was gone';
      } catch (error) {
        problem = String(error).slice(0, 200);
      }
      await reader.kill();
      if (round === times - 1) {
        const after = await verdictOf(profile, templateNotes, 3);
        lost = Math.max(lost, after.lost);
        problem ??= after.problem;
      }
      tally.add(round === 0 ? templateNotes.length : 0, { lost, problem });
    }
    return tally.result();
  });
}
