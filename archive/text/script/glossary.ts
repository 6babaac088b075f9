import type { Script } from './configuration.ts';

/**
 * A word whose converted form somebody has settled: a correction, or a name to protect. It counts
 * wherever it stands, even inside longer words; a single character only where it is a word by
 * itself, or 发 would be settled in 发展 as well.
 */
export interface GlossaryEntry {
  readonly source: string;
  readonly target: string;
  /** The scripts to convert to for which it counts; all of them where absent. */
  readonly to?: readonly Script[];
}

/** Glossaries in order of priority: the reader's own, the archive's, built-in ones. */
export type Glossaries = readonly (readonly GlossaryEntry[])[];

/** The entries that count for one script, by their first UTF-16 unit, longest first. */
export type GlossaryIndex = ReadonlyMap<number, readonly GlossaryEntry[]>;

/** Entries with an empty side are left out: they could not be mapped back. */
export function indexGlossaries(glossaries: Glossaries, to: Script): GlossaryIndex {
  const entries = new Map<string, GlossaryEntry>();
  for (const entry of glossaries.flat()) {
    if (entry.source === '' || entry.target === '') continue;
    if (entry.to?.includes(to) === false || entries.has(entry.source)) continue;
    entries.set(entry.source, entry);
  }
  const index = new Map<number, GlossaryEntry[]>();
  for (const entry of entries.values()) {
    const unit = entry.source.charCodeAt(0);
    const known = index.get(unit);
    if (known === undefined) index.set(unit, [entry]);
    else known.push(entry);
  }
  for (const known of index.values()) known.sort((a, b) => b.source.length - a.source.length);
  return index;
}

export interface GlossaryMatch {
  readonly start: number;
  readonly end: number;
  readonly target: string;
}

/**
 * The entries in a text, from left to right, the longest where several begin. `boundaries` holds 1
 * where a word begins or ends; absent where words were not looked for.
 */
export function findGlossaryMatches(
  index: GlossaryIndex,
  text: string,
  boundaries?: Uint8Array,
): GlossaryMatch[] {
  const matches: GlossaryMatch[] = [];
  if (index.size === 0) return matches;
  let at = 0;
  while (at < text.length) {
    const here = at;
    const entry = index
      .get(text.charCodeAt(here))
      ?.find(
        ({ source }) =>
          text.startsWith(source, here) &&
          !cutsCharacter(text, here, source) &&
          (boundaries === undefined ||
            !isOneCharacter(source) ||
            (boundaries[here] === 1 && boundaries[here + source.length] === 1)),
      );
    if (entry === undefined) at += 1;
    else {
      at += entry.source.length;
      matches.push({ start: here, end: at, target: entry.target });
    }
  }
  return matches;
}

function isOneCharacter(text: string): boolean {
  return text.length === ((text.codePointAt(0) ?? 0) > 0xffff ? 2 : 1);
}

function cutsCharacter(text: string, at: number, source: string): boolean {
  const after = at + source.length;
  const isLow = (offset: number) => (text.charCodeAt(offset) & 0xfc00) === 0xdc00;
  const isHigh = (offset: number) => (text.charCodeAt(offset) & 0xfc00) === 0xd800;
  return (isLow(at) && isHigh(at - 1)) || (isLow(after) && isHigh(after - 1));
}
