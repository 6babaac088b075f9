import { isUtf8, transcode } from 'node:buffer';
import type { BagProblem } from '../../model/bag-report.ts';
import { problem } from '../problem-list.ts';
import { isDeeperThan, isSurelyShallow } from './json-depth.ts';
import type { Line } from './line-splitter.ts';
import { findHazards, mayHoldHazards } from './text-hazards.ts';

const maxDepth = 64;

/** A line as a value, not yet checked against a schema. */
export interface ParsedLine {
  readonly value: unknown;
  readonly json: string;
  /** What was found in it that does not keep it from being read. */
  readonly remarks: readonly BagProblem[];
  /** True when `value` no longer says all that `json` says. */
  readonly isChanged: boolean;
}

/** Parses a line of NDJSON; a line that cannot be used comes back as the problem to report. */
export function parseLine(
  { bytes, number }: Line,
  path: string,
): { readonly parsed: ParsedLine } | { readonly fault: BagProblem } {
  if (!isUtf8(bytes)) return { fault: problem('invalid-utf8', path, {}, number) };
  // By way of UTF-16 this is several times faster than toString('utf8') for Chinese text.
  const json = transcode(bytes, 'utf8', 'utf16le').toString('utf16le');
  if (!isSurelyShallow(json, maxDepth) && isDeeperThan(bytes, maxDepth)) {
    return { fault: problem('too-deep', path, { maxDepth }, number) };
  }
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch (error) {
    const reason = error instanceof Error ? error.message : '';
    return { fault: problem('bad-json', path, { reason }, number) };
  }
  const remarks = mayHoldHazards(json) ? findHazards(value, path, number) : [];
  const surrogate = remarks.find(({ code }) => code === 'lone-surrogate');
  if (surrogate) return { fault: surrogate };
  const isChanged = remarks.some(({ code }) => code === 'proto-key');
  return { parsed: { value, json, remarks, isChanged } };
}
