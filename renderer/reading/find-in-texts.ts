/** A place in a list of texts. */
interface TextPlace {
  /** Index of the text. */
  readonly text: number;
  /** UTF-16 units. */
  readonly start: number;
  readonly end: number;
}

/** What was found, text by text: more than one where it runs over a boundary. */
export type FoundPlaces = readonly TextPlace[];

/**
 * Every occurrence of exactly these characters, none overlapping another, in texts read one after
 * the other. Line breaks, in the texts and in what is looked for, are how it was set, not what it
 * says: they are passed over, as the ends of the texts are.
 */
export function findInTexts(texts: readonly string[], wanted: string): readonly FoundPlaces[] {
  const needle = wanted.replace(/[\r\n]/g, '');
  if (needle === '') return [];
  /** Where each text begins in the joined one, line breaks left out. */
  const starts: number[] = [];
  let joined = '';
  for (const text of texts) {
    starts.push(joined.length);
    joined += text.replaceAll('\n', '');
  }
  const found: FoundPlaces[] = [];
  let first = 0;
  for (
    let at = joined.indexOf(needle);
    at !== -1;
    at = joined.indexOf(needle, at + needle.length)
  ) {
    if (splitsCharacter(joined, at) || splitsCharacter(joined, at + needle.length)) continue;
    while ((starts[first + 1] ?? Infinity) <= at) first += 1;
    const places: TextPlace[] = [];
    const end = at + needle.length;
    for (let text = first; (starts[text] ?? Infinity) < end; text += 1) {
      const source = texts[text] ?? '';
      const from = Math.max(0, at - (starts[text] ?? 0));
      const to = Math.min(end, starts[text + 1] ?? joined.length) - (starts[text] ?? 0);
      if (from < to) {
        const start = withBreaks(source, from);
        places.push({ text, start, end: withBreaks(source, to - 1) + 1 });
      }
    }
    found.push(places);
  }
  return found;
}

/** Whether an offset lies between the two halves of one character. */
function splitsCharacter(text: string, offset: number): boolean {
  return (text.codePointAt(offset - 1) ?? 0) > 0xffff;
}

/** The offset in a text of its unit number `unit` when line breaks are not counted. */
function withBreaks(text: string, unit: number): number {
  if (!text.includes('\n')) return unit;
  let left = unit;
  let offset = 0;
  for (; offset < text.length; offset += 1) {
    if (text[offset] === '\n') continue;
    if (left === 0) break;
    left -= 1;
  }
  return offset;
}
