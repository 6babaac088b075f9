/** The printed forms of every folded character that has more than one. */
export class VariantForms {
  private readonly forms = new Map<number, number[]>();
  private readonly foldCodePoint: (codePoint: number) => number;

  constructor(foldCodePoint: (codePoint: number) => number) {
    this.foldCodePoint = foldCodePoint;
    for (const [from, to] of ranges) {
      for (let codePoint = from; codePoint < to; codePoint++) {
        const folded = foldCodePoint(codePoint);
        if (folded === codePoint) continue;
        const forms = this.forms.get(folded);
        if (forms) forms.push(codePoint);
        else this.forms.set(folded, [folded, codePoint]);
      }
    }
  }

  /** All code points that fold like this one. */
  formsOf(codePoint: number): readonly number[] {
    const folded = this.foldCodePoint(codePoint);
    return this.forms.get(folded) ?? [folded];
  }

  /** True where the archive may print the character in another form. */
  hasOthers(codePoint: number): boolean {
    return this.forms.has(this.foldCodePoint(codePoint));
  }
}

/** Where characters fold to others. */
const ranges = [
  [0, 0xd800],
  [0xe000, 0x10000],
  [0x1d400, 0x1d800],
  [0x1f100, 0x1f300],
  [0x20000, 0x32400],
] as const;
