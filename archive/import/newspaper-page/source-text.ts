/** Text that remembers where in the Markdown source each of its code units stands. */
export interface SourceText {
  readonly text: string;
  /** Source offset (UTF-16) of each code unit of `text`; strictly rising within one block. */
  readonly offsets: readonly number[];
}

/** A half-open range of the source, in UTF-16 code units. */
export interface SourceSpan {
  readonly start: number;
  readonly end: number;
}

export const emptySourceText: SourceText = { text: '', offsets: [] };

export function sliceSource(source: SourceText, start: number, end?: number): SourceText {
  return { text: source.text.slice(start, end), offsets: source.offsets.slice(start, end) };
}

/** The part between leading and trailing white space, the full-width space included. */
export function trimSource(source: SourceText): SourceText {
  let start = 0;
  let end = source.text.length;
  while (start < end && isSpace(source.text.charCodeAt(start))) start++;
  while (end > start && isSpace(source.text.charCodeAt(end - 1))) end--;
  return start === 0 && end === source.text.length ? source : sliceSource(source, start, end);
}

export function concatSource(parts: readonly SourceText[]): SourceText {
  if (parts.length === 1 && parts[0]) return parts[0];
  return {
    text: parts.map((part) => part.text).join(''),
    offsets: parts.flatMap((part) => part.offsets),
  };
}

/** The source ranges a text covers; neighbouring code units are one range. */
export function sourceSpans(source: SourceText): SourceSpan[] {
  const spans: { start: number; end: number }[] = [];
  let last: { start: number; end: number } | undefined;
  for (const offset of source.offsets) {
    if (last?.end === offset) last.end = offset + 1;
    else {
      last = { start: offset, end: offset + 1 };
      spans.push(last);
    }
  }
  return spans;
}

/** White space of any width, zero-width characters and byte order marks included. */
export function isSpace(codeUnit: number): boolean {
  return (
    codeUnit === 0x20 ||
    (codeUnit >= 0x09 && codeUnit <= 0x0d) ||
    codeUnit === 0xa0 ||
    codeUnit === 0x3000 ||
    codeUnit === 0xfeff ||
    (codeUnit >= 0x2000 && codeUnit <= 0x200b) ||
    codeUnit === 0x2028 ||
    codeUnit === 0x2029 ||
    codeUnit === 0x85
  );
}

/** Whether the code unit is a Han character or half of one. */
export function isHan(codeUnit: number): boolean {
  return (
    (codeUnit >= 0x3400 && codeUnit <= 0x9fff) ||
    (codeUnit >= 0xf900 && codeUnit <= 0xfaff) ||
    (codeUnit >= 0xd840 && codeUnit <= 0xdfff) ||
    codeUnit === 0x3007
  );
}

/**
 * Without the spaces that OCR puts between characters. A text is taken as spaced out where most
 * neighbouring Han characters have a space between them; else it is left as it stands.
 */
export function closeSpacedCharacters(source: SourceText): SourceText {
  const { text } = source;
  let spaced = 0;
  let close = 0;
  for (let at = 0; at + 1 < text.length; at++) {
    if (!isHan(text.charCodeAt(at))) continue;
    if (isHan(text.charCodeAt(at + 1))) close++;
    else if (isSpace(text.charCodeAt(at + 1)) && isHan(text.charCodeAt(at + 2))) spaced++;
  }
  if (spaced < 3 || spaced <= close) return source;
  const kept: number[] = [];
  for (let at = 0; at < text.length; at++) {
    const isGap = isSpace(text.charCodeAt(at)) && !isSpace(text.charCodeAt(at + 1));
    const before = at > 0 ? text.charCodeAt(at - 1) : 0;
    const after = text.charCodeAt(at + 1);
    const betweenLatin = isLatin(before) && isLatin(after);
    if (isGap && !betweenLatin && !isSpace(before)) continue;
    kept.push(at);
  }
  return {
    text: kept.map((at) => text.charAt(at)).join(''),
    offsets: kept.map((at) => source.offsets[at] ?? 0),
  };
}

function isLatin(codeUnit: number): boolean {
  return codeUnit < 0x250 && /[\p{L}\p{N}]/u.test(String.fromCharCode(codeUnit));
}
