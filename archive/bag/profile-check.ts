import type { BagProblem } from '../model/bag-report.ts';
import { FileFault } from './bag-files.ts';
import type { BagFiles } from './bag-files.ts';
import { checkCompleteness } from './bagit/completeness.ts';
import { DigestCheck } from './bagit/digest-check.ts';
import { leavesTheBag } from './bagit/manifest.ts';
import { wholeFile } from './bagit/tag-files.ts';
import type { TagFiles } from './bagit/tag-files.ts';
import { descriptionPath, isKnownPayload, issuesPath } from './payload-paths.ts';
import { problem } from './problem-list.ts';

const manifestFiles = ['manifest-sha512.txt', 'tagmanifest-sha512.txt'] as const;

/** What this format demands of a bag beyond BagIt, before any payload but archive.json is read. */
export function checkProfile(files: BagFiles, tagFiles: TagFiles): readonly BagProblem[] {
  const problems: BagProblem[] = [];
  const { version, encoding } = tagFiles.declaration;
  if (version !== '1.0') {
    problems.push(
      problem('bagit-version-unknown', 'bagit.txt', { expected: '1.0', found: version }, 1),
    );
  }
  if (!/^utf-?8$/iu.test(encoding)) {
    problems.push(
      problem('tag-encoding-unsupported', 'bagit.txt', { expected: 'UTF-8', found: encoding }, 2),
    );
  }
  if (files.sizes.has('fetch.txt')) problems.push(problem('fetch-file', 'fetch.txt'));
  for (const file of manifestFiles) {
    if (!files.sizes.has(file)) problems.push(problem('manifest-missing', file));
  }
  problems.push(
    ...checkCompleteness(tagFiles, files.sizes).filter(({ code }) => code !== 'manifest-missing'),
  );
  const tagManifests = tagFiles.manifests.filter(({ coversTagFiles }) => coversTagFiles);
  for (const path of files.sizes.keys()) {
    if (path.startsWith('data/')) {
      if (!isKnownPayload(path)) problems.push(problem('unknown-payload-file', path));
    } else if (path !== manifestFiles[1]) {
      // Nothing covers a tag manifest: there is one, and it lists everything, so that none can be
      // slipped in.
      const without = tagManifests.find(({ digests }) => !digests.has(path));
      if (without) problems.push(problem('not-in-manifest', path, { manifest: without.file }));
    }
  }
  for (const path of [descriptionPath, issuesPath]) {
    const isReported = problems.some((one) => one.code === 'missing-file' && one.path === path);
    if (!files.sizes.has(path) && !isReported) problems.push(problem('missing-file', path));
  }
  return problems;
}

/** Compares the digests of the tag files, and of archive.json, which is read at once. */
export async function checkSmallDigests(
  files: BagFiles,
  tagFiles: TagFiles,
): Promise<{ readonly checked: number; readonly problems: readonly BagProblem[] }> {
  const problems: BagProblem[] = [];
  const tagPaths = tagFiles.manifests
    .filter(({ coversTagFiles }) => coversTagFiles)
    .flatMap(({ digests }) => [...digests.keys()]);
  let checked = 0;
  for (const path of new Set([...tagPaths, descriptionPath])) {
    if (!files.sizes.has(path) || leavesTheBag(path)) continue;
    const check = new DigestCheck(tagFiles.manifests, path);
    try {
      for await (const chunk of files.chunks(path)) check.update(chunk);
    } catch (error) {
      if (!(error instanceof FileFault)) throw error;
      problems.push(error.problem);
    }
    const mismatch = check.mismatch();
    if (mismatch) problems.push(mismatch);
    checked += 1;
  }
  return { checked, problems };
}

const maxManifestBytes = 128 * 1024 * 1024;

/** The first line whose path belongs behind that of the next one; -1 where all are in byte order. */
function outOfOrder(lines: readonly string[]): number {
  const paths = lines.map((line) => line.slice(line.indexOf(' ') + 2));
  return paths.findIndex((path, index) => path > (paths[index + 1] ?? path));
}

/**
 * Checks that the manifests are written as sha512sum writes them, every line ended alike. BagIt
 * allows more, but nothing covers a tag manifest: only with one way to write it is every change of
 * it found, that of its order and line ends too.
 */
export async function checkManifestForm(
  files: BagFiles,
  { manifests }: TagFiles,
): Promise<readonly BagProblem[]> {
  const problems: BagProblem[] = [];
  for (const { file, coversTagFiles } of manifests) {
    if (!coversTagFiles && file !== 'manifest-sha512.txt') continue;
    // As single bytes, so that the order of strings is that of bytes.
    const text = (await wholeFile(files, file, maxManifestBytes)).toString('latin1');
    const end = text.includes('\r') ? '\r\n' : '\n';
    const lines = text.split(end);
    const written = lines.slice(0, -1);
    const odd =
      lines.at(-1) === ''
        ? written.findIndex((line) => !/^[0-9a-f]{32,128} [ *][^\s][^\r\n]*$/u.test(line))
        : lines.length - 1;
    if (odd !== -1) {
      const found = (lines[odd] ?? '').slice(0, 200);
      problems.push(problem('bad-tag-line', file, { found }, odd + 1));
    } else if (coversTagFiles) {
      const first = end === '\n' ? outOfOrder(written) : 0;
      if (first !== -1) problems.push(problem('tag-manifest-form', file, {}, first + 1));
    }
  }
  return problems;
}
