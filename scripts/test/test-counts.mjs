// How many tests passed, from the reports of the runners.

/** @typedef {{ passed: number, failed: number, skipped: number }} Counts */

/**
 * Counts a Vitest report. A file that could not be loaded counts as one failure.
 * @param {{ testResults: { status: string, assertionResults: { status: string }[] }[] }} report
 * @returns {Counts}
 */
export function countVitest(report) {
  const counts = { passed: 0, failed: 0, skipped: 0 };
  for (const file of report.testResults) {
    if (
      file.status === 'failed' &&
      !file.assertionResults.some(({ status }) => status === 'failed')
    )
      counts.failed += 1;
    for (const { status } of file.assertionResults) {
      if (status === 'passed') counts.passed += 1;
      else if (status === 'failed') counts.failed += 1;
      else counts.skipped += 1;
    }
  }
  return counts;
}

/**
 * Counts a Playwright report. An error outside any test counts as one failure.
 * @param {{ stats: { expected: number, unexpected: number, flaky: number, skipped: number }, errors: unknown[] }} report
 * @returns {Counts}
 */
export function countPlaywright({ stats, errors }) {
  return {
    passed: stats.expected,
    failed: stats.unexpected + stats.flaky + errors.length,
    skipped: stats.skipped,
  };
}

/**
 * The counts of one runner, never better than how it ended: one that failed, or ran nothing, without
 * a failed test counts as one failure.
 * @param {Counts | null} counts null where it left no report @param {boolean} succeeded
 * @returns {Counts}
 */
export function judge(counts, succeeded) {
  if (counts === null) return { passed: 0, failed: 1, skipped: 0 };
  const ranNothing = counts.passed + counts.failed + counts.skipped === 0;
  return counts.failed === 0 && (!succeeded || ranNothing) ? { ...counts, failed: 1 } : counts;
}

/** @param {readonly Counts[]} all @returns {Counts} */
export function sumCounts(all) {
  return {
    passed: all.reduce((sum, { passed }) => sum + passed, 0),
    failed: all.reduce((sum, { failed }) => sum + failed, 0),
    skipped: all.reduce((sum, { skipped }) => sum + skipped, 0),
  };
}
