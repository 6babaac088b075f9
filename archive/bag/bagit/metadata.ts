import type { BagProblem } from '../../model/bag-report.ts';
import { problem } from '../problem-list.ts';

/** The elements of `bag-info.txt` in their order; labels may recur. */
export type Metadata = readonly (readonly [label: string, value: string])[];

/** Reads `bag-info.txt`; lines that begin with white space continue the value above. */
export function parseMetadata(
  file: string,
  text: string,
): { readonly metadata: Metadata; readonly problems: readonly BagProblem[] } {
  const metadata: [string, string][] = [];
  const problems: BagProblem[] = [];
  for (const [index, line] of text.split(/\r\n|\n|\r/u).entries()) {
    if (line.trim() === '') continue;
    const last = metadata.at(-1);
    if (/^[ \t]/u.test(line) && last) {
      last[1] += ` ${line.trim()}`;
      continue;
    }
    const found = /^([^:\s][^:]*?)[ \t]*:[ \t]*(.*)$/u.exec(line);
    if (found?.[1] === undefined) {
      problems.push(problem('bad-tag-line', file, { found: line.slice(0, 200) }, index + 1));
    } else metadata.push([found[1], (found[2] ?? '').trimEnd()]);
  }
  return { metadata, problems };
}

/** Compares every Payload-Oxum with the payload that is there. */
export function checkOxum(
  file: string,
  metadata: Metadata,
  sizes: ReadonlyMap<string, number>,
): readonly BagProblem[] {
  let bytes = 0;
  let files = 0;
  for (const [path, size] of sizes) {
    if (!path.startsWith('data/')) continue;
    bytes += size;
    files += 1;
  }
  const found = `${String(bytes)}.${String(files)}`;
  return metadata
    .filter(([label, value]) => label.toLowerCase() === 'payload-oxum' && value !== found)
    .map(([, value]) => problem('oxum-mismatch', file, { expected: value, found }));
}
