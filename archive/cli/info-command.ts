import { openBag } from '../bag/bag-reader.ts';
import { visibleText } from '../bag/zip/entry-name.ts';
import type { Command, OptionValues } from './command.ts';
import { UsageError, exitCodes, writeLine } from './terminal.ts';
import type { Terminal } from './terminal.ts';
import { problemLine } from './verify-command.ts';

const help = `Usage: archive info FILE.newsbag [--json]

Tells what a bag is: archive.json, bag-info.txt and the files of the payload. The
container and the tag files are checked; the payload is not (see verify).

  --json     as JSON
Exit codes: 0; 1 the bag is refused; 2 the file could not be read.`;

async function run(
  terminal: Terminal,
  operands: readonly string[],
  options: OptionValues,
): Promise<number> {
  const [file, ...more] = operands;
  if (file === undefined || more.length > 0) throw new UsageError('info takes one file');
  const opening = await openBag(file);
  if (opening.outcome === 'refused') {
    for (const found of opening.problems) writeLine(terminal.err, problemLine(found));
    const isUnreadable = opening.problems.some(({ code }) => code === 'unreadable');
    return isUnreadable ? exitCodes.unusable : exitCodes.bad;
  }
  const { bag } = opening;
  await bag.close();
  const { description, fileBytes, metadata } = bag;
  if (options.json === true) {
    const payload = Object.fromEntries(bag.payload);
    const bagInfo = metadata.map(([label, value]) => ({ label, value }));
    const whole = { file, fileBytes, description, bagInfo, payload };
    writeLine(terminal.out, JSON.stringify(whole, null, 2));
    return exitCodes.good;
  }
  const { counts } = description;
  const rows: readonly (readonly [string, string])[] = [
    ['title', description['dcterms:title']],
    ['publisher', description['dcterms:publisher']],
    ['covers', description['dcterms:temporal']],
    ['language', description['dcterms:language']],
    ['rights', description['dcterms:rights']],
    ['license', description['dcterms:license']],
    ['sample', description.sample ? 'yes: an imaginary newspaper' : ''],
    ['id', description.id],
    ['revision', String(description.revision)],
    ['format', description.formatVersion],
    ['made', `${description.created} by ${description.generator}`],
    ['issues', `${String(counts.issues)} with ${String(counts.pages)} pages`],
    ['articles', String(counts.articles)],
    ['pictures', String(counts.media)],
    ['payload', `${String(counts.bytes)} bytes in ${String(bag.payload.size)} files`],
    ['file', `${String(fileBytes)} bytes`],
  ];
  for (const [name, value] of rows) {
    if (value !== '') writeLine(terminal.out, `${name.padEnd(10)}${visibleText(value)}`);
  }
  return exitCodes.good;
}

export const infoCommand: Command = {
  name: 'info',
  summary: 'tell what a bag is',
  help,
  options: { json: { type: 'boolean' } },
  run,
};
