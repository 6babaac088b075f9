import { isUtf8 } from 'node:buffer';
import { crc32 } from 'node:zlib';
import yauzl from 'yauzl';
import type { BagProblem } from '../../model/bag-report.ts';
import { problem } from '../problem-list.ts';

const maxComponentBytes = 255;
const maxNameBytes = 1000;

/** Controls and characters that turn or break a line of text: no name needs them. */
const unprintable = /[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/u;

const windowsDevice = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?:\.|$)/iu;

/** A name made visible for a report. */
export function visibleName(raw: Buffer): string {
  return visibleText(raw.subarray(0, 300).toString('utf8'));
}

/** A text for one line of a terminal: what could command it, break or turn the line is spelled out. */
export function visibleText(text: string): string {
  return text.replace(new RegExp(unprintable, 'gu'), (character) => {
    return `\\u${(character.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`;
  });
}

/**
 * The refusal of another name that an Info-ZIP Unicode path field (0x7075) gives the entry: some
 * programs go by the directory's fields, others by those of the entry's own header.
 */
export function ambiguousName(
  fields: readonly { readonly id: number; readonly data: Buffer }[],
  raw: Buffer,
): BagProblem | null {
  for (const { id, data } of fields) {
    if (id !== 0x7075 || data.length < 6 || data.readUInt8(0) !== 1) continue;
    const other = data.subarray(5);
    if (data.readUInt32LE(1) === crc32(raw) && !other.equals(raw)) {
      return problem('name-ambiguous', visibleName(raw), { other: visibleName(other) });
    }
  }
  return null;
}

/** What a name is refused for, or null. */
function faultOf(raw: Buffer, entry: yauzl.Entry): BagProblem | null {
  const shown = visibleName(raw);
  if (!isUtf8(raw)) return problem('name-not-utf8', shown);
  const name = raw.toString('utf8');
  if (unprintable.test(name)) return problem('name-control', shown);
  if (/^(?:\/|\\\\|[a-z]:)/iu.test(name)) return problem('name-absolute', shown);
  const parts = (name.endsWith('/') ? name.slice(0, -1) : name).split('/');
  if (parts.some((part) => part.split('\\').includes('..'))) return problem('name-climbs', shown);
  if (name.includes('\\')) return problem('name-backslash', shown);
  if (parts.some((part) => part === '' || part === '.')) return problem('name-not-normal', shown);
  const longest = Math.max(...parts.map((part) => Buffer.byteLength(part)));
  if (raw.length > maxNameBytes || longest > maxComponentBytes) {
    return problem('name-too-long', shown, { bytes: raw.length, longestPartBytes: longest });
  }
  const ambiguous = ambiguousName(entry.extraFields, raw);
  if (ambiguous) return ambiguous;
  const verdict = yauzl.validateFileName(name);
  return verdict === null ? null : problem('name-not-normal', shown, { reason: verdict });
}

/** The name of an entry as text, or what it is refused for. */
export function entryName(
  entry: yauzl.Entry,
): { readonly name: string } | { readonly fault: BagProblem } {
  const raw = entry.fileNameRaw;
  const fault = faultOf(raw, entry);
  return fault ? { fault } : { name: raw.toString('utf8') };
}

/** True for names that Windows cannot hold as they are; they are changed where files are written out. */
export function isReservedName(path: string): boolean {
  return path.split('/').some((part) => windowsDevice.test(part) || /[<>:"|?*]|[. ]$/u.test(part));
}

/** The name a file gets on any disk: reserved names and characters become harmless ones. */
export function portablePath(path: string): string {
  return path
    .split('/')
    .map((part) =>
      (windowsDevice.test(part) ? `_${part}` : part)
        .replace(/[<>:"|?*]/gu, '_')
        .replace(/[. ]$/u, '_'),
    )
    .join('/');
}

/** Names that are one file on some disks: upper and lower case, composed and decomposed. */
function foldedName(name: string): string {
  return name.normalize('NFC').toUpperCase().toLowerCase().normalize('NFC');
}

/**
 * Finds names of files that occur twice, and files and folders that some disks would take for the
 * same. The name of a folder ends in a slash.
 */
export function nameClashes(names: readonly string[]): BagProblem[] {
  const found: BagProblem[] = [];
  const seen = new Map<string, { readonly name: string; readonly isFile: boolean }>();
  const register = (name: string, isFile: boolean): void => {
    const key = foldedName(name);
    const earlier = seen.get(key);
    if (!earlier) seen.set(key, { name, isFile });
    else if (earlier.name === name && earlier.isFile && isFile) {
      found.push(problem('name-twice', name));
    } else if (earlier.name !== name || earlier.isFile !== isFile) {
      found.push(problem('names-collide', name, { other: earlier.name }));
    }
  };
  for (const name of names) {
    for (let slash = name.indexOf('/'); slash !== -1; slash = name.indexOf('/', slash + 1)) {
      register(name.slice(0, slash), false);
    }
    if (!name.endsWith('/')) register(name, true);
  }
  return found;
}
