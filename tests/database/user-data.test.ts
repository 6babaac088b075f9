import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { UserDataChange } from '../../archive/model/user-data.ts';
import { database } from '../../renderer/database/database.ts';
import { clearHistory, listHistory, recordVisit } from '../../renderer/database/history.ts';
import { appliedSequence } from '../../renderer/database/journal-state.ts';
import { readPosition, savePosition } from '../../renderer/database/positions.ts';
import { readPreferences, savePreference } from '../../renderer/database/preferences.ts';
import { readResumePlace, saveResumePlace } from '../../renderer/database/resume.ts';
import { reconcileUserData, saveUserData } from '../../renderer/database/user-data.ts';
import { JournalInMemory } from './journal-in-memory.ts';

let journal: JournalInMemory;

beforeEach(() => {
  journal = new JournalInMemory();
  journal.install();
});

async function emptyTables(): Promise<void> {
  await Promise.all(database.tables.map((table) => table.clear()));
}

afterEach(emptyTables);

/** Everything the tables hold of user data, apart from how far they follow the journal. */
async function everything(): Promise<unknown[]> {
  const names = ['preferences', 'history', 'positions', 'resume'];
  return Promise.all(names.map((name) => database.table(name).toArray()));
}

const at = (minute: number): string => `2026-01-02T03:${String(minute).padStart(2, '0')}:00.000Z`;

describe('saving', () => {
  test('each kind is read back, and stands in the journal', async () => {
    await savePreference('theme', 'sepia');
    await savePreference('readingSize', 21);
    await recordVisit({ at: at(1), place: '/a', title: '甲' });
    await recordVisit({ at: at(2), place: '/b', title: '乙' });
    await savePosition({ articleId: 'urn:uuid:x', codePoint: 7, at: at(3) });
    await saveResumePlace('/b');
    expect(await readPreferences()).toEqual({ theme: 'sepia', readingSize: 21 });
    expect((await listHistory(1)).map(({ title }) => title)).toEqual(['乙']);
    expect((await readPosition('urn:uuid:x'))?.codePoint).toBe(7);
    expect(await readResumePlace()).toBe('/b');
    expect(journal.entries).toHaveLength(6);
    expect(await appliedSequence()).toBe(6);
    await clearHistory();
    expect(await listHistory(9)).toEqual([]);
    expect(journal.entries.slice(6).map(({ key, value }) => [key, value])).toEqual([
      [at(1), null],
      [at(2), null],
    ]);
  });

  test('what the journal refused is neither shown as saved nor in the tables', async () => {
    journal.failure = new Error('ENOSPC');
    await expect(savePreference('theme', 'dark')).rejects.toThrow('ENOSPC');
    expect(await readPreferences()).toEqual({});
    journal.failure = undefined;
    await savePreference('theme', 'light');
    expect(await readPreferences()).toEqual({ theme: 'light' });
    expect(await appliedSequence()).toBe(1);
  });

  test('concurrent saves leave the tables in step with the journal', async () => {
    await Promise.all(
      Array.from({ length: 50 }, (_, index) =>
        savePosition({ articleId: `a${index % 5}`, codePoint: index, at: at(0) }),
      ),
    );
    expect(await appliedSequence()).toBe(50);
    const last = await Promise.all([0, 1, 2, 3, 4].map((n) => readPosition(`a${n}`)));
    expect(last.map((position) => position?.codePoint)).toEqual([45, 46, 47, 48, 49]);
  });
});

const changes: fc.Arbitrary<UserDataChange> = fc.oneof(
  fc.record({
    store: fc.constant('positions' as const),
    key: fc.constantFrom('a', 'b', 'c'),
    value: fc.option(
      fc.record({ articleId: fc.constant('a'), codePoint: fc.nat(), at: fc.constant(at(0)) }),
    ),
  }),
  fc.record({
    store: fc.constant('history' as const),
    key: fc.constantFrom(at(1), at(2), at(3)),
    value: fc.option(fc.record({ at: fc.constant(at(1)), place: fc.string(), title: fc.string() })),
  }),
  fc.record({
    store: fc.constant('preferences' as const),
    key: fc.constantFrom('theme', 'readingSize'),
    value: fc.option(fc.nat()),
  }),
  fc.record({
    store: fc.constant('resume' as const),
    key: fc.constant('last'),
    value: fc.option(fc.record({ place: fc.string() })),
  }),
);

describe('reconciling at start', () => {
  test('tables in step are left alone', async () => {
    await savePreference('theme', 'dark');
    expect(await reconcileUserData(journal.start)).toEqual({ outcome: 'in-step' });
  });

  test('emptied tables are filled again exactly, whatever was saved', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(changes, { maxLength: 4 }), { maxLength: 12 }),
        async (batches) => {
          journal.entries = [];
          await emptyTables();
          for (const batch of batches) await saveUserData(batch);
          const before = await everything();
          await emptyTables();
          await reconcileUserData(journal.start);
          expect(await everything()).toEqual(before);
          expect(await appliedSequence()).toBe(journal.start.journalSequence);
        },
      ),
      { numRuns: 40 },
    );
  });

  test('tables that are behind catch up, as after a kill between journal and tables', async () => {
    await savePreference('theme', 'dark');
    await journal.saveUserData([{ store: 'preferences', key: 'theme', value: 'sepia' }]);
    // Saved after the gap, before the next start: the tables must not count themselves up to date.
    await savePreference('readingSize', 22);
    expect(await appliedSequence()).toBe(1);
    expect(await reconcileUserData(journal.start)).toEqual({ outcome: 'replayed', entries: 2 });
    expect(await readPreferences()).toEqual({ theme: 'sepia', readingSize: 22 });
  });

  test('many entries are replayed quickly', async () => {
    const many = Array.from({ length: 10_000 }, (_, index): UserDataChange => ({
      store: 'positions',
      key: `a${index % 3000}`,
      value: { articleId: `a${index % 3000}`, codePoint: index, at: at(0) },
    }));
    await journal.saveUserData(many);
    const began = performance.now();
    await reconcileUserData(journal.start);
    // Half a second alone; minutes where each entry has a transaction of its own.
    expect(performance.now() - began).toBeLessThan(30_000);
    expect(await database.table('positions').count()).toBe(3000);
    expect((await readPosition('a999'))?.codePoint).toBe(9999);
    expect(await appliedSequence()).toBe(10_000);
  });

  test('a lost journal is written again from the tables, so that neither is the only copy', async () => {
    await savePreference('theme', 'dark');
    await recordVisit({ at: at(1), place: '/a', title: '甲' });
    await saveResumePlace('/a');
    await saveResumePlace('/b');
    const before = await everything();
    journal.entries = [];
    expect(await reconcileUserData(journal.start)).toEqual({ outcome: 'rejournaled', entries: 3 });
    expect(await everything()).toEqual(before);
    await emptyTables();
    await reconcileUserData(journal.start);
    expect(await everything()).toEqual(before);
  });
});
