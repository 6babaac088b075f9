const unsafeScheme = /^(?:javascript|vbscript|file|data):/iu;

/** What programs that follow links pass over: controls and spaces before, tabs and line ends inside. */

const passedOver = /^[\u0000-\u0020]+|[\t\n\r]|\s+(?=:)/gu;

/** True for a text that a program might follow as a link and must not. */
export function isUnsafeLink(text: string): boolean {
  return text.includes(':') && unsafeScheme.test(text.slice(0, 200).replace(passedOver, ''));
}

interface Count {
  dropped: number;
}

function isKept(part: unknown, count: Count): boolean {
  const isUnsafe = typeof part === 'string' && isUnsafeLink(part);
  if (isUnsafe) count.dropped += 1;
  return !isUnsafe;
}

function safeCopy(part: unknown, count: Count): unknown {
  if (Array.isArray(part)) {
    return part.filter((item) => isKept(item, count)).map((item) => safeCopy(item, count));
  }
  if (typeof part !== 'object' || part === null) return part;
  return Object.fromEntries(
    Object.entries(part)
      .filter(([, member]) => isKept(member, count))
      .map(([key, member]) => [key, safeCopy(member, count)]),
  );
}

/** A copy of a value of `ext` without the members that are unsafe links; counts them. */
export function withoutUnsafeLinks(value: unknown): {
  readonly value: unknown;
  readonly dropped: number;
} {
  const count: Count = { dropped: 0 };
  return { value: safeCopy(value, count), dropped: count.dropped };
}
