import type { Annotation } from '../../archive/model/annotation.ts';
import type { ArchiveDescription } from '../../archive/model/archive-description.ts';
import type { Article } from '../../archive/model/article.ts';
import type { CitationItem } from '../../archive/citation/citation-item.ts';
import type { PassageContext } from './context-sentence.ts';

/** Where a quoted story stands, and all that its quotations share. */
export interface QuotedStory {
  readonly article: Article;
  readonly description: ArchiveDescription;
  /** The file that the story's pictures come from. */
  readonly bagId: string;
  readonly item: CitationItem;
}

/**
 * A marked passage or a note, ready to leave the program. `verified`: the words stand in the archive
 * that is loaded, character for character. `moved`: they are not where they were marked and were
 * found by their likeness. `unverified`: the story is not at hand or lacks them; the words are those
 * that the annotation keeps.
 */
export interface QuotationRecord {
  readonly annotation: Annotation;
  readonly standing: 'verified' | 'moved' | 'unverified';
  /** As held; empty for a note on a whole story, page or issue. */
  readonly text: string;
  /** UTF-16 offset in the canonical text, for the order; 0 where it is not known. */
  readonly start: number;
  readonly context: PassageContext;
  /** Null where the archive or the story is not loaded. */
  readonly story: QuotedStory | null;
  /** EDTF date and page for the order; empty where they are not known. */
  readonly date: string;
  readonly page: string;
}
