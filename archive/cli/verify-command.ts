import { openBag } from '../bag/bag-reader.ts';
import { visibleText } from '../bag/zip/entry-name.ts';
import type { BagProblem, BagReport } from '../model/bag-report.ts';
import type { Command, OptionValues } from './command.ts';
import { problemText } from './problem-text.ts';
import { ProgressLine, UsageError, exitCodes, writeLine } from './terminal.ts';
import type { Terminal } from './terminal.ts';
import { verifyBagIt } from './verify-bagit.ts';

const help = `Usage: archive verify FILE.newsbag [--json]
       archive verify --bagit FILE.zip|FOLDER

Reads a bag from its first byte to its last: container, tag files, every digest, every
record. Nothing is written.

  --json       the report as JSON: valid, problems [{code, severity, path, line,
               details, message}], unlistedProblems, accepted, damagedMedia,
               checkedFiles, bytes
  --bagit      check any bag, also an unpacked one, by the rules of BagIt 0.93 to 1.0
               alone: refuse then means invalid
  --quiet      print nothing but problems that refuse the bag
  --progress   show progress even when nobody seems to watch

Severities: refuse (the bag is not loaded), skip (one record is left out), warn
(accepted), neutralise (accepted, made harmless where it is shown or carried).
Exit codes: 0 valid, warnings included; 1 invalid; 2 the file could not be read.`;

const nothingRead: Omit<BagReport, 'problems'> = {
  isValid: false,
  unlistedProblems: 0,
  accepted: { issues: 0, articles: 0 },
  damagedMedia: [],
  checkedFiles: 0,
  bytes: 0,
};

/** Opens and reads a bag; a refusal before reading gives a report too. */
export async function verifyBag(terminal: Terminal, file: string): Promise<BagReport> {
  const opening = await openBag(file);
  if (opening.outcome === 'refused') return { ...nothingRead, problems: opening.problems };
  const progress = new ProgressLine(terminal);
  try {
    return await opening.bag.read({
      progress: ({ bytes, totalBytes, articles }) => {
        progress.update(
          () =>
            `${String(Math.floor((bytes / Math.max(1, totalBytes)) * 100))} % ` +
            `of ${String(totalBytes)} bytes, ${String(articles)} articles`,
        );
      },
    });
  } finally {
    progress.end();
    await opening.bag.close();
  }
}

function reportAsJson(file: string, report: BagReport): string {
  const { isValid, problems, ...rest } = report;
  const explained = problems.map((found) => ({ ...found, message: problemText(found) }));
  return JSON.stringify({ file, valid: isValid, problems: explained, ...rest }, null, 2);
}

/** One line of a report: severity, place and what it means. */
export function problemLine(found: BagProblem): string {
  const line = found.line === undefined ? '' : `:${String(found.line)}`;
  const place = found.path === '' ? '' : ` ${found.path}${line}`;
  const details = Object.entries(found.details)
    .map(([name, value]) => `${name}=${String(value)}`)
    .join(' ');
  const shown = details === '' ? '' : ` (${details})`;
  // What a bag says may hold commands to the terminal, or line ends to forge a report with.
  return visibleText(`${found.severity} ${found.code}${place}: ${problemText(found)}${shown}`);
}

function exitCode(isValid: boolean, problems: readonly BagProblem[]): number {
  if (isValid) return exitCodes.good;
  return problems.some(({ code }) => code === 'unreadable') ? exitCodes.unusable : exitCodes.bad;
}

async function judgeBagIt(terminal: Terminal, path: string, asJson: boolean): Promise<number> {
  const { isValid, version, problems } = await verifyBagIt(path);
  if (asJson) {
    const explained = problems.map((found) => ({ ...found, message: problemText(found) }));
    const report = { file: path, valid: isValid, version, problems: explained };
    writeLine(terminal.out, JSON.stringify(report, null, 2));
  } else {
    for (const found of problems) writeLine(terminal.out, problemLine(found));
    const name = version === null ? 'BagIt' : `BagIt ${version}`;
    if (!terminal.isQuiet) {
      writeLine(terminal.out, `${path}: ${isValid ? `valid ${name}` : `INVALID ${name}`}`);
    }
  }
  return exitCode(isValid, problems);
}

async function run(
  terminal: Terminal,
  operands: readonly string[],
  options: OptionValues,
): Promise<number> {
  const [file, ...more] = operands;
  if (file === undefined || more.length > 0) throw new UsageError('verify takes one file');
  if (options.bagit === true) return await judgeBagIt(terminal, file, options.json === true);
  const report = await verifyBag(terminal, file);
  if (options.json === true) writeLine(terminal.out, reportAsJson(file, report));
  else {
    for (const found of report.problems) {
      if (terminal.isQuiet && found.severity !== 'refuse') continue;
      writeLine(terminal.out, problemLine(found));
    }
    if (!terminal.isQuiet) {
      if (report.unlistedProblems > 0) {
        writeLine(terminal.out, `and ${String(report.unlistedProblems)} more of the same kinds`);
      }
      const { issues, articles } = report.accepted;
      writeLine(
        terminal.out,
        `${file}: ${report.isValid ? 'valid' : 'INVALID'}; ${String(issues)} issues and ` +
          `${String(articles)} articles accepted, ${String(report.checkedFiles)} digests compared, ` +
          `${String(report.bytes)} bytes of payload read`,
      );
    }
  }
  return exitCode(report.isValid, report.problems);
}

export const verifyCommand: Command = {
  name: 'verify',
  summary: 'check a bag from its first byte to its last',
  help,
  options: { json: { type: 'boolean' }, bagit: { type: 'boolean' } },
  run,
};
