import type { ParseArgsConfig } from 'node:util';
import type { Terminal } from './terminal.ts';

/** Values of a parsed command line; an option that may recur has a list. */
export type OptionValues = Readonly<
  Record<string, string | boolean | (string | boolean)[] | undefined>
>;

/** One word of the command line and what it does. */
export interface Command {
  readonly name: string;
  readonly summary: string;
  /** Printed by `--help`. */
  readonly help: string;
  readonly options: NonNullable<ParseArgsConfig['options']>;
  /** The exit code. Throws a UsageError for a command line that makes no sense. */
  run(terminal: Terminal, operands: readonly string[], options: OptionValues): Promise<number>;
}

/** An option's text, where it was given. */
export function textOption(options: OptionValues, name: string): string | undefined {
  const value = options[name];
  return typeof value === 'string' ? value : undefined;
}

/** All texts of an option that may recur. */
export function textsOption(options: OptionValues, name: string): readonly string[] {
  const value = options[name];
  return Array.isArray(value) ? value.filter((one) => typeof one === 'string') : [];
}
