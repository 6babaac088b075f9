const unknown = 0xffff;

/** Small numbers for the code points of a segment, given as they come. */
export class CharacterIds {
  /** The code point of each number. */
  readonly codePoints: number[] = [];
  private readonly plane = new Uint16Array(0x10000).fill(unknown);
  private readonly others = new Map<number, number>();

  get count(): number {
    return this.codePoints.length;
  }

  idOf(codePoint: number): number {
    if (codePoint < 0x10000) {
      const known = this.plane[codePoint] ?? unknown;
      if (known !== unknown) return known;
    } else {
      const known = this.others.get(codePoint);
      if (known !== undefined) return known;
    }
    const id = this.codePoints.push(codePoint) - 1;
    if (id >= unknown) throw new RangeError('Too many different characters in one segment');
    if (codePoint < 0x10000) this.plane[codePoint] = id;
    else this.others.set(codePoint, id);
    return id;
  }
}

/** The numbers by the code points they stand for. */
export function sortedIds(codePoints: Uint32Array): Uint16Array {
  return Uint16Array.from(codePoints.keys()).sort(
    (a, b) => (codePoints[a] ?? 0) - (codePoints[b] ?? 0),
  );
}

/** Characters that may still be added to `ids` before a story of that many must go elsewhere. */
export function hasRoom(ids: CharacterIds, characters: number): boolean {
  return ids.count + Math.min(characters, 0x8000) < unknown;
}
