import type { Cores } from './core.ts';
import type { Dictionary } from './dictionary.ts';
import { child, rootChild } from './trie.ts';
import type { UnitBuffer } from './unit-buffer.ts';

/** UTF-16 units of the character at `at`. */
export function characterLength(units: Uint16Array, at: number, end: number): number {
  const unit = units[at] ?? 0;
  if (unit < 0xd800 || unit > 0xdbff || at + 1 >= end) return 1;
  const next = units[at + 1] ?? 0;
  return next >= 0xdc00 && next <= 0xdfff ? 2 : 1;
}

/**
 * UTF-16 units to leave as they are where no entry begins: one character, or the whole of an
 * ideographic description sequence, which describes one.
 */
export function unmatchedLength(units: Uint16Array, at: number, end: number): number {
  const described = descriptionEnd(units, at, end);
  return described > at ? described - at : characterLength(units, at, end);
}

function descriptionEnd(units: Uint16Array, at: number, end: number): number {
  const unit = units[at] ?? 0;
  if (unit < 0x2ff0 || unit > 0x2fff) return 0;
  const parts = unit === 0x2ff2 || unit === 0x2ff3 ? 3 : 2;
  let next = at + 1;
  for (let part = 0; part < parts; part += 1) {
    if (next >= end) return 0;
    next = descriptionEnd(units, next, end) || next + characterLength(units, next, end);
  }
  return next;
}

/** Writes an entry's target and, where it has one, its core. */
export function writeEntry(
  dictionary: Dictionary,
  entry: number,
  keyStart: number,
  keyEnd: number,
  out: UnitBuffer,
  cores: Cores,
): void {
  const start = dictionary.starts[entry] ?? 0;
  const end = dictionary.starts[entry + 1] ?? 0;
  const prefix = dictionary.prefixes[entry] ?? 0;
  if (prefix !== keyEnd - keyStart) {
    const suffix = dictionary.suffixes[entry] ?? 0;
    const targetEnd = out.length + end - start - suffix;
    cores.push(keyStart + prefix, keyEnd - suffix, out.length + prefix, targetEnd);
  }
  out.append(dictionary.targets, start, end);
}

/** Converts units[start, end) by longest match from left to right. */
export function convertByLongestMatch(
  dictionary: Dictionary,
  units: Uint16Array,
  start: number,
  end: number,
  out: UnitBuffer,
  cores: Cores,
): void {
  const { trie } = dictionary;
  const { values } = trie;
  let at = start;
  while (at < end) {
    let node = rootChild(trie, units[at] ?? 0);
    let entry = -1;
    let entryEnd = at;
    for (let next = at + 1; node !== 0; next += 1) {
      const value = values[node] ?? 0;
      if (value !== 0) {
        entry = value - 1;
        entryEnd = next;
      }
      if (next >= end) break;
      node = child(trie, node, units[next] ?? 0);
    }
    if (entry < 0) {
      const length = unmatchedLength(units, at, end);
      out.append(units, at, at + length);
      at += length;
    } else {
      writeEntry(dictionary, entry, at, entryEnd, out, cores);
      at = entryEnd;
    }
  }
}

/** The ends of the segments that a dictionary's keys cut the text into. */
export function segmentEnds(dictionary: Dictionary, units: Uint16Array, length: number): number[] {
  const { trie, segmenting } = dictionary;
  const ends: number[] = [];
  let at = 0;
  while (at < length) {
    let node = rootChild(trie, units[at] ?? 0);
    let matchEnd = 0;
    for (let next = at + 1; node !== 0; next += 1) {
      const value = trie.values[node] ?? 0;
      if (value !== 0 && segmenting[value - 1] === 1) matchEnd = next;
      if (next >= length) break;
      node = child(trie, node, units[next] ?? 0);
    }
    if (matchEnd === 0) at += unmatchedLength(units, at, length);
    else {
      if (at > 0 && ends.at(-1) !== at) ends.push(at);
      ends.push(matchEnd);
      at = matchEnd;
    }
  }
  if (length > 0 && ends.at(-1) !== length) ends.push(length);
  return ends;
}
