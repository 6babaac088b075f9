import type { Cores } from './core.ts';

/** Half-open, in UTF-16 units. */
export interface TextRange {
  readonly start: number;
  readonly end: number;
}

/**
 * A stretch of a conversion. `each`: unit by unit, both lengths equal. `whole`: the two sides only
 * correspond as wholes, as 软件 and 軟體 do; a range that touches it takes in all of it.
 */
export interface Run {
  readonly kind: 'each' | 'whole';
  readonly source: number;
  readonly target: number;
}

/** A word that is not as printed. */
export interface Change {
  readonly source: TextRange;
  readonly target: TextRange;
}

/** A converted text that knows where every character came from. */
export class Conversion {
  readonly sourceText: string;
  readonly text: string;
  readonly #cores: Cores;
  readonly #boundaries: Uint8Array | undefined;

  constructor(sourceText: string, text: string, cores: Cores, boundaries?: Uint8Array) {
    this.sourceText = sourceText;
    this.text = text;
    this.#cores = cores;
    this.#boundaries = boundaries;
  }

  /** In order; they add up to both texts and none is empty. */
  get runs(): readonly Run[] {
    const cores = this.#cores;
    const runs: Run[] = [];
    let at = 0;
    const add = (kind: Run['kind'], source: number, target: number) => {
      if (source > 0) runs.push({ kind, source, target });
    };
    for (let k = 0; k < cores.length; k += 4) {
      const [start, end, targetStart, targetEnd] = this.#core(k);
      add('each', start - at, start - at);
      add('whole', end - start, targetEnd - targetStart);
      at = end;
    }
    add('each', this.sourceText.length - at, this.sourceText.length - at);
    return runs;
  }

  /** The smallest range of the converted text that holds all of a range of the source. */
  toConverted(range: TextRange): TextRange {
    return this.#map(range, 0, 2, this.sourceText, this.text);
  }

  /** The smallest range of the source that holds all of a range of the converted text. */
  toSource(range: TextRange): TextRange {
    return this.#map(range, 2, 0, this.text, this.sourceText);
  }

  /** The words that changed, in order; where words were not looked for, all that changed in a row. */
  changes(): readonly Change[] {
    const { sourceText, text } = this;
    const changes: Change[] = [];
    const add = (source: TextRange, target: TextRange) => {
      const last = changes.at(-1);
      if (last?.source.end === source.start && this.#boundaries?.[source.start] !== 1) {
        changes[changes.length - 1] = {
          source: { start: last.source.start, end: source.end },
          target: { start: last.target.start, end: target.end },
        };
      } else changes.push({ source, target });
    };
    let at = 0;
    let shift = 0;
    const addEach = (end: number) => {
      for (; at < end; at += 1) {
        if (sourceText.charCodeAt(at) === text.charCodeAt(at + shift)) continue;
        add({ start: at, end: at + 1 }, { start: at + shift, end: at + shift + 1 });
      }
    };
    for (let k = 0; k < this.#cores.length; k += 4) {
      const [start, end, targetStart, targetEnd] = this.#core(k);
      addEach(start);
      add({ start, end }, { start: targetStart, end: targetEnd });
      at = end;
      shift = targetEnd - end;
    }
    addEach(sourceText.length);
    return changes;
  }

  /**
   * The word of the source around an offset; the character alone where words were not looked for.
   */
  wordAt(offset: number): TextRange {
    const boundaries = this.#boundaries;
    let start = offset;
    let end = offset + 1;
    // A text whose parts were not all looked into has no boundary at its beginning.
    if (boundaries?.[0] === 1) {
      while (start > 0 && boundaries[start] !== 1) start -= 1;
      while (end < this.sourceText.length && boundaries[end] !== 1) end += 1;
    }
    return {
      start: wholeCharacter(this.sourceText, start, 'start'),
      end: wholeCharacter(this.sourceText, end, 'end'),
    };
  }

  #core(k: number): [number, number, number, number] {
    const cores = this.#cores;
    return [cores[k] ?? 0, cores[k + 1] ?? 0, cores[k + 2] ?? 0, cores[k + 3] ?? 0];
  }

  /** Index of the first core whose side ends after an offset. */
  #coreEndingAfter(offset: number, side: 0 | 2): number {
    const cores = this.#cores;
    let low = 0;
    let high = cores.length / 4;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((cores[middle * 4 + side + 1] ?? 0) > offset) high = middle;
      else low = middle + 1;
    }
    return low * 4;
  }

  #map(range: TextRange, from: 0 | 2, to: 0 | 2, text: string, other: string): TextRange {
    const start = wholeCharacter(text, Math.max(0, range.start), 'start');
    const end = wholeCharacter(text, Math.min(text.length, Math.max(range.end, start)), 'end');
    return {
      start: wholeCharacter(other, this.#offset(start, from, to, 0), 'start'),
      end: wholeCharacter(other, this.#offset(end, from, to, 1), 'end'),
    };
  }

  /** An offset on the other side; inside a core it goes to the core's start (0) or end (1). */
  #offset(offset: number, from: 0 | 2, to: 0 | 2, edge: 0 | 1): number {
    const cores = this.#cores;
    const k = this.#coreEndingAfter(offset, from);
    if (k < cores.length && (cores[k + from] ?? 0) < offset) return cores[k + to + edge] ?? 0;
    if (k === 0) return offset;
    return offset + (cores[k - 4 + to + 1] ?? 0) - (cores[k - 4 + from + 1] ?? 0);
  }
}

/** Moves an offset out of the middle of a surrogate pair. */
function wholeCharacter(text: string, offset: number, edge: 'start' | 'end'): number {
  const isInside =
    offset > 0 &&
    offset < text.length &&
    (text.charCodeAt(offset) & 0xfc00) === 0xdc00 &&
    (text.charCodeAt(offset - 1) & 0xfc00) === 0xd800;
  if (!isInside) return offset;
  return edge === 'start' ? offset - 1 : offset + 1;
}
