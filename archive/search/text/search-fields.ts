import type { SegmentPlace } from '../../text/canonical-text.ts';

/** Where in a story words can stand, as hits name it. */
export const searchFields = [
  'kicker',
  'headline',
  'deck',
  'byline',
  'dateline',
  'body',
  'caption',
] as const;

export type SearchField = (typeof searchFields)[number];

/** What a query can be confined to; a headline has its kicker and deck with it. */
export type AskedField = 'headline' | 'byline' | 'dateline' | 'caption' | 'body';

const asked: Readonly<Record<AskedField, readonly SearchField[]>> = {
  headline: ['kicker', 'headline', 'deck'],
  byline: ['byline'],
  dateline: ['dateline'],
  caption: ['caption'],
  body: ['body'],
};

/** One bit for each of `searchFields`. */
export type FieldMask = number;

export const everyField: FieldMask = 2 ** searchFields.length - 1;

/** The fields that weigh more in a ranking. */
export const headFields: FieldMask = maskOf('headline');

export function maskOf(field: AskedField): FieldMask {
  return asked[field].reduce((mask, each) => mask | (1 << searchFields.indexOf(each)), 0);
}

/** The index in `searchFields` of the field that a segment of the canonical text belongs to. */
export function fieldOfSegment(place: SegmentPlace): number {
  if ('field' in place) return searchFields.indexOf(place.field);
  const isCaption = place.part === 'caption' || place.part === 'credit';
  return searchFields.indexOf(isCaption ? 'caption' : 'body');
}
