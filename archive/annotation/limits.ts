/** How long the parts of an annotation may be; what a file brings beyond that is cut off. */
export const annotationLimits = {
  /** Code points of a note. */
  note: 50_000,
  /** Code points of a corrected reading. */
  correctedReading: 10_000,
  /** Code points of a quoted passage. */
  exact: 20_000,
  /** Code points of what is quoted before and after it. */
  context: 512,
  /** Code points of a tag. */
  tag: 200,
  tags: 100,
  /** UTF-16 units of the JSON of what other programs added. */
  ext: 100_000,
} as const;

/** The beginning of a text, at most so many code points long. */
export function firstCodePoints(text: string, most: number): string {
  if (text.length <= most) return text;
  let length = 0;
  for (let count = 0; count < most && length < text.length; count += 1) {
    length += (text.codePointAt(length) ?? 0) > 0xffff ? 2 : 1;
  }
  return text.slice(0, length);
}
