import type { BagProblem } from '../../model/bag-report.ts';
import { problem } from '../problem-list.ts';
import { contentFingerprint } from './content-fingerprint.ts';

/** Remembers what records have been read, some hundred bytes each, so that repeated ids are found. */
export class SeenRecords {
  readonly #byId = new Map<string, { readonly version: number; readonly content: string }>();

  has(id: string): boolean {
    return this.#byId.has(id);
  }

  /**
   * Registers a record. Null for a new id. The same content again is to be skipped; other content
   * is refused unless its version is higher: then it takes the earlier one's place.
   */
  register(
    id: string,
    version: number,
    record: unknown,
    place: { readonly path: string; readonly number: number },
  ): BagProblem | null {
    const content = contentFingerprint(record);
    const earlier = this.#byId.get(id);
    if (earlier?.content === content) {
      return problem('duplicate-record', place.path, { id }, place.number);
    }
    if (earlier && version <= earlier.version) {
      const details = { id, version, earlierVersion: earlier.version };
      return problem('duplicate-differs', place.path, details, place.number);
    }
    this.#byId.set(id, { version, content });
    if (!earlier) return null;
    const details = { id, version, earlierVersion: earlier.version };
    return problem('newer-version', place.path, details, place.number);
  }
}
