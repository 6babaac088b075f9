import { asciiText } from './image-type.ts';
import type { ImageType } from './image-type.ts';

/** Pixels. */
export interface ImageSize {
  readonly width: number;
  readonly height: number;
}

function view(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/** The frame header is one of the SOF markers, behind any number of other segments. */
function jpegSize(bytes: Uint8Array): ImageSize | null {
  const data = view(bytes);
  let at = 2;
  while (at + 9 <= bytes.length) {
    // Decoders skip what stands between two segments.
    if (bytes[at] !== 0xff) {
      at += 1;
      continue;
    }
    const marker = bytes[at + 1] ?? 0;
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (isFrame) return { height: data.getUint16(at + 5), width: data.getUint16(at + 7) };
    // Fill bytes and markers without a length.
    if (marker === 0xff) at += 1;
    else if (marker === 0x01 || (marker >= 0xd0 && marker <= 0xd7)) at += 2;
    else at += 2 + data.getUint16(at + 2);
  }
  return null;
}

function webpSize(bytes: Uint8Array): ImageSize | null {
  if (bytes.length < 30) return null;
  const data = view(bytes);
  switch (asciiText(bytes, 12, 16)) {
    case 'VP8 ':
      return {
        width: data.getUint16(26, true) & 0x3fff,
        height: data.getUint16(28, true) & 0x3fff,
      };
    case 'VP8L': {
      const bits = data.getUint32(21, true);
      return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 };
    }
    case 'VP8X':
      return {
        width: (data.getUint32(24, true) & 0xff_ffff) + 1,
        height: (data.getUint32(26, true) >>> 8) + 1,
      };
    default:
      return null;
  }
}

/** The largest `ispe` property: which of them is the picture's own is told elsewhere in the file. */
function avifSize(bytes: Uint8Array): ImageSize | null {
  const data = view(bytes);
  let largest: ImageSize | null = null;
  for (let at = 0; at + 16 <= bytes.length; at += 1) {
    if (data.getUint32(at) !== 0x69737065) continue;
    const size = { width: data.getUint32(at + 8), height: data.getUint32(at + 12) };
    if (!largest || size.width * size.height > largest.width * largest.height) largest = size;
  }
  return largest;
}

const svgHeadBytes = 64 * 1024;

/** Lengths in px or without a unit, else the viewBox. */
function svgSize(bytes: Uint8Array): ImageSize | null {
  const tag = /<svg\b[^>]*>/u.exec(asciiText(bytes, 0, svgHeadBytes))?.[0] ?? '';
  const length = (name: string): number =>
    Number(new RegExp(`\\s${name}\\s*=\\s*["']([\\d.]+)(?:px)?["']`, 'u').exec(tag)?.[1] ?? 0);
  const box =
    /\sviewBox\s*=\s*["']([^"']*)["']/u
      .exec(tag)?.[1]
      ?.trim()
      .split(/[\s,]+/u) ?? [];
  const width = Math.round(length('width') || Number(box[2] ?? 0));
  const height = Math.round(length('height') || Number(box[3] ?? 0));
  return width > 0 && height > 0 ? { width, height } : null;
}

/** The size a picture's header tells; `bytes` may be its front only. Null where it cannot be found. */
export function imageSize(bytes: Uint8Array, type: ImageType): ImageSize | null {
  switch (type) {
    case 'image/jpeg':
      return jpegSize(bytes);
    case 'image/png':
      return bytes.length < 24
        ? null
        : { width: view(bytes).getUint32(16), height: view(bytes).getUint32(20) };
    case 'image/gif':
      return bytes.length < 10
        ? null
        : { width: view(bytes).getUint16(6, true), height: view(bytes).getUint16(8, true) };
    case 'image/webp':
      return webpSize(bytes);
    case 'image/avif':
      return avifSize(bytes);
    case 'image/svg+xml':
      return svgSize(bytes);
  }
}
