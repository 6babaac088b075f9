import type { BagProblem } from '../../model/bag-report.ts';
import { FileFault } from '../bag-files.ts';
import type { BagFiles } from '../bag-files.ts';
import { problem } from '../problem-list.ts';
import { hasByteOrderMark } from '../records/byte-order-mark.ts';
import { parseDeclaration } from './declaration.ts';
import type { Declaration } from './declaration.ts';
import { isKnownAlgorithm, manifestName, parseManifest } from './manifest.ts';
import type { Manifest } from './manifest.ts';
import { checkOxum, parseMetadata } from './metadata.ts';
import type { Metadata } from './metadata.ts';

/** What the tag files of a bag say. */
export interface TagFiles {
  readonly declaration: Declaration;
  readonly manifests: readonly Manifest[];
  readonly metadata: Metadata;
}

const maxTagFileBytes = 128 * 1024 * 1024;

/** The whole content of a small file; throws a FileFault where it cannot be had as announced. */
export async function wholeFile(files: BagFiles, path: string, maxBytes: number): Promise<Buffer> {
  const bytes = files.sizes.get(path) ?? 0;
  if (bytes > maxBytes) {
    throw new FileFault(problem('tag-file-too-large', path, { bytes, maxBytes }));
  }
  const chunks: Buffer[] = [];
  for await (const chunk of files.chunks(path)) chunks.push(chunk);
  return Buffer.concat(chunks);
}

/** Decodes a tag file in the declared encoding; null where the bytes are not text in it. */
function decode(bytes: Buffer, encoding: string): string | null {
  const isBigEndian = bytes[0] === 0xfe && bytes[1] === 0xff;
  const label = /^utf-16$/iu.test(encoding) && isBigEndian ? 'utf-16be' : encoding;
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

async function collect(files: BagFiles, problems: BagProblem[]): Promise<TagFiles | null> {
  if (!files.sizes.has('bagit.txt')) {
    problems.push(problem('declaration-missing', 'bagit.txt'));
    return null;
  }
  const declared = parseDeclaration(await wholeFile(files, 'bagit.txt', 4096));
  if ('fault' in declared) {
    problems.push(declared.fault);
    return null;
  }
  const { version, encoding } = declared.declaration;
  const manifests: Manifest[] = [];
  let metadata: Metadata = [];
  for (const path of [...files.sizes.keys()].sort()) {
    const name = manifestName(path);
    const isMetadata = path === 'bag-info.txt' || path === 'package-info.txt';
    if (!isMetadata && !(name && isKnownAlgorithm(name.algorithm))) continue;
    const bytes = await wholeFile(files, path, maxTagFileBytes);
    const text = decode(bytes, encoding);
    if (isMetadata && hasByteOrderMark(bytes)) problems.push(problem('byte-order-mark', path));
    if (text === null) {
      problems.push(problem('tag-file-not-utf8', path, { encoding }));
    } else if (name) {
      const parsed = parseManifest(path, text, name, version);
      manifests.push(parsed.manifest);
      problems.push(...parsed.problems);
    } else {
      const parsed = parseMetadata(path, text);
      metadata = [...metadata, ...parsed.metadata];
      problems.push(...parsed.problems, ...checkOxum(path, parsed.metadata, files.sizes));
    }
  }
  return { declaration: declared.declaration, manifests, metadata };
}

/** Reads every tag file BagIt knows; null where the bag's declaration cannot be had. */
export async function readTagFiles(
  files: BagFiles,
): Promise<{ readonly tagFiles: TagFiles | null; readonly problems: readonly BagProblem[] }> {
  const problems: BagProblem[] = [];
  try {
    return { tagFiles: await collect(files, problems), problems };
  } catch (error) {
    if (!(error instanceof FileFault)) throw error;
    return { tagFiles: null, problems: [...problems, error.problem] };
  }
}
