import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fontFaceRules, readTypefaces, slicesOf } from '../../../scripts/build/font-faces.mjs';
import { inputDigest, unlessUnchanged } from '../../../scripts/build/input-digest.mjs';

let projectFolder = '';
beforeEach(() => {
  projectFolder = mkdtempSync(join(tmpdir(), 'guzhi-build-'));
  mkdirSync(join(projectFolder, 'source/inner'), { recursive: true });
  writeFileSync(join(projectFolder, 'source/a.ts'), 'a');
  writeFileSync(join(projectFolder, 'source/inner/b.ts'), 'b');
});
afterEach(() => {
  rmSync(projectFolder, { recursive: true });
});

const digest = (without: string[] = []) => inputDigest(projectFolder, ['source'], without);

describe('inputDigest', () => {
  it('changes with contents and names, and not without', () => {
    const before = digest();
    expect(digest()).toBe(before);
    writeFileSync(join(projectFolder, 'source/inner/b.ts'), 'c');
    const changed = digest();
    expect(changed).not.toBe(before);
    writeFileSync(join(projectFolder, 'source/inner/c.ts'), '');
    expect(digest()).not.toBe(changed);
  });

  it('leaves out a folder', () => {
    const before = digest(['source/inner']);
    writeFileSync(join(projectFolder, 'source/inner/b.ts'), 'c');
    expect(digest(['source/inner'])).toBe(before);
  });

  it('tells where one file ends and the next begins', () => {
    const before = digest();
    writeFileSync(join(projectFolder, 'source/a.ts'), 'asource/inner/b.ts\x001\x00b');
    rmSync(join(projectFolder, 'source/inner/b.ts'));
    expect(digest()).not.toBe(before);
  });
});

describe('unlessUnchanged', () => {
  const step = (inputs: string) => ({
    projectFolder,
    name: 'step',
    digest: inputs,
    outputs: ['made'],
  });
  const make = () => {
    writeFileSync(join(projectFolder, 'made'), '');
    return Promise.resolve(['result']);
  };

  it('runs once, and again when inputs change or the output is gone', async () => {
    expect(await unlessUnchanged(step('1'), make)).toEqual({ skipped: false, result: ['result'] });
    expect(await unlessUnchanged(step('1'), make)).toEqual({ skipped: true, result: ['result'] });
    expect((await unlessUnchanged(step('2'), make)).skipped).toBe(false);
    rmSync(join(projectFolder, 'made'));
    expect((await unlessUnchanged(step('2'), make)).skipped).toBe(false);
  });

  it('runs again after a failure', async () => {
    await expect(
      unlessUnchanged(step('1'), () => Promise.reject(new Error('broken'))),
    ).rejects.toThrow('broken');
    expect((await unlessUnchanged(step('1'), make)).skipped).toBe(false);
  });
});

describe('the typefaces', () => {
  const projectFolder = join(import.meta.dirname, '../../..');
  const typefaces = readTypefaces(projectFolder);
  const faces = typefaces.flatMap((typeface) => typeface.faces ?? []);
  const slices = typefaces.flatMap((typeface) => slicesOf(projectFolder, typeface));

  it('have one file name a face or slice', () => {
    const files = [...faces, ...slices].map(({ file }) => file);
    expect(slices.length).toBeGreaterThan(60);
    expect(new Set(files).size).toBe(files.length);
  });

  it.each(['ttf', 'woff2'] as const)('give rules for %s', (format) => {
    const rules = fontFaceRules(projectFolder, format);
    expect(rules.match(/@font-face/g)).toHaveLength(faces.length + slices.length);
    expect(rules).toContain(
      `font-family: 'Guzhi Song'; font-weight: 900; font-display: block; src: url('song-900.${format}')`,
    );
    expect(rules).toMatch(
      /url\('HanaMinB\.CJK-Unified-Ideographs-Extension-B-01\.woff2'\) format\('woff2'\); unicode-range: U\+20000-203ff;/,
    );
  });

  it('take no slice with punctuation or everyday characters', () => {
    const everyday = ['U+20-', 'U+3000-', 'U+4e00-', 'U+ff00-'];
    for (const { range } of slices)
      expect(everyday.some((start) => range.startsWith(start))).toBe(false);
  });
});
