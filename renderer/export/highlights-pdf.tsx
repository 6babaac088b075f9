import { renderToStaticMarkup } from 'react-dom/server';
import type { PdfDocument } from '../../preload/bridge.ts';
import documentStyles from '../styles/highlights-document.css?inline';
import pageStyles from '../styles/highlights-page.css?inline';
import sheetStyles from '../styles/highlights-sheet.css?inline';
import { HighlightsDocument, type HighlightsDocumentProps } from './highlights-document.tsx';

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}

/** The document as main prints it: title page bare, every other page with its number. */
export function highlightsPdf(props: HighlightsDocumentProps): PdfDocument {
  const body = renderToStaticMarkup(<HighlightsDocument {...props} />);
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
export function highlightsHtml(props: HighlightsDocumentProps): string {
  const body = renderToStaticMarkup(<HighlightsDocument {...props} />);
  return (
    `<!doctype html>\n<html lang="${escaped(props.language)}"><head><meta charset="utf-8">` +
    '<meta name="viewport" content="width=device-width">' +
    `<title>${escaped(props.facts.title)}</title>` +
    `<style>${documentStyles}\n${pageStyles}</style></head><body>${body}</body></html>\n`
  );
}
