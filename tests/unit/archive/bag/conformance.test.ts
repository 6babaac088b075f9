import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { openBag } from '../../../../archive/bag/bag-reader.ts';
import { verifyBagIt } from '../../../../archive/cli/verify-bagit.ts';
import type { BagItVerdict } from '../../../../archive/cli/verify-bagit.ts';
import { zipBytes } from '../../../fixtures/zip-bytes.ts';

const material = resolve(process.env.GUZHI_MATERIAL ?? '../shared');
const suite = join(material, 'suites/bagit-conformance');
const isThere = existsSync(suite);
const work = mkdtempSync(join(tmpdir(), 'guzhi-bagit-'));
afterAll(() => {
  rmSync(work, { recursive: true, force: true });
});

interface Case {
  readonly name: string;
  readonly version: string;
  readonly kind: string;
  readonly folder: string;
}

const cases: readonly Case[] = !isThere
  ? []
  : readdirSync(suite)
      .filter((name) => name.startsWith('v'))
      .flatMap((version) =>
        readdirSync(join(suite, version)).flatMap((kind) =>
          readdirSync(join(suite, version, kind))
            .map((name) => ({
              name: `${version} ${kind} ${name}`,
              version,
              kind,
              folder: join(suite, version, kind, name),
            }))
            .filter(({ folder }) => statSync(folder).isDirectory()),
        ),
      );

/**
 * Cases whose copy lacks the file that they are about, because it differs from another in case only
 * or because version control leaves it out: they are incomplete bags as they lie there.
 */
const incomplete: ReadonlySet<string> = new Set([
  'v0.97 warning duplicate-file-with-different-case',
  'v0.97 warning special-system-files',
]);

function filesBelow(folder: string, below = ''): readonly string[] {
  return readdirSync(join(folder, below), { withFileTypes: true }).flatMap((entry) => {
    const path = below === '' ? entry.name : `${below}/${entry.name}`;
    return entry.isDirectory() ? filesBelow(folder, path) : [path];
  });
}

function zipped({ folder, name }: Case): string {
  const file = join(work, `${createHash('sha1').update(name).digest('hex')}.zip`);
  const entries = filesBelow(folder).map((path) => ({
    name: `bag/${path}`,
    content: readFileSync(join(folder, path)),
    method: 8,
  }));
  writeFileSync(file, zipBytes(entries));
  return file;
}

function expectVerdict({ name, kind }: Case, report: BagItVerdict): void {
  const found = report.problems.map(({ code, path }) => `${code} ${path}`).join(', ');
  if (incomplete.has(name)) {
    expect(report.problems.map(({ code }) => code)).toContain('missing-file');
    return;
  }
  expect(report.isValid, found).toBe(kind === 'valid' || kind === 'warning');
  if (kind === 'warning') expect(report.problems.length).toBeGreaterThan(0);
  if (kind === 'valid')
    expect(report.problems.filter(({ severity }) => severity === 'refuse')).toEqual([]);
}

describe.skipIf(!isThere)(
  'bags of the conformance suite (skipped where GUZHI_MATERIAL has none)',
  () => {
    test.each(cases)('as a folder: $name', async (one) => {
      expectVerdict(one, await verifyBagIt(one.folder));
    });

    test.each(cases)('as a ZIP: $name', async (one) => {
      expectVerdict(one, await verifyBagIt(zipped(one)));
    });

    test('the suite is whole', () => {
      expect(cases.length).toBeGreaterThanOrEqual(45);
    });

    // What the profile asks beyond BagIt, by the reasons it refuses good bags of the suite for.
    test.each(cases.filter(({ kind, name }) => kind === 'valid' && !incomplete.has(name)))(
      'good BagIt, but no newsbag: $name',
      async (one) => {
        const opening = await openBag(zipped(one));
        expect(opening.outcome).toBe('refused');
        if (opening.outcome !== 'refused') return;
        const codes = new Set(
          opening.problems.filter(({ severity }) => severity === 'refuse').map(({ code }) => code),
        );
        expect(codes).toContain('missing-file');
        if (one.version !== 'v1.0') expect(codes).toContain('bagit-version-unknown');
        const beyond = new Set([
          'missing-file',
          'bagit-version-unknown',
          'manifest-missing',
          'not-in-manifest',
          'tag-encoding-unsupported',
          'tag-file-not-utf8',
          'fetch-file',
        ]);
        expect([...codes].filter((code) => !beyond.has(code))).toEqual([]);
      },
    );
  },
);
