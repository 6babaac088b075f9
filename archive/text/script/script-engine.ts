import { findAmbiguities, formsOf, type Ambiguity } from './ambiguity.ts';
import { strictConfiguration, type Script } from './configuration.ts';
import { Conversion } from './conversion.ts';
import { appendCores, type Cores } from './core.ts';
import { openDictionaryFile, type DictionaryFile } from './dictionary-file.ts';
import { applyGlossary } from './glossary-conversion.ts';
import { findGlossaryMatches, indexGlossaries } from './glossary.ts';
import type { Glossaries, GlossaryIndex } from './glossary.ts';
import { detectParagraph, type DetectedScript } from './script-detection.ts';
import { convertSmartly, foldingTable } from './smart-conversion.ts';
import { convertStrictly, type Converted } from './strict-conversion.ts';
import { textUnits, unitsText } from './unit-buffer.ts';
import { byDefault, byWord } from './word-conversion.ts';

export type ConversionMode = 'strict' | 'smart';

export interface ConversionOptions {
  readonly to: Script;
  /** `auto`, where absent: each paragraph (line) by its own characters. */
  readonly from?: Script | 'auto';
  /** `strict` is OpenCC to the byte; `smart`, where absent, keeps words whole and knows names. */
  readonly mode?: ConversionMode;
  /**
   * For `auto`: the script of paragraphs that do not tell, and the region of those that are
   * traditional, as the archive's language says. Where absent, the rest of the text decides.
   */
  readonly assume?: Script;
  /** In order of priority. */
  readonly glossaries?: Glossaries;
}

const noGlossaries: Glossaries = [];

interface PartialConversion extends Converted {
  /** Absent where words were not looked for. */
  readonly boundaries?: Uint8Array;
  /** How the form of each unit of the source was found; see word-conversion.ts. */
  readonly decisions: Uint8Array;
}

/** Converts between the scripts of Chinese; holds no state that its results depend on. */
export class ScriptEngine {
  readonly #file: DictionaryFile;
  #folding: Uint16Array | undefined;
  readonly #indices = new WeakMap<Glossaries, Map<Script, GlossaryIndex>>();

  constructor(file: DictionaryFile) {
    this.#file = file;
  }

  /** The script of a paragraph; `unknown` where nothing in it tells. */
  detectScript(paragraph: string): DetectedScript {
    return detectParagraph(this.#file, paragraph);
  }

  convert(text: string, options: ConversionOptions): Conversion {
    const { units, length, cores, boundaries } = this.#convertParagraphs(text, options);
    return new Conversion(text, unitsText(units, 0, length), cores, boundaries);
  }

  /**
   * The places of a text where a character has more than one form in the other script and neither a
   * word nor a glossary settles which.
   */
  ambiguities(text: string, options: ConversionOptions): readonly Ambiguity[] {
    const converted = this.#convertParagraphs(text, options);
    const conversion = new Conversion(
      text,
      unitsText(converted.units, 0, converted.length),
      converted.cores,
    );
    const settled = findGlossaryMatches(this.#glossary(options), text, converted.boundaries);
    return findAmbiguities(this.#file, conversion, options.to, converted.decisions, settled);
  }

  /**
   * The forms that an ambiguous character can have in a script, in the same order for all scripts of
   * its side; empty where it has one only.
   */
  formsOf(character: string, to: Script): readonly string[] {
    return formsOf(this.#file, character, to);
  }

  #convertParagraphs(text: string, options: ConversionOptions): PartialConversion {
    const { from = 'auto' } = options;
    if (from !== 'auto' && options.mode === 'strict') return this.#convertFrom(text, from, options);
    const paragraphs = text.split('\n');
    const sources =
      from === 'auto' ? this.#detect(paragraphs, options) : paragraphs.map(() => from);
    if (paragraphs.length === 1) return this.#convertFrom(text, sources[0] ?? 'hans', options);
    const parts = paragraphs.map((part, k) =>
      this.#convertFrom(part, sources[k] ?? 'hans', options),
    );
    return joinParagraphs(text, parts);
  }

  #detect(paragraphs: readonly string[], { assume, to }: ConversionOptions): Script[] {
    const found = paragraphs.map((paragraph) => this.detectScript(paragraph));
    const count = (script: DetectedScript) => found.filter((one) => one === script).length;
    const traditional = assume === undefined || assume === 'hans' ? 'hant' : assume;
    const other = assume ?? (count('hant') > count('hans') ? 'hant' : 'hans');
    return found.map((script) => {
      if (script === 'unknown') return assume === undefined && to === 'hans' ? 'hant' : other;
      return script === 'hant' ? traditional : 'hans';
    });
  }

  #glossary({ glossaries = noGlossaries, to }: ConversionOptions): GlossaryIndex {
    const known = this.#indices.get(glossaries) ?? new Map<Script, GlossaryIndex>();
    this.#indices.set(glossaries, known);
    let index = known.get(to);
    if (index === undefined) {
      index = indexGlossaries(glossaries, to);
      known.set(to, index);
    }
    return index;
  }

  #convertFrom(text: string, from: Script, options: ConversionOptions): PartialConversion {
    const units = textUnits(text);
    const converted = this.#convertUnits(units, from, options);
    const matches = findGlossaryMatches(this.#glossary(options), text, converted.boundaries);
    if (matches.length === 0) return converted;
    return {
      ...converted,
      ...applyGlossary(converted, text, matches, {
        areForms: (a, b) => a === b || this.#areForms(a, b),
        convertRest: (start, end) =>
          convertStrictly(
            this.#file,
            units.slice(start, end),
            strictConfiguration(from, options.to),
          ),
      }),
    };
  }

  #convertUnits(units: Uint16Array, from: Script, options: ConversionOptions): PartialConversion {
    const crossesScripts = (from === 'hans') !== (options.to === 'hans');
    const decisions = new Uint8Array(units.length).fill(crossesScripts ? byDefault : byWord);
    if (options.mode === 'strict') {
      const configuration = strictConfiguration(from, options.to);
      return { ...convertStrictly(this.#file, units, configuration), decisions };
    }
    if (from === options.to) return { units, length: units.length, cores: [], decisions };
    return convertSmartly(this.#file, this.#foldingTable(), units, from, options.to);
  }

  #foldingTable(): Uint16Array {
    this.#folding ??= foldingTable(this.#file);
    return this.#folding;
  }

  #areForms(a: string, b: string): boolean {
    const table = this.#foldingTable();
    return a.length === 1 && b.length === 1 && table[a.charCodeAt(0)] === table[b.charCodeAt(0)];
  }
}

function joinParagraphs(text: string, parts: readonly PartialConversion[]): PartialConversion {
  const length = parts.reduce((sum, part) => sum + part.length + 1, -1);
  const units = new Uint16Array(length);
  const boundaries = new Uint8Array(text.length + 1);
  const decisions = new Uint8Array(text.length);
  const cores: Cores = [];
  let source = 0;
  let target = 0;
  for (const part of parts) {
    const sourceEnd = text.indexOf('\n', source);
    units.set(part.units.subarray(0, part.length), target);
    appendCores(cores, part.cores, source, target);
    if (part.boundaries !== undefined) boundaries.set(part.boundaries, source);
    decisions.set(part.decisions, source);
    source = sourceEnd + 1;
    target += part.length;
    if (sourceEnd < 0) break;
    units[target] = 0x0a;
    target += 1;
  }
  return { units, length, cores, boundaries, decisions };
}

/** @throws RangeError where the buffer is not a packed dictionary of this version. */
export function loadScriptEngine(buffer: ArrayBuffer): ScriptEngine {
  return new ScriptEngine(openDictionaryFile(buffer));
}
