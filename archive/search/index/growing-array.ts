/** Whole numbers in a typed array that doubles when it is full. */
export class GrowingArray<Numbers extends Uint8Array | Uint16Array | Uint32Array | Float64Array> {
  values: Numbers;
  length = 0;
  private readonly make: (length: number) => Numbers;

  constructor(make: (length: number) => Numbers, capacity: number) {
    this.make = make;
    this.values = make(capacity);
  }

  push(value: number): void {
    if (this.length === this.values.length) this.reserve(this.length + 1);
    this.values[this.length++] = value;
  }

  /** Makes room for so many in all. */
  reserve(length: number): void {
    if (length <= this.values.length) return;
    const grown = this.make(Math.max(length, this.values.length * 2));
    grown.set(this.values);
    this.values = grown;
  }

  clear(): void {
    this.length = 0;
  }
}
