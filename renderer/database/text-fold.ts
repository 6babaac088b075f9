import { openFoldTable } from '../../archive/text/fold/fold-table.ts';
import type { FoldTable, TextFold } from '../../archive/text/fold/text-fold.ts';

let loading: Promise<FoldTable> | undefined;

/** The folding of scripts and variants, read once. */
export function loadFoldTable(): Promise<FoldTable> {
  loading ??= fetch('/dictionaries/fold.bin')
    .then((response) => {
      if (!response.ok) throw new Error('The folding table is missing');
      return response.arrayBuffer();
    })
    .then(openFoldTable);
  loading.catch(() => {
    loading = undefined;
  });
  return loading;
}

export async function loadTextFold(): Promise<TextFold> {
  return (await loadFoldTable()).fold;
}
