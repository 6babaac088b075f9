import type { BlockedRequest } from '../preload/bridge.ts';

const kept = 500;

/** What tried to leave the machine, or come from outside the archive, and was stopped. */
export class BlockedLog {
  onChange: ((count: number) => void) | undefined;
  private readonly latest: BlockedRequest[] = [];
  private total = 0;

  add(url: string, by: string): void {
    this.total++;
    this.latest.push({ at: new Date().toISOString(), url: url.slice(0, 2_000), by });
    if (this.latest.length > kept) this.latest.shift();
    this.onChange?.(this.total);
  }

  get count(): number {
    return this.total;
  }

  /** The latest 500, oldest first. */
  list(): readonly BlockedRequest[] {
    return [...this.latest];
  }
}
