/** Two halves of 32 bits each. */
type Halves = readonly [number, number];

function stirred(text: string, seed: number): Halves {
  let one = 0x9e3779b9 ^ seed;
  let other = 0x85ebca6b ^ seed;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    one = Math.imul(one ^ unit, 0x9e3779b1);
    other = Math.imul(other ^ unit, 0x5f356495);
    other ^= other >>> 13;
  }
  one = Math.imul(one ^ (one >>> 15), 0x85ebca77);
  other = Math.imul(other ^ (other >>> 14), 0xc2b2ae3d);
  return [one ^ (other >>> 16), other ^ (one >>> 13)];
}

function joined([one, other]: Halves, [more, another]: Halves): Halves {
  return [
    Math.imul(one ^ more, 0x27d4eb2f) ^ (other >>> 17),
    Math.imul(other ^ another, 0x165667b1) ^ (one >>> 11),
  ];
}

function halvesOf(value: unknown): Halves {
  if (typeof value === 'string') return stirred(value, 1);
  if (Array.isArray(value)) {
    let halves = stirred(String(value.length), 2);
    for (const item of value as readonly unknown[]) halves = joined(halves, halvesOf(item));
    return halves;
  }
  if (typeof value !== 'object' || value === null) return stirred(String(value), 3);
  // A sum, so that the order of the members does not matter.
  let [one, other] = [0, 0];
  for (const [name, member] of Object.entries(value)) {
    const [more, another] = joined(stirred(name, 4), halvesOf(member));
    one = (one + more) | 0;
    other = (other + another) | 0;
  }
  return joined([one, other], stirred('', 5));
}

/**
 * Tells values of JSON apart by what they say, however their members are ordered and spaced. For
 * finding repetitions, not for guarding against forgery: that is what the digests are for.
 */
export function contentFingerprint(value: unknown): string {
  return halvesOf(value)
    .map((half) => (half >>> 0).toString(36))
    .join(':');
}
