import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
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

/**
 * Prints the lines of a benchmark and, where `--write` is among the words, keeps them in
 * `docs/measured/NAME.md`.
 */
export class Report {
  readonly #lines: string[] = [];
  readonly #place: string;
  readonly #writes: boolean;
  readonly #name: string;
  readonly #title: string;

  constructor(name: string, title: string, words: readonly string[]) {
    this.#name = name;
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
    const head = `# ${this.#title}\n\n\`npm run bench -- ${this.#name} --write\`: ${this.#place}.\n`;
    const body = this.#lines.join('\n').replace(/\n{3,}/g, '\n\n');
    writeFileSync(file, `${head}\n${body.trim()}\n`);
    console.log(`\nWritten to docs/measured/${this.#name}.md`);
  }
}

/** The first word that is a number, or what is usual. */
export function countIn(words: readonly string[], usual: number): number {
  const count = words.find((word) => /^\d+$/.test(word));
  return count === undefined ? usual : Number(count);
}
