import { motivations, type Annotation, type Motivation } from '../model/annotation.ts';
import { annotationLimits, firstCodePoints } from './limits.ts';
import { otherMembers, readTarget, textMember } from './read-target.ts';
import { SkipError } from './skip.ts';
import {
  bodyKey,
  isObject,
  listOf,
  markOfClass,
  receivedMember,
  restMember,
  stylesheetOf,
  trashedMember,
  unpaintedMember,
  type JsonObject,
  type Rest,
} from './vocabulary.ts';

/** What of a record was too long and was cut off. */
export type CappedPart = 'note' | 'tags' | 'correctedReading' | 'quote' | 'ext';

export interface ReadAnnotation {
  readonly annotation: Annotation;
  readonly capped: readonly CappedPart[];
}

const longestId = 1_000;

/** A time as we write it; throws where it is none. */
function readTime(value: unknown): string | undefined {
  if (value === undefined || value === null) return undefined;
  if (typeof value !== 'string' || !/^\d{4}-\d\d-\d\dT\d\d:\d\d/.test(value)) {
    throw new SkipError('bad-time');
  }
  const time = Date.parse(/(?:Z|[+-]\d\d:?\d\d)$/.test(value) ? value : `${value}Z`);
  if (Number.isNaN(time)) throw new SkipError('bad-time');
  // What is in our form already stays as it is, to the last digit.
  return value.endsWith('Z') ? value : new Date(time).toISOString();
}

interface ReadBodies {
  note: string;
  correctedReading?: string;
  readonly tags: string[];
  readonly others: unknown[];
  readonly members: Record<string, JsonObject>;
  readonly capped: Set<CappedPart>;
}

const noteFormats = new Set([undefined, 'text/markdown', 'text/plain']);

function purposeOf(body: JsonObject, wanted: readonly unknown[]): string | undefined {
  const purpose = textMember(body, 'purpose');
  if (purpose !== undefined || body.purpose !== undefined) return purpose;
  return wanted.length === 1 && wanted[0] === 'tagging' ? 'tagging' : 'commenting';
}

/** Members that say more than the purpose does; the format only where it is not ours. */
function membersOf(body: JsonObject, ourFormat: string | undefined): JsonObject | undefined {
  const known = ['type', 'value', 'purpose'];
  return otherMembers(body, body.format === ourFormat ? [...known, 'format'] : known);
}

function readBody(body: unknown, read: ReadBodies, wanted: readonly unknown[]): void {
  const object = typeof body === 'object' ? body : null;
  if (!isObject(object) || object.type !== 'TextualBody') {
    read.others.push(body);
    return;
  }
  const value = textMember(object, 'value');
  const format = textMember(object, 'format');
  const purpose = purposeOf(object, wanted);
  const keep = (key: string, ourFormat: string | undefined): void => {
    const members = membersOf(object, ourFormat);
    if (members) read.members[key] = members;
  };
  if (value === undefined || value === '' || !noteFormats.has(format)) read.others.push(body);
  else if (purpose === 'commenting' && read.note === '') {
    read.note = firstCodePoints(value, annotationLimits.note);
    if (read.note !== value) read.capped.add('note');
    keep('commenting', 'text/markdown');
  } else if (purpose === 'editing' && read.correctedReading === undefined) {
    read.correctedReading = firstCodePoints(value, annotationLimits.correctedReading);
    if (read.correctedReading !== value) read.capped.add('correctedReading');
    keep('editing', 'text/plain');
  } else if (purpose === 'tagging') {
    const tag = firstCodePoints(value, annotationLimits.tag);
    if (tag !== value) read.capped.add('tags');
    if (read.tags.includes(tag)) return;
    if (read.tags.length >= annotationLimits.tags) {
      read.capped.add('tags');
      return;
    }
    read.tags.push(tag);
    keep(bodyKey('tagging', tag), undefined);
  } else read.others.push(body);
}

function readBodies(record: JsonObject, wanted: readonly unknown[]): ReadBodies {
  const read: ReadBodies = { note: '', tags: [], others: [], members: {}, capped: new Set() };
  const short = textMember(record, 'bodyValue');
  const bodies =
    short === undefined
      ? listOf(record.body)
      : [{ type: 'TextualBody', value: short, format: 'text/plain' }];
  for (const body of bodies) readBody(body, read, wanted);
  return read;
}

const isKnownMotivation = (value: unknown): value is Motivation =>
  (motivations as readonly unknown[]).includes(value);

const ownMembers = [
  ...['@context', 'id', 'type', 'motivation', 'created', 'modified', 'body', 'bodyValue'],
  ...['target', 'stylesheet', trashedMember, unpaintedMember, restMember, receivedMember],
];

/**
 * Reads one record, free of `__proto__` members and not too deep. `makeId` names one without an id,
 * the same one always alike. Throws a SkipError for what cannot be used.
 */
export function readAnnotation(
  record: unknown,
  now: string,
  makeId: (record: JsonObject) => string,
): ReadAnnotation {
  if (!isObject(record) || !listOf(record.type).includes('Annotation')) {
    throw new SkipError('not-an-annotation');
  }
  const { target, styleClass, rest: targetRest, isCapped } = readTarget(record.target);
  const given = listOf(record.motivation);
  const bodies = readBodies(record, given);
  const { note, tags, correctedReading, others, members, capped } = bodies;
  if (isCapped) capped.add('quote');

  const knownMark = styleClass === undefined ? undefined : markOfClass(styleClass);
  const isHighlight = target.kind === 'passage' && given.includes('highlighting');
  const isUnpainted = record[unpaintedMember] === true;
  const mark =
    knownMark ??
    (isHighlight && !isUnpainted ? ({ ink: 'teng', style: 'fill' } as const) : undefined);
  const ownStylesheet = knownMark && JSON.stringify(stylesheetOf(knownMark));
  const hasOwnStylesheet = JSON.stringify(record.stylesheet) === ownStylesheet;

  const found = [...new Set(given.filter(isKnownMotivation))];
  const meant: readonly Motivation[] = [
    ...(mark ? (['highlighting'] as const) : []),
    ...(note !== '' || (!mark && tags.length === 0) ? (['commenting'] as const) : []),
    ...(tags.length > 0 ? (['tagging'] as const) : []),
  ];
  const otherMotivations = given.filter((each) => !isKnownMotivation(each));
  const foreignClass = knownMark === undefined && styleClass !== undefined;
  const rest: Rest = {
    ...targetRest,
    ...(foreignClass && { target: { ...targetRest.target, styleClass } }),
    ...(otherMotivations.length > 0 && { motivation: otherMotivations }),
    ...(others.length > 0 && { bodies: others }),
    ...(Object.keys(members).length > 0 && { bodyMembers: members }),
  };
  let ext: Record<string, unknown> = {
    ...otherMembers(record, ownMembers),
    ...(record.stylesheet !== undefined && !hasOwnStylesheet && { stylesheet: record.stylesheet }),
    ...(Object.keys(rest).length > 0 && { [restMember]: rest }),
  };
  if (JSON.stringify(ext).length > annotationLimits.ext) {
    capped.add('ext');
    ext = {};
  }

  const times = { created: readTime(record.created), modified: readTime(record.modified) };
  const trashed = readTime(record[trashedMember]);
  const id = record.id ?? makeId(record);
  if (typeof id !== 'string' || id === '' || id.length > longestId) throw new SkipError('bad-id');
  const annotation: Annotation = {
    id,
    target,
    motivations: found.length > 0 ? found : meant,
    ...(mark && { mark }),
    note,
    tags,
    ...(correctedReading !== undefined && { correctedReading }),
    created: times.created ?? times.modified ?? now,
    modified: times.modified ?? times.created ?? now,
    ...(trashed !== undefined && { trashed }),
    ext,
  };
  return { annotation, capped: [...capped] };
}
