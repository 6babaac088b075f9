import { PdfFile } from './pdf-file.ts';

/** Drawings of 0 to 9 in the operators of a PDF, in the units of their font. */
export interface FolioDigits {
  readonly unitsPerEm: number;
  readonly digits: readonly { readonly advance: number; readonly path: string }[];
}

/** pt */
export interface FolioPlace {
  readonly size: number;
  /** From the right edge of the page to the end of the number. */
  readonly right: number;
  /** From the lower edge to the foot of the number. */
  readonly bottom: number;
}

function drawing(page: number, width: number, font: FolioDigits, place: FolioPlace): string {
  const scale = place.size / font.unitsPerEm;
  const digits = Array.from(String(page), (digit) => font.digits[Number(digit)]);
  const total = digits.reduce((sum, digit) => sum + (digit?.advance ?? 0), 0) * scale;
  let x = width - place.right - total;
  const drawn = digits.map((digit) => {
    const cm = `q ${scale.toFixed(5)} 0 0 ${scale.toFixed(5)} ${x.toFixed(2)} ${place.bottom.toFixed(2)} cm`;
    x += (digit?.advance ?? 0) * scale;
    return `${cm} ${digit?.path ?? ''} f Q`;
  });
  return `/Artifact BMC q 0.31 0.31 0.33 rg ${drawn.join(' ')} Q EMC`;
}

function stream(content: string): string {
  return `<</Length ${content.length}>> stream\n${content}\nendstream`;
}

/**
 * Numbers the pages from 1, the first ones without a number left bare. The numbers are drawings, not
 * text: whoever copies or searches the text never meets them.
 */
export function numberPages(
  bytes: Uint8Array,
  font: FolioDigits,
  place: FolioPlace,
  bare: number,
): Buffer {
  const file = new PdfFile(bytes);
  const objects = new Map<number, string>();
  // The page's own content may leave the coordinates changed.
  const opening = file.size;
  objects.set(opening, stream('q'));
  let next = opening + 1;
  file.pages().forEach((number, index) => {
    if (index < bare) return;
    const page = file.object(number);
    const width = Number(/\/MediaBox\s*\[\S+\s+\S+\s+(\S+)/.exec(page)?.[1] ?? 595);
    objects.set(next, stream(`Q ${drawing(index + 1, width, font, place)}`));
    objects.set(
      number,
      page.replace(/\/Contents\s+(\d+\s+0\s+R)/, `/Contents [${opening} 0 R $1 ${next} 0 R]`),
    );
    next += 1;
  });
  return file.extended(objects);
}
