import type { BylinePerson } from '../../archive/model/article.ts';
import type { ArticleRow } from './article-rows.ts';
import { contentsLayout, type ContentsRecord, type FacetColumn } from './contents.ts';
import type { IssueRecord } from './issues.ts';
import { ordinalOf } from './row-key.ts';

/** A name as it is counted: papers spread short names with spaces (柳　汀). */
export function facetName(printed: string): string {
  const name = printed.replace(/\s+/gu, ' ').trim();
  return /^[\p{sc=Han}·\s]+$/u.test(name) ? name.replaceAll(' ', '') : name;
}

/** Names by the number that stands for them. */
class NameList {
  readonly names: string[] = [];
  private readonly numbers = new Map<string, number>();

  numberOf(name: string): number {
    let number = this.numbers.get(name);
    if (number === undefined) {
      number = this.names.push(name) - 1;
      this.numbers.set(name, number);
    }
    return number;
  }
}

const none = -1;

function packed(names: readonly string[], values: readonly number[]): FacetColumn['values'] {
  const numbers = values.map((value) => (value === none ? names.length : value));
  return names.length < 2 ** 16 ? Uint16Array.from(numbers) : Uint32Array.from(numbers);
}

/** The stories of a generation as they come, made into its contents at the end. */
export class ContentsBuilder {
  private readonly keys: number[] = [];
  private readonly pageIndexes: number[] = [];
  private readonly orders: number[] = [];
  private readonly sections: number[] = [];
  private readonly genres: number[] = [];
  private readonly authors: number[] = [];
  /** Where each story's authors begin. */
  private readonly authorStarts: number[] = [0];
  private readonly removed = new Set<number>();
  private readonly sectionNames = new NameList();
  private readonly genreNames = new NameList();
  private readonly authorNames = new NameList();

  /** `byline` is the whole one; the row holds only its beginning. */
  add(
    row: Pick<ArticleRow, 'key' | 'pageIndex' | 'order' | 'section' | 'genre'>,
    byline: readonly Pick<BylinePerson, 'name'>[],
  ): void {
    this.keys.push(row.key);
    this.pageIndexes.push(row.pageIndex);
    this.orders.push(row.order);
    const section = facetName(row.section);
    this.sections.push(section === '' ? none : this.sectionNames.numberOf(section));
    this.genres.push(this.genreNames.numberOf(row.genre));
    const names = new Set(byline.map(({ name }) => facetName(name)));
    for (const name of names) {
      if (name !== '') this.authors.push(this.authorNames.numberOf(name));
    }
    this.authorStarts.push(this.authors.length);
  }

  /** Leaves out a story that a newer version replaces. */
  remove(key: number): void {
    this.removed.add(key);
  }

  /** `issues` are those of the generation by date: they know the names of the pages. */
  finish(generation: number, issues: readonly Pick<IssueRecord, 'pages'>[]): ContentsRecord {
    const order = this.readingOrder();
    const ordered = (values: readonly number[]): number[] =>
      Array.from(order, (index) => values[index] ?? none);
    const pageNames = new NameList();
    const pages = Array.from(order, (index) => {
      const issue = issues[ordinalOf(this.keys[index] ?? 0)];
      const name = facetName(issue?.pages[this.pageIndexes[index] ?? 0]?.name ?? '');
      return name === '' ? none : pageNames.numberOf(name);
    });
    const starts = new Uint32Array(order.length + 1);
    const authors: number[] = [];
    order.forEach((index, at) => {
      const end = this.authorStarts[index + 1] ?? 0;
      for (let each = this.authorStarts[index] ?? 0; each < end; each++) {
        authors.push(this.authors[each] ?? 0);
      }
      starts[at + 1] = authors.length;
    });
    const single = ({ names }: NameList, values: readonly number[]): FacetColumn => ({
      names,
      values: packed(names, values),
    });
    return {
      generation,
      layout: contentsLayout,
      keys: Float64Array.from(ordered(this.keys)),
      columns: {
        pageNames: single(pageNames, pages),
        sections: single(this.sectionNames, ordered(this.sections)),
        genres: single(this.genreNames, ordered(this.genres)),
        authors: {
          names: this.authorNames.names,
          values: packed(this.authorNames.names, authors),
          starts,
        },
      },
    };
  }

  /** Which of the stories as they came is the first, the second… by date, page and order. */
  private readingOrder(): Uint32Array {
    const kept = Uint32Array.from(
      Array.from(this.keys.keys()).filter((index) => !this.removed.has(this.keys[index] ?? none)),
    );
    const ordinals = Uint32Array.from(this.keys, ordinalOf);
    const { keys, pageIndexes, orders } = this;
    return kept.sort(
      (a, b) =>
        (ordinals[a] ?? 0) - (ordinals[b] ?? 0) ||
        (pageIndexes[a] ?? 0) - (pageIndexes[b] ?? 0) ||
        (orders[a] ?? 0) - (orders[b] ?? 0) ||
        (keys[a] ?? 0) - (keys[b] ?? 0),
    );
  }
}
