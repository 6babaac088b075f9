import type { BylinePerson, Dateline, ProvenanceProblem } from '../../model/article.ts';
import type { Block } from '../../model/block.ts';
import type { SourceAnchor } from './page-decisions.ts';
import type { FurnitureRole } from './recognise-furniture.ts';
import type { SourceSpan } from './source-text.ts';

/** Text with the ranges of the source it came from, in reading order. */
export interface RestoredText {
  readonly text: string;
  readonly spans: readonly SourceSpan[];
}

export interface RestoredPerson extends BylinePerson {
  readonly spans: readonly SourceSpan[];
  /** Named in a block too (the hosts in a round table's box): the characters are counted there. */
  readonly isAlsoInBody: boolean;
}

/** One printed piece of a block: the unit of the source it came from. */
export interface BlockPiece {
  readonly anchor: SourceAnchor;
  readonly spans: readonly SourceSpan[];
  /** 1-based line of the source. */
  readonly line: number;
}

export interface RestoredBlock {
  readonly block: Block;
  /** In reading order; more than one where torn parts were joined or several lines make the block. */
  readonly pieces: readonly BlockPiece[];
  /** How surely the block belongs to this story, 0 to 1. */
  readonly confidence: number;
}

/** A place where two torn parts were made one paragraph. */
export interface RestoredJoin {
  readonly blockId: string;
  /** UTF-16 offset in the block's text where the second part begins. */
  readonly offset: number;
  readonly first: SourceAnchor;
  readonly second: SourceAnchor;
  readonly confidence: number;
  /** Names of the signals that spoke for the join, the weightiest first. */
  readonly reasons: readonly string[];
}

export type StoryField = 'kicker' | 'headline' | 'deck' | 'section';

export interface RestoredStory {
  /** Of the headline, or of the first unit where there is none; names the story in decisions. */
  readonly anchor: SourceAnchor;
  readonly kicker: string;
  readonly headline: string;
  readonly deck: string;
  /** 栏目 */
  readonly section: string;
  readonly fields: Readonly<Record<StoryField, readonly RestoredText[]>>;
  readonly byline: readonly RestoredPerson[];
  readonly dateline: (Dateline & { readonly spans: readonly SourceSpan[] }) | null;
  readonly blocks: readonly RestoredBlock[];
  readonly joins: readonly RestoredJoin[];
  /** Printed marks that the fields leave out: brackets and squares around bylines, notes of 转版. */
  readonly marks: readonly RestoredText[];
  /** Pages named by 下转 and 上接; empty where none is. */
  readonly continuesOnPage: string;
  readonly continuedFromPage: string;
  readonly problems: readonly ProvenanceProblem[];
}

export interface Furniture extends RestoredText {
  readonly role: FurnitureRole;
}

/** A problem of the page as a whole. */
export interface PageProblem {
  readonly code:
    | 'empty-page'
    | 'binary'
    | 'only-headings'
    | 'only-pictures'
    | 'no-headline'
    | 'too-large'
    | 'very-long'
    | 'decision-without-place';
  readonly detail: string;
}

/** What became of a page: every printed character is in exactly one place. */
export interface RestoredPage {
  readonly stories: readonly RestoredStory[];
  readonly furniture: readonly Furniture[];
  readonly unplaced: readonly RestoredText[];
  readonly problems: readonly PageProblem[];
}
