import { spawnSync } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { UserDataChange } from '../../../archive/model/user-data.ts';
import { Journal } from '../../../main/journal.ts';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'guzhi-journal-'));
});

afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

const file = (): string => join(folder, 'journal.ndjson');

function position(articleId: string, codePoint: number): UserDataChange {
  return {
    store: 'positions',
    key: articleId,
    value: { articleId, codePoint, at: '2026-01-02T03:04:05.000Z' },
  };
}

async function filled(count: number): Promise<void> {
  const journal = await Journal.open(folder);
  for (let index = 1; index <= count; index++) await journal.append([position('故', index)]);
  await journal.close();
}

/** The code points of all entries, which tell the appends apart. */
async function offsets(journal: Journal): Promise<number[]> {
  return (await journal.after(0)).map(({ value }) =>
    value !== null &&
    typeof value === 'object' &&
    'codePoint' in value &&
    typeof value.codePoint === 'number'
      ? value.codePoint
      : -1,
  );
}

describe('appending', () => {
  test('counts the entries from 1 and keeps them over a reopening', async () => {
    const journal = await Journal.open(folder);
    expect(journal.sequence).toBe(0);
    expect(await journal.append([position('a', 1), position('b', 2)])).toBe(2);
    expect(await journal.append([{ store: 'positions', key: 'a', value: null }])).toBe(3);
    await journal.close();

    const again = await Journal.open(folder);
    expect(again.sequence).toBe(3);
    expect(again.problems).toEqual([]);
    const entries = await again.after(1);
    expect(entries.map(({ sequence, key, value }) => [sequence, key, value === null])).toEqual([
      [2, 'b', false],
      [3, 'a', true],
    ]);
    expect(await again.append([position('c', 4)])).toBe(4);
    await again.close();
  });

  test('an append is in the file when it resolves', async () => {
    const journal = await Journal.open(folder);
    await journal.append([position('在纸上', 7)]);
    expect(await readFile(file(), 'utf8')).toContain('在纸上');
    await journal.close();
  });

  test('concurrent appends keep their order, are all there and are numbered without a gap', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(fc.string(), { minLength: 1, maxLength: 4 }), { maxLength: 40 }),
        async (batches) => {
          const place = await mkdtemp(join(folder, 'run-'));
          const journal = await Journal.open(place);
          const lasts = await Promise.all(
            batches.map((places) =>
              journal.append(
                places.map((text) => ({ store: 'resume', key: 'last', value: { place: text } })),
              ),
            ),
          );
          let expected = 0;
          expect(lasts).toEqual(batches.map((places) => (expected += places.length)));
          await journal.close();
          const again = await Journal.open(place);
          const entries = await again.after(0);
          await again.close();
          expect(entries.map(({ value }) => value)).toEqual(
            batches.flat().map((text) => ({ place: text })),
          );
          expect(entries.map(({ sequence }) => sequence)).toEqual(entries.map((_, i) => i + 1));
        },
      ),
      { numRuns: 30 },
    );
  });

  test('a full disk rejects what does not fit, loses nothing that was acknowledged, and heals', async (context) => {
    const disk = join(folder, 'small');
    await mkdir(disk);
    const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', disk]);
    if (mounted.status !== 0) context.skip('mounting a small disk needs root');
    try {
      const journal = await Journal.open(disk);
      const ballast = join(disk, 'ballast');
      await writeFile(ballast, Buffer.alloc(16_384));
      let acknowledged = 0;
      let failure: unknown;
      while (failure === undefined) {
        await journal.append([position('满', acknowledged + 1)]).then(
          (sequence) => (acknowledged = sequence),
          (error: unknown) => (failure = error),
        );
      }
      expect(failure).toMatchObject({ code: 'ENOSPC' });
      expect(acknowledged).toBeGreaterThan(10);
      await rm(ballast);
      expect(await journal.append([position('满', -1)])).toBe(acknowledged + 1);
      await journal.close();
      const again = await Journal.open(disk);
      expect(again.problems).toEqual([]);
      const found = await offsets(again);
      expect(found.slice(0, -1)).toEqual(found.slice(0, -1).map((_, index) => index + 1));
      expect(found).toHaveLength(acknowledged + 1);
      await again.close();
    } finally {
      spawnSync('umount', [disk]);
    }
  });

  test('a failed append is rejected, leaves no trace, and the next one goes on from there', async () => {
    const journal = await Journal.open(folder);
    await journal.append([position('a', 1)]);
    const circular: { at?: unknown } = {};
    circular.at = circular;
    await expect(
      journal.append([{ store: 'history', key: 'x', value: circular as never }]),
    ).rejects.toThrow(/circular/i);
    expect(await journal.append([position('a', 2)])).toBe(2);
    expect(await offsets(journal)).toEqual([1, 2]);
    await journal.close();
  });
});

describe('a torn end', () => {
  test('cut at every byte, the whole entries stay and the rest is set aside', async () => {
    await filled(2);
    const whole = await readFile(file());
    const ends = [
      0,
      ...[...whole.entries()].filter(([, byte]) => byte === 10).map(([at]) => at + 1),
    ];
    for (let length = 0; length <= whole.length; length++) {
      const place = await mkdtemp(join(folder, 'cut-'));
      await writeFile(join(place, 'journal.ndjson'), whole.subarray(0, length));
      const journal = await Journal.open(place);
      // A last entry that lacks only its end of line is whole.
      const kept = ends.filter((end) => end > 0 && end - 1 <= length).length;
      const keptBytes = ends[kept] ?? 0;
      expect(await offsets(journal)).toEqual([1, 2].slice(0, kept));
      const torn = Math.max(0, length - keptBytes);
      expect(journal.problems).toEqual(
        torn > 0 ? [{ code: 'torn-end', line: kept + 1, amount: torn }] : [],
      );
      const asides = (await readdir(place)).filter((name) => name.startsWith('journal-torn-'));
      expect(asides).toHaveLength(torn > 0 ? 1 : 0);
      if (asides[0] !== undefined) {
        const aside = await readFile(join(place, asides[0]));
        expect(aside.equals(whole.subarray(keptBytes, length))).toBe(true);
      }
      expect(await journal.append([position('故', 99)])).toBe(kept + 1);
      await journal.close();
      const again = await Journal.open(place);
      expect(await offsets(again)).toEqual([...[1, 2].slice(0, kept), 99]);
      expect(again.problems).toEqual([]);
      await again.close();
      await rm(place, { recursive: true });
    }
  });

  test('any bytes after the last entry are set aside, none of them are taken for an entry', async () => {
    await filled(2);
    const whole = await readFile(file());
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ minLength: 1, maxLength: 300 }), async (garbage) => {
        const place = await mkdtemp(join(folder, 'junk-'));
        await writeFile(join(place, 'journal.ndjson'), Buffer.concat([whole, garbage]));
        const journal = await Journal.open(place);
        expect(journal.sequence).toBe(2);
        expect(journal.problems).toEqual([{ code: 'torn-end', line: 3, amount: garbage.length }]);
        await journal.close();
        expect((await stat(join(place, 'journal.ndjson'))).size).toBe(whole.length);
      }),
      { numRuns: 40 },
    );
  });
});

describe('a damaged middle', () => {
  test('any changed byte before the last line is reported with its line, and the rest is kept', async () => {
    await filled(4);
    const whole = await readFile(file());
    const lastLine = whole.lastIndexOf(10, whole.length - 2) + 1;
    await fc.assert(
      fc.asyncProperty(
        // Not the end of the line before the last, which would join the two into one torn end.
        fc.nat({ max: lastLine - 2 }),
        fc.integer({ min: 1, max: 255 }),
        async (at, difference) => {
          const place = await mkdtemp(join(folder, 'rot-'));
          const damaged = Buffer.from(whole);
          damaged[at] = (damaged[at] ?? 0) ^ difference;
          await writeFile(join(place, 'journal.ndjson'), damaged);
          const journal = await Journal.open(place);
          expect(journal.problems.map(({ code }) => code)).toContain('damaged-line');
          const line = whole.subarray(0, at).filter((byte) => byte === 10).length + 1;
          expect(journal.problems[0]?.line).toBe(line);
          expect((await offsets(journal)).at(-1)).toBe(4);
          expect(await offsets(journal)).not.toContain(line);
          expect(await journal.append([position('故', 5)])).toBe(5);
          await journal.close();
        },
      ),
      { numRuns: 60 },
    );
  });

  test('a line that was taken out is reported as missing', async () => {
    await filled(4);
    const lines = (await readFile(file(), 'utf8')).split('\n');
    await writeFile(file(), lines.toSpliced(1, 1).join('\n'));
    const journal = await Journal.open(folder);
    expect(journal.problems).toEqual([{ code: 'missing-entries', line: 2, amount: 1 }]);
    expect(await offsets(journal)).toEqual([1, 3, 4]);
    await journal.close();
  });
});
