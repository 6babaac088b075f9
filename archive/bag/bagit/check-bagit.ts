import type { BagProblem } from '../../model/bag-report.ts';
import { FileFault } from '../bag-files.ts';
import type { BagFiles } from '../bag-files.ts';
import { problem } from '../problem-list.ts';
import { nameClashes } from '../zip/entry-name.ts';
import { checkCompleteness } from './completeness.ts';
import { DigestCheck } from './digest-check.ts';
import { leavesTheBag } from './manifest.ts';
import { readTagFiles, wholeFile } from './tag-files.ts';
import type { TagFiles } from './tag-files.ts';

/** What the check of any BagIt bag found; `refuse` means invalid, `warn` valid with a warning. */
export interface BagItReport {
  readonly version: string | null;
  readonly isValid: boolean;
  readonly problems: readonly BagProblem[];
}

const systemFiles: readonly string[] = ['.ds_store', 'thumbs.db', 'desktop.ini'];

/** Names that are good BagIt but fail on some systems. */
function nameWarnings(tagFiles: TagFiles): readonly BagProblem[] {
  const listed = [...new Set(tagFiles.manifests.flatMap(({ digests }) => [...digests.keys()]))];
  const system = listed
    .filter((path) => systemFiles.includes(path.slice(path.lastIndexOf('/') + 1).toLowerCase()))
    .map((path) => problem('system-file', path));
  return [
    ...system,
    ...nameClashes(listed).map((clash) => ({ ...clash, severity: 'warn' as const })),
  ];
}

/** `fetch.txt` must not ask for files outside the payload; what it lists must be there to be valid. */
async function fetchFaults(files: BagFiles): Promise<readonly BagProblem[]> {
  if (!files.sizes.has('fetch.txt')) return [];
  const text = (await wholeFile(files, 'fetch.txt', 16 * 1024 * 1024)).toString('utf8');
  return text
    .split(/\r\n|\n|\r/u)
    .map((line, index) => ({
      path: /^\S+[ \t]+\S+[ \t]+(.+)$/u.exec(line)?.[1],
      number: index + 1,
    }))
    .filter(({ path }) => path !== undefined && (leavesTheBag(path) || !path.startsWith('data/')))
    .map(({ path, number }) => problem('name-climbs', 'fetch.txt', { found: path ?? '' }, number));
}

/** The stored name by its composed form: file systems change how accents are encoded. */
function storedNames(files: BagFiles): ReadonlyMap<string, string> {
  return new Map([...files.sizes.keys()].map((path) => [path.normalize('NFC'), path]));
}

/** Checks a bag of any version from 0.93 to 1.0 by the rules of BagIt alone. */
export async function checkBagIt(files: BagFiles): Promise<BagItReport> {
  const { tagFiles, problems: tagProblems } = await readTagFiles(files);
  if (!tagFiles) return { version: null, isValid: false, problems: tagProblems };
  const stored = storedNames(files);
  const problems = [
    ...tagProblems,
    ...(await fetchFaults(files)),
    ...checkCompleteness(tagFiles, files.sizes).filter(
      ({ code, path }) => code !== 'missing-file' || !stored.has(path.normalize('NFC')),
    ),
    ...nameWarnings(tagFiles),
  ];
  const listed = new Set(tagFiles.manifests.flatMap(({ digests }) => [...digests.keys()]));
  for (const path of listed) {
    const name = files.sizes.has(path) ? path : stored.get(path.normalize('NFC'));
    if (name === undefined) continue;
    const check = new DigestCheck(tagFiles.manifests, path);
    try {
      for await (const chunk of files.chunks(name)) check.update(chunk);
      const mismatch = check.mismatch();
      if (mismatch) problems.push(mismatch);
    } catch (error) {
      if (!(error instanceof FileFault)) throw error;
      problems.push(error.problem);
    }
  }
  return {
    version: tagFiles.declaration.version,
    isValid: !problems.some(({ severity }) => severity === 'refuse'),
    problems,
  };
}
