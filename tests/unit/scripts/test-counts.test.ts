import { describe, expect, it } from 'vitest';
import {
  countPlaywright,
  countVitest,
  judge,
  sumCounts,
} from '../../../scripts/test/test-counts.mjs';

const results = (...statuses: string[]) => statuses.map((status) => ({ status }));

describe('counting', () => {
  it('takes a Vitest report', () => {
    const report = {
      testResults: [
        { status: 'passed', assertionResults: results('passed', 'passed', 'skipped', 'todo') },
        { status: 'failed', assertionResults: results('failed', 'passed') },
        { status: 'failed', assertionResults: [] },
      ],
    };
    expect(countVitest(report)).toEqual({ passed: 3, failed: 2, skipped: 2 });
  });

  it('takes a Playwright report, where a flaky test is a failed one', () => {
    const stats = { expected: 7, unexpected: 1, flaky: 1, skipped: 2 };
    expect(countPlaywright({ stats, errors: ['no config'] })).toEqual({
      passed: 7,
      failed: 3,
      skipped: 2,
    });
  });

  it.each([
    ['no report', null, true, 1],
    ['nothing ran', { passed: 0, failed: 0, skipped: 0 }, true, 1],
    ['it crashed after its tests', { passed: 5, failed: 0, skipped: 0 }, false, 1],
    ['a test failed', { passed: 5, failed: 2, skipped: 0 }, false, 2],
    ['all went well', { passed: 5, failed: 0, skipped: 1 }, true, 0],
    ['all was skipped for a reason', { passed: 0, failed: 0, skipped: 4 }, true, 0],
  ])('%s', (_case, counts, succeeded, failed) => {
    expect(judge(counts, succeeded).failed).toBe(failed);
  });

  it('sums', () => {
    const one = { passed: 1, failed: 2, skipped: 3 };
    expect(sumCounts([one, one])).toEqual({ passed: 2, failed: 4, skipped: 6 });
    expect(sumCounts([])).toEqual({ passed: 0, failed: 0, skipped: 0 });
  });
});
