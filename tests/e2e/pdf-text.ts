import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

interface PdfReading {
  /** The text of every page in its order, lines joined without anything between them. */
  readonly pages: readonly string[];
  readonly outline: readonly string[];
  readonly isTagged: boolean;
  readonly language: string | null;
  /** Addresses outside the document. */
  readonly links: readonly string[];
}

interface OutlineNode {
  readonly title: string;
  readonly items: readonly OutlineNode[];
}

/** What PDF.js, and so Firefox and Zotero, reads in a file. */
export async function readPdf(file: string): Promise<PdfReading> {
  const document = await getDocument({
    data: new Uint8Array(readFileSync(file)),
    useSystemFonts: false,
    verbosity: 0,
  }).promise;
  const pages: string[] = [];
  const links: string[] = [];
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number);
    const { items } = await page.getTextContent();
    pages.push(items.map((item) => ('str' in item ? item.str : '')).join(''));
    for (const { url } of (await page.getAnnotations()) as { url?: string; unsafeUrl?: string }[])
      if (url !== undefined) links.push(url);
    for (const { unsafeUrl } of (await page.getAnnotations()) as { unsafeUrl?: string }[])
      if (unsafeUrl !== undefined) links.push(unsafeUrl);
  }
  const titles = (nodes: readonly OutlineNode[]): string[] =>
    nodes.flatMap(({ title, items }) => [title, ...titles(items)]);
  const outline = titles(await document.getOutline());
  const marking = (await document.getMarkInfo()) as { Marked?: boolean } | null;
  const { info } = (await document.getMetadata()) as { info: { Language?: string } };
  await document.destroy();
  return {
    pages,
    outline,
    isTagged: marking?.Marked === true,
    language: info.Language ?? null,
    links,
  };
}

/** What poppler, and so most viewers on Linux, reads in a file; line ends taken out. */
export function popplerText(file: string): string {
  return execFileSync('pdftotext', ['-raw', file, '-'], {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  }).replace(/[\n\f]/g, '');
}
