import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { problemKinds } from '../../../archive/model/problem-codes.ts';
import { judgeFile } from '../../fixtures/made-bag.ts';

const readme = readFileSync('archive/README.md', 'utf8');
const work = mkdtempSync(join(tmpdir(), 'guzhi-readme-'));
afterAll(() => {
  rmSync(work, { recursive: true, force: true });
});

function isInstalled(...programs: readonly string[]): boolean {
  try {
    for (const program of programs) execFileSync('sh', ['-c', `command -v ${program}`]);
    return true;
  } catch {
    return false;
  }
}

test('the table of problems is the one in the code', () => {
  const rows = [...readme.matchAll(/^\| `([a-z0-9-]+)` +\| (\w+) +\| ([\d, ]*) *\|/gmu)].map(
    ([, code, severity, items]) => [code, severity, (items ?? '').trim()],
  );
  expect(rows).toEqual(
    Object.entries(problemKinds).map(([code, { severity, items }]) => [
      code,
      severity,
      items.join(', '),
    ]),
  );
});

test('the worked digest is right', () => {
  const text = /the canonical text is three lines\n\n```\n([\s\S]*?)\n```/u.exec(readme)?.[1] ?? '';
  const digest = createHash('sha256').update(text).digest('hex');
  expect(readme).toContain(`sha256:${digest}`);
  expect(readme).toContain(`${String(Buffer.byteLength(text))} bytes`);
});

test.skipIf(!isInstalled('zip', 'unzip', 'sha512sum', 'sha256sum', 'awk'))(
  'the bag made by hand is valid without a remark (skipped without zip, unzip, sha512sum, awk)',
  async () => {
    const script = /```sh\n([\s\S]*?)\n```/u.exec(readme)?.[1] ?? '';
    execFileSync('sh', ['-e', '-c', script], { cwd: work });
    const { codes, articles } = await judgeFile(join(work, 'example.newsbag'));
    expect(codes).toEqual([]);
    expect(articles.map(({ headline }) => headline)).toEqual(['老渡口停航']);
  },
);

test.skipIf(!isInstalled('unzip', 'sha512sum', 'zip'))(
  'a bag is checked with unzip and sha512sum alone (skipped without them)',
  async () => {
    const { writeBag } = await import('../../../archive/bag/bag-writer.ts');
    const { madeArticle, madeDescription, madeIssue } = await import('../../fixtures/made-bag.ts');
    const file = join(work, 'written.newsbag');
    await writeBag(file, {
      description: madeDescription(),
      issues: [madeIssue()],
      articles: [madeArticle(1, { body: [] })],
      media: [],
    });
    execFileSync('unzip', ['-q', file, '-d', join(work, 'unzipped')]);
    const folder = join(work, 'unzipped', madeDescription().id.slice('urn:uuid:'.length));
    const told = execFileSync(
      'sha512sum',
      ['--strict', '-c', 'manifest-sha512.txt', 'tagmanifest-sha512.txt'],
      { cwd: folder, encoding: 'utf8' },
    );
    expect(told.split('\n').filter((line) => line.endsWith(': OK'))).toHaveLength(6);
  },
);
