import type { Article } from '../../model/article.ts';

/** An article but for what its issue, its place on the page and the archive give it. */
export interface StoryDraft {
  /** Tells the story from the others of its page, also when the page is built again. */
  readonly name: string;
  readonly article: Omit<
    Article,
    | 'id'
    | 'version'
    | 'textDigest'
    | 'issue'
    | 'page'
    | 'order'
    | 'continuesOn'
    | 'continuedFrom'
    | 'rights'
  >;
  /** Pages named by 下转 and 上接; empty where none is. */
  readonly continuesOnPage: string;
  readonly continuedFromPage: string;
}

/** What one source gives to a page. Several sources may give to the same page. */
export interface PageDraft {
  /** EDTF. */
  readonly date: string;
  /** As printed; may be empty. */
  readonly issueNumber: string;
  readonly page: { readonly number: string; readonly name: string };
  readonly stories: readonly StoryDraft[];
  /** What stands on the page and belongs to no story. */
  readonly furniture: readonly string[];
  /** Texts for which no story was found. */
  readonly unplaced: readonly string[];
}
