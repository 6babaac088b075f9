import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { extractFile, listPackage } from '@electron/asar';
import { afterAll, describe, expect, it } from 'vitest';
import { readWish } from '../../../scripts/ensure-runtime.mjs';
import { asarArchive } from '../../../scripts/runtime/asar-archive.mjs';
import { checkIntegrity, placeInRuntime } from '../../../scripts/runtime/fallback-runtime.mjs';
import { readFuses, setFuses } from '../../../scripts/runtime/fuse-wire.mjs';

const folder = mkdtempSync(join(tmpdir(), 'guzhi-runtime-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

describe('checkIntegrity', () => {
  const bytes = Buffer.from('a package');
  const right = `sha512-${createHash('sha512').update(bytes).digest('base64')}`;

  it('lets the pinned bytes pass', () => {
    expect(() => {
      checkIntegrity(bytes, right);
    }).not.toThrow();
  });

  it('refuses others and names both digests', () => {
    expect(() => {
      checkIntegrity(Buffer.from('a packagf'), right);
    }).toThrow(right);
  });
});

describe('placeInRuntime', () => {
  it.each([
    ['Cypress/Cypress', 'electron'],
    ['Cypress/LICENSE.electron.txt', 'LICENSE'],
    ['Cypress/locales/zh-CN.pak', 'locales/zh-CN.pak'],
    ['Cypress/libffmpeg.so', 'libffmpeg.so'],
    ['Cypress/', null],
    ['Cypress/resources/app/package.json', null],
    ['Cypress/resources/app-update.yml', null],
    ['Cypress/browser_v8_context_snapshot.bin', null],
    ['Cypress/../../escape', null],
    ['elsewhere/file', null],
  ])('%s → %s', (name, place) => {
    expect(placeInRuntime(name)).toBe(place);
  });
});

describe('the fuse wire', () => {
  const executable = (wire: string, version = 1) =>
    Buffer.concat([
      Buffer.from('before dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'),
      Buffer.from([version, wire.length]),
      Buffer.from(`${wire} after`),
    ]);

  it('is read, and what is removed is left out', () => {
    expect(readFuses(executable('1r10'))).toEqual({
      RunAsNode: true,
      EnableNodeOptionsEnvironmentVariable: true,
      EnableNodeCliInspectArguments: false,
    });
  });

  it('is changed in one place only', () => {
    const bytes = executable('11110000');
    setFuses(bytes, { RunAsNode: false, OnlyLoadAppFromAsar: true });
    expect(bytes).toEqual(executable('01110100'));
  });

  it('is refused where it is unknown', () => {
    expect(() => readFuses(Buffer.from('no electron'))).toThrow('no fuses');
    expect(() => readFuses(executable('1', 2))).toThrow('unknown version 2');
    expect(() => {
      setFuses(executable('11'), { OnlyLoadAppFromAsar: true });
    }).toThrow('no fuse OnlyLoadAppFromAsar');
  });
});

describe('asarArchive', () => {
  it('is read by the usual tool', () => {
    const path = join(folder, 'default_app.asar');
    const files = {
      'main.js': Buffer.from("console.log('古')\n"),
      'package.json': Buffer.from('{}'),
    };
    writeFileSync(path, asarArchive(files));
    expect(listPackage(path, { isPack: false }).sort()).toEqual(['/main.js', '/package.json']);
    expect(extractFile(path, 'main.js')).toEqual(files['main.js']);
    expect(extractFile(path, 'package.json')).toEqual(files['package.json']);
  });
});

describe('readWish', () => {
  it.each([
    [undefined, 'auto'],
    ['', 'auto'],
    ['official', 'official'],
    ['fallback', 'fallback'],
    ['auto', 'auto'],
  ])('%s → %s', (word, wish) => {
    expect(readWish(word)).toBe(wish);
  });

  it('refuses another word', () => {
    expect(() => readWish('offical')).toThrow('GUZHI_RUNTIME is "offical"');
  });
});
