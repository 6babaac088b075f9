/** Where the interface lives. */
export const readerOrigin = 'app://reader';

/** The interface's one document. */
export const readerDocument = `${readerOrigin}/index.html`;

/** Schemes that never leave the process: ours, and what a page makes itself. */
export const localSchemes: ReadonlySet<string> = new Set(['app:', 'archive:', 'blob:', 'data:']);

/** The scheme of a URL with its colon; empty where it has none. */
export function schemeOf(url: string): string {
  return /^[a-z][a-z0-9+.-]*:/i.exec(url)?.[0].toLowerCase() ?? '';
}

/** True for the interface's document, whatever its query or hash. */
export function isReaderDocument(url: string): boolean {
  return url.split(/[?#]/, 1)[0] === readerDocument;
}
