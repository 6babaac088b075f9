import { resolve } from 'node:path';
import type { CommandStep, CommandStepName } from '../preload/bridge.ts';

/** What a flag is followed by. */
type FlagValue = 'file' | 'words' | 'nothing';

interface StepFlag {
  readonly value: FlagValue;
  /** Shown by `--help`, in place of the value. */
  readonly shown: string;
  readonly help: string;
  /** Flags that may follow the step and belong to it. */
  readonly options?: Readonly<
    Record<string, { readonly value: FlagValue; readonly shown?: string; readonly help: string }>
  >;
}

/**
 * What can be done without a window, in the order of the help. To add a step: name it in
 * `CommandStepName` of `preload/bridge.ts`, describe its flag here, and say what it does in
 * `renderer/app/command-steps.ts`; either one missing does not compile.
 */
const stepFlags: Readonly<Record<CommandStepName, StepFlag>> = {
  open: {
    value: 'file',
    shown: 'FILE.newsbag',
    help: 'verify and load an archive, unless this revision or a later one is loaded',
  },
  'import-annotations': {
    value: 'file',
    shown: 'FILE.jsonld',
    help: 'merge W3C Web Annotations into those of the profile',
    options: { 'dry-run': { value: 'nothing', help: 'only say what would be done' } },
  },
  'export-annotations': {
    value: 'file',
    shown: 'FILE.jsonld',
    help: 'write all annotations of the profile, the trash included',
  },
  search: {
    value: 'words',
    shown: 'QUERY',
    help: 'print every place in the loaded archives that a query finds',
    options: {
      json: { value: 'nothing', help: 'as JSON, which is the only way so far' },
      limit: { value: 'words', shown: 'N', help: 'at most so many places; all are counted' },
      exact: { value: 'nothing', help: 'only the printed glyphs' },
      'ignore-punctuation': { value: 'nothing', help: 'pass over punctuation' },
      variants: { value: 'nothing', help: "other regions' words for the same thing too" },
    },
  },
  export: {
    value: 'file',
    shown: 'FILE.pdf',
    help: 'write the highlights; .md, .csv, .html, .json (CSL), .ris and .bib make other files',
    options: {
      scope: { value: 'words', shown: 'SCOPE', help: 'all, story:ID, issue:ID, tag:X or ink:NAME' },
      script: { value: 'words', shown: 'SCRIPT', help: 'held, hans, hant, tw, twp or hk' },
      group: { value: 'words', shown: 'GROUPING', help: 'article, issue, tag, ink or none' },
      style: {
        value: 'words',
        shown: 'STYLE',
        help: 'gbt7714-2015, gbt7714-2025, chicago-note, …',
      },
      photos: { value: 'nothing', help: 'with the pictures of the stories' },
      title: { value: 'words', shown: 'TITLE', help: 'of the document' },
      language: { value: 'words', shown: 'LANGUAGE', help: 'zh-Hans, zh-Hant or en' },
    },
  },
};

export interface CommandLine {
  /** Absolute; null where the usual folder is meant. */
  readonly profile: string | null;
  /** In the order in which they were asked for. */
  readonly steps: readonly CommandStep[];
  /** Whether the steps are to be taken without a window. Opening alone is what a window does too. */
  readonly isWindowless: boolean;
  readonly wantsHelp: boolean;
  /** Words that mean nothing here; switches of Chromium are among them. */
  readonly unknown: readonly string[];
  /** The first thing wrong, for the person who typed it; null for a sound line. */
  readonly problem: string | null;
}

function isStepName(name: string): name is CommandStepName {
  return Object.hasOwn(stepFlags, name);
}

interface MutableStep {
  readonly name: CommandStepName;
  readonly value: string;
  readonly options: Record<string, string>;
}

/** Reads the words after the executable; relative paths count from `workingFolder`. */
export function parseCommandLine(words: readonly string[], workingFolder: string): CommandLine {
  const steps: MutableStep[] = [];
  const unknown: string[] = [];
  let profile: string | null = null;
  let wantsHelp = false;
  let forbidsWindow = false;
  let problem: string | null = null;

  for (let at = 0; at < words.length; at += 1) {
    const word = words[at] ?? '';
    const [, flag = '', attached] = /^--([^=]+)(?:=(.*))?$/s.exec(word) ?? [];
    /** The flag's value, or null after noting that it is missing. */
    const valueOf = (kind: FlagValue): string | null => {
      if (kind === 'nothing') {
        if (attached !== undefined) problem ??= `--${flag} takes no value`;
        return '';
      }
      const next = words[at + 1];
      const given = attached ?? (next === undefined || next.startsWith('--') ? '' : next);
      if (attached === undefined && given !== '') at += 1;
      if (given === '') {
        problem ??= `--${flag} needs ${kind === 'file' ? 'a file' : 'a value'}`;
        return null;
      }
      return kind === 'file' ? resolve(workingFolder, given) : given;
    };
    const option = stepFlags[steps.at(-1)?.name ?? 'open'].options?.[flag];
    if (option !== undefined) {
      const value = valueOf(option.value);
      const step = steps.at(-1);
      if (value !== null && step) step.options[flag] = value;
    } else if (flag === 'profile') profile = valueOf('file');
    else if (flag === 'help') wantsHelp = true;
    else if (flag === 'no-window') forbidsWindow = true;
    else if (isStepName(flag)) {
      const value = valueOf(stepFlags[flag].value);
      if (value !== null) steps.push({ name: flag, value, options: {} });
    } else unknown.push(word);
  }
  return {
    profile,
    steps,
    isWindowless: forbidsWindow || steps.some(({ name }) => name !== 'open'),
    wantsHelp,
    unknown,
    problem,
  };
}

/** What `--help` prints. */
export function commandLineHelp(): string {
  const line = (name: string, flag: Pick<StepFlag, 'help'> & { shown?: string }): string =>
    `${`--${name} ${flag.shown ?? ''}`.padEnd(36)} ${flag.help}`;
  const steps = Object.entries(stepFlags).flatMap(([name, flag]) => [
    `  ${line(name, flag)}`,
    ...Object.entries(flag.options ?? {}).map(([option, one]) => `    ${line(option, one)}`),
  ]);
  return `Usage: npm run --silent app -- [--profile DIR] STEP …

Opens the reader, or takes steps without a window, in the order given. The first step that is
refused ends the run.

${steps.join('\n')}
  ${'--no-window'.padEnd(36)} take the steps without a window even where --open is the only one
  ${'--profile DIR'.padEnd(36)} the folder of the notes and archives; made where it is missing

Each step prints one line of JSON to the standard output; messages for people go to the standard
error. Exit codes: 0 all was done; 1 a step was refused or failed and changed nothing, steps before
it stand; 2 the command line, a file or the profile cannot be used; 3 all was done, but records that
cannot be used were left out.`;
}
