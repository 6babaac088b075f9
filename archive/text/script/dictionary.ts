import type { Trie } from './trie.ts';

/** A packed dictionary; an entry is what the trie's value counts. */
export interface Dictionary {
  readonly trie: Trie;
  /** Where an entry's target begins in `targets`; one more than there are entries. */
  readonly starts: Uint32Array;
  readonly targets: Uint16Array;
  /** UTF-16 units at either end of the key that map unit by unit; the whole key where it all does. */
  readonly prefixes: Uint8Array;
  readonly suffixes: Uint8Array;
  /** 1 where the key cuts the text into segments. */
  readonly segmenting: Uint8Array;
}
