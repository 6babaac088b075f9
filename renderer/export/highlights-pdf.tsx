import { renderToStaticMarkup } from 'react-dom/server';
import type { PdfDocument } from '../../preload/bridge.ts';
import documentStyles from '../styles/highlights-document.css?inline';
import pageStyles from '../styles/highlights-page.css?inline';
import sheetStyles from '../styles/highlights-sheet.css?inline';
import { DocumentFront, DocumentGroup, numbering } from './highlights-document.tsx';
import type { HighlightsDocumentProps } from './highlights-document-props.ts';

/** The window stays alive while a long document is made: it is made in pieces of so many ms. */
const pieceMs = 30;

/** The document's markup. Rejects with `signal`'s reason when it is aborted. */
async function bodyOf(props: HighlightsDocumentProps, signal?: AbortSignal): Promise<string> {
  const numberOf = numbering(props.groups);
  const parts = [renderToStaticMarkup(<DocumentFront {...props} numberOf={numberOf} />)];
  let pause = performance.now() + pieceMs;
  for (const [index, group] of props.groups.entries()) {
    if (performance.now() > pause) {
      await new Promise((resolve) => setTimeout(resolve));
      signal?.throwIfAborted();
      pause = performance.now() + pieceMs;
    }
    parts.push(
      renderToStaticMarkup(
        <DocumentGroup {...props} group={group} index={index} numberOf={numberOf} />,
      ),
    );
  }
  return `<div class="pdf-document">${parts.join('')}</div>`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}

/** The document as main prints it: title page bare, every other page with its number. */
export async function highlightsPdf(
  props: HighlightsDocumentProps,
  signal?: AbortSignal,
): Promise<PdfDocument> {
  const body = await bodyOf(props, signal);
  const head =
    '<meta charset="utf-8">' +
    `<title>${escaped(props.facts.title)}</title>` +
    '<link rel="stylesheet" href="/fonts/fonts.css"><link rel="stylesheet" href="document.css">';
  return {
    html: `<!doctype html><html lang="${escaped(props.language)}"><head>${head}</head><body>${body}</body></html>`,
    css: `${documentStyles}\n${sheetStyles}`,
    bareFolios: 1,
  };
}

/** The same document as one file for a browser: styles inside, the fonts those of the machine. */
export async function highlightsHtml(
  props: HighlightsDocumentProps,
  signal?: AbortSignal,
): Promise<string> {
  const body = await bodyOf(props, signal);
  return (
    `<!doctype html>\n<html lang="${escaped(props.language)}"><head><meta charset="utf-8">` +
    '<meta name="viewport" content="width=device-width">' +
    `<title>${escaped(props.facts.title)}</title>` +
    `<style>${documentStyles}\n${pageStyles}</style></head><body>${body}</body></html>\n`
  );
}
