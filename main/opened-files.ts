import { resolve } from 'node:path';

/** The bag named on a command line, as an absolute path; null where none is. */
export function bagArgument(argv: readonly string[], workingFolder: string): string | null {
  const found = argv.slice(1).find((argument) => /^[^-].*\.newsbag$/i.test(argument));
  return found === undefined ? null : resolve(workingFolder, found);
}

/** The address of a story on a command line, as a browser or a PDF reader hands it over; null where none is. */
export function linkArgument(argv: readonly string[]): string | null {
  return argv.slice(1).find((argument) => /^guzhi:\/\//i.test(argument)) ?? null;
}

/** Files and addresses that the system wants opened, kept until the interface can take them. */
export class OpenedFiles {
  private waiting: string[] = [];
  private deliver: ((path: string) => void) | undefined;

  add(path: string): void {
    if (this.deliver) this.deliver(path);
    else this.waiting.push(path);
  }

  /** Hands over what waits and everything that comes. */
  deliverTo(deliver: (path: string) => void): void {
    this.deliver = deliver;
    const waiting = this.waiting;
    this.waiting = [];
    for (const path of waiting) deliver(path);
  }

  /** Keeps files again, as when the interface is loaded anew. */
  hold(): void {
    this.deliver = undefined;
  }
}
