const unsafeScheme = /^(?:javascript|vbscript|file|data):/iu;

/** What programs that follow links pass over: controls and spaces before, tabs and line ends inside. */

const passedOver = /^[\u0000-\u0020]+|[\t\n\r]|\s+(?=:)/gu;

/** True for a text that a program might follow as a link and must not. */
export function isUnsafeLink(text: string): boolean {
  return text.includes(':') && unsafeScheme.test(text.slice(0, 200).replace(passedOver, ''));
}

/** A copy of a value of `ext` without the members that are unsafe links; counts them. */
export function withoutUnsafeLinks(value: unknown): {
  readonly value: unknown;
  readonly dropped: number;
} {
  let dropped = 0;
  const copy = (part: unknown): unknown => {
    if (Array.isArray(part)) return part.filter(isKept).map(copy);
    if (typeof part !== 'object' || part === null) return part;
    return Object.fromEntries(
      Object.entries(part)
        .filter(([, member]) => isKept(member))
        .map(([key, member]) => [key, copy(member)]),
    );
  };
  const isKept = (part: unknown): boolean => {
    const isUnsafe = typeof part === 'string' && isUnsafeLink(part);
    if (isUnsafe) dropped += 1;
    return !isUnsafe;
  };
  return { value: copy(value), dropped };
}
