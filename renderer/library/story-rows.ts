/** Where a table's rows come from. */
export interface StoryRows<Row> {
  readonly count: number;
  /** Undefined until the row has been read, and where it is no longer there. */
  readonly rowAt: (index: number) => Row | undefined;
  /** Resolves once the rows between the two, both included, have been read. */
  readonly read: (first: number, last: number) => Promise<void>;
}

/** Rows read at once. */
const chunkSize = 64;
/** Chunks kept; the ones read longest ago go first. */
const mostChunks = 128;

/** Rows read in chunks as they are wanted, and kept as long as there is room. */
export class ChunkedRows<Row> implements StoryRows<Row> {
  readonly count: number;
  private readonly readRange: (from: number, to: number) => Promise<readonly (Row | undefined)[]>;
  private readonly chunks = new Map<number, readonly (Row | undefined)[]>();
  private readonly reading = new Map<number, Promise<void>>();

  /** `readRange` reads rows from `from` up to but not `to`. */
  constructor(
    count: number,
    readRange: (from: number, to: number) => Promise<readonly (Row | undefined)[]>,
  ) {
    this.count = count;
    this.readRange = readRange;
  }

  readonly rowAt = (index: number): Row | undefined =>
    this.chunks.get(Math.floor(index / chunkSize))?.[index % chunkSize];

  readonly read = async (first: number, last: number): Promise<void> => {
    const from = Math.floor(Math.max(0, first) / chunkSize);
    const to = Math.floor(Math.min(this.count - 1, last) / chunkSize);
    const wanted = Array.from({ length: Math.max(0, to - from + 1) }, (_, step) => from + step);
    await Promise.all(wanted.map((chunk) => this.readChunk(chunk)));
  };

  private readChunk(chunk: number): Promise<void> {
    if (this.chunks.has(chunk)) return Promise.resolve();
    const known = this.reading.get(chunk);
    if (known) return known;
    const from = chunk * chunkSize;
    const read = this.readRange(from, Math.min(this.count, from + chunkSize))
      .then((rows) => {
        this.chunks.set(chunk, rows);
        for (const oldest of this.chunks.keys()) {
          if (this.chunks.size <= mostChunks) break;
          this.chunks.delete(oldest);
        }
      })
      .finally(() => {
        this.reading.delete(chunk);
      });
    this.reading.set(chunk, read);
    return read;
  }
}
