import { existsSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { writeBag } from '../bag/bag-writer.ts';
import type { BagContents } from '../bag/bag-writer.ts';
import { generator } from '../bag/generator.ts';
import { importSources } from '../bag/sources/import-sources.ts';
import { assembleArchive, publicationArchiveId } from '../import/assembly/assemble-archive.ts';
import { createdTime } from '../import/assembly/created-time.ts';
import { importMarkdown } from '../import/markdown/import-markdown.ts';
import { textOption } from './command.ts';
import type { Command, OptionValues } from './command.ts';
import { readSourceFolder } from './source-folder.ts';
import { findSources } from './source-orders.ts';
import { sourceProblemText } from './source-problem-text.ts';
import { remarkLines, reportLine } from './source-remark-text.ts';
import { ProgressLine, UsageError, exitCodes, writeLine } from './terminal.ts';
import type { Terminal } from './terminal.ts';
import { openWordTable } from './word-table.ts';

const help = `Usage: archive build FOLDER --out FILE.newsbag
       archive build PAGE.md… --out FILE.newsbag --publication NAME --date DATE --page NUMBER…
       archive build FOLDER-OF-PAGES --out FILE.newsbag
       archive build TABLE.csv --out FILE.newsbag

Builds a bag: from a folder of Markdown stories with an archive.yaml (archive/README.md
describes it); from pages of a newspaper as OCR delivers them in Markdown or plain text,
whose stories are restored; from single stories with front matter; or from a table of
holdings (CSV or Excel) with title, date, page, author and a path to the text.
The same sources give the same bytes. An existing FILE is replaced when the new one
is complete. Decisions kept beside a page (PAGE.md.decisions.json) are applied.

  --out FILE           where the bag is written

For pages, stories and tables; what is not given is taken from front matter or file names:
  --publication NAME   name of the newspaper
  --date DATE          date of the issue, e.g. 2022-07-18
  --page NUMBER        number of the page as printed; once for every page
  --page-name NAME     name of the page (版名); once for every page
  --pattern PATTERN    how file names are made, e.g. '{publication}_{date}_{page}_{name}'
  --number TEXT        number of the issue as printed
  --language TAG       BCP 47; default: recognised story by story
  --rights TEXT        one sentence on who may do what, shown to readers
  --id URN             urn:uuid:… of the archive; default: made from the publication's name
  --revision NUMBER    default 1

  --quiet              print nothing but errors
  --progress           show progress even when nobody seems to watch

The time of making is SOURCE_DATE_EPOCH where it is set, else the newest issue's day.
Exit codes: 0 built; 1 the sources have errors (each is printed with file and line);
2 something could not be read or written.`;

/** Throws where an option cannot be what it should be, before anything is read. */
function checkOptions(options: OptionValues): void {
  const revision = textOption(options, 'revision');
  if (revision !== undefined && !/^[1-9]\d{0,14}$/u.test(revision)) {
    throw new UsageError(`--revision ${revision} is no whole number from 1`);
  }
  const id = textOption(options, 'id');
  if (id !== undefined && !/^urn:uuid:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/u.test(id)) {
    throw new UsageError(`--id ${id} is no urn:uuid:… in lower case`);
  }
  const language = textOption(options, 'language');
  if (language !== undefined && !/^[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*$/u.test(language)) {
    throw new UsageError(`--language ${language} is no BCP 47 tag, e.g. zh-Hans-CN`);
  }
  const epoch = process.env.SOURCE_DATE_EPOCH;
  if (epoch !== undefined && !/^\d{1,12}$/u.test(epoch)) {
    throw new UsageError(`SOURCE_DATE_EPOCH ${epoch} is no number of seconds`);
  }
}

type Built = Pick<BagContents, 'media'> & ReturnType<typeof assembleArchive>;

async function importFolder(terminal: Terminal, folder: string): Promise<Built | null> {
  const { archive, problems } = importMarkdown(await readSourceFolder(folder));
  for (const problem of problems) {
    if (!(terminal.isQuiet && problem.isWarning)) {
      writeLine(terminal.err, sourceProblemText(problem));
    }
  }
  if (!archive) return null;
  return { ...archive, media: archive.media.map((path) => ({ path, file: join(folder, path) })) };
}

async function importPages(
  terminal: Terminal,
  operands: readonly string[],
  options: OptionValues,
): Promise<Built | null> {
  const { publication, orders, remarks } = await findSources(operands, options);
  const language = textOption(options, 'language');
  const progress = new ProgressLine(terminal);
  const { drafts, media, reports } = await importSources(orders, {
    words: await openWordTable(),
    language,
    progress: (done) => {
      progress.update(() => `${String(done)} of ${String(orders.length)} sources`);
    },
  });
  progress.end();
  if (!terminal.isQuiet) {
    for (const { source, remark } of remarks) {
      for (const line of remarkLines(source, [remark])) writeLine(terminal.err, line);
    }
    for (const report of reports) {
      writeLine(terminal.out, reportLine(report));
      for (const line of remarkLines(report.source, report.remarks)) writeLine(terminal.err, line);
    }
  }
  if (drafts.length === 0) {
    writeLine(terminal.err, 'nothing could be read; no bag was made');
    return null;
  }
  const paper = {
    id: textOption(options, 'id') ?? publicationArchiveId(publication),
    revision: Number(textOption(options, 'revision') ?? 1),
    title: publication,
    language,
    rights: textOption(options, 'rights') ?? '',
  };
  return { ...assembleArchive(paper, drafts), media };
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
  checkOptions(options);
  const isMarkdown = (await stat(first)).isDirectory() && existsSync(join(first, 'archive.yaml'));
  if (isMarkdown && more.length > 0) throw new UsageError('a folder is built by itself');
  const archive = isMarkdown
    ? await importFolder(terminal, first)
    : await importPages(terminal, operands, options);
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
      media: archive.media,
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
    pattern: { type: 'string' },
    number: { type: 'string' },
    language: { type: 'string' },
    rights: { type: 'string' },
    id: { type: 'string' },
    revision: { type: 'string' },
  },
  run,
};
