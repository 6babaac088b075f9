import type { Cores } from './core.ts';
import { isContextMet, type CuratedRule } from './curated-rules.ts';
import type { Dictionary } from './dictionary.ts';
import type { CuratedWords } from './dictionary-file.ts';
import { unmatchedLength, writeEntry } from './longest-match.ts';
import { child, rootChild, type Trie } from './trie.ts';
import { UnitBuffer, unitsText } from './unit-buffer.ts';
import { keepsWords } from './word-boundaries.ts';

/** How the form of a character was found. */
export const byDefault = 0;
export const byContext = 1;
export const byWord = 2;

export interface WordConversion {
  readonly out: UnitBuffer;
  readonly cores: Cores;
  /** One of the three above for every unit of the source. */
  readonly decisions: Uint8Array<ArrayBuffer>;
}

/** The words of a trie that begin at one place, shortest first. */
class Matches {
  readonly ends = new Int32Array(64);
  readonly values = new Int32Array(64);
  count = 0;

  find(trie: Trie, units: Uint16Array, at: number, end: number): void {
    this.count = 0;
    let node = rootChild(trie, units[at] ?? 0);
    for (let next = at + 1; node !== 0; next += 1) {
      const value = trie.values[node] ?? 0;
      if (value !== 0) {
        this.ends[this.count] = next;
        this.values[this.count] = value - 1;
        this.count += 1;
      }
      if (next >= end) break;
      node = child(trie, node, units[next] ?? 0);
    }
  }

  /** The value of the word that ends at this offset, or -1. */
  endingAt(end: number): number {
    for (let k = this.count - 1; k >= 0; k -= 1) {
      if (this.ends[k] === end) return this.values[k] ?? 0;
    }
    return -1;
  }

  longest(): number {
    return this.count === 0 ? 0 : (this.ends[this.count - 1] ?? 0);
  }
}

// Scratch space of the one conversion that is under way.
const entries = new Matches();
const rules = new Matches();

/**
 * Converts by the longest entry that keeps the words of the text whole; at equal length the
 * hand-written words go before the dictionary's.
 */
export function convertByWords(
  dictionary: Dictionary,
  curated: CuratedWords | undefined,
  units: Uint16Array,
  length: number,
  boundaries: Uint8Array,
): WordConversion {
  const out = new UnitBuffer(length + (length >> 3));
  const cores: Cores = [];
  const decisions = new Uint8Array(length);
  const text = unitsText(units, 0, length);
  function urgentRule(at: number): CuratedRule | undefined {
    return curated?.urgent.get(units[at] ?? 0)?.find((rule) => isContextMet(rule, text, at));
  }

  function ruleFor(at: number, end: number): CuratedRule | undefined {
    const group = rules.endingAt(end);
    if (group < 0) return undefined;
    return curated?.groups[group]?.find(
      (rule) =>
        (rule.free === 1 || keepsWords(boundaries, at, end)) &&
        (rule.alone === undefined || (boundaries[at] === 1 && boundaries[end] === 1)) &&
        isContextMet(rule, text, at),
    );
  }

  function writeRule(rule: CuratedRule, at: number, end: number): true {
    if (rule.prefix !== end - at) {
      const coreEnd = out.length + rule.target.length - rule.suffix;
      cores.push(at + rule.prefix, end - rule.suffix, out.length + rule.prefix, coreEnd);
    }
    out.appendText(rule.target);
    if (end - at > 1) decisions.fill(byWord, at, end);
    else if (rule.pattern !== undefined) decisions[at] = byContext;
    return true;
  }

  /** Writes what begins at `at` and ends at `end`, if anything may. */
  function write(at: number, end: number): boolean {
    const rule = ruleFor(at, end);
    if (rule !== undefined && rule.target !== '') return writeRule(rule, at, end);
    const entry = rule === undefined ? entries.endingAt(end) : -1;
    if (entry < 0 || (end - at > 1 && !keepsWords(boundaries, at, end))) return false;
    writeEntry(dictionary, entry, at, end, out, cores);
    if (end - at > 1) decisions.fill(byWord, at, end);
    return true;
  }

  let at = 0;
  while (at < length) {
    entries.find(dictionary.trie, units, at, length);
    if (curated === undefined) rules.count = 0;
    else rules.find(curated.trie, units, at, length);
    let end = Math.max(at, entries.longest(), rules.longest());
    const urgent = urgentRule(at);
    if (urgent !== undefined) {
      end = at + 1;
      writeRule(urgent, at, end);
    } else {
      // No longer key may swallow a place where an urgent rule counts.
      for (let inner = at + 1; inner < end; inner += 1) {
        if (urgentRule(inner) !== undefined) end = inner;
      }
      while (end > at && !write(at, end)) end -= 1;
    }
    if (end === at) {
      end += unmatchedLength(units, at, length);
      out.append(units, at, end);
    }
    at = end;
  }
  return { out, cores, decisions };
}
