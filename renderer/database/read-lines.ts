const newline = 10;

/**
 * The lines of a byte stream without their ends; a last line without one counts. A line may share
 * the memory of its chunk, so whoever keeps it for long must copy it.
 */
export async function* readLines(
  stream: ReadableStream<Uint8Array<ArrayBuffer>>,
): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const reader = stream.getReader();
  let pending: Uint8Array<ArrayBuffer>[] = [];
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      let start = 0;
      for (let end = value.indexOf(newline); end >= 0; end = value.indexOf(newline, start)) {
        const tail = value.subarray(start, end);
        yield pending.length === 0 ? tail : concatenate([...pending, tail]);
        pending = [];
        start = end + 1;
      }
      if (start < value.length) pending.push(value.subarray(start));
    }
    if (pending.length > 0) yield concatenate(pending);
  } finally {
    // After an early return nobody reads on: main must learn of it.
    await reader.cancel().catch(() => undefined);
  }
}

function concatenate(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
