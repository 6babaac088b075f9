import type { GlossaryEntry } from '../text/script/glossary.ts';

/** Days without an issue in the archive, both ends included. */
export interface CoverageGap {
  /** EDTF days. */
  readonly from: string;
  readonly to: string;
  readonly reason: 'not-published' | 'not-held';
  readonly note: string;
}

/** `archive.json` of a bag: what the archive is. */
export interface ArchiveDescription {
  readonly format: 'guzhi-newspaper-archive';
  /** `major.minor` */
  readonly formatVersion: string;
  /** The least format version a reader must know, `major.minor`. */
  readonly minReaderVersion: string;
  /** `urn:uuid:…`, the same in every revision. */
  readonly id: string;
  /** Counts up from 1. */
  readonly revision: number;
  /** RFC 3339, UTC. */
  readonly created: string;
  readonly generator: string;
  /** Dublin Core terms. */
  readonly 'dcterms:title': string;
  readonly 'dcterms:publisher': string;
  /** EDTF interval. */
  readonly 'dcterms:temporal': string;
  readonly 'dcterms:language': string;
  readonly 'dcterms:rights': string;
  readonly 'dcterms:license': string;
  readonly 'dcterms:source': string;
  readonly publication: {
    /** Names of the paper over time, the one to show first. */
    readonly names: readonly string[];
    readonly issn: string;
    readonly cnNumber: string;
  };
  readonly counts: {
    readonly issues: number;
    readonly pages: number;
    readonly articles: number;
    readonly media: number;
    /** Bytes of the payload's files other than `archive.json` itself. */
    readonly bytes: number;
    /** UTF-8 bytes of the longest NDJSON line, without its end of line. */
    readonly maxLineBytes: number;
  };
  readonly defaults: {
    readonly language: string;
    /** IANA name. */
    readonly timezone: string;
    readonly writingMode: 'horizontal-tb' | 'vertical-rl';
    /** `republican` shows years of the Republic beside the western ones. */
    readonly calendar: 'gregorian' | 'republican';
  };
  readonly gaps: readonly CoverageGap[];
  /** An imaginary paper: said in the masthead, every export and every citation. */
  readonly sample: boolean;
  /** Words whose form in other scripts the archive settles, names that are to stay among them. */
  readonly glossary?: readonly GlossaryEntry[];
}
