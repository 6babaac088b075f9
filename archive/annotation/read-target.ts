import type {
  AnnotationTarget,
  TextPositionSelector,
  TextQuoteSelector,
} from '../model/annotation.ts';
import { annotationLimits, firstCodePoints } from './limits.ts';
import { SkipError } from './skip.ts';
import { isObject, listOf, type JsonObject, type Rest } from './vocabulary.ts';

/** What was found of a target, with what the model has no place for. */
export interface ReadTarget {
  readonly target: AnnotationTarget;
  readonly styleClass: string | undefined;
  readonly rest: Pick<Rest, 'target' | 'source' | 'selectors' | 'selectorMembers'>;
  readonly isCapped: boolean;
}

/** A text member; undefined for anything else. */
export function textMember(object: JsonObject, name: string): string | undefined {
  const value = object[name];
  return typeof value === 'string' ? value : undefined;
}

/** The members that are not among the known ones; undefined where there are none. */
export function otherMembers(object: JsonObject, known: readonly string[]): JsonObject | undefined {
  const others = Object.entries(object).filter(([name]) => !known.includes(name));
  return others.length === 0 ? undefined : Object.fromEntries(others);
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** `guzhi://archive/<archive>/<issue>[/<page>[/<story>]]`; null for another address. */
function parseAddress(iri: string): readonly string[] | null {
  const [, path] = /^guzhi:\/\/archive\/([^?#]+)$/.exec(iri) ?? [];
  if (path === undefined) return null;
  try {
    return path
      .split('/')
      .map((part) => decodeURIComponent(part))
      .map((part) => (uuid.test(part) ? `urn:uuid:${part}` : part));
  } catch {
    return null;
  }
}

function isPosition(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
}

function readPosition(selector: JsonObject): TextPositionSelector {
  const { start, end } = selector;
  if (!isPosition(start) || !isPosition(end)) throw new SkipError('bad-position');
  if (end < start) throw new SkipError('reversed-range');
  return { type: 'TextPositionSelector', start, end };
}

function lastCodePoints(text: string, most: number): string {
  const points = Array.from(text.length > most * 2 ? text.slice(-most * 2) : text);
  return points.length > most ? points.slice(-most).join('') : text;
}

function readQuote(selector: JsonObject): TextQuoteSelector | undefined {
  const exact = textMember(selector, 'exact');
  if (exact === undefined) return undefined;
  return {
    type: 'TextQuoteSelector',
    exact: firstCodePoints(exact, annotationLimits.exact),
    prefix: lastCodePoints(textMember(selector, 'prefix') ?? '', annotationLimits.context),
    suffix: firstCodePoints(textMember(selector, 'suffix') ?? '', annotationLimits.context),
  };
}

interface ReadSelectors {
  position?: TextPositionSelector;
  quote?: TextQuoteSelector;
  readonly others: unknown[];
  readonly members: Record<string, JsonObject>;
  isCapped: boolean;
}

function readSelectors(value: unknown): ReadSelectors {
  const read: ReadSelectors = { others: [], members: {}, isCapped: false };
  for (const selector of listOf(value)) {
    if (isObject(selector) && selector.type === 'TextPositionSelector' && !read.position) {
      read.position = readPosition(selector);
      const members = otherMembers(selector, ['type', 'start', 'end']);
      if (members) read.members.TextPositionSelector = members;
      continue;
    }
    const quote =
      isObject(selector) && selector.type === 'TextQuoteSelector' && !read.quote
        ? readQuote(selector)
        : undefined;
    if (quote && isObject(selector)) {
      read.quote = quote;
      read.isCapped = quote.exact !== selector.exact;
      const members = otherMembers(selector, ['type', 'exact', 'prefix', 'suffix']);
      if (members) read.members.TextQuoteSelector = members;
    } else read.others.push(selector);
  }
  return read;
}

interface Source {
  readonly iri: string;
  readonly members: JsonObject;
}

function sourceOf(target: JsonObject): Source {
  const source = target.source;
  if (typeof source === 'string') return { iri: source, members: {} };
  if (isObject(source)) return { iri: textMember(source, 'id') ?? '', members: source };
  // A target that is no specific resource is the thing itself.
  if (source === undefined && target.selector === undefined) {
    return { iri: textMember(target, 'id') ?? '', members: target };
  }
  throw new SkipError('no-target');
}

const sourceMembers = [
  ...['id', 'type', 'guzhi:version', 'guzhi:textDigest', 'guzhi:issue', 'guzhi:page'],
];
const targetMembers = ['type', 'source', 'scope', 'selector', 'styleClass'];

function versionOf(value: unknown): number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value > 0 ? value : 0;
}

/** What an annotation is on. Throws a SkipError where that cannot be kept. */
export function readTarget(value: unknown): ReadTarget {
  const [first, ...more] = listOf(value);
  if (more.length > 0) throw new SkipError('several-targets');
  const object: unknown =
    typeof first === 'string' ? { type: 'SpecificResource', source: first } : first;
  if (!isObject(object)) throw new SkipError('no-target');
  const { iri, members } = sourceOf(object);
  const address = parseAddress(iri);
  const {
    position,
    quote,
    others,
    members: selectorMembers,
    isCapped,
  } = readSelectors(object.selector);
  const archiveId = textMember(object, 'scope') ?? address?.[0] ?? '';
  const issueId = textMember(members, 'guzhi:issue') ?? address?.[1];
  const page = textMember(members, 'guzhi:page') ?? address?.[2];
  const articleId = address ? (address[3] ?? '') : issueId === undefined ? iri : '';
  const styleClass = textMember(object, 'styleClass');
  const targetRest = members === object ? undefined : otherMembers(object, targetMembers);
  const sourceRest = otherMembers(
    members,
    members === object ? [...sourceMembers, ...targetMembers] : sourceMembers,
  );
  const rest = {
    ...(targetRest && { target: targetRest }),
    ...(sourceRest && { source: sourceRest }),
    ...(others.length > 0 && { selectors: others }),
    ...(Object.keys(selectorMembers).length > 0 && { selectorMembers }),
  };
  const read = (target: AnnotationTarget): ReadTarget => ({ target, styleClass, rest, isCapped });

  if (articleId === '') {
    if (issueId === undefined || issueId === '') throw new SkipError('no-target');
    return page === undefined
      ? read({ kind: 'issue', archiveId, issueId })
      : read({ kind: 'page', archiveId, issueId, page });
  }
  const state = {
    archiveId,
    articleId,
    articleVersion: versionOf(members['guzhi:version']),
    textDigest: textMember(members, 'guzhi:textDigest') ?? '',
  };
  if (!position && !quote) return read({ kind: 'article', ...state });
  const selectors = { ...(position && { position }), ...(quote && { quote }) };
  return read({ kind: 'passage', ...state, selectors });
}
