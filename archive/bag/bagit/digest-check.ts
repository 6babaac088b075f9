import { createHash } from 'node:crypto';
import type { BagProblem } from '../../model/bag-report.ts';
import { problem } from '../problem-list.ts';
import { expectedDigests } from './completeness.ts';
import type { Manifest } from './manifest.ts';

/** Computes a file's digests while it passes by and compares them with the manifests at its end. */
export class DigestCheck {
  readonly #path: string;
  readonly #hashes: readonly {
    readonly manifest: string;
    readonly expected: string;
    readonly hash: ReturnType<typeof createHash>;
  }[];

  constructor(manifests: readonly Manifest[], path: string) {
    this.#path = path;
    this.#hashes = expectedDigests(manifests, path).map(([manifest, algorithm, expected]) => ({
      manifest,
      expected,
      hash: createHash(algorithm),
    }));
  }

  update(chunk: Buffer): void {
    for (const { hash } of this.#hashes) hash.update(chunk);
  }

  /** The first digest that differs; null when all match. To be called once. */
  mismatch(): BagProblem | null {
    for (const { manifest, expected, hash } of this.#hashes) {
      const found = hash.digest('hex');
      if (found !== expected) {
        return problem('digest-mismatch', this.#path, { manifest, expected, found });
      }
    }
    return null;
  }
}
