/** Bytes handed over at once, and how many may wait for the reader. */
const chunkBytes = 1 << 17;
const waitingBytes = 1 << 20;

/** Text on its way to a reader that sets the pace: `send` waits while enough is under way. */
export class BackPressuredLines {
  readonly stream: ReadableStream<Uint8Array>;
  private readonly encoder = new TextEncoder();
  private controller: ReadableStreamDefaultController<Uint8Array> | undefined;
  private pending: string[] = [];
  private pendingLength = 0;
  private onPull: (() => void) | undefined;
  private isOver = false;

  /** `onCancel` is called when the reader goes away before the end. */
  constructor(onCancel: () => void) {
    this.stream = new ReadableStream<Uint8Array>(
      {
        start: (controller) => {
          this.controller = controller;
        },
        pull: () => {
          this.onPull?.();
        },
        cancel: () => {
          this.isOver = true;
          this.onPull?.();
          onCancel();
        },
      },
      new ByteLengthQueuingStrategy({ highWaterMark: waitingBytes }),
    );
  }

  /** Resolves at once while the reader keeps up. After the reader went away it does nothing. */
  async send(text: string): Promise<void> {
    this.pending.push(text);
    this.pendingLength += text.length;
    if (this.pendingLength >= chunkBytes) await this.flush();
  }

  async flush(): Promise<void> {
    if (this.isOver || this.pendingLength === 0) return;
    const bytes = this.encoder.encode(this.pending.join(''));
    this.pending = [];
    this.pendingLength = 0;
    this.controller?.enqueue(bytes);
    while (this.isFull()) {
      await new Promise<void>((resolve) => {
        this.onPull = resolve;
      });
    }
  }

  private isFull(): boolean {
    return !this.isOver && (this.controller?.desiredSize ?? 1) <= 0;
  }

  end(): void {
    if (this.isOver) return;
    this.isOver = true;
    this.controller?.close();
  }

  breakOff(error: Error): void {
    if (this.isOver) return;
    this.isOver = true;
    this.onPull?.();
    this.controller?.error(error);
  }
}
