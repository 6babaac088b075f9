import { expect, test } from 'vitest';
import { commandGroups, commandKeys, type Command } from '../../../../renderer/app/command-keys.ts';
import { commandOf } from '../../../../renderer/app/commands.ts';

const named: Readonly<Record<string, string>> = { '←': 'ArrowLeft', '→': 'ArrowRight' };

function stroke(keys: string): Parameters<typeof commandOf>[0] {
  const parts = keys.split('+');
  const last = parts.at(-1) ?? '';
  const key = named[last] ?? last;
  return {
    key,
    code: key === '\\' ? 'Backslash' : '',
    ctrlKey: parts.includes('Ctrl'),
    altKey: parts.includes('Alt'),
    shiftKey: parts.includes('Shift'),
    metaKey: false,
  };
}

test.each(Object.entries(commandKeys))(
  '%s answers to the keys its sheet shows',
  (command, keys) => {
    for (const each of keys) expect(commandOf(stroke(each))).toBe(command);
  },
);

test('the sheet lists every command once', () => {
  const listed = commandGroups.flatMap(([, commands]) => commands);
  expect([...listed].sort()).toEqual((Object.keys(commandKeys) as Command[]).sort());
});

test('other strokes are left to whoever wants them', () => {
  expect(commandOf(stroke('Ctrl+J'))).toBeNull();
  expect(commandOf(stroke('x'))).toBeNull();
  expect(commandOf({ ...stroke('Ctrl+0'), altKey: true })).toBeNull();
});
