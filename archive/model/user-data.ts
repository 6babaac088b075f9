import type { CitationStyle } from '../citation/citation-style.ts';
import type { Annotation, AnnotationTarget, Ink } from './annotation.ts';

/**
 * What a person makes while reading. Every change is one journal entry; the state of a store is
 * what its entries leave behind, the last one for a key winning.
 */

export type ThemeChoice = 'system' | 'light' | 'sepia' | 'dark' | 'contrast';
/** `printed` follows the archive's own direction. */
export type ReadingDirection = 'printed' | 'horizontal' | 'vertical';
/** How content is shown: as the archive holds it, or converted on screen. */
export type ContentScript = 'held' | 'hans' | 'hant' | 'tw' | 'twp' | 'hk';
export type InterfaceLanguage = 'zh-Hans' | 'zh-Hant' | 'en';

export interface Preferences {
  /** Absent until chosen: the system's language decides. */
  readonly language?: InterfaceLanguage;
  readonly theme: ThemeChoice;
  /** px */
  readonly readingSize: number;
  /** Leading as a multiple of the size. */
  readonly readingLeading: number;
  /** Characters a line. */
  readonly readingMeasure: number;
  readonly readingDirection: ReadingDirection;
  readonly contentScript: ContentScript;
  /** The two side columns of a wide window. */
  readonly showsArchiveColumn: boolean;
  readonly showsListColumn: boolean;
  /** Whether years of eras and of the Republic stand beside western ones, by archive id; absent: its days decide. */
  readonly eraYears?: Readonly<Record<string, boolean>>;
  /** Columns of a horizontal story beside each other; absent: one. */
  readonly readingColumns?: 1 | 2 | 3;
  /** Whether the first line of a paragraph is set in; absent: it is. */
  readonly readingIndent?: boolean;
  /** Whether marks that meet give up their empty halves; absent: they do. */
  readonly readingTrim?: boolean;
  /** Whether vertical stories stand in tiers (段) instead of one flow; absent: they do not. */
  readonly readingTiers?: boolean;
  /** Whether the page's image shows beside the text where there is one; absent: it does not. */
  readonly showsPageImage?: boolean;
  /** Absent: A4. */
  readonly printPaper?: 'A4' | 'A3' | 'Letter';
  /** What the reader means by each ink; an ink without a meaning goes by its own name. */
  readonly inkMeanings?: Readonly<Partial<Record<Ink, string>>>;
  /** How sources are cited; absent: GB/T 7714—2015. */
  readonly citationStyle?: CitationStyle;
  /** Whether marks and notes are printed with a story; absent: they are. */
  readonly printsNotes?: boolean;
  /** How a quotation is written in Markdown; absent until the reader has changed it. */
  readonly markdownTemplate?: string;
}

/** A place that was visited; the key is the time of the visit. */
export interface HistoryEntry {
  /** RFC 3339, UTC. */
  readonly at: string;
  /** The place as the URL hash has it, without `#`. */
  readonly place: string;
  /** What stood there, as printed, for the list. */
  readonly title: string;
}

/** How far a story was read; the key is the article's id. */
export interface ReadingPosition {
  readonly articleId: string;
  /** Code point offset into the canonical text of the first line on screen. */
  readonly codePoint: number;
  /** RFC 3339, UTC. */
  readonly at: string;
}

/** A place to come back to: an issue, a page, a story or a passage. */
export interface Bookmark {
  /** `urn:uuid:…` */
  readonly id: string;
  readonly target: AnnotationTarget;
  /** What stands there, as printed, so that the list can be read without the archive. */
  readonly title: string;
  /** The folder's id; null for the top. */
  readonly folderId: string | null;
  /** RFC 3339, UTC. */
  readonly created: string;
  /** RFC 3339, UTC. */
  readonly modified: string;
}

export interface BookmarkFolder {
  /** `urn:uuid:…` */
  readonly id: string;
  readonly name: string;
  /** RFC 3339, UTC. */
  readonly created: string;
}

/** How far a correction of script conversion counts. */
export type GlossaryScope =
  | { readonly kind: 'everywhere' }
  | { readonly kind: 'archive'; readonly archiveId: string }
  | { readonly kind: 'article'; readonly archiveId: string; readonly articleId: string };

/** A word whose form the reader has settled; see `archive/text/script/glossary.ts`. */
export interface GlossaryRecord {
  /** `urn:uuid:…` */
  readonly id: string;
  readonly scope: GlossaryScope;
  /** As printed. */
  readonly source: string;
  readonly target: string;
  /** The scripts to convert to for which it counts; all of them where absent. */
  readonly to?: readonly Exclude<ContentScript, 'held'>[];
  /** RFC 3339, UTC. */
  readonly modified: string;
}

/** A search that was kept under a name. */
export interface SavedSearch {
  /** `urn:uuid:…` */
  readonly id: string;
  readonly name: string;
  /** The place as the URL hash has it, without `#`. */
  readonly place: string;
  /** RFC 3339, UTC. */
  readonly created: string;
}

/** The stores of user data and what a value in each looks like. */
export interface UserDataStores {
  /** Key: the preference's name. */
  preferences: Preferences[keyof Preferences];
  history: HistoryEntry;
  positions: ReadingPosition;
  /** Key `last`: the place to open at the next start, as the URL hash has it. */
  resume: { readonly place: string };
  annotations: Annotation;
  bookmarks: Bookmark;
  bookmarkFolders: BookmarkFolder;
  glossary: GlossaryRecord;
  savedSearches: SavedSearch;
}

export type UserDataStore = keyof UserDataStores;

/** One change: a value set, or removed where `value` is null. */
export interface UserDataChange<Store extends UserDataStore = UserDataStore> {
  readonly store: Store;
  readonly key: string;
  readonly value: UserDataStores[Store] | null;
}

/** A change as the journal holds it. */
export interface JournalEntry extends UserDataChange {
  /** Counts up by one, from 1, over the life of the profile. */
  readonly sequence: number;
  /** RFC 3339, UTC. */
  readonly at: string;
}
