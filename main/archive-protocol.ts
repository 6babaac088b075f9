import { Readable } from 'node:stream';
import { mediaContentSecurity } from './content-security.ts';
import type { Library } from './library.ts';
import type { Loads } from './load.ts';
import { readerOrigin } from './origins.ts';

const commonHeaders: Readonly<Record<string, string>> = {
  'Access-Control-Allow-Origin': readerOrigin,
  'Content-Security-Policy': mediaContentSecurity,
  'Cross-Origin-Resource-Policy': 'cross-origin',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
};

function refuse(status: number): Response {
  return new Response(null, { status, headers: commonHeaders });
}

/** The parts of a path, decoded; null where it cannot be decoded or points outside. */
export function pathParts(url: string): readonly string[] | null {
  try {
    const parts = new URL(url).pathname.slice(1).split('/').map(decodeURIComponent);
    const isPlain = parts.every(
      (part) => part !== '' && part !== '.' && part !== '..' && !/[/\\\0]/.test(part),
    );
    return isPlain ? parts : null;
  } catch {
    return null;
  }
}

async function serveMedia(library: Library, parts: readonly string[]): Promise<Response> {
  const [bagId, ...path] = parts;
  if (bagId === undefined || path.length === 0) return refuse(404);
  const bag = await library.media(bagId);
  const media = await bag?.media(path.join('/'));
  if (!media) return refuse(404);
  // Node's type of the same stream lacks what the Response's adds.
  const body = Readable.toWeb(media.stream()) as ReadableStream<Uint8Array>;
  return new Response(body, {
    headers: {
      ...commonHeaders,
      'Content-Type': media.contentType,
      'Content-Length': String(media.bytes),
      'Cache-Control': 'max-age=3600',
    },
  });
}

/**
 * Answers `archive://media/<bagId>/<path>` with a picture, its type fixed by its first bytes, and
 * `archive://load/<bagId>` with the stream of a load; `?skip=N` leaves its first stories out.
 */
export function serveArchive(library: Library, loads: Loads) {
  return async (request: Request): Promise<Response> => {
    if (request.method !== 'GET') return refuse(405);
    const parts = pathParts(request.url);
    if (!parts) return refuse(404);
    const { host, searchParams } = new URL(request.url);
    if (host === 'media') return serveMedia(library, parts);
    if (host !== 'load' || parts.length !== 1) return refuse(404);
    const skip = searchParams.get('skip') ?? '0';
    if (!/^\d{1,10}$/.test(skip)) return refuse(404);
    const stream = loads.start(parts[0] ?? '', Number(skip));
    if (!stream) return refuse(404);
    return new Response(stream, {
      headers: {
        ...commonHeaders,
        'Content-Type': 'application/x-ndjson',
        'Cache-Control': 'no-store',
      },
    });
  };
}
