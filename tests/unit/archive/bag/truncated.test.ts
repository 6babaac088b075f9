import { mkdtempSync, rmSync, truncateSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { openBag } from '../../../../archive/bag/bag-reader.ts';
import { writeBag } from '../../../../archive/bag/bag-writer.ts';
import {
  bagEntries,
  bagZip,
  judge,
  madeArticle,
  madeContent,
  madeDescription,
  madeIssue,
} from '../../../fixtures/made-bag.ts';
import { zipBytes } from '../../../fixtures/zip-bytes.ts';

const work = mkdtempSync(join(tmpdir(), 'guzhi-truncated-'));
afterAll(() => {
  rmSync(work, { recursive: true, force: true });
});

describe('1 truncated', () => {
  async function written(): Promise<string> {
    const file = join(work, 'whole.newsbag');
    await writeBag(file, {
      description: madeDescription(),
      issues: [madeIssue()],
      articles: Array.from({ length: 50 }, (_, index) => madeArticle(index + 1)),
      media: [],
    });
    return file;
  }

  test.each([1, 21, 22, 500, 3000])(
    '1 our own bag cut by %i bytes says exactly that',
    async (cut) => {
      const file = await written();
      const opening = await openBag(file);
      if (opening.outcome !== 'opened') throw new Error('refused');
      const { fileBytes } = opening.bag;
      await opening.bag.close();
      truncateSync(file, fileBytes - cut);
      const refused = await openBag(file);
      if (refused.outcome !== 'refused') throw new Error('opened');
      expect(refused.problems).toMatchObject([{ code: 'truncated', severity: 'refuse' }]);
      expect(refused.problems[0]?.details).toMatchObject({ missingBytes: cut });
    },
  );

  test('1 a bag of another hand names the least that is missing', async () => {
    const whole = bagZip(madeContent());
    for (const kept of [40, 200, 700, whole.length - 1]) {
      const { report, codes } = await judge(whole.subarray(0, kept));
      expect(codes).toEqual(['refuse truncated']);
      const least = Number(report.problems[0]?.details.missingBytesAtLeast);
      expect(least).toBeGreaterThan(0);
      expect(least).toBeLessThanOrEqual(whole.length - kept);
    }
  });

  test('1 bytes missing in the middle are counted', async () => {
    const whole = bagZip(madeContent());
    const cut = Buffer.concat([whole.subarray(0, 300), whole.subarray(1300)]);
    const { report, codes } = await judge(cut);
    expect(codes).toEqual(['refuse truncated']);
    expect(report.problems[0]?.details.missingBytes).toBe(1000);
  });

  test('1 a comment that is cut off is counted', async () => {
    const whole = zipBytes(bagEntries(madeContent()), { comment: Buffer.alloc(100, 0x20) });
    const { report } = await judge(whole.subarray(0, whole.length - 30));
    expect(report.problems).toMatchObject([{ code: 'truncated', details: { missingBytes: 30 } }]);
  });
});
