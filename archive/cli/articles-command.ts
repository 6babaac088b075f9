import { openBag } from '../bag/bag-reader.ts';
import type { Command } from './command.ts';
import { ProgressLine, UsageError, exitCodes, writeLine, writeSlowly } from './terminal.ts';
import type { Terminal } from './terminal.ts';
import { problemLine } from './verify-command.ts';

const help = `Usage: archive articles FILE.newsbag

Prints the articles as they are accepted, bodies included, one JSON record a line, in
the order of the bag. Records that are skipped, and everything else that is found, go
to standard error; where the bag is refused the records printed so far are not to be
relied on, and the exit code says so.

  --quiet      print no problems but those that refuse the bag
  --progress   show progress even when nobody seems to watch
Exit codes: 0 all read; 1 the bag is refused; 2 the file could not be read.`;

async function run(terminal: Terminal, operands: readonly string[]): Promise<number> {
  const [file, ...more] = operands;
  if (file === undefined || more.length > 0) throw new UsageError('articles takes one file');
  const opening = await openBag(file);
  if (opening.outcome === 'refused') {
    for (const found of opening.problems) writeLine(terminal.err, problemLine(found));
    const isUnreadable = opening.problems.some(({ code }) => code === 'unreadable');
    return isUnreadable ? exitCodes.unusable : exitCodes.bad;
  }
  const progress = new ProgressLine(terminal);
  try {
    const report = await opening.bag.read({
      article: (_article, line) => writeSlowly(terminal.out, `${line}\n`),
      progress: ({ articles, totalArticles }) => {
        progress.update(() => `${String(articles)} of ${String(totalArticles)} articles`);
      },
    });
    progress.end();
    for (const found of report.problems) {
      if (terminal.isQuiet && found.severity !== 'refuse') continue;
      writeLine(terminal.err, problemLine(found));
    }
    return report.isValid ? exitCodes.good : exitCodes.bad;
  } finally {
    progress.end();
    await opening.bag.close();
  }
}

export const articlesCommand: Command = {
  name: 'articles',
  summary: 'print the records of a bag as NDJSON',
  help,
  options: {},
  run,
};
