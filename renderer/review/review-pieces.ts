import type { PageReview } from '../../archive/import/assembly/page-review.ts';
import {
  quoteLength,
  type SourceAnchor,
} from '../../archive/import/newspaper-page/page-decisions.ts';
import type {
  RestoredJoin,
  RestoredStory,
} from '../../archive/import/newspaper-page/restored-page.ts';

export type OpenReview = Extract<PageReview, { outcome: 'open' }>;

/** What a piece of the source has become. */
export type PieceRole =
  | 'kicker'
  | 'headline'
  | 'deck'
  | 'section'
  | 'byline'
  | 'paragraph'
  | 'section-head'
  | 'caption'
  | 'box'
  | 'table'
  | 'list'
  | 'speech'
  | 'other'
  | 'furniture'
  | 'unplaced';

interface Span {
  readonly start: number;
  readonly end: number;
}

/** A printed piece of the source and where it is now. */
export interface Piece {
  /** Its place in the source, from 1. */
  readonly number: number;
  readonly anchor: SourceAnchor;
  readonly text: string;
  readonly spans: readonly Span[];
  readonly role: PieceRole;
  /** Index of its story; null for furniture and for what has no story. */
  readonly story: number | null;
  /** False for parts of a line, which cannot be moved by themselves. */
  readonly isWhole: boolean;
}

export interface ReviewStory {
  readonly anchor: SourceAnchor;
  readonly kicker: string;
  readonly headline: string;
  readonly deck: string;
  /** In reading order: the pieces of each block, with the join before each but the first. */
  readonly blocks: readonly {
    readonly pieces: readonly { readonly piece: Piece; readonly join: RestoredJoin | null }[];
  }[];
  readonly count: number;
}

export interface ReviewModel {
  /** In the order of the source. */
  readonly pieces: readonly Piece[];
  readonly stories: readonly ReviewStory[];
  readonly unplaced: readonly Piece[];
}

const roles: Readonly<Record<string, PieceRole>> = {
  paragraph: 'paragraph',
  heading: 'section-head',
  figure: 'caption',
  box: 'box',
  table: 'table',
  list: 'list',
  qa: 'speech',
};

type Draft = Omit<Piece, 'number'>;

function anchorKey({ start }: SourceAnchor): number {
  return start;
}

/** The page as its source has it and as it is restored, for looking at both. */
export function reviewModel({ restored, markdown }: OpenReview): ReviewModel {
  const drafts = new Map<number, Draft>();
  const textOf = (spans: readonly Span[]): string =>
    spans.map(({ start, end }) => markdown.slice(start, end)).join('');
  const add = (draft: Omit<Draft, 'text'>): void => {
    if (draft.spans.length === 0 || drafts.has(anchorKey(draft.anchor))) return;
    drafts.set(anchorKey(draft.anchor), { ...draft, text: textOf(draft.spans) });
  };
  const anchorAt = (text: string, spans: readonly Span[]): SourceAnchor => ({
    start: spans[0]?.start ?? 0,
    quote: text.slice(0, quoteLength),
  });
  restored.stories.forEach((story, index) => {
    for (const [field, texts] of Object.entries(story.fields)) {
      for (const { text, spans } of texts) {
        const role = field as PieceRole;
        add({ anchor: anchorAt(text, spans), spans, role, story: index, isWhole: true });
      }
    }
    for (const { name, label, spans, isAlsoInBody } of story.byline) {
      if (isAlsoInBody) continue;
      const anchor = anchorAt(label + name, spans);
      add({ anchor, spans, role: 'byline', story: index, isWhole: false });
    }
    for (const { block, pieces } of story.blocks) {
      for (const { anchor, spans } of pieces) {
        const role = roles[block.type] ?? 'other';
        add({ anchor, spans, role, story: index, isWhole: true });
      }
    }
  });
  for (const { text, spans } of restored.furniture) {
    add({ anchor: anchorAt(text, spans), spans, role: 'furniture', story: null, isWhole: true });
  }
  for (const { text, spans } of restored.unplaced) {
    add({ anchor: anchorAt(text, spans), spans, role: 'unplaced', story: null, isWhole: true });
  }
  const pieces = [...drafts.values()]
    .sort((a, b) => a.anchor.start - b.anchor.start)
    .map((draft, at): Piece => ({ ...draft, number: at + 1 }));
  const pieceAt = new Map(pieces.map((piece) => [anchorKey(piece.anchor), piece]));
  return {
    pieces,
    stories: restored.stories.map((story) => reviewStory(story, pieceAt)),
    unplaced: pieces.filter(({ role }) => role === 'unplaced'),
  };
}

function reviewStory(story: RestoredStory, pieceAt: ReadonlyMap<number, Piece>): ReviewStory {
  const joinTo = new Map(story.joins.map((join) => [join.second.start, join]));
  const blocks = story.blocks.map(({ pieces }) => ({
    pieces: pieces.flatMap(({ anchor }) => {
      const piece = pieceAt.get(anchorKey(anchor));
      return piece ? [{ piece, join: joinTo.get(anchor.start) ?? null }] : [];
    }),
  }));
  return {
    anchor: story.anchor,
    kicker: story.kicker,
    headline: story.headline,
    deck: story.deck,
    blocks,
    count: blocks.reduce((sum, { pieces }) => sum + pieces.length, 0),
  };
}
