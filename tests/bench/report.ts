import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { loadavg } from 'node:os';
import { join } from 'node:path';

/** What the line of place and time of a table needs to say what the figures are worth. */
function where(projectFolder: string): string {
  const commit = execFileSync('git', ['rev-parse', '--short', 'HEAD'], {
    cwd: projectFolder,
    encoding: 'utf8',
  }).trim();
  const { version } = JSON.parse(
    readFileSync(join(projectFolder, 'node_modules/electron/package.json'), 'utf8'),
  ) as { version: string };
  const [load = 0] = loadavg();
  const day = new Date().toISOString().slice(0, 10);
  return `${day}, commit ${commit}, Electron ${version}, load ${load.toFixed(1)} at the beginning`;
}

/** From this line on a file is somebody's own words, which stay when the figures are written anew. */
const proseMark = '<!-- Below: written by hand -->';

function proseOf(file: string): string {
  const former = existsSync(file) ? readFileSync(file, 'utf8') : '';
  const at = former.indexOf(proseMark);
  return at === -1 ? '' : `\n${former.slice(at)}`;
}

/**
 * Prints the lines of a benchmark and, where `--write` is among the words, keeps them in
 * `docs/measured/NAME.md`.
 */
export class Report {
  readonly #lines: string[] = [];
  readonly #place: string;
  readonly #writes: boolean;
  readonly #name: string;
  readonly #command: string;
  readonly #title: string;

  /** `command` is the benchmark's name, where its file is called otherwise. */
  constructor(name: string, title: string, words: readonly string[], command = name) {
    this.#name = name;
    this.#command = command;
    this.#title = title;
    this.#writes = words.includes('--write');
    this.#place = where(process.cwd());
  }

  line(text = ''): void {
    this.#lines.push(text);
    console.log(text);
  }

  table(head: readonly string[], rows: readonly (readonly string[])[]): void {
    this.line();
    this.line(`| ${head.join(' | ')} |`);
    this.line(`| --- |${' ---: |'.repeat(head.length - 1)}`);
    for (const row of rows) this.line(`| ${row.join(' | ')} |`);
    this.line();
  }

  end(): void {
    if (!this.#writes) return;
    const file = join(process.cwd(), 'docs/measured', `${this.#name}.md`);
    const head = `# ${this.#title}\n\n\`npm run bench -- ${this.#command} --write\`: ${this.#place}.\n`;
    const body = this.#lines.join('\n').replace(/\n{3,}/g, '\n\n');
    writeFileSync(file, `${head}\n${body.trim()}\n${proseOf(file)}`);
    console.log(`\nWritten to docs/measured/${this.#name}.md`);
  }
}

/** The first word that is a number, or what is usual. */
export function countIn(words: readonly string[], usual: number): number {
  const count = words.find((word) => /^\d+$/.test(word));
  return count === undefined ? usual : Number(count);
}
