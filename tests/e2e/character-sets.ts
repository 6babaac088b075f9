import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { Converter } from 'opencc-js';

const projectFolder = join(import.meta.dirname, '../..');

/** What a file of text may hold that nobody sees, and what stands for nothing: controls, private use. */
const withoutShape = /[\p{Control}\p{Format}\p{Private_Use}\p{White_Space}\p{Unassigned}]/u;

function visible(text: string): string[] {
  return Array.from(text).filter((character) => !withoutShape.test(character));
}

function decoded(encoding: string, lead: number, trail: number): string[] {
  try {
    return visible(new TextDecoder(encoding, { fatal: true }).decode(Uint8Array.of(lead, trail)));
  } catch {
    return [];
  }
}

function table(
  encoding: string,
  leads: readonly [number, number],
  trails: readonly (readonly [number, number])[],
): string[] {
  const found: string[] = [];
  for (let lead = leads[0]; lead <= leads[1]; lead++)
    for (const [first, last] of trails)
      for (let trail = first; trail <= last; trail++) found.push(...decoded(encoding, lead, trail));
  return found;
}

/** The 6,763 characters of GB 2312, and its rows of marks and letters as GBK fills them. */
export function gb2312(): { characters: string[]; marks: string[] } {
  return {
    characters: table('gb2312', [0xb0, 0xf7], [[0xa1, 0xfe]]),
    marks: table('gb2312', [0xa1, 0xa9], [[0xa1, 0xfe]]),
  };
}

/** The 5,401 characters of Big5's first level and the 7,652 of its second. */
export function big5(): { first: string[]; second: string[] } {
  const trails = [
    [0x40, 0x7e],
    [0xa1, 0xfe],
  ] as const;
  return {
    first: [...table('big5', [0xa4, 0xc5], trails), ...table('big5', [0xc6, 0xc6], [[0x40, 0x7e]])],
    second: [
      ...table('big5', [0xc9, 0xf8], trails),
      ...table(
        'big5',
        [0xf9, 0xf9],
        [
          [0x40, 0x7e],
          [0xa1, 0xd5],
        ],
      ),
    ],
  };
}

/** The text of the sources of the bundled archives. */
export function bundledText(): string {
  const folder = join(projectFolder, 'archive/bundled');
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.(?:md|yaml)$/.test(path))
    .map((path) => readFileSync(join(folder, path), 'utf8'))
    .join('\n');
}

/** Everything that comes out when a text is converted between every two kinds of Chinese script. */
export function conversions(text: string): Set<string> {
  const kinds = ['cn', 't', 'tw', 'twp', 'hk'] as const;
  const found = new Set<string>();
  for (const from of kinds)
    for (const to of kinds)
      if (from !== to)
        for (const character of visible(Converter({ from, to })(text))) found.add(character);
  return found;
}

/** Every visible character of a text, once. */
export function charactersOf(text: string): Set<string> {
  return new Set(visible(text));
}
