import {
  readAnnotationFile,
  writeAnnotationFile,
  type AnnotationFileRefusal,
  type CappedRecord,
  type SkippedRecord,
} from '../../archive/annotation/annotation-file.ts';
import {
  conflictIds,
  mergeAnnotations,
  type MergeFate,
} from '../../archive/annotation/merge-annotations.ts';
import type { Annotation } from '../../archive/model/annotation.ts';
import { putAnnotations } from './annotations.ts';
import { attachAnnotations, type Attachment } from './attachment.ts';
import { database } from './database.ts';

const annotations = database.table<Annotation, string>('annotations');

/** What an import would do; nothing is written before `applyImport`. */
export interface ImportPlan {
  /** How many of the file's annotations have each fate. */
  readonly fates: Readonly<Record<MergeFate, number>>;
  /** How many of those that would be new or changed have each kind of place. */
  readonly places: Readonly<Record<Attachment, number>>;
  readonly skipped: readonly SkippedRecord[];
  readonly capped: readonly CappedRecord[];
  /** What would be written, conflict copies among it. */
  readonly writes: readonly Annotation[];
}

export type ImportReading =
  | { readonly outcome: 'planned'; readonly plan: ImportPlan }
  | { readonly outcome: 'refused'; readonly reason: AnnotationFileRefusal | 'not-utf8' };

function decode(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

function tally<Name extends string>(
  names: readonly Name[],
  found: readonly Name[],
): Record<Name, number> {
  const counts = Object.fromEntries(names.map((name) => [name, 0])) as Record<Name, number>;
  for (const name of found) counts[name] += 1;
  return counts;
}

async function readHere(ids: readonly string[]): Promise<Annotation[]> {
  const found = await annotations.bulkGet([...ids]);
  return found.filter((each) => each !== undefined);
}

/** Reads an annotation file and says what importing it would do; writes nothing. */
export async function planImport(
  bytes: Uint8Array,
  onProgress: (done: number, total: number) => void = () => undefined,
): Promise<ImportReading> {
  const text = decode(bytes);
  if (text === null) return { outcome: 'refused', reason: 'not-utf8' };
  const reading = readAnnotationFile(text, new Date().toISOString());
  if (reading.outcome === 'refused') return reading;
  const attached = await attachAnnotations(reading.annotations, (done) => {
    onProgress(done, reading.annotations.length);
  });
  const incoming = attached.map(({ annotation }) => annotation);
  const same = await readHere([...new Set(incoming.map(({ id }) => id))]);
  const copies = await readHere(conflictIds([...same, ...incoming]));
  const here = new Map([...same, ...copies].map((each) => [each.id, each]));
  const { fates, writes } = mergeAnnotations(here, incoming);
  const isTaken = (fate: MergeFate | undefined): boolean => fate !== 'same' && fate !== 'older';
  return {
    outcome: 'planned',
    plan: {
      fates: tally(['new', 'changed', 'same', 'older', 'conflict'], fates),
      places: tally(
        ['attached', 'uncertain', 'not-found', 'unknown-story'],
        attached.filter((_, index) => isTaken(fates[index])).map(({ attachment }) => attachment),
      ),
      skipped: reading.skipped,
      capped: reading.capped,
      writes,
    },
  };
}

/** Resolves once everything the plan writes is on disk; rejects with none of it written. */
export function applyImport({ writes }: ImportPlan): Promise<void> {
  return putAnnotations(writes);
}

/** All annotations, the trash too, as a file; the same ones always give the same file. */
export async function exportAnnotations(): Promise<{ text: string; count: number }> {
  const all = await annotations.toArray();
  all.sort((a, b) =>
    a.created === b.created ? (a.id < b.id ? -1 : 1) : a.created < b.created ? -1 : 1,
  );
  return { text: writeAnnotationFile(all), count: all.length };
}
