import type { BagProblem } from '../../model/bag-report.ts';
import { problem } from '../problem-list.ts';

/** What `bagit.txt` declares. */
export interface Declaration {
  /** `0.93` to `0.97` or `1.0`. */
  readonly version: string;
  /** Of the other tag files, as written. */
  readonly encoding: string;
}

const file = 'bagit.txt';
const knownVersions: readonly string[] = ['0.93', '0.94', '0.95', '0.96', '0.97', '1.0'];

/** Reads `bagit.txt`, which is UTF-8 without a byte order mark in every version. */
export function parseDeclaration(
  bytes: Buffer,
): { readonly declaration: Declaration } | { readonly fault: BagProblem } {
  if (bytes.subarray(0, 3).equals(Buffer.from([0xef, 0xbb, 0xbf]))) {
    return { fault: problem('declaration-bom', file) };
  }
  const lines = bytes.toString('utf8').split(/\r\n|\n|\r/u);
  const version = /^BagIt-Version: (\d+\.\d+) *$/u.exec(lines[0] ?? '')?.[1];
  const encoding = /^Tag-File-Character-Encoding: (\S+) *$/u.exec(lines[1] ?? '')?.[1];
  if (version === undefined || encoding === undefined) {
    const line = version === undefined ? 1 : 2;
    return {
      fault: problem(
        'bad-declaration',
        file,
        { found: (lines[line - 1] ?? '').slice(0, 100) },
        line,
      ),
    };
  }
  if (!knownVersions.includes(version)) {
    return { fault: problem('bagit-version-unknown', file, { found: version }, 1) };
  }
  if (lines.slice(2).some((line) => line.trim() !== '')) {
    return {
      fault: problem('bad-declaration', file, { found: (lines[2] ?? '').slice(0, 100) }, 3),
    };
  }
  return { declaration: { version, encoding } };
}
