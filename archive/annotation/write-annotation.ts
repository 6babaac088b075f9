import { addressSegment } from '../citation/deep-link.ts';
import type { Annotation, AnnotationTarget } from '../model/annotation.ts';
import {
  basedOnMember,
  bodyKey,
  isObject,
  oneOrMany,
  receivedMember,
  restMember,
  styleClassOf,
  stylesheetOf,
  trashedMember,
  unpaintedMember,
  type JsonObject,
  type Rest,
} from './vocabulary.ts';

/** The address of a page or an issue as a whole; stories have an IRI of their own. */
function addressOf(parts: readonly string[]): string {
  return `guzhi://archive/${parts.map(addressSegment).join('/')}`;
}

function sourceOf(target: AnnotationTarget): JsonObject {
  switch (target.kind) {
    case 'passage':
    case 'article':
      return {
        id: target.articleId,
        type: 'Text',
        ...(target.articleVersion > 0 && { 'guzhi:version': target.articleVersion }),
        ...(target.textDigest !== '' && { 'guzhi:textDigest': target.textDigest }),
      };
    case 'page':
      return {
        id: addressOf([target.archiveId, target.issueId, target.page]),
        type: 'Text',
        'guzhi:issue': target.issueId,
        'guzhi:page': target.page,
      };
    case 'issue':
      return {
        id: addressOf([target.archiveId, target.issueId]),
        type: 'Text',
        'guzhi:issue': target.issueId,
      };
  }
}

function selectorsOf(target: AnnotationTarget, rest: Rest): readonly unknown[] {
  const { quote, position } = target.kind === 'passage' ? target.selectors : {};
  const known = [quote, position].filter((each) => each !== undefined);
  return [
    ...known.map((selector) => ({ ...selector, ...rest.selectorMembers?.[selector.type] })),
    ...(rest.selectors ?? []),
  ];
}

function targetOf({ target, mark }: Annotation, rest: Rest): JsonObject {
  const selectors = selectorsOf(target, rest);
  return {
    type: 'SpecificResource',
    source: { ...sourceOf(target), ...rest.source },
    ...(target.archiveId !== '' && { scope: target.archiveId }),
    ...(selectors.length > 0 && { selector: oneOrMany(selectors) }),
    ...(mark && { styleClass: styleClassOf(mark) }),
    ...rest.target,
  };
}

function bodiesOf(annotation: Annotation, rest: Rest): readonly unknown[] {
  const body = (value: string, purpose: string, format?: string): JsonObject => ({
    type: 'TextualBody',
    value,
    ...(format && { format }),
    purpose,
    ...rest.bodyMembers?.[bodyKey(purpose, value)],
  });
  const { note, tags, correctedReading } = annotation;
  return [
    ...(note === '' ? [] : [body(note, 'commenting', 'text/markdown')]),
    ...tags.map((tag) => body(tag, 'tagging')),
    ...(correctedReading === undefined ? [] : [body(correctedReading, 'editing', 'text/plain')]),
    ...(rest.bodies ?? []),
  ];
}

/**
 * An annotation as W3C Web Annotation has it, without the context, which the file around it states.
 * Positions stay code points.
 */
export function writeAnnotation(annotation: Annotation): JsonObject {
  const { [restMember]: kept, [receivedMember]: received, ...ext } = annotation.ext;
  const rest: Rest = isObject(kept) ? kept : {};
  const bodies = bodiesOf(annotation, rest);
  const { mark, trashed, modified, target } = annotation;
  const isUnpainted =
    target.kind === 'passage' && !mark && annotation.motivations.includes('highlighting');
  const hasChanged = typeof received === 'string' && received !== modified;
  return {
    id: annotation.id,
    type: 'Annotation',
    motivation: oneOrMany([...annotation.motivations, ...(rest.motivation ?? [])]),
    created: annotation.created,
    modified,
    ...(bodies.length > 0 && { body: oneOrMany(bodies) }),
    ...(mark && { stylesheet: stylesheetOf(mark) }),
    target: targetOf(annotation, rest),
    ...(trashed !== undefined && { [trashedMember]: trashed }),
    ...(isUnpainted && { [unpaintedMember]: true }),
    ...ext,
    ...(hasChanged && { [basedOnMember]: received }),
  };
}
