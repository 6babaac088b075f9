import { spawnSync } from 'node:child_process';
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { pathParts } from '../../../main/archive-protocol.ts';
import { parseCommandLine } from '../../../main/command-line.ts';
import { interfaceLanguage } from '../../../main/menu-words.ts';
import { bagArgument, linkArgument, OpenedFiles } from '../../../main/opened-files.ts';
import { isReaderDocument, schemeOf } from '../../../main/origins.ts';
import { testProfile } from '../../../main/profile.ts';
import { assertUserDataChanges } from '../../../main/user-data-check.ts';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'guzhi-start-'));
});

afterEach(() => rm(folder, { recursive: true, force: true }));

describe('the command line', () => {
  test.each([
    [['app', '--profile', 'p'], resolve('/w/p')],
    [['app', '--profile=/q r'], resolve('/q r')],
    [['app', '--no-sandbox', 'x.newsbag'], null],
    [['app', '--profile'], null],
  ])('%j names the profile %s', (argv, expected) => {
    expect(parseCommandLine(argv.slice(1), '/w').profile).toBe(expected);
  });

  test.each([
    [['app', '.', 'a.newsbag'], resolve('/w/a.newsbag')],
    [['app', '--profile=/p', '/u/旧报.NEWSBAG'], resolve('/u/旧报.NEWSBAG')],
    [['app', '.', '--x.newsbag'], null],
    [['x.newsbag'], null],
  ])('%j opens %s', (argv, expected) => {
    expect(bagArgument(argv, '/w')).toBe(expected);
  });

  test('an address of a story is found among the words', () => {
    expect(linkArgument(['app', '--x', 'guzhi://archive/a/b/c/d'])).toBe('guzhi://archive/a/b/c/d');
    expect(linkArgument(['guzhi://archive/a/b/c/d', 'https://example.com'])).toBeNull();
  });
});

describe('the profile', () => {
  test('is made where it is not there, and left clean', async () => {
    const profile = join(folder, 'a', 'b');
    expect(testProfile(profile)).toBeNull();
    expect(await readdir(profile)).toEqual([]);
  });

  test('55 that cannot be written to is named with the reason', async () => {
    const profile = join(folder, 'file');
    await writeFile(profile, '');
    expect(testProfile(profile)).toMatchObject({
      code: 'not-writable',
      folder: profile,
      reason: expect.stringMatching(/EEXIST|ENOTDIR/) as string,
    });
  });

  test('55 on a disk with too little room is refused with the figures', async (context) => {
    const disk = join(folder, 'small');
    await mkdir(disk);
    const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', disk]);
    if (mounted.status !== 0) context.skip('mounting a small disk needs root');
    try {
      expect(testProfile(disk)).toEqual({ code: 'disk-full', folder: disk, freeBytes: 1_048_576 });
    } finally {
      spawnSync('umount', [disk]);
    }
  });
});

test('files to open wait for the interface and keep their order', () => {
  const files = new OpenedFiles();
  const seen: string[] = [];
  files.add('a');
  files.add('b');
  files.deliverTo((path) => seen.push(path));
  files.add('c');
  expect(seen).toEqual(['a', 'b', 'c']);
  files.hold();
  files.add('d');
  expect(seen).toHaveLength(3);
  files.deliverTo((path) => seen.push(path));
  expect(seen).toEqual(['a', 'b', 'c', 'd']);
});

test.each([
  [['zh-CN'], 'zh-Hans'],
  [['zh'], 'zh-Hans'],
  [['zh-SG', 'en'], 'zh-Hans'],
  [['zh-TW'], 'zh-Hant'],
  [['zh-HK'], 'zh-Hant'],
  [['zh-Hans-HK'], 'zh-Hans'],
  [['zh-Hant-CN'], 'zh-Hant'],
  [['fr-FR', 'zh-TW', 'en'], 'zh-Hant'],
  [['en-GB', 'zh-CN'], 'en'],
  [['fr-FR'], 'en'],
  [[], 'en'],
])('the system’s languages %j give %s', (tags, expected) => {
  expect(interfaceLanguage(tags)).toBe(expected);
});

describe('addresses', () => {
  test.each([
    ['archive://media/bag/media/2019-05-18/a%20b.jpg', ['bag', 'media', '2019-05-18', 'a b.jpg']],
    ['archive://media/bag/media/%E6%B8%A1.jpg', ['bag', 'media', '渡.jpg']],
    ['archive://media/bag/..%2f..%2fetc', null],
    ['archive://media/bag//a.jpg', null],
    ['archive://media/bag/%00', null],
    ['archive://media/bag/%zz', null],
    ['archive://media/', null],
  ])('%s has the parts %j', (url, expected) => {
    expect(pathParts(url)).toEqual(expected);
  });

  test.each([
    ['app://reader/index.html', true],
    ['app://reader/index.html#/a/b', true],
    ['app://reader/index.html?x', true],
    ['app://reader/other.html', false],
    ['app://reader.evil/index.html', false],
    ['https://reader/index.html', false],
    ['', false],
  ])('%s is the interface: %s', (url, expected) => {
    expect(isReaderDocument(url)).toBe(expected);
  });

  test.each([
    ['HTTPS://x', 'https:'],
    ['archive://x', 'archive:'],
    ['//x', ''],
    ['', ''],
  ])('%s has the scheme %s', (url, expected) => {
    expect(schemeOf(url)).toBe(expected);
  });
});

describe('changes of user data', () => {
  test.each([
    [[]],
    [[{ store: 'resume', key: 'last', value: { place: '/' } }]],
    [[{ store: 'history', key: 'k', value: null }]],
  ])('%j are taken', (changes) => {
    expect(() => {
      assertUserDataChanges(changes);
    }).not.toThrow();
  });

  test.each([
    [null],
    ['x'],
    [[{ store: 'archives', key: 'k', value: 1 }]],
    [[{ store: 'toString', key: 'k', value: 1 }]],
    [[{ store: 'resume', key: '', value: 1 }]],
    [[{ store: 'resume', key: 'k'.repeat(2000), value: 1 }]],
    [[{ store: 'resume', key: 'k' }]],
    [[{ store: 'resume', key: 'k', value: 'x'.repeat(2_000_000) }]],
  ])('%j are refused', (changes) => {
    expect(() => {
      assertUserDataChanges(changes);
    }).toThrow(TypeError);
  });
});
