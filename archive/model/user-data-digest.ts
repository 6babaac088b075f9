import type { UserDataStore } from './user-data.ts';

/**
 * A digest of a set of user data that does not depend on order and can be kept up record by record.
 * It finds damage; it is no seal against a forger.
 */
export class UserDataDigest {
  private high = 0;
  private low = 0;

  add(store: UserDataStore, key: string, json: string): void {
    const [high, low] = hash(`${store}\0${key}\0${json}`);
    this.high = (this.high + high) >>> 0;
    this.low = (this.low + low) >>> 0;
  }

  remove(store: UserDataStore, key: string, json: string): void {
    const [high, low] = hash(`${store}\0${key}\0${json}`);
    this.high = (this.high - high) >>> 0;
    this.low = (this.low - low) >>> 0;
  }

  /** 16 hex digits. */
  toString(): string {
    return [this.high, this.low].map((half) => half.toString(16).padStart(8, '0')).join('');
  }
}

/** Two 32-bit halves, mixed as MurmurHash3 mixes, one UTF-16 code unit at a time. */
function hash(text: string): readonly [number, number] {
  let a = 0xdeadbeef;
  let b = 0x41c6ce57;
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    a = Math.imul(a ^ unit, 0x9e3779b1);
    b = Math.imul(b ^ unit, 0x5f356495);
  }
  a = Math.imul(a ^ (a >>> 16), 0x85ebca6b) ^ Math.imul(b ^ (b >>> 13), 0xc2b2ae35);
  b = Math.imul(b ^ (b >>> 16), 0x85ebca6b) ^ Math.imul(a ^ (a >>> 13), 0xc2b2ae35);
  return [a >>> 0, b >>> 0];
}
