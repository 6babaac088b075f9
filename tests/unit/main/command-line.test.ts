import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { commandLineHelp, parseCommandLine } from '../../../main/command-line.ts';

describe('the command line', () => {
  test('has steps in the order given, with absolute paths and their options', () => {
    const words = ['--profile', 'p', '--open=报.newsbag', '--import-annotations', 'a.jsonld'];
    expect(parseCommandLine([...words, '--dry-run', '--export-annotations', '/b c'], '/w')).toEqual(
      {
        profile: resolve('/w/p'),
        steps: [
          { name: 'open', value: resolve('/w/报.newsbag'), options: {} },
          { name: 'import-annotations', value: resolve('/w/a.jsonld'), options: { 'dry-run': '' } },
          { name: 'export-annotations', value: resolve('/b c'), options: {} },
        ],
        isWindowless: true,
        wantsHelp: false,
        unknown: [],
        problem: null,
      },
    );
  });

  test('that only opens a file means a window, unless it forbids one', () => {
    expect(parseCommandLine(['--open', 'a.newsbag'], '/w').isWindowless).toBe(false);
    expect(parseCommandLine(['--open', 'a.newsbag', '--no-window'], '/w').isWindowless).toBe(true);
  });

  test.each([
    [['--import-annotations'], '--import-annotations needs a file'],
    [['--open', '--no-window'], '--open needs a file'],
    [['--profile='], '--profile needs a file'],
    [['--import-annotations', 'a', '--dry-run=1'], '--dry-run takes no value'],
  ])('%j is refused', (words, problem) => {
    expect(parseCommandLine(words, '/w').problem).toBe(problem);
  });

  test('names what it does not know, options without their step too', () => {
    const { unknown } = parseCommandLine(['--export-anotations', '--dry-run', 'x'], '/w');
    expect(unknown).toEqual(['--export-anotations', '--dry-run', 'x']);
  });

  test('tells every step in its help', () => {
    for (const words of ['--open FILE', '--import-annotations FILE', '--dry-run', 'Exit codes']) {
      expect(commandLineHelp()).toContain(words);
    }
  });
});
