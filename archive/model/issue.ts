/** A page (版) of an issue. */
export interface Page {
  /** As printed: "1", "A03", "第二張". */
  readonly number: string;
  /** 版名 */
  readonly name: string;
  /** Path of the page's image below `data/`, where the bag has one. */
  readonly facsimile?: string;
  /** Page furniture: banners, slogans and rubrics that stand on the page and belong to no story. */
  readonly furniture?: readonly string[];
  /** Texts of the page for which no story was found; kept so that nothing of the source is lost. */
  readonly unplaced?: readonly string[];
}

/** A page that was printed but is not in the archive. */
export interface MissingPage {
  readonly number: string;
  readonly reason: string;
}

/** One line of `issues.ndjson`. */
export interface Issue {
  /** Unique within the archive. */
  readonly id: string;
  /** EDTF; a full day wherever it is known. */
  readonly date: string;
  /** As printed, e.g. 第22187号. */
  readonly number: string;
  /** In the order of the paper; pages without stories are listed too. */
  readonly pages: readonly Page[];
  readonly missingPages: readonly MissingPage[];
  /** 报眼: short lines beside the masthead. */
  readonly ear: readonly string[];
  /** Other words printed under the masthead, e.g. the lunar date. */
  readonly notes: readonly string[];
}
