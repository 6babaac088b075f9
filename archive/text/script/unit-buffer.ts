/** UTF-16 units being written: cheaper to read back and to align than a string. */
export class UnitBuffer {
  units: Uint16Array;
  length = 0;

  constructor(capacity: number) {
    this.units = new Uint16Array(Math.max(16, capacity));
  }

  push(unit: number): void {
    if (this.length === this.units.length) this.#grow(1);
    this.units[this.length] = unit;
    this.length += 1;
  }

  /** Appends source[start, end). */
  append(source: Uint16Array, start: number, end: number): void {
    const count = end - start;
    if (this.length + count > this.units.length) this.#grow(count);
    const { units } = this;
    let at = this.length;
    for (let i = start; i < end; i += 1, at += 1) units[at] = source[i] ?? 0;
    this.length = at;
  }

  appendText(text: string): void {
    for (let i = 0; i < text.length; i += 1) this.push(text.charCodeAt(i));
  }

  text(): string {
    return unitsText(this.units, 0, this.length);
  }

  #grow(count: number): void {
    const larger = new Uint16Array(Math.max(this.units.length * 2, this.length + count));
    larger.set(this.units.subarray(0, this.length));
    this.units = larger;
  }
}

export function unitsText(units: Uint16Array, start: number, end: number): string {
  const step = 0x2000;
  let text = '';
  for (let at = start; at < end; at += step) {
    text += String.fromCharCode.apply(
      null,
      units.subarray(at, Math.min(end, at + step)) as unknown as number[],
    );
  }
  return text;
}

export function textUnits(text: string): Uint16Array {
  const units = new Uint16Array(text.length);
  for (let i = 0; i < text.length; i += 1) units[i] = text.charCodeAt(i);
  return units;
}
