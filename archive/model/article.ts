import type { Block } from './block.ts';

/** What a person in the byline did; `other` keeps whatever `label` says. */
export type BylineRole =
  | 'reporter'
  | 'chief-reporter'
  | 'trainee'
  | 'intern'
  | 'correspondent'
  | 'photographer'
  | 'author'
  | 'host'
  | 'editor'
  | 'translator'
  | 'other';

export interface BylinePerson {
  readonly name: string;
  readonly role: BylineRole;
  /** The words before the name as printed, e.g. 本报首席记者; empty where none were printed. */
  readonly label: string;
}

export interface Dateline {
  /** 电头 as printed, e.g. 本报东津5月17日电. */
  readonly text: string;
  readonly place?: string;
  /** EDTF. */
  readonly date?: string;
}

export type Genre =
  | 'news'
  | 'brief'
  | 'feature'
  | 'interview'
  | 'commentary'
  | 'literature'
  | 'letter'
  | 'notice'
  | 'table'
  | 'advertisement';

/** The other part of a story that runs over two pages (转版) of one issue. */
export interface Continuation {
  readonly articleId: string;
  /** The page's number as printed. */
  readonly page: string;
}

/** Where the text of an article comes from and what is doubtful in it. */
export interface Provenance {
  /** Free words naming the source, e.g. the scanned file. */
  readonly source: string;
  readonly method: 'ocr' | 'typed' | 'corrected-ocr' | 'born-digital' | 'unknown';
  readonly problems: readonly ProvenanceProblem[];
}

export interface ProvenanceProblem {
  /** A stable name, e.g. `doubtful-join`, `unfinished`. */
  readonly code: string;
  /** The block concerned; absent when the whole article is. */
  readonly blockId?: string;
  /** 0 (a guess) to 1 (certain); absent where nothing was weighed. */
  readonly confidence?: number;
  readonly reason: string;
}

/** One story as one line of `articles-NNNN.ndjson` holds it. */
export interface Article {
  /** `urn:uuid:…`, never reused. */
  readonly id: string;
  /** Counts up when the text of an article changes between revisions of the archive; from 1. */
  readonly version: number;
  /** `sha256:` and 64 hex digits of the canonical text in UTF-8. */
  readonly textDigest: string;
  readonly issue: { readonly id: string; readonly date: string; readonly number: string };
  readonly page: { readonly number: string; readonly name: string };
  /** Place in the reading order of its page, from 1. */
  readonly order: number;
  readonly continuesOn?: Continuation;
  readonly continuedFrom?: Continuation;
  /** BCP 47, e.g. zh-Hans-CN. */
  readonly language: string;
  /** 引题, 主题, 副题: one string each, printed line breaks kept as U+000A. */
  readonly kicker: string;
  readonly headline: string;
  readonly deck: string;
  /** 栏目 */
  readonly section: string;
  readonly genre: Genre;
  readonly byline: readonly BylinePerson[];
  readonly dateline?: Dateline;
  readonly body: readonly Block[];
  /** How large the page sets the story, 0 to 100; absent where the source does not say. */
  readonly weight?: number;
  readonly rights: string;
  readonly provenance: Provenance;
  /** Members of other programs, kept as they are. */
  readonly ext: Readonly<Record<string, unknown>>;
}
