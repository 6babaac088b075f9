import { mkdir, mkdtemp, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { readAnnotationFile } from '../../../archive/annotation/annotation-file.ts';
import type { Annotation } from '../../../archive/model/annotation.ts';
import { schemaVersion } from '../../../archive/model/schema-version.ts';
import type { UserDataChange } from '../../../archive/model/user-data.ts';
import { Journal } from '../../../main/journal.ts';
import { openUserData } from '../../../main/open-user-data.ts';
import { readProfileRecord, writeProfileRecord } from '../../../main/profile-record.ts';
import { keepRecord } from '../../../main/profile-upgrade.ts';
import { planRestoring } from '../../../main/restoring.ts';
import { SafeKeeping } from '../../../main/safe-keeping.ts';
import { SentinelFile } from '../../../main/sentinel.ts';
import {
  readSnapshotFile,
  readSnapshotHead,
  writeSnapshotFile,
} from '../../../main/snapshot-file.ts';
import { keptSnapshots } from '../../../main/snapshot-retention.ts';
import { UserDataState } from '../../../main/user-data-state.ts';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'guzhi-snapshots-'));
});

afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

function search(id: string, name: string): UserDataChange {
  const value = { id, name, place: '/', created: '2026-01-02T03:04:05.000Z' };
  return { store: 'savedSearches', key: id, value };
}

function stateOf(changes: readonly UserDataChange[]): UserDataState {
  const state = new UserDataState();
  for (const [index, change] of changes.entries()) {
    state.apply({ ...change, sequence: index + 1, at: '2026-01-02T03:04:05.000Z' });
  }
  return state;
}

const facts = { sequence: 3, reason: 'asked', program: '0.1.0' } as const;

describe('a snapshot file', () => {
  test('gives back every record as it was, whatever it holds', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(fc.tuple(fc.string({ minLength: 1 }), fc.string(), fc.jsonValue()), {
          selector: ([id]) => id,
        }),
        async (records) => {
          const state = stateOf(
            records.map(([id, name, ext]) => {
              const change = search(id, name);
              return { ...change, value: Object.assign({}, change.value, { ext }) };
            }),
          );
          const path = join(folder, 'any.guzhi.json');
          const head = await writeSnapshotFile(path, state, facts);
          const read = await readSnapshotFile(path);
          if (read.outcome !== 'read') throw new Error(JSON.stringify(read));
          expect(read.state.records()).toEqual(state.records());
          expect(read.state.digest()).toBe(state.digest());
          expect(await readSnapshotHead(path)).toEqual(head);
        },
      ),
      { numRuns: 60 },
    );
  });

  test('any changed byte is noticed, or changes nothing that is read', async () => {
    const state = stateOf([search('a', '洪水'), search('b', '渡口')]);
    const path = join(folder, 'a.guzhi.json');
    await writeSnapshotFile(path, state, facts);
    const whole = await readFile(path);
    for (let at = 0; at < whole.length; at += 3) {
      const damaged = Buffer.from(whole);
      damaged[at] = (damaged[at] ?? 0) ^ 1;
      await writeFile(path, damaged);
      const read = await readSnapshotFile(path);
      if (read.outcome === 'read') expect(read.state.records()).toEqual(state.records());
    }
    for (let length = 0; length < whole.length - 1; length += 7) {
      await writeFile(path, whole.subarray(0, length));
      expect((await readSnapshotFile(path)).outcome).toBe('refused');
    }
  });

  test.each([
    ['nothing', '', 'no-snapshot'],
    ['another JSON', '{"format":"geo"}', 'no-snapshot'],
    ['a newer one', null, 'newer'],
    ['an unknown store', null, 'damaged'],
  ])('%s is refused with its reason', async (kind, text, code) => {
    const path = join(folder, 'x.guzhi.json');
    await writeSnapshotFile(path, stateOf([search('a', 'x')]), facts);
    const written = await readFile(path, 'utf8');
    const changed =
      kind === 'a newer one'
        ? written.replace(/"schemaVersion": \d+/, '"schemaVersion": 999')
        : written.replace('"savedSearches": [', '"nowhere": [');
    await writeFile(path, text ?? changed);
    expect(await readSnapshotFile(path)).toEqual({ outcome: 'refused', problem: { code } });
  });

  test('a missing one is unreadable, with the system’s word', async () => {
    expect(await readSnapshotFile(join(folder, 'gone'))).toEqual({
      outcome: 'refused',
      problem: { code: 'unreadable', reason: 'ENOENT' },
    });
  });
});

test('two years of snapshots every quarter of an hour leave 12 days, 10 weeks and 9 months', () => {
  let held: { name: string; made: string; isBeforeChange: boolean }[] = [];
  const start = Date.UTC(2024, 0, 1);
  for (let quarter = 0; quarter < 2 * 365 * 24; quarter++) {
    const made = new Date(start + quarter * 3_600_000).toISOString();
    held.push({ name: made, made, isBeforeChange: false });
    const stay = keptSnapshots(held);
    held = held.filter(({ name }) => stay.has(name));
  }
  const days = held.map(({ made }) => made.slice(0, 10));
  expect(new Set(days).size).toBeGreaterThanOrEqual(12 + 8 + 6);
  expect(held.length).toBeLessThan(12 + 10 + 9 + 6);
  expect(new Set(held.map(({ made }) => made.slice(0, 7))).size).toBe(9);
});

describe('restoring', () => {
  const held = stateOf([search('a', '一'), search('b', '二'), search('c', '三')]);
  const then = stateOf([search('a', '一'), search('b', '贰'), search('d', '四')]);

  test('replace leaves exactly what the snapshot holds, and says so before', () => {
    const { changes, difference } = planRestoring(held, then, 'replace');
    expect(difference).toEqual({ savedSearches: { added: 1, changed: 1, removed: 1, same: 1 } });
    const after = stateOf([search('a', '一'), search('b', '二'), search('c', '三'), ...changes]);
    expect(after.digest()).toBe(then.digest());
  });

  test('merge removes nothing, and of two versions takes the later', () => {
    const { changes, difference } = planRestoring(held, then, 'merge');
    expect(difference).toEqual({ savedSearches: { added: 1, changed: 0, removed: 0, same: 3 } });
    expect(changes.map(({ key }) => key)).toEqual(['d']);
    const later = new UserDataState();
    later.apply({ ...search('b', '后来'), sequence: 1, at: '2027-01-01T00:00:00.000Z' });
    expect(planRestoring(held, later, 'merge').changes.map(({ key }) => key)).toEqual(['b']);
  });
});

const places = { secondFolder: null, program: '0.1.0' };

async function open(profile = folder) {
  const sentinel = await SentinelFile.open(profile);
  const userData = await openUserData(profile, sentinel, places);
  return { ...userData, keeping: new SafeKeeping(userData, sentinel) };
}

const journalFile = (): string => join(folder, 'journal.ndjson');

describe('a journal that lost entries', () => {
  async function filled(): Promise<string> {
    const { journal, keeping } = await open();
    await journal.append([search('a', '一'), search('b', '二')]);
    await journal.append([search('a', '壹')]);
    await keeping.end();
    const digest = journal.state.digest();
    await journal.close();
    return digest;
  }

  test.each([
    ['deleted', () => rm(journalFile())],
    ['emptied', () => truncate(journalFile(), 0)],
    ['cut short', () => truncate(journalFile(), 200)],
    [
      'damaged in the middle',
      async () => {
        const lines = (await readFile(journalFile(), 'utf8')).split('\n');
        await writeFile(journalFile(), [lines[0], 'x'.repeat(90), ...lines.slice(2)].join('\n'));
      },
    ],
  ])('%s: the snapshot heals it, and the numbers go on', async (_how, damage) => {
    const digest = await filled();
    await damage();
    const { journal, repair } = await open();
    expect(repair).toMatchObject({ outcome: 'healed' });
    expect(journal.state.digest()).toBe(digest);
    expect(journal.sequence).toBe(3);
    expect(await journal.append([search('c', '三')])).toBe(4);
    await journal.close();
    const again = await open();
    expect(again.repair).toEqual({ outcome: 'sound' });
    expect(again.journal.problems).toEqual([]);
    expect(again.journal.state.counts()).toEqual({ savedSearches: 3 });
    await again.journal.close();
  });

  test('what came after the last snapshot is said to be missing, until the tables have had their say', async () => {
    const { journal, keeping } = await open();
    await journal.append([search('a', '一')]);
    await keeping.makeIfChanged('regular');
    await journal.append([search('b', '二')]);
    await keeping.end();
    await journal.close();
    const [, newest] = (await readdir(join(folder, 'snapshots'))).sort();
    await rm(join(folder, 'snapshots', newest ?? ''));
    await rm(journalFile());
    for (let starts = 0; starts < 2; starts++) {
      const { journal: found, repair } = await open();
      expect(repair.outcome).toBe('incomplete');
      expect(found.state.counts()).toEqual({ savedSearches: 1 });
      expect(found.sequence).toBe(2);
      await found.close();
    }
  });
});

describe('compacting', () => {
  test('a long journal keeps its state, its numbers and a snapshot of before', async () => {
    const journal = await Journal.open(folder);
    const long = '长'.repeat(2_000);
    for (let index = 0; index < 900; index++) {
      await journal.append([search(`s${index % 30}`, `${long}${index}`), search('gone', long)]);
    }
    await journal.append([{ store: 'savedSearches', key: 'gone', value: null }]);
    const digest = journal.state.digest();
    const { sequence, bytes } = journal;
    await journal.close();
    const { journal: compacted } = await open();
    expect(compacted.bytes).toBeLessThan(bytes / 20);
    expect(compacted.state.digest()).toBe(digest);
    expect(await compacted.append([search('next', 'x')])).toBe(sequence + 1);
    expect((await compacted.after(sequence)).map(({ key }) => key)).toEqual(['next']);
    await compacted.close();
    const again = await open();
    expect(again.journal.problems).toEqual([]);
    expect(again.journal.state.counts()).toEqual({ savedSearches: 31 });
    expect((await again.snapshots.list()).map(({ head }) => head?.reason)).toContain(
      'before-compacting',
    );
    await again.journal.close();
  });

  test('a line lost in the compacted part is noticed', async () => {
    const journal = await Journal.open(folder);
    await journal.append([search('a', '一'), search('b', '二'), search('c', '三')]);
    await Promise.all([journal.compact(), journal.append([search('d', '四')])]);
    await journal.close();
    const lines = (await readFile(journalFile(), 'utf8')).split('\n');
    await writeFile(journalFile(), lines.toSpliced(2, 1).join('\n'));
    const again = await Journal.open(folder);
    expect(again.problems).toEqual([{ code: 'missing-entries', line: 4, amount: 1 }]);
    expect(again.damagedUpTo).toBe(3);
    await again.close();
  });
});

describe('snapshots', () => {
  test('are made only when something changed, and copied to the second folder', async () => {
    const second = join(folder, 'stick');
    await mkdir(second);
    const { journal, snapshots } = await open();
    expect(await snapshots.makeIfChanged('regular')).toBeNull();
    snapshots.secondFolder = second;
    await journal.append([search('a', '一')]);
    const first = await snapshots.makeIfChanged('regular');
    expect(await snapshots.makeIfChanged('quit')).toEqual(first);
    expect(await readdir(second)).toEqual([first?.name]);
    await rm(second, { recursive: true });
    await journal.append([search('a', '二')]);
    await snapshots.makeIfChanged('regular');
    expect(snapshots.secondProblem).toMatch(/ENOENT/);
    expect(await snapshots.list()).toHaveLength(2);
    await journal.close();
  });

  test('the annotations stand beside the newest one as Web Annotations, and go with it', async () => {
    const { journal, snapshots } = await open();
    const made: Annotation = {
      id: 'urn:uuid:00000000-0000-4000-8000-000000000001',
      target: { kind: 'page', archiveId: 'urn:uuid:a', issueId: '1934-09-16', page: '1' },
      motivations: ['commenting'],
      note: '<b>霧</b>',
      tags: ['航運'],
      created: '2026-01-02T03:04:05.000Z',
      modified: '2026-01-02T03:04:05.000Z',
      ext: {},
    };
    await journal.append([search('a', '一'), { store: 'annotations', key: made.id, value: made }]);
    await snapshots.make('asked');
    const file = join(folder, 'snapshots', 'notes.jsonld');
    expect(readAnnotationFile(await readFile(file, 'utf8'), '')).toEqual({
      outcome: 'read',
      annotations: [made],
      skipped: [],
      capped: [],
    });
    expect(await snapshots.list()).toHaveLength(1);
    await snapshots.removeAll();
    expect(await readdir(join(folder, 'snapshots'))).toEqual([]);
    await journal.close();
  });

  test('one is made every quarter of an hour if anything changed', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    try {
      const { journal, snapshots, keeping } = await open();
      const reasons = async (): Promise<unknown[]> =>
        (await snapshots.list()).map(({ head }) => head?.reason);
      await journal.append([search('a', '一')]);
      vi.advanceTimersByTime(14 * 60_000);
      await snapshots.makeIfChanged('before-load');
      expect(await reasons()).toEqual(['before-load']);
      vi.advanceTimersByTime(60_000);
      await snapshots.makeIfChanged('asked');
      expect(await reasons()).toEqual(['before-load']);
      await journal.append([search('b', '二')]);
      vi.advanceTimersByTime(15 * 60_000);
      // In turn behind the one that the timer asked for, which leaves it nothing to do.
      await snapshots.makeIfChanged('asked');
      expect(await reasons()).toEqual(['regular', 'before-load']);
      await keeping.end();
      await journal.close();
    } finally {
      vi.useRealTimers();
    }
  });

  test('one is made before a profile of an earlier version is taken over', async () => {
    const before = await open();
    await before.journal.append([search('a', '一')]);
    await before.journal.close();
    const program = '0.0.9';
    writeProfileRecord(folder, { format: 'guzhi-profile', schemaVersion: 0, program });
    const after = await open();
    await keepRecord(folder, after, '0.1.0');
    expect((await after.snapshots.list()).map(({ head }) => head?.reason)).toEqual([
      'before-upgrade',
    ]);
    expect(readProfileRecord(folder)).toMatchObject({ schemaVersion, program: '0.1.0' });
    await keepRecord(folder, after, '0.1.0');
    expect(await after.snapshots.list()).toHaveLength(1);
    await after.journal.close();
  });
});
