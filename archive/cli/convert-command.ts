import { scripts, type Script } from '../text/script/configuration.ts';
import type { Conversion } from '../text/script/conversion.ts';
import type { ConversionOptions, ScriptEngine } from '../text/script/script-engine.ts';
import { textOption } from './command.ts';
import type { Command, OptionValues } from './command.ts';
import { openScriptEngine } from './script-dictionary.ts';
import { UsageError, exitCodes, writeSlowly } from './terminal.ts';
import type { Terminal } from './terminal.ts';

const help = `Usage: archive convert [--from SCRIPT|auto] --to SCRIPT [--strict] [--align] < TEXT

Converts text from standard input line by line. SCRIPT is one of
  hans  simplified                       tw   traditional as in Taiwan
  hant  traditional, OpenCC's own forms  twp  Taiwan with its vocabulary
  hk    traditional as in Hong Kong

  --from     the script of the text; auto, the default, looks at each line
  --strict   exactly as OpenCC 1.4.2; without it words are kept whole and names are known
  --align    each line as JSON: {"text": …, "runs": [[source, target], …]}, the lengths in
             code points of the smallest stretches that correspond, in order
Exit codes: 0; 2 the command line makes no sense.`;

function scriptOption(options: OptionValues, name: string): Script {
  const value = textOption(options, name);
  const script = scripts.find((one) => one === value);
  if (script === undefined) {
    throw new UsageError(`--${name} takes one of ${scripts.join(', ')}`);
  }
  return script;
}

function codePoints(text: string): number {
  let count = 0;
  for (let at = 0; at < text.length; at += 1) {
    const isSecondHalf =
      (text.charCodeAt(at) & 0xfc00) === 0xdc00 && (text.charCodeAt(at - 1) & 0xfc00) === 0xd800;
    if (!isSecondHalf) count += 1;
  }
  return count;
}

/** A conversion as one line of JSON, its positions in code points. */
function alignedLine(conversion: Conversion): string {
  const runs: (readonly [number, number])[] = [];
  let source = 0;
  for (const run of conversion.runs) {
    const sourceText = conversion.sourceText.slice(source, source + run.source);
    const target = conversion.toConverted({ start: source, end: source + run.source });
    source += run.source;
    if (run.kind === 'each') {
      for (let left = codePoints(sourceText); left > 0; left -= 1) runs.push([1, 1]);
    } else {
      runs.push([
        codePoints(sourceText),
        codePoints(conversion.text.slice(target.start, target.end)),
      ]);
    }
  }
  return JSON.stringify({ text: conversion.text, runs });
}

/** The lines of a stream without their U+000A; `isEnded` is false for a last line that lacks it. */
async function* linesOf(
  input: AsyncIterable<string | Uint8Array>,
): AsyncGenerator<{ readonly line: string; readonly isEnded: boolean }> {
  const decoder = new TextDecoder('utf-8');
  let rest = '';
  for await (const chunk of input) {
    rest += typeof chunk === 'string' ? chunk : decoder.decode(chunk, { stream: true });
    const lines = rest.split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) yield { line, isEnded: true };
  }
  rest += decoder.decode();
  if (rest !== '') yield { line: rest, isEnded: false };
}

/** Converts the lines of a stream. */
export async function convertLines(
  engine: ScriptEngine,
  input: AsyncIterable<string | Uint8Array>,
  output: NodeJS.WritableStream,
  options: ConversionOptions & { readonly isAligned: boolean },
): Promise<void> {
  for await (const { line, isEnded } of linesOf(input)) {
    const conversion = engine.convert(line, options);
    if (options.isAligned) await writeSlowly(output, `${alignedLine(conversion)}\n`);
    else await writeSlowly(output, isEnded ? `${conversion.text}\n` : conversion.text);
  }
}

async function run(
  terminal: Terminal,
  operands: readonly string[],
  options: OptionValues,
): Promise<number> {
  if (operands.length > 0) throw new UsageError('convert reads standard input');
  const { strict, align } = options;
  const from = textOption(options, 'from') ?? 'auto';
  await convertLines(await openScriptEngine(), process.stdin, terminal.out, {
    to: scriptOption(options, 'to'),
    from: from === 'auto' ? 'auto' : scriptOption(options, 'from'),
    mode: strict === true ? 'strict' : 'smart',
    isAligned: align === true,
  });
  return exitCodes.good;
}

export const convertCommand: Command = {
  name: 'convert',
  summary: 'convert text between the scripts of Chinese',
  help,
  options: {
    from: { type: 'string' },
    to: { type: 'string' },
    strict: { type: 'boolean' },
    align: { type: 'boolean' },
  },
  run,
};
