import { isUtf8 } from 'node:buffer';
import { Readable } from 'node:stream';
import { imageSize } from '../media/image-size.ts';
import { imageType, imageTypeHeadBytes } from '../media/image-type.ts';
import type { ImageType } from '../media/image-type.ts';
import { isPassiveSvg } from '../media/svg-safety.ts';
import type { BagProblem } from '../model/bag-report.ts';
import { FileFault } from './bag-files.ts';
import type { BagFiles } from './bag-files.ts';
import { DigestCheck } from './bagit/digest-check.ts';
import type { Manifest } from './bagit/manifest.ts';
import { problem } from './problem-list.ts';

/** A picture that may be shown. */
export interface MediaFile {
  /** By magic number, never by name. */
  readonly contentType: ImageType;
  readonly bytes: number;
  stream(): Readable;
}

/** Enough of a picture's front to know its size, but for JPEGs with much else before their frame. */
const headBytes = 256 * 1024;
/** An SVG is looked at as a whole. */
const maxSvgBytes = 8 * 1024 * 1024;
const maxHeadBytes = maxSvgBytes;
const maxPixels = 100_000_000;

/** A media file as one reading of it found it. */
export interface MediaFinding {
  /** Null where the file is damaged or must not be shown. */
  readonly contentType: ImageType | null;
  readonly problem: BagProblem | null;
  readonly isDamaged: boolean;
}

function judge(path: string, bytes: number, head: Buffer): MediaFinding {
  const type = imageType(head.subarray(0, imageTypeHeadBytes));
  const refuse = (found: BagProblem): MediaFinding => ({
    contentType: null,
    problem: found,
    isDamaged: false,
  });
  if (type === null) return refuse(problem('media-not-an-image', path, { bytes }));
  if (
    type === 'image/svg+xml' &&
    (bytes > maxSvgBytes || !isUtf8(head) || !isPassiveSvg(head.toString('utf8')))
  ) {
    return refuse(problem('svg-with-script', path, { bytes }));
  }
  const size = imageSize(head, type);
  // A picture that hides its size could have any.
  if (!size && type !== 'image/svg+xml')
    return refuse(problem('media-not-an-image', path, { bytes }));
  if (size && size.width * size.height > maxPixels) {
    const { width, height } = size;
    return refuse(problem('image-too-large', path, { width, height, maxPixels }));
  }
  return { contentType: type, problem: null, isDamaged: false };
}

/** True where what is held of a picture is not enough to judge it. */
function needsMore(head: readonly Buffer[], held: number): boolean {
  if (held < headBytes) return true;
  const type = head[0] ? imageType(head[0]) : null;
  if (held >= maxHeadBytes) return false;
  return (
    type === 'image/svg+xml' ||
    (type === 'image/jpeg' && imageSize(Buffer.concat(head), type) === null)
  );
}

/** Reads a media file once: compares its digests and finds out whether it may be shown. */
export async function examineMedia(
  files: BagFiles,
  manifests: readonly Manifest[],
  path: string,
  onChunk: (bytes: number) => void,
): Promise<MediaFinding> {
  const check = new DigestCheck(manifests, path);
  const bytes = files.sizes.get(path) ?? 0;
  const head: Buffer[] = [];
  let held = 0;
  let isJudged = false;
  let fault: BagProblem | null = null;
  try {
    for await (const chunk of files.chunks(path)) {
      check.update(chunk);
      if (!isJudged && needsMore(head, held)) {
        head.push(chunk);
        held += chunk.length;
      } else isJudged = true;
      onChunk(chunk.length);
    }
  } catch (error) {
    if (!(error instanceof FileFault) || error.problem.code === 'file-changed') throw error;
    fault = error.problem;
  }
  const damage = fault ?? check.mismatch();
  if (damage) {
    const details = { ...damage.details, reason: damage.code };
    return { contentType: null, problem: problem('media-damaged', path, details), isDamaged: true };
  }
  return judge(path, bytes, Buffer.concat(head));
}

/** Media as they are asked for; each file is examined before its first byte is handed out. */
export class MediaShelf {
  readonly #files: BagFiles;
  readonly #manifests: readonly Manifest[];
  readonly #types = new Map<string, Promise<ImageType | null>>();

  constructor(files: BagFiles, manifests: readonly Manifest[]) {
    this.#files = files;
    this.#manifests = manifests;
  }

  /** Null when the file is absent, damaged or not to be shown. `path` is below the bag's folder. */
  async get(path: string): Promise<MediaFile | null> {
    const bytes = this.#files.sizes.get(path);
    if (bytes === undefined) return null;
    let type = this.#types.get(path);
    if (!type) {
      type = examineMedia(this.#files, this.#manifests, path, () => undefined).then(
        ({ contentType }) => contentType,
      );
      this.#types.set(path, type);
    }
    const contentType = await type;
    if (contentType === null) return null;
    return { contentType, bytes, stream: () => Readable.from(this.#files.chunks(path)) };
  }
}
