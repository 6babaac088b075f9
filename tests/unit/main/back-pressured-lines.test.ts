import { describe, expect, test } from 'vitest';
import { BackPressuredLines } from '../../../main/back-pressured-lines.ts';

const line = `${'字'.repeat(999)}\n`;

/** Sends lines until the reader's pace holds it up; counts what was taken. */
function keepSending(
  lines: BackPressuredLines,
  total: number,
): { sent: number; done: Promise<void> } {
  const state = { sent: 0, done: Promise.resolve() };
  state.done = (async () => {
    for (; state.sent < total; state.sent++) await lines.send(line);
    await lines.flush();
    lines.end();
  })();
  return state;
}

const settle = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 30));

describe('a stream with back-pressure', () => {
  test('waits for the reader and loses nothing', async () => {
    const lines = new BackPressuredLines(() => undefined);
    const total = 5_000;
    const sending = keepSending(lines, total);
    await settle();
    const heldAt = sending.sent;
    // One megabyte of UTF-8 may wait, and what was being gathered.
    expect(heldAt).toBeLessThan(600);
    await settle();
    expect(sending.sent).toBe(heldAt);
    const text = await new Response(lines.stream).text();
    await sending.done;
    expect(text).toBe(line.repeat(total));
  });

  test('ends the sender when the reader goes away', async () => {
    let isCancelled = false;
    const lines = new BackPressuredLines(() => {
      isCancelled = true;
    });
    const sending = keepSending(lines, 5_000);
    const reader = lines.stream.getReader();
    await reader.read();
    await reader.cancel();
    expect(isCancelled).toBe(true);
    await sending.done;
    expect(sending.sent).toBe(5_000);
  });

  test('breaks off with an error, never with an end', async () => {
    const lines = new BackPressuredLines(() => undefined);
    await lines.send(line);
    await lines.flush();
    lines.breakOff(new Error('wrong digest'));
    lines.end();
    await expect(new Response(lines.stream).text()).rejects.toThrow('wrong digest');
  });
});
