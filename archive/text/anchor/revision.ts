import type { TextFold } from '../fold/text-fold.ts';
import { AnchorableText } from './anchorable-text.ts';
import { letterTriples } from './article-likeness.ts';
import { SearchableTexts } from './searchable-texts.ts';

/** A story as one revision of an archive has it. */
export interface ArticleText {
  readonly id: string;
  readonly version: number;
  readonly textDigest: string;
  readonly issueId: string;
  /** The page's number as printed. */
  readonly page: string;
  /** The canonical text. */
  readonly text: string;
}

/** A page as one revision of an archive has it; pages without stories count too. */
export interface PageOfIssue {
  readonly issueId: string;
  readonly number: string;
}

/** The stories among which places are looked for, usually those of one issue, ready for searching. */
export class RevisionTexts {
  readonly articles: readonly ArticleText[];
  readonly pages: readonly PageOfIssue[];
  readonly fold: TextFold;
  readonly #indices = new Map<string, number>();
  readonly #anchorable = new Map<number, AnchorableText>();
  readonly #triples = new Map<number, ReadonlySet<number>>();
  #searched: SearchableTexts | undefined;

  /** `pages` may be left out where no annotation is on a whole page: those with stories are known. */
  constructor(
    articles: readonly ArticleText[],
    fold: TextFold,
    pages: readonly PageOfIssue[] = articles.map(({ issueId, page }) => ({
      issueId,
      number: page,
    })),
  ) {
    this.articles = articles;
    this.pages = pages;
    this.fold = fold;
    articles.forEach(({ id }, index) => this.#indices.set(id, index));
  }

  /** Index among the articles; undefined where there is no such article. */
  indexOf(articleId: string): number | undefined {
    return this.#indices.get(articleId);
  }

  anchorable(index: number): AnchorableText {
    let found = this.#anchorable.get(index);
    if (!found) {
      found = new AnchorableText(this.articles[index]?.text ?? '', this.fold);
      this.#anchorable.set(index, found);
    }
    return found;
  }

  /** What makes a story like another one. */
  triples(index: number): ReadonlySet<number> {
    let found = this.#triples.get(index);
    if (!found) {
      found = letterTriples(this.articles[index]?.text ?? '', this.fold);
      this.#triples.set(index, found);
    }
    return found;
  }

  /** All stories, to be searched at once. */
  get searched(): SearchableTexts {
    this.#searched ??= new SearchableTexts(
      this.articles.map(({ text }) => text),
      this.fold,
    );
    return this.#searched;
  }

  /** How often a part occurs in each story, by index; stories without it are left out. */
  occurrences(part: string): ReadonlyMap<number, number> {
    const counts = new Map<number, number>();
    this.articles.forEach(({ text }, index) => {
      let count = 0;
      // Two are as good as many: a place among repetitions is never certain.
      for (let at = text.indexOf(part); at !== -1 && count < 2; at = text.indexOf(part, at + 1)) {
        count += 1;
      }
      if (count > 0) counts.set(index, count);
    });
    return counts;
  }
}
