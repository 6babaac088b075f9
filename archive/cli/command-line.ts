import { parseArgs } from 'node:util';
import { articlesCommand } from './articles-command.ts';
import { buildCommand } from './build-command.ts';
import type { Command, OptionValues } from './command.ts';
import { convertCommand } from './convert-command.ts';
import { extractCommand } from './extract-command.ts';
import { infoCommand } from './info-command.ts';
import { UsageError, exitCodes, writeLine } from './terminal.ts';
import type { Terminal } from './terminal.ts';
import { verifyCommand } from './verify-command.ts';

const commands: readonly Command[] = [
  buildCommand,
  verifyCommand,
  infoCommand,
  articlesCommand,
  extractCommand,
  convertCommand,
];

const help = `Usage: npm run --silent archive -- COMMAND …

Builds, checks and reads newspaper archives: BagIt bags in one ZIP, *.newsbag.
archive/README.md specifies the format.

${commands.map(({ name, summary }) => `  ${name.padEnd(10)}${summary}`).join('\n')}

COMMAND --help tells more about each.`;

const sharedOptions = {
  help: { type: 'boolean', short: 'h' },
  quiet: { type: 'boolean' },
  progress: { type: 'boolean' },
} as const;

/** The streams a command line is run with. */
export interface Streams {
  readonly out: NodeJS.WritableStream;
  readonly err: NodeJS.WritableStream & { readonly isTTY?: boolean };
}

async function runCommand(args: readonly string[], { out, err }: Streams): Promise<number> {
  const [name, ...rest] = args;
  if (name === undefined || name === '--help' || name === '-h') {
    writeLine(name === undefined ? err : out, help);
    return name === undefined ? exitCodes.unusable : exitCodes.good;
  }
  const command = commands.find((one) => one.name === name);
  if (!command) throw new UsageError(`there is no command ${name}`);
  const parsed = parseArgs({
    args: rest,
    options: { ...command.options, ...sharedOptions },
    allowPositionals: true,
  });
  const values: OptionValues = parsed.values;
  if (values.help === true) {
    writeLine(out, command.help);
    return exitCodes.good;
  }
  const isQuiet = values.quiet === true;
  const terminal: Terminal = {
    out,
    err,
    isQuiet,
    showsProgress: !isQuiet && (values.progress === true || err.isTTY === true),
  };
  return await command.run(terminal, parsed.positionals, values);
}

function isParseError(error: Error): boolean {
  return 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS');
}

/** Mistakes of the command line and failing files have a message; anything else is a bug. */
function messageOf(error: unknown): string | null {
  if (!(error instanceof Error)) return null;
  if (error instanceof UsageError || isParseError(error)) return `${error.message}; see --help`;
  return 'code' in error ? error.message : null;
}

/** Runs a command line; the exit code. Throws where there is a bug. */
export async function runCommandLine(args: readonly string[], streams: Streams): Promise<number> {
  try {
    return await runCommand(args, streams);
  } catch (error) {
    const message = messageOf(error);
    if (message === null) throw error;
    writeLine(streams.err, `archive: ${message}`);
    return exitCodes.unusable;
  }
}
