import { describe, expect, test } from 'vitest';
import type { UserDataCounts } from '../../../../archive/model/snapshot.ts';
import type { StartState } from '../../../../preload/bridge.ts';
import { isWorthTelling } from '../../../../renderer/app/start-notice.tsx';

function told(counts: UserDataCounts, reloaded: readonly string[] = []): boolean {
  return isWorthTelling({
    start: {
      journalProblems: [],
      journalRepair: { outcome: 'sound' },
      expected: { sequence: 1, counts, digest: '' },
    } as unknown as StartState,
    opening: { reconciliation: { outcome: 'rebuilt', counts }, wereUnreadable: false },
    reloaded,
    gone: [],
    hadChanged: false,
  });
}

describe('tables that were filled from the journal', () => {
  test('are told of where a person had made something', () => {
    for (const store of ['annotations', 'bookmarks', 'glossary', 'savedSearches'] as const)
      expect(told({ [store]: 1, resume: 1 })).toBe(true);
  });

  test('are not where the program alone had written', () => {
    expect(told({ preferences: 2, history: 5, positions: 3, resume: 1 })).toBe(false);
    expect(told({})).toBe(false);
  });

  test('are where an archive is gone too', () => {
    expect(told({ resume: 1 }, ['澜江日报'])).toBe(true);
  });
});
