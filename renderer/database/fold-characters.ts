import { openFoldTable } from '../../archive/text/fold/fold-table.ts';
import { VariantForms } from '../../archive/search/text/variants.ts';

/** How characters are compared, and the printed forms of each. */
export interface Folding {
  readonly foldCodePoint: (codePoint: number) => number;
  readonly variants: VariantForms;
}

export function foldingOf(table: ArrayBuffer): Folding {
  const { foldCodePoint } = openFoldTable(table);
  return { foldCodePoint, variants: new VariantForms(foldCodePoint) };
}

let loaded: Promise<Folding> | undefined;

/** Fetched once in each worker and window. */
export function loadFolding(): Promise<Folding> {
  loaded ??= fetch('/dictionaries/fold.bin')
    .then((response) => {
      if (!response.ok) throw new Error('The table of character forms is missing');
      return response.arrayBuffer();
    })
    .then(foldingOf);
  return loaded;
}
