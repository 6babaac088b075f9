import { openFoldTable } from '../../archive/text/fold/fold-table.ts';
import type { TextFold } from '../../archive/text/fold/text-fold.ts';

let loading: Promise<TextFold> | undefined;

/** The folding of scripts and variants, read once. */
export function loadTextFold(): Promise<TextFold> {
  loading ??= fetch('/dictionaries/fold.bin')
    .then((response) => {
      if (!response.ok) throw new Error('The folding table is missing');
      return response.arrayBuffer();
    })
    .then((table) => openFoldTable(table).fold);
  loading.catch(() => {
    loading = undefined;
  });
  return loading;
}
