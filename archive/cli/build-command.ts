import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { writeBag } from '../bag/bag-writer.ts';
import { importMarkdown } from '../import/markdown/import-markdown.ts';
import type { ImportedArchive } from '../import/markdown/import-markdown.ts';
import { textOption } from './command.ts';
import type { Command, OptionValues } from './command.ts';
import { createdTime } from './created.ts';
import { generator } from './generator.ts';
import { importPages } from './page-sources.ts';
import { readSourceFolder } from './source-folder.ts';
import { sourceProblemText } from './source-problem-text.ts';
import { ProgressLine, UsageError, exitCodes, writeLine } from './terminal.ts';
import type { Terminal } from './terminal.ts';

const help = `Usage: archive build FOLDER --out FILE.newsbag
       archive build PAGE.md… --out FILE.newsbag --publication NAME --date DATE --page NUMBER…

Builds a bag, either from a folder of Markdown stories (archive/README.md describes
it) or from pages of a newspaper as OCR delivers them in Markdown, all of one issue.
The same sources give the same bytes. An existing FILE is replaced when the new one
is complete.

  --out FILE           where the bag is written

For pages:
  --publication NAME   name of the newspaper
  --date DATE          date of the issue, e.g. 2022-07-18
  --page NUMBER        number of the page as printed; once for every page
  --page-name NAME     name of the page (版名); once for every page
  --number TEXT        number of the issue as printed
  --language TAG       BCP 47, default zh-Hans-CN
  --rights TEXT        one sentence on who may do what, shown to readers
  --id URN             urn:uuid:… of the archive; default: made from the publication's name
  --revision NUMBER    default 1

  --quiet              print nothing but errors
  --progress           show progress even when nobody seems to watch

The time of making is SOURCE_DATE_EPOCH where it is set, else the newest issue's day.
Exit codes: 0 built; 1 the sources have errors (each is printed with file and line);
2 something could not be read or written.`;

async function importFolder(terminal: Terminal, folder: string): Promise<ImportedArchive | null> {
  const { archive, problems } = importMarkdown(await readSourceFolder(folder));
  for (const problem of problems) {
    if (!(terminal.isQuiet && problem.isWarning)) {
      writeLine(terminal.err, sourceProblemText(problem));
    }
  }
  return archive;
}

async function run(
  terminal: Terminal,
  operands: readonly string[],
  options: OptionValues,
): Promise<number> {
  const out = textOption(options, 'out');
  const [first, ...more] = operands;
  if (out === undefined) throw new UsageError('--out FILE is missing');
  if (first === undefined) throw new UsageError('no source is named');
  const isFolder = (await stat(first)).isDirectory();
  if (isFolder && more.length > 0) throw new UsageError('a folder is built by itself');
  const archive = isFolder
    ? await importFolder(terminal, first)
    : await importPages(operands, options);
  if (!archive) return exitCodes.bad;
  const progress = new ProgressLine(terminal);
  const { fileBytes, counts } = await writeBag(
    out,
    {
      description: {
        ...archive.description,
        created: createdTime(archive.issues, process.env.SOURCE_DATE_EPOCH),
        generator,
      },
      issues: archive.issues,
      articles: archive.articles,
      media: archive.media.map((path) => ({ path, file: join(first, path) })),
    },
    {
      progress: (articles) => {
        progress.update(() => `${String(articles)} of ${String(archive.articles.length)} articles`);
      },
    },
  );
  progress.end();
  if (!terminal.isQuiet) {
    const { issues, pages, articles, media } = counts;
    writeLine(
      terminal.out,
      `${out}: ${String(issues)} issues, ${String(pages)} pages, ${String(articles)} articles, ` +
        `${String(media)} pictures, ${String(fileBytes)} bytes`,
    );
  }
  return exitCodes.good;
}

export const buildCommand: Command = {
  name: 'build',
  summary: 'build a bag from Markdown sources or newspaper pages',
  help,
  options: {
    out: { type: 'string' },
    publication: { type: 'string' },
    date: { type: 'string' },
    page: { type: 'string', multiple: true },
    'page-name': { type: 'string', multiple: true },
    number: { type: 'string' },
    language: { type: 'string' },
    rights: { type: 'string' },
    id: { type: 'string' },
    revision: { type: 'string' },
  },
  run,
};
