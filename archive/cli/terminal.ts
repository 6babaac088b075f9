/** Where a command speaks to, and what it was told about speaking. */
export interface Terminal {
  readonly out: NodeJS.WritableStream;
  readonly err: NodeJS.WritableStream;
  /** Progress is shown only to a person who watches, or on request. */
  readonly showsProgress: boolean;
  readonly isQuiet: boolean;
}

/** Ends of commands, as the shell sees them. */
export const exitCodes = { good: 0, bad: 1, unusable: 2 } as const;

/** A command line that cannot be understood; the message is for the person who typed it. */
export class UsageError extends Error {}

export function writeLine(stream: NodeJS.WritableStream, line: string): void {
  stream.write(`${line}\n`);
}

/** Writes a line and waits where the receiver is slower than we are. */
export async function writeSlowly(stream: NodeJS.WritableStream, text: string): Promise<void> {
  if (stream.write(text)) return;
  await new Promise<void>((resolve) => {
    stream.once('drain', resolve);
  });
}

const progressEveryMs = 250;

/** Shows how far a long run has come, on one line that is written over again. */
export class ProgressLine {
  readonly #terminal: Terminal;
  #last = 0;
  #width = 0;

  constructor(terminal: Terminal) {
    this.#terminal = terminal;
  }

  update(text: () => string): void {
    const now = Date.now();
    if (!this.#terminal.showsProgress || now - this.#last < progressEveryMs) return;
    this.#last = now;
    const line = text();
    this.#terminal.err.write(`\r${line.padEnd(this.#width)}`);
    this.#width = line.length;
  }

  /** Clears the line. */
  end(): void {
    if (this.#width > 0) this.#terminal.err.write(`\r${' '.repeat(this.#width)}\r`);
    this.#width = 0;
  }
}
