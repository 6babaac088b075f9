import type { CuratedRule } from './curated-rules.ts';
import type { Dictionary } from './dictionary.ts';
import { openTrie, type Trie } from './trie.ts';

/** Names of the packed dictionaries: what they turn into what. */
export const dictionaryNames = [
  'compatibility',
  'hansToHant',
  'hantToHans',
  'hantToTw',
  'hantToTwp',
  'taiwanWords',
  'hantToHk',
  'twToHant',
  'twpToHant',
  'hkToHant',
] as const;
export type DictionaryName = (typeof dictionaryNames)[number];

/** Names of the hand-written word lists. */
export type CuratedName = 'hansToHant' | 'hantToHans' | 'hantToTwp' | 'twToHant' | 'twpToHant';

export interface CuratedWords {
  readonly trie: Trie;
  /** The rules of a key, by the trie's value. */
  readonly groups: readonly (readonly CuratedRule[])[];
  /** The urgent rules, whose keys are one UTF-16 unit long, by that unit. */
  readonly urgent: ReadonlyMap<number, readonly CuratedRule[]>;
}

export interface DictionaryFile {
  dictionary(name: DictionaryName): Dictionary;
  curated(name: CuratedName): CuratedWords;
  /** Simplified words with their cost. */
  readonly lexicon: Trie;
  /** One bit per UTF-16 unit: characters of simplified, of traditional script alone. */
  readonly hansOnly: Uint8Array;
  readonly hantOnly: Uint8Array;
}

const magic = 0x445a5347;
const version = 1;
const headerStart = 12;

interface Header {
  readonly sections: readonly {
    readonly name: string;
    readonly type: string;
    /** Bytes from the beginning of the data. */
    readonly offset: number;
    readonly length: number;
  }[];
  readonly facts: { readonly rules: Readonly<Record<CuratedName, readonly CuratedRule[][]>> };
}

/** @throws RangeError where the buffer is not a packed dictionary of this version. */
export function openDictionaryFile(buffer: ArrayBuffer): DictionaryFile {
  const prelude = buffer.byteLength < headerStart ? [] : new Uint32Array(buffer, 0, 3);
  if (prelude[0] !== magic || prelude[1] !== version) {
    throw new RangeError('not a script dictionary of this version');
  }
  const headerLength = prelude[2] ?? 0;
  const header = JSON.parse(asciiText(new Uint8Array(buffer, headerStart, headerLength))) as Header;
  const dataStart = Math.ceil((headerStart + headerLength) / 8) * 8;
  const rows = new Map(header.sections.map((row) => [row.name, row]));

  function place(name: string): readonly [offset: number, length: number] {
    const row = rows.get(name);
    if (row === undefined) throw new RangeError(`the script dictionary lacks ${name}`);
    return [dataStart + row.offset, row.length];
  }
  const bytes = (name: string) => new Uint8Array(buffer, ...place(name));
  const shorts = (name: string) => new Uint16Array(buffer, ...place(name));
  const words = (name: string) => new Uint32Array(buffer, ...place(name));
  const trie = (name: string) =>
    openTrie(
      words(`${name}.first`),
      shorts(`${name}.units`),
      new Int32Array(buffer, ...place(`${name}.values`)),
    );

  const dictionaries = new Map<DictionaryName, Dictionary>();
  const curatedLists = new Map<CuratedName, CuratedWords>();
  return {
    dictionary(name) {
      const opened = dictionaries.get(name) ?? {
        trie: trie(name),
        starts: words(`${name}.starts`),
        targets: shorts(`${name}.targets`),
        prefixes: bytes(`${name}.prefixes`),
        suffixes: bytes(`${name}.suffixes`),
        segmenting: bytes(`${name}.segmenting`),
      };
      dictionaries.set(name, opened);
      return opened;
    },
    curated(name) {
      const opened =
        curatedLists.get(name) ?? curatedWords(trie(`${name}Curated`), header.facts.rules[name]);
      curatedLists.set(name, opened);
      return opened;
    },
    lexicon: trie('lexicon'),
    hansOnly: bytes('hansOnly'),
    hantOnly: bytes('hantOnly'),
  };
}

function curatedWords(trie: Trie, groups: CuratedWords['groups']): CuratedWords {
  const urgent = new Map<number, readonly CuratedRule[]>();
  for (let node = 1; node < (trie.first[1] ?? 0); node += 1) {
    const rules = groups[(trie.values[node] ?? 0) - 1]?.filter((rule) => rule.urgent === 1) ?? [];
    if (rules.length > 0) urgent.set(trie.units[node] ?? 0, rules);
  }
  return { trie, groups, urgent };
}

function asciiText(bytes: Uint8Array): string {
  const step = 0x2000;
  let text = '';
  for (let at = 0; at < bytes.length; at += step) {
    text += String.fromCharCode(...bytes.subarray(at, at + step));
  }
  return text;
}
