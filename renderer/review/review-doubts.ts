import type { PageDecision } from '../../archive/import/newspaper-page/page-decisions.ts';
import type { RestoredJoin } from '../../archive/import/newspaper-page/restored-page.ts';
import type { OpenReview, Piece, ReviewModel } from './review-pieces.ts';

/** Something that is not sure and that nobody has settled yet. */
export type Doubt =
  | {
      readonly kind: 'join';
      readonly story: number;
      readonly join: RestoredJoin;
      readonly first: Piece;
      readonly second: Piece;
    }
  | {
      readonly kind: 'place';
      readonly story: number;
      readonly piece: Piece;
      readonly code: string;
      readonly confidence: number | null;
    };

/** Below this a join is asked about. */
const doubtful = 0.8;

/** Joins and places that are doubtful and not yet decided, in the order of the stories. */
export function openDoubts(
  { restored, decisions }: OpenReview,
  { pieces }: ReviewModel,
): readonly Doubt[] {
  const pieceAt = new Map(pieces.map((piece) => [piece.anchor.start, piece]));
  const joined = new Set(
    decisions.flatMap((decision) =>
      decision.kind === 'join' ? [`${decision.first.start} ${decision.second.start}`] : [],
    ),
  );
  const moved = new Set(
    decisions.flatMap((decision) => (decision.kind === 'move' ? [decision.unit.start] : [])),
  );
  return restored.stories.flatMap((story, index) => {
    const joins = story.joins.flatMap((join): Doubt[] => {
      const first = pieceAt.get(join.first.start);
      const second = pieceAt.get(join.second.start);
      const isSettled = joined.has(`${join.first.start} ${join.second.start}`);
      if (join.confidence >= doubtful || isSettled || !first || !second) return [];
      return [{ kind: 'join', story: index, join, first, second }];
    });
    const places = story.problems.flatMap((problem): Doubt[] => {
      const { code, blockId, confidence = null } = problem;
      if (code !== 'doubtful-story' && code !== 'doubtful-order') return [];
      const block = story.blocks.find((one) => one.block.id === blockId);
      const piece = pieceAt.get(block?.pieces[0]?.anchor.start ?? -1);
      if (!piece || moved.has(piece.anchor.start)) return [];
      return [{ kind: 'place', story: index, piece, code, confidence }];
    });
    return [...joins, ...places];
  });
}

/** The decision that two pieces are one paragraph, or are not. */
export function joinDecision(first: Piece, second: Piece, isJoined: boolean): PageDecision {
  return { kind: 'join', first: first.anchor, second: second.anchor, isJoined };
}
