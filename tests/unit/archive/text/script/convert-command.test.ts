import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

const root = fileURLToPath(new URL('../../../../../', import.meta.url));

async function runConvert(
  input: string | readonly Uint8Array[],
  ...options: readonly string[]
): Promise<{ readonly out: string; readonly err: string; readonly code: number | null }> {
  const child = spawn(
    process.execPath,
    ['--import', 'tsx', 'archive/cli/main.ts', 'convert', ...options],
    { cwd: root },
  );
  const ended = new Promise<number | null>((resolve) => {
    child.once('close', resolve);
  });
  const output = Promise.all([text(child.stdout), text(child.stderr)]);
  for (const piece of typeof input === 'string' ? [input] : input) child.stdin.write(piece);
  child.stdin.end();
  const [out, err] = await output;
  return { out, err, code: await ended };
}

describe('archive convert', () => {
  test('converts line by line and keeps the ends of lines as they are', async () => {
    const { out, code } = await runConvert('于先生的头发\n後來\r\n\n里', '--to', 'tw');
    expect(out).toBe('于先生的頭髮\n後來\r\n\n裡');
    expect(code).toBe(0);
  });

  test('is OpenCC with --strict', async () => {
    const { out } = await runConvert('于先生\n', '--from', 'hans', '--to', 'tw', '--strict');
    expect(out).toBe('於先生\n');
  });

  test('tells with --align where every character came from, in code points', async () => {
    const { out } = await runConvert('软件𠮷𫇭\n', '--to', 'twp', '--align');
    expect(JSON.parse(out)).toEqual({
      text: '軟體𠮷蒍',
      runs: [
        [1, 1],
        [1, 1],
        [1, 1],
        [1, 1],
      ],
    });
    const whole = await runConvert('打印机\n', '--from', 'hans', '--to', 'twp', '--align');
    expect(JSON.parse(whole.out)).toEqual({
      text: '印表機',
      runs: [
        [2, 2],
        [1, 1],
      ],
    });
  });

  test('reads characters that arrive in pieces', async () => {
    const bytes = new TextEncoder().encode('头发\n');
    const { out } = await runConvert([bytes.slice(0, 2), bytes.slice(2)], '--to', 'hant');
    expect(out).toBe('頭髮\n');
  });

  test.each([[[]], [['--to', 'cn']], [['--to', 'tw', '--from', 'xx']], [['--to', 'tw', 'file']]])(
    'refuses %j',
    async (options) => {
      const { out, err, code } = await runConvert('头发\n', ...options);
      expect(out).toBe('');
      expect(err).toContain('archive: ');
      expect(code).toBe(2);
    },
  );
});
