const quote = 0x22;
const backslash = 0x5c;

/** Strings longer than this are skipped by the system's own search, which is faster but dearer to call. */
const longStringBytes = 24;

/** Where the string that began before `from` ends: the place of its closing quote, or the length. */
function stringEnd(json: Buffer, from: number): number {
  const near = Math.min(json.length, from + longStringBytes);
  for (let at = from; at < near; at += 1) {
    const byte = json[at];
    if (byte === backslash) at += 1;
    else if (byte === quote) return at;
    if (at + 1 >= near) return longStringEnd(json, at + 1);
  }
  return json.length;
}

function longStringEnd(json: Buffer, from: number): number {
  for (let at = json.indexOf(quote, from); at !== -1; at = json.indexOf(quote, at + 1)) {
    let slashes = 0;
    while (at - slashes > from && json[at - slashes - 1] === backslash) slashes += 1;
    if (slashes % 2 === 0) return at;
  }
  return json.length;
}

/** True where a text of JSON has so few openings that it cannot be deeper than `limit`. Cheap. */
export function isSurelyShallow(json: string, limit: number): boolean {
  let openings = 0;
  for (const opening of ['{', '[']) {
    for (let at = json.indexOf(opening); at !== -1; at = json.indexOf(opening, at + 1)) {
      openings += 1;
      if (openings > limit) return false;
    }
  }
  return true;
}

/** True where arrays and objects lie more than `limit` deep in one another. Reads bytes, parses nothing. */
export function isDeeperThan(json: Buffer, limit: number): boolean {
  let depth = 0;
  for (let at = 0; at < json.length; at += 1) {
    const byte = json[at];
    if (byte === quote) at = stringEnd(json, at + 1);
    else if (byte === 0x7b || byte === 0x5b) {
      depth += 1;
      if (depth > limit) return true;
    } else if (byte === 0x7d || byte === 0x5d) depth -= 1;
  }
  return false;
}
