import type { Annotation } from '../model/annotation.ts';
import { nameUuid } from '../import/markdown/name-uuid.ts';
import { readAnnotation, type CappedPart } from './read-annotation.ts';
import { SkipError, type SkipReason } from './skip.ts';
import { annotationContext, isObject, listOf, ownContext, type JsonObject } from './vocabulary.ts';
import { writeAnnotation } from './write-annotation.ts';

/**
 * Annotation files: an AnnotationPage of W3C Web Annotation in JSON-LD. Read are pages, collections
 * whose pages are inside, lists, and single annotations.
 */

/** Why a file is refused as a whole; nothing of it is taken over. */
export type AnnotationFileRefusal =
  | 'not-json'
  /** `@context` is not, or does not contain, http://www.w3.org/ns/anno.jsonld. */
  | 'wrong-context'
  /** Neither an annotation nor anything that holds some. */
  | 'no-annotations'
  /** The collection's annotations are elsewhere. */
  | 'pages-elsewhere';

export interface SkippedRecord {
  /** The record's place in the file, from 1. */
  readonly place: number;
  /** Null where it has none. */
  readonly id: string | null;
  readonly reason: SkipReason;
}

export interface CappedRecord {
  readonly place: number;
  readonly id: string;
  readonly parts: readonly CappedPart[];
}

export type AnnotationFileReading =
  | { readonly outcome: 'refused'; readonly reason: AnnotationFileRefusal }
  | {
      readonly outcome: 'read';
      readonly annotations: readonly Annotation[];
      readonly skipped: readonly SkippedRecord[];
      readonly capped: readonly CappedRecord[];
    };

const nameSpace = 'urn:uuid:6b9d4d2e-3f0a-5c7e-9a51-2f6f2c1f7a10';

/** The file that holds these annotations, always the same for the same ones. */
export function writeAnnotationFile(annotations: readonly Annotation[]): string {
  const items = annotations.map((annotation) => JSON.stringify(writeAnnotation(annotation)));
  const frame = {
    '@context': [annotationContext, ownContext],
    id: nameUuid(nameSpace, items.join('\n')),
    type: 'AnnotationPage',
  };
  // One annotation a line, so that versions of the file can be compared.
  const head = JSON.stringify(frame).slice(0, -1);
  return `${head},"items":[${items.map((item) => `\n${item}`).join(',')}\n]}\n`;
}

const deepest = 64;

/** The value without `__proto__` members. Throws a SkipError where it is too deep. */
function cleaned(value: unknown, depth = 0): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (depth > deepest) throw new SkipError('too-deep');
  if (Array.isArray(value)) return value.map((each) => cleaned(each, depth + 1));
  const members = Object.entries(value).filter(([name]) => name !== '__proto__');
  return Object.fromEntries(members.map(([name, each]) => [name, cleaned(each, depth + 1)]));
}

function hasContext(value: unknown): boolean {
  return isObject(value) && listOf(value['@context']).includes(annotationContext);
}

type Records = readonly unknown[] | AnnotationFileRefusal;

function itemsOf(page: JsonObject): Records {
  if (Array.isArray(page.items)) return page.items as readonly unknown[];
  return page.items === undefined ? 'no-annotations' : [page.items];
}

/** The records of a file, wherever they stand in it. */
function recordsOf(file: unknown): Records {
  if (Array.isArray(file)) {
    const list = file as readonly unknown[];
    if (list.length === 0) return 'no-annotations';
    return list.every(hasContext) ? list : 'wrong-context';
  }
  if (!isObject(file)) return 'no-annotations';
  const types = listOf(file.type);
  const isOurs = ['Annotation', 'AnnotationPage', 'AnnotationCollection'].some((type) =>
    types.includes(type),
  );
  if (!hasContext(file)) return isOurs || '@context' in file ? 'wrong-context' : 'no-annotations';
  if (types.includes('Annotation')) return [file];
  if (types.includes('AnnotationPage')) return itemsOf(file);
  if (!types.includes('AnnotationCollection')) return 'no-annotations';
  const records: unknown[] = [];
  let page = file.first;
  while (page !== undefined && page !== null) {
    if (!isObject(page)) return 'pages-elsewhere';
    const items = itemsOf(page);
    if (typeof items === 'string') return items;
    records.push(...items);
    page = page.next;
  }
  return file.first === undefined && file.total !== 0 ? 'pages-elsewhere' : records;
}

/** Reads a file's text; `now` (RFC 3339, UTC) stands in for times that it does not give. */
export function readAnnotationFile(text: string, now: string): AnnotationFileReading {
  let file: unknown;
  try {
    file = JSON.parse(text);
  } catch {
    return { outcome: 'refused', reason: 'not-json' };
  }
  const records = recordsOf(file);
  if (typeof records === 'string') return { outcome: 'refused', reason: records };

  const annotations: Annotation[] = [];
  const skipped: SkippedRecord[] = [];
  const capped: CappedRecord[] = [];
  for (const [index, record] of records.entries()) {
    const place = index + 1;
    try {
      const read = readAnnotation(cleaned(record), now, (unnamed) =>
        nameUuid(nameSpace, JSON.stringify(unnamed)),
      );
      annotations.push(read.annotation);
      if (read.capped.length > 0) {
        capped.push({ place, id: read.annotation.id, parts: read.capped });
      }
    } catch (error) {
      if (!(error instanceof SkipError)) throw error;
      const id = isObject(record) && typeof record.id === 'string' ? record.id : null;
      skipped.push({ place, id, reason: error.reason });
    }
  }
  return { outcome: 'read', annotations, skipped, capped };
}
