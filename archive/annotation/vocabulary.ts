import { inks, markStyles, type Mark } from '../model/annotation.ts';

/** The words of the W3C Web Annotation Data Model that annotation files use, and our own. */

export const annotationContext = 'http://www.w3.org/ns/anno.jsonld';

/** Our own members, for what the model has no word for. */
export const ownContext = { guzhi: 'urn:x-guzhi:' } as const;

export type JsonObject = Readonly<Record<string, unknown>>;

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A member that may be one value or a list of them. */
export function listOf(value: unknown): readonly unknown[] {
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? (value as readonly unknown[]) : [value];
}

/** A list as the model likes it: one value stands alone, none is left out. */
export function oneOrMany(list: readonly unknown[]): unknown {
  return list.length === 1 ? list[0] : list;
}

const css = {
  teng: ['#e8b8006b', '#946f00'],
  lv: ['#22b07436', '#1a7a53'],
  qing: ['#2f7fc446', '#2567a5'],
  yan: ['#cf2a634d', '#b8265a'],
  zhe: ['#a4581c4d', '#8f4a14'],
} as const;

export function styleClassOf({ ink, style }: Mark): string {
  return `guzhi-${ink}-${style}`;
}

/** How another program may paint the mark. */
export function stylesheetOf(mark: Mark): JsonObject {
  const [fill, line] = css[mark.ink];
  const rule =
    mark.style === 'fill'
      ? `background-color: ${fill}`
      : `text-decoration: underline 2px ${line}; text-underline-offset: 0.28em`;
  return { type: 'CssStylesheet', value: `.${styleClassOf(mark)} { ${rule} }` };
}

const marks: ReadonlyMap<string, Mark> = new Map(
  inks.flatMap((ink) =>
    markStyles.map((style): [string, Mark] => [styleClassOf({ ink, style }), { ink, style }]),
  ),
);

export function markOfClass(styleClass: string): Mark | undefined {
  return marks.get(styleClass);
}

/**
 * What an annotation has of another program within its parts, kept in its `ext` under this name and
 * put back where it came from.
 */
export const restMember = 'guzhi:rest';

export interface Rest {
  readonly motivation?: readonly unknown[];
  /** Bodies that are neither note, tag nor corrected reading. */
  readonly bodies?: readonly unknown[];
  /** Further members of the known bodies, by `bodyKey`. */
  readonly bodyMembers?: Readonly<Record<string, JsonObject>>;
  readonly target?: JsonObject;
  readonly source?: JsonObject;
  readonly selectors?: readonly unknown[];
  /** Further members of the known selectors, by their type. */
  readonly selectorMembers?: Readonly<Record<string, JsonObject>>;
}

export function bodyKey(purpose: string, value: string): string {
  return purpose === 'tagging' ? `tagging ${value}` : purpose;
}

/** The `modified` of the version that last came from a file; never leaves the program by itself. */
export const receivedMember = 'guzhi:received';
/** The `modified` of the version that this one was made from elsewhere. */
export const basedOnMember = 'guzhi:basedOn';
/** The id of the annotation of which this is the other version. */
export const conflictMember = 'guzhi:conflictOf';
/** A passage that is meant as a highlight and painted by nothing. */
export const unpaintedMember = 'guzhi:unpainted';
export const trashedMember = 'guzhi:trashed';
