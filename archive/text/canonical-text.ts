import type { Article } from '../model/article.ts';
import type { Block } from '../model/block.ts';

/**
 * The canonical text of an article: its printed fields and blocks in order, each a segment, joined
 * by one U+000A. Annotations point into it, search indexes it and the digest covers it. Empty
 * segments do not occur, so an absent field leaves no trace.
 */

/** Where a segment of the canonical text stands in the article. */
export type SegmentPlace =
  | { readonly field: 'kicker' | 'headline' | 'deck' | 'byline' | 'dateline' }
  | { readonly blockId: string; readonly part: string };

export interface Segment {
  readonly place: SegmentPlace;
  readonly text: string;
  /** UTF-16 offset of the first code unit in the canonical text. */
  readonly start: number;
}

const separator = '\n';

/** The byline as one line of print: labels and names, people apart by a full-width space. */
export function bylineText(byline: Article['byline']): string {
  return byline.map(({ label, name }) => (label === '' ? name : `${label}　${name}`)).join('　');
}

/** The segments of a block as [part, text]; `part` names the place inside the block. */
function blockParts(block: Block): readonly (readonly [string, string])[] {
  switch (block.type) {
    case 'paragraph':
    case 'heading':
    case 'unknown':
      return [['text', block.text]];
    case 'list':
      return block.items.map((item, index) => [`item:${String(index)}`, item] as const);
    case 'table':
      return [
        ['caption', block.caption ?? ''],
        ...block.rows.flatMap((row, r) =>
          row.map((cell, c) => [`cell:${String(r)}:${String(c)}`, cell] as const),
        ),
      ];
    case 'figure':
      return [
        ['caption', block.caption],
        ['credit', block.credit],
      ];
    case 'pull-quote':
      return [
        ['text', block.text],
        ['attribution', block.attribution ?? ''],
      ];
    case 'box':
      return [
        ['title', block.title],
        ...block.lines.map((line, index) => [`line:${String(index)}`, line] as const),
      ];
    case 'qa':
      return [
        ['speaker', block.speaker],
        ['text', block.text],
      ];
    case 'separator':
      return [];
  }
}

type PrintedArticle = Pick<
  Article,
  'kicker' | 'headline' | 'deck' | 'byline' | 'dateline' | 'body'
>;

/** The segments of the canonical text, in order, with their UTF-16 offsets. */
export function canonicalSegments(article: PrintedArticle): readonly Segment[] {
  const found: (readonly [SegmentPlace, string])[] = [
    [{ field: 'kicker' }, article.kicker],
    [{ field: 'headline' }, article.headline],
    [{ field: 'deck' }, article.deck],
    [{ field: 'byline' }, bylineText(article.byline)],
    [{ field: 'dateline' }, article.dateline?.text ?? ''],
  ];
  for (const block of article.body) {
    for (const [part, text] of blockParts(block)) found.push([{ blockId: block.id, part }, text]);
  }
  const segments: Segment[] = [];
  let start = 0;
  for (const [place, text] of found) {
    if (text === '') continue;
    segments.push({ place, text, start });
    start += text.length + separator.length;
  }
  return segments;
}

/** The canonical text itself. */
export function canonicalText(article: PrintedArticle): string {
  return canonicalSegments(article)
    .map((segment) => segment.text)
    .join(separator);
}
