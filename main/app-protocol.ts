import { readFile } from 'node:fs/promises';
import { extname, join, normalize, sep } from 'node:path';
import { readerHeaders } from './content-security.ts';

/** The kinds of file the interface is built of; nothing else is served. */
const contentTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.ttf': 'font/ttf',
  '.wasm': 'application/wasm',
};

function refuse(status: number): Response {
  return new Response(null, { status, headers: readerHeaders });
}

/** The file below `folder` that a path of `app://reader` names; null for anything else. */
export function readerFile(folder: string, url: string): string | null {
  const { host, pathname } = new URL(url);
  if (host !== 'reader') return null;
  let path: string;
  try {
    path = decodeURIComponent(pathname);
  } catch {
    return null;
  }
  if (path.includes('\0') || path.includes('\\')) return null;
  const file = normalize(join(folder, path));
  return file.startsWith(folder + sep) && extname(file) in contentTypes ? file : null;
}

/** Answers `app://reader/…` from the built interface. */
export function serveReader(folder: string): (request: Request) => Promise<Response> {
  const root = normalize(folder).replace(/[\\/]$/, '');
  return async (request) => {
    if (request.method !== 'GET') return refuse(405);
    const file = readerFile(root, request.url);
    if (!file) return refuse(404);
    let bytes: Buffer;
    try {
      bytes = await readFile(file);
    } catch {
      return refuse(404);
    }
    const contentType = contentTypes[extname(file)] ?? 'application/octet-stream';
    return new Response(new Uint8Array(bytes), {
      headers: { ...readerHeaders, 'Content-Type': contentType },
    });
  };
}
