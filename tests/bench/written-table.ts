import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { join } from 'node:path';

const folder = join(import.meta.dirname, '../../docs/measured');

/** What stood where the lines were measured; `busy` is the machine's load before the run. */
function circumstances(busy: number): string {
  const git = (...words: string[]): string =>
    execFileSync('git', words, { encoding: 'utf8' }).trim();
  const isAltered = git('status', '--porcelain', '--untracked-files=no') !== '';
  const commit = `${git('rev-parse', '--short', 'HEAD')}${isAltered ? ' with changes' : ''}`;
  const day = new Date().toISOString().slice(0, 10);
  const [cpu] = cpus();
  return `${day}, commit ${commit}, ${cpus().length} × ${cpu?.model ?? 'unknown'}; load of the machine before the run ${busy.toFixed(1)}.`;
}

/** The machine's load over the last minute. */
export function machineLoad(): number {
  return loadavg()[0] ?? 0;
}

/** Prints a table and, where `file` names one, writes it to `docs/measured/`. */
export function giveTable(
  table: {
    readonly title: string;
    readonly command: string;
    readonly busy: number;
    readonly lines: readonly string[];
  },
  file: string | null,
): void {
  const { title, command, busy, lines } = table;
  const text = `# ${title}\n\n\`${command}\`: ${circumstances(busy)}\n\n${lines.join('\n')}\n`;
  console.log(text);
  if (file !== null) writeFileSync(join(folder, file), text);
}
