import type { BagProblem } from '../../model/bag-report.ts';
import { problem } from '../problem-list.ts';
import { contentFingerprint } from './content-fingerprint.ts';

/** Where a record stands. */
export interface RecordPlace {
  readonly path: string;
  /** The line, from 1. */
  readonly number: number;
}

/** A record with the id and the version of an earlier one. */
export interface Repetition {
  readonly id: string;
  readonly version: number;
  readonly earlier: RecordPlace;
  readonly place: RecordPlace;
  /** The `contentFingerprint` of the later one. */
  readonly content: string;
}

/**
 * What a record is to those before it: the first of its id, a newer version that takes the earlier
 * one's place, or one that is not to be handed on, with the refusal where that is certain already.
 */
export type Standing =
  | { readonly kind: 'first' }
  | { readonly kind: 'newer'; readonly remark: BagProblem }
  | { readonly kind: 'repeated'; readonly refusal: BagProblem | null };

const first: Standing = { kind: 'first' };

/** The refusal of a record with the id of an earlier one, other content, and no higher version. */
export function differingDuplicate(
  { id, version }: { readonly id: string; readonly version: number },
  place: RecordPlace,
  earlierVersion: number,
): BagProblem {
  const details = { id, version, earlierVersion };
  return problem('duplicate-differs', place.path, details, place.number);
}

/** Remembers what records have been read, some hundred bytes each, so that repeated ids are found. */
export class SeenRecords {
  readonly #byId = new Map<string, { readonly version: number; readonly place: RecordPlace }>();
  /** Those that may be skipped if the earlier ones, whose content is not kept, say the same. */
  readonly repetitions: Repetition[] = [];

  has(id: string): boolean {
    return this.#byId.has(id);
  }

  register(id: string, version: number, record: unknown, place: RecordPlace): Standing {
    const earlier = this.#byId.get(id);
    if (earlier?.version === version) {
      const content = contentFingerprint(record);
      this.repetitions.push({ id, version, earlier: earlier.place, place, content });
      return { kind: 'repeated', refusal: null };
    }
    if (earlier && version < earlier.version) {
      const refusal = differingDuplicate({ id, version }, place, earlier.version);
      return { kind: 'repeated', refusal };
    }
    this.#byId.set(id, { version, place });
    if (!earlier) return first;
    const details = { id, version, earlierVersion: earlier.version };
    return { kind: 'newer', remark: problem('newer-version', place.path, details, place.number) };
  }
}
