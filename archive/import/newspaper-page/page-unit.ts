import type { FoundPerson } from './recognise-byline.ts';
import type { FoundCaption } from './recognise-caption.ts';
import type { FurnitureRole } from './recognise-furniture.ts';
import type { Lead } from './recognise-lead.ts';
import type { Terms } from './page-terms.ts';
import type { SourceText } from './source-text.ts';

/** What a printed unit is, as far as its own words and its neighbours say. */
export type UnitRole =
  | 'heading'
  | 'paragraph'
  | 'bullet'
  | 'byline'
  | 'caption'
  | 'image'
  | 'table'
  | 'speech'
  | 'box-title'
  | 'box-line'
  | 'pull-quote'
  | 'jump'
  | 'furniture'
  | 'separator';

/** One printed unit of the page with everything its own words tell. */
export interface PageUnit {
  /** Place in the order of the source, from 0. */
  readonly index: number;
  readonly role: UnitRole;
  /** 1 to 6 as marked, 7 bold, 8 a plain line that looks like a heading, 0 for all else. */
  readonly level: number;
  readonly text: SourceText;
  /** The folded text: same length as the text. */
  readonly plain: string;
  /** 1-based line of the source. */
  readonly line: number;
  readonly isTight: boolean;
  readonly lead: Lead | null;
  readonly people: readonly FoundPerson[];
  readonly caption: FoundCaption | null;
  readonly furniture: FurnitureRole | null;
  /** Where the words of a speech begin, behind the speaker and the colon; else 0. */
  readonly speechStart: number;
  readonly media: string;
  readonly rows: readonly (readonly SourceText[])[];
  readonly headerRows: number;
  /** Index of the unit that opens the box this one belongs to, itself included; else -1. */
  readonly boxStart: number;
  readonly boxKind: 'abstract' | 'participants' | 'aside' | null;
  /** How surely the text is torn off at its end, 0 to 1. */
  readonly openness: number;
  /** How surely the text is the rest of another one, -1 to 1. */
  readonly orphanhood: number;
  /** One of several short lines, as verse and lists of wares are set. */
  readonly isVerse: boolean;
  readonly terms: Terms;
  /** How surely the role is right, 0 to 1. */
  readonly confidence: number;
}
