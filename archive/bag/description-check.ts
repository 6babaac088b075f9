import { isUtf8 } from 'node:buffer';
import type { ArchiveDescription } from '../model/archive-description.ts';
import type { BagProblem } from '../model/bag-report.ts';
import { FileFault } from './bag-files.ts';
import type { BagFiles } from './bag-files.ts';
import { wholeFile } from './bagit/tag-files.ts';
import { compareVersions, formatVersion, versionParts } from './format-version.ts';
import { articleFiles, descriptionPath, issuesPath } from './payload-paths.ts';
import { problem } from './problem-list.ts';
import { guessChineseEncoding } from '../text/encoding-guess.ts';
import { hasByteOrderMark, withoutByteOrderMark } from './records/byte-order-mark.ts';
import { knownDescriptionValues } from './records/later-values.ts';
import { maxLineBytes } from './records/line-splitter.ts';
import { parseLine } from './records/parse-line.ts';
import { isArchiveDescription, schemaProblem } from './records/schemas.ts';
import { isUnsafeLink } from './records/unsafe-links.ts';

const maxDescriptionBytes = 4 * 1024 * 1024;

export interface ReadDescription {
  /** Null where a problem forbids reading on. */
  readonly description: ArchiveDescription | null;
  readonly problems: readonly BagProblem[];
}

function refused(...problems: BagProblem[]): ReadDescription {
  return {
    description: null,
    problems: problems.map((one) => ({ ...one, severity: 'refuse' as const })),
  };
}

function versionOf(value: unknown, member: string): string | null {
  const version: unknown =
    typeof value === 'object' && value !== null ? Reflect.get(value, member) : null;
  return typeof version === 'string' && /^\d+\.\d+$/u.test(version) ? version : null;
}

/** The version comes before the schema: a later format may rightly break this one's. */
function versionProblem(value: unknown): BagProblem | null {
  const version = versionOf(value, 'formatVersion');
  const needed = versionOf(value, 'minReaderVersion');
  if (version === null) return null;
  const details = { found: version, minReaderVersion: needed ?? '', known: formatVersion };
  const isNewMajor = versionParts(version)[0] > versionParts(formatVersion)[0];
  if (isNewMajor || (needed !== null && compareVersions(needed, formatVersion) > 0)) {
    return problem('format-too-new', descriptionPath, details);
  }
  return compareVersions(version, formatVersion) > 0
    ? problem('format-newer-minor', descriptionPath, details)
    : null;
}

/** Links of the description that must not be followed are emptied in what is handed on. */
function withSafeLinks(description: ArchiveDescription): {
  readonly description: ArchiveDescription;
  readonly problems: readonly BagProblem[];
} {
  const members = ['dcterms:source', 'dcterms:license', 'dcterms:rights'] as const;
  const unsafe = members.filter((member) => isUnsafeLink(description[member]));
  if (unsafe.length === 0) return { description, problems: [] };
  const emptied = Object.fromEntries(unsafe.map((member) => [member, '']));
  return {
    description: { ...description, ...emptied },
    problems: [problem('unsafe-link', descriptionPath, { dropped: unsafe.length })],
  };
}

/** Counts that the sizes of the files rule out, before a byte of them is read. */
function countProblems(
  { counts }: ArchiveDescription,
  sizes: ReadonlyMap<string, number>,
): readonly BagProblem[] {
  const size = (path: string): number => sizes.get(path) ?? 0;
  const articleBytes = articleFiles(sizes.keys()).reduce((sum, path) => sum + size(path), 0);
  const payload = [...sizes].filter(
    ([path]) => path.startsWith('data/') && path !== descriptionPath,
  );
  const bytes = payload.reduce((sum, [, fileBytes]) => sum + fileBytes, 0);
  const leastRecordBytes = 2;
  const absurd = (
    [
      ['issues', counts.issues * leastRecordBytes, size(issuesPath)],
      ['articles', counts.articles * leastRecordBytes, articleBytes],
      ['media', counts.media, payload.length],
      ['maxLineBytes', counts.maxLineBytes, maxLineBytes],
    ] as const
  ).filter(([, claimed, most]) => claimed > most);
  return [
    ...absurd.map(([count]) =>
      problem('absurd-counts', descriptionPath, { count, claimed: counts[count] }),
    ),
    ...(bytes === counts.bytes
      ? []
      : [
          problem('counts-differ', descriptionPath, {
            count: 'bytes',
            expected: counts.bytes,
            found: bytes,
          }),
        ]),
  ];
}

/** Reads and checks archive.json. */
export async function readDescription(files: BagFiles): Promise<ReadDescription> {
  let bytes: Buffer;
  try {
    bytes = await wholeFile(files, descriptionPath, maxDescriptionBytes);
  } catch (error) {
    if (!(error instanceof FileFault)) throw error;
    return refused(error.problem);
  }
  if (!isUtf8(bytes)) {
    const encoding = guessChineseEncoding((encoding) =>
      new TextDecoder(encoding, { fatal: true }).decode(bytes),
    );
    return refused(
      encoding === null
        ? problem('too-much-invalid-utf8', descriptionPath)
        : problem('legacy-encoding', descriptionPath, { encoding }),
    );
  }
  const mark = hasByteOrderMark(bytes) ? [problem('byte-order-mark', descriptionPath)] : [];
  const line = parseLine({ bytes: withoutByteOrderMark(bytes), number: 1 }, descriptionPath);
  if ('fault' in line) {
    const { code, details } = line.fault;
    return refused(problem('bad-description', descriptionPath, { ...details, reason: code }));
  }
  const { value, remarks } = line.parsed;
  const version = versionProblem(value);
  if (version?.severity === 'refuse') return refused(version);
  const later = version ? knownDescriptionValues(value, descriptionPath) : [];
  if (!isArchiveDescription(value)) {
    const { code, details } = schemaProblem(isArchiveDescription.errors, value, descriptionPath);
    return refused(problem('bad-description', descriptionPath, { ...details, reason: code }));
  }
  const safe = withSafeLinks(value);
  return {
    description: safe.description,
    problems: [
      ...mark,
      ...remarks,
      ...(version ? [version] : []),
      ...later,
      ...safe.problems,
      ...countProblems(value, files.sizes),
    ],
  };
}
