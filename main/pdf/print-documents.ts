import { readFile } from 'node:fs/promises';
import { BrowserWindow, type WebContents } from 'electron';
import type { PdfDocument } from '../../preload/bridge.ts';
import { readerHeaders } from '../content-security.ts';
import { readerOrigin } from '../origins.ts';
import { numberPages, type FolioDigits } from './number-pages.ts';
import { PdfFile } from './pdf-file.ts';

/** What a PDF is on its way to, for whoever waits. */
export type PdfStep = 'setting' | 'numbering' | 'writing';

const folio = { size: 9, right: 68, bottom: 40 };

/** Makes PDFs out of documents of the interface, each in a hidden window without script or bridge. */
export class PrintDocuments {
  readonly #digits: string;
  readonly #documents = new Map<string, PdfDocument>();
  #count = 0;

  /** `digits` is the file of drawn digits. */
  constructor(digits: string) {
    this.#digits = digits;
  }

  /** Answers for `app://reader/print/<number>/…`; null for any other address. */
  serve(url: string): Response | null {
    const [, id, part] =
      /^\/print\/(\d+)\/(document\.html|document\.css)$/.exec(new URL(url).pathname) ?? [];
    const document = id === undefined ? undefined : this.#documents.get(id);
    if (!document) return null;
    const isStyle = part === 'document.css';
    return new Response(isStyle ? document.css : document.html, {
      headers: {
        ...readerHeaders,
        'Content-Type': `${isStyle ? 'text/css' : 'text/html'}; charset=utf-8`,
      },
    });
  }

  /** The bytes of the PDF. Rejects with `signal`'s reason when it is aborted. */
  async make(
    document: PdfDocument,
    onStep: (step: PdfStep) => void,
    signal: AbortSignal,
  ): Promise<Uint8Array> {
    this.#count += 1;
    const id = String(this.#count);
    this.#documents.set(id, document);
    const window = new BrowserWindow({
      show: false,
      webPreferences: {
        sandbox: true,
        contextIsolation: true,
        nodeIntegration: false,
        spellcheck: false,
        devTools: false,
      },
    });
    const close = (): void => {
      if (!window.isDestroyed()) window.destroy();
    };
    signal.addEventListener('abort', close, { once: true });
    try {
      onStep('setting');
      await window.loadURL(`${readerOrigin}/print/${id}/document.html`);
      const bytes = await this.#print(window.webContents, document, onStep, signal);
      return bytes;
    } catch (error) {
      // The window that was closed under a running call says so in its own words.
      signal.throwIfAborted();
      throw error;
    } finally {
      signal.removeEventListener('abort', close);
      close();
      this.#documents.delete(id);
    }
  }

  async #print(
    contents: WebContents,
    document: PdfDocument,
    onStep: (step: PdfStep) => void,
    signal: AbortSignal,
  ): Promise<Uint8Array> {
    await waitForFontsAndPictures(contents);
    signal.throwIfAborted();
    let bytes = await printed(contents);
    if (document.bareFolios === null) return bytes;
    onStep('numbering');
    const pages = new PdfFile(bytes).destinations();
    const numbers = Object.fromEntries([...pages].map(([name, page]) => [name, page + 1]));
    const filled = await fillPageNumbers(contents, numbers);
    signal.throwIfAborted();
    if (filled > 0) bytes = await printed(contents);
    const digits = JSON.parse(await readFile(this.#digits, 'utf8')) as FolioDigits;
    return numberPages(bytes, digits, folio, document.bareFolios);
  }
}

function printed(contents: WebContents): Promise<Uint8Array> {
  return contents.printToPDF({
    preferCSSPageSize: true,
    printBackground: true,
    generateTaggedPDF: true,
    generateDocumentOutline: true,
  });
}

/** A page that is printed before its fonts are there is blank. */
async function waitForFontsAndPictures(contents: WebContents): Promise<void> {
  await contents.executeJavaScript(`(async () => {
    await Promise.all([...document.images].map((image) => image.decode().catch(() => undefined)));
    await document.fonts.ready;
  })()`);
}

/** Writes the pages into the contents; resolves with how many there were. */
async function fillPageNumbers(
  contents: WebContents,
  numbers: Readonly<Record<string, number>>,
): Promise<number> {
  return (await contents.executeJavaScript(`(() => {
    const numbers = ${JSON.stringify(numbers)};
    const places = document.querySelectorAll('[data-page-of]');
    for (const place of places) place.textContent = String(numbers[place.dataset.pageOf] ?? '');
    return places.length;
  })()`)) as number;
}
