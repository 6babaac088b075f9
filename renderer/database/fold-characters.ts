import { VariantForms } from '../../archive/search/text/variants.ts';
import type { FoldTable } from '../../archive/text/fold/text-fold.ts';
import { loadFoldTable } from './text-fold.ts';

/** How characters are compared, and the printed forms of each. */
export interface Folding {
  readonly foldCodePoint: (codePoint: number) => number;
  readonly variants: VariantForms;
}

export function foldingOf({ foldCodePoint }: Pick<FoldTable, 'foldCodePoint'>): Folding {
  return { foldCodePoint, variants: new VariantForms(foldCodePoint) };
}

let loaded: Promise<Folding> | undefined;

/** Made once in each worker and window. */
export function loadFolding(): Promise<Folding> {
  loaded ??= loadFoldTable().then(foldingOf);
  loaded.catch(() => {
    loaded = undefined;
  });
  return loaded;
}
