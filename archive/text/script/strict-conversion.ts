import type { Configuration } from './configuration.ts';
import { composeCores, type Cores } from './core.ts';
import type { DictionaryFile, DictionaryName } from './dictionary-file.ts';
import { convertByLongestMatch, segmentEnds } from './longest-match.ts';
import { UnitBuffer } from './unit-buffer.ts';

/** Text in the middle of a conversion, and how it maps back to where the conversion began. */
export interface Converted {
  readonly units: Uint16Array;
  readonly length: number;
  readonly cores: Cores;
}

/** Replaces compatibility ideographs by the characters they stand for. */
export function normalize(file: DictionaryFile, units: Uint16Array): Converted {
  const unchanged = { units, length: units.length, cores: [] };
  if (!units.some((unit) => (unit >= 0xf900 && unit <= 0xfaff) || unit === 0xd87e)) {
    return unchanged;
  }
  const out = new UnitBuffer(units.length);
  const cores: Cores = [];
  const dictionary = file.dictionary('compatibility');
  convertByLongestMatch(dictionary, units, 0, units.length, out, cores);
  return { units: out.units, length: out.length, cores };
}

/** Converts exactly as OpenCC does. */
export function convertStrictly(
  file: DictionaryFile,
  source: Uint16Array,
  configuration: Configuration,
): Converted {
  let text: Converted = configuration.normalizes
    ? normalize(file, source)
    : { units: source, length: source.length, cores: [] };
  let ends =
    configuration.segmentation === undefined
      ? [text.length]
      : segmentEnds(file.dictionary(configuration.segmentation), text.units, text.length);
  for (const name of configuration.stages) {
    [text, ends] = convertSegments(file, name, text, ends);
  }
  return text;
}

function convertSegments(
  file: DictionaryFile,
  name: DictionaryName,
  text: Converted,
  ends: readonly number[],
): [Converted, number[]] {
  const out = new UnitBuffer(text.length + (text.length >> 3));
  const cores: Cores = [];
  const outEnds: number[] = [];
  const dictionary = file.dictionary(name);
  let start = 0;
  for (const end of ends) {
    convertByLongestMatch(dictionary, text.units, start, end, out, cores);
    outEnds.push(out.length);
    start = end;
  }
  return [
    { units: out.units, length: out.length, cores: composeCores(text.cores, cores) },
    outEnds,
  ];
}
