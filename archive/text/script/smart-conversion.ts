import type { Script } from './configuration.ts';
import { composeCores, type Cores } from './core.ts';
import type { CuratedName, DictionaryFile, DictionaryName } from './dictionary-file.ts';
import { normalize, type Converted } from './strict-conversion.ts';
import { findWordBoundaries } from './word-boundaries.ts';
import { byWord, convertByWords } from './word-conversion.ts';

interface Stage {
  readonly dictionary: DictionaryName;
  readonly curated?: CuratedName;
}

export interface SmartlyConverted extends Converted {
  /** 1 where a word begins or ends, by offset into the source. */
  readonly boundaries: Uint8Array;
  /** How the form of each unit of the source was found; see word-conversion.ts. */
  readonly decisions: Uint8Array;
}

function smartStages(from: Script, to: Script): readonly Stage[] {
  if (from === to) return [];
  const stages: Stage[] = [];
  if (from === 'hans') stages.push({ dictionary: 'hansToHant', curated: 'hansToHant' });
  else if (from === 'twp') stages.push({ dictionary: 'twpToHant', curated: 'twpToHant' });
  else if (from === 'hk') stages.push({ dictionary: 'hkToHant' });
  // Traditional text that does not say where it is from may have the forms of Taiwan as well.
  else if (from === 'tw' || to === 'hans') {
    stages.push({ dictionary: 'twToHant', curated: 'twToHant' });
  }
  if (to === 'hans') stages.push({ dictionary: 'hantToHans', curated: 'hantToHans' });
  else if (to === 'tw') stages.push({ dictionary: 'hantToTw' });
  else if (to === 'twp') stages.push({ dictionary: 'hantToTwp', curated: 'hantToTwp' });
  else if (to === 'hk') stages.push({ dictionary: 'hantToHk' });
  return stages;
}

/** Simplified forms by UTF-16 unit, as far as they are one unit long as well. */
export function foldingTable(file: DictionaryFile): Uint16Array {
  const table = Uint16Array.from({ length: 0x10000 }, (_, unit) => unit);
  const { trie, starts, targets } = file.dictionary('hantToHans');
  for (let node = 1; node < (trie.first[1] ?? 0); node += 1) {
    const entry = (trie.values[node] ?? 0) - 1;
    if (entry < 0) continue;
    const start = starts[entry] ?? 0;
    if ((starts[entry + 1] ?? 0) - start !== 1) continue;
    table[trie.units[node] ?? 0] = targets[start] ?? 0;
  }
  return table;
}

/** Offsets of word boundaries after a stage; a core has none inside. */
function carriedBoundaries(boundaries: Uint8Array, cores: Cores, length: number): Uint8Array {
  if (cores.length === 0) return boundaries;
  const carried = new Uint8Array(length + 1);
  let from = 0;
  let to = 0;
  for (let k = 0; k < cores.length; k += 4) {
    const start = cores[k] ?? 0;
    for (; from <= start; from += 1, to += 1) carried[to] = boundaries[from] ?? 0;
    from = cores[k + 1] ?? 0;
    to = cores[k + 3] ?? 0;
  }
  for (; to <= length; from += 1, to += 1) carried[to] = boundaries[from] ?? 0;
  return carried;
}

/** Converts word by word, with the hand-written lists. */
export function convertSmartly(
  file: DictionaryFile,
  folding: Uint16Array,
  source: Uint16Array,
  from: Script,
  to: Script,
): SmartlyConverted {
  const normalized = normalize(file, source);
  const folded =
    from === 'hans' ? normalized.units : normalized.units.map((unit) => folding[unit] ?? 0);
  const sourceBoundaries = findWordBoundaries(file.lexicon, folded, normalized.length);
  let { units, length, cores } = normalized;
  let boundaries = sourceBoundaries;
  const crossesScripts = (from === 'hans') !== (to === 'hans');
  let decisions = new Uint8Array(length).fill(byWord);
  for (const [index, stage] of smartStages(from, to).entries()) {
    const converted = convertByWords(
      file.dictionary(stage.dictionary),
      stage.curated === undefined ? undefined : file.curated(stage.curated),
      units,
      length,
      boundaries,
    );
    if (crossesScripts && index === 0) decisions = converted.decisions;
    boundaries = carriedBoundaries(boundaries, converted.cores, converted.out.length);
    cores = composeCores(cores, converted.cores);
    units = converted.out.units;
    length = converted.out.length;
  }
  if (normalized.length !== source.length) {
    // Rare: a compatibility ideograph outside the basic plane. Offsets of words no longer fit.
    const none = new Uint8Array(source.length);
    return { units, length, cores, boundaries: new Uint8Array(source.length + 1), decisions: none };
  }
  return { units, length, cores, boundaries: sourceBoundaries, decisions };
}
