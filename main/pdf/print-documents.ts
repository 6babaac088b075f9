import { readFile } from 'node:fs/promises';
import { BrowserWindow, type WebContents } from 'electron';
import type { PdfDocument } from '../../preload/bridge.ts';
import { readerHeaders } from '../content-security.ts';
import { readerOrigin } from '../origins.ts';
import { numberPages, type FolioDigits } from './number-pages.ts';
import { PdfFile } from './pdf-file.ts';

/** What a PDF is on its way to, for whoever waits. */
export type PdfStep = 'setting' | 'numbering' | 'drawing' | 'writing';

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
    if (document.bareFolios === null) return printed(contents);
    if (await hasPageNumbers(contents)) {
      onStep('numbering');
      await showText(contents, false);
      // Text that is not drawn costs a tenth, and stands on the same pages.
      const pages = new PdfFile(await printed(contents)).destinations();
      signal.throwIfAborted();
      await fillPageNumbers(contents, new Map([...pages].map(([name, page]) => [name, page + 1])));
      await showText(contents, true);
    }
    onStep('drawing');
    const bytes = await printed(contents);
    signal.throwIfAborted();
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

/**
 * A page that is printed before its fonts are there is blank. What is set is kept back until they are,
 * else all of it would be set twice.
 */
async function waitForFontsAndPictures(contents: WebContents): Promise<void> {
  await contents.executeJavaScript(`(async () => {
    document.body.hidden = true;
    const whole = [...document.fonts].filter(
      ({ family, weight, unicodeRange }) =>
        /Guzhi (Song|Print)/.test(family) && weight !== '900' && unicodeRange === 'U+0-10FFFF',
    );
    await Promise.all(whole.map((face) => face.load()));
    document.body.hidden = false;
    await Promise.all([...document.images].map((image) => image.decode().catch(() => undefined)));
    document.body.getBoundingClientRect();
    await document.fonts.ready;
  })()`);
}

async function hasPageNumbers(contents: WebContents): Promise<boolean> {
  return (await contents.executeJavaScript(
    `document.querySelector('[data-page-of]') !== null`,
  )) as boolean;
}

async function showText(contents: WebContents, isShown: boolean): Promise<void> {
  await contents.executeJavaScript(
    `document.documentElement.style.visibility = '${isShown ? '' : 'hidden'}'`,
  );
}

/** Writes the pages into the contents. */
async function fillPageNumbers(
  contents: WebContents,
  numbers: ReadonlyMap<string, number>,
): Promise<void> {
  await contents.executeJavaScript(`(() => {
    const numbers = new Map(${JSON.stringify([...numbers])});
    for (const place of document.querySelectorAll('[data-page-of]'))
      place.textContent = String(numbers.get(place.dataset.pageOf) ?? '');
  })()`);
}
