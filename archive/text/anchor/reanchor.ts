import type { Annotation, AnnotationTarget, PassageTarget } from '../../model/annotation.ts';
import type { TextRange } from '../text-range.ts';
import type { FoundBy } from './anchor.ts';
import { describe } from './describe.ts';
import type { OrphanReason, PlacedPassage } from './placed-passage.ts';
import { reanchorPassage } from './reanchor-passage.ts';
import { reanchorArticle, reanchorIssue, reanchorPage } from './reanchor-whole.ts';
import type { RevisionTexts } from './revision.ts';

/** An annotation's place in the new revision. */
export interface ReanchoredPlace {
  /** The target as it is to be stored: passages are described anew on the new text. */
  readonly target: AnnotationTarget;
  /** UTF-16 offsets in the story's canonical text; absent for stories, pages and issues. */
  readonly range?: TextRange;
  /** Absent for stories, pages and issues. */
  readonly how?: FoundBy;
  /** 0 to 1. */
  readonly confidence: number;
  /** Whether a person should look at it. */
  readonly isUncertain: boolean;
}

export type Reanchored =
  | { readonly annotationId: string; readonly state: 'placed'; readonly place: ReanchoredPlace }
  | {
      readonly annotationId: string;
      readonly state: 'orphaned';
      readonly reason: OrphanReason | 'page-gone' | 'issue-gone';
      /** Where it might belong, for a person to decide; `confidence` is the score. */
      readonly proposal: ReanchoredPlace | null;
    };

/**
 * Takes annotations from a revision of an archive to the next one, in their order. The revisions hold
 * the stories among which places are looked for: those of the annotations' issue, and any others that
 * its stories may have moved to. Nothing is changed; the caller stores what it accepts.
 */
export function reanchor(
  annotations: readonly Pick<Annotation, 'id' | 'target'>[],
  old: RevisionTexts,
  next: RevisionTexts,
): readonly Reanchored[] {
  return annotations.map(({ id, target }) => reanchorOne(id, target, old, next));
}

function reanchorOne(
  annotationId: string,
  target: AnnotationTarget,
  old: RevisionTexts,
  next: RevisionTexts,
): Reanchored {
  const orphaned = (
    reason: OrphanReason | 'page-gone' | 'issue-gone',
    proposal: ReanchoredPlace | null = null,
  ): Reanchored => ({ annotationId, state: 'orphaned', reason, proposal });
  const placed = (place: ReanchoredPlace): Reanchored => ({ annotationId, state: 'placed', place });
  switch (target.kind) {
    case 'passage': {
      const found = reanchorPassage(target, old, next);
      return 'reason' in found
        ? orphaned(found.reason, found.proposal && placeOf(target, found.proposal, next))
        : placed(placeOf(target, found, next));
    }
    case 'article': {
      const found = reanchorArticle(target, old, next);
      return found ? placed(found) : orphaned('article-gone');
    }
    case 'page': {
      const found = reanchorPage(target, old, next);
      return found ? placed(found) : orphaned('page-gone');
    }
    case 'issue': {
      const found = reanchorIssue(target, next);
      return found ? placed(found) : orphaned('issue-gone');
    }
  }
}

function placeOf(
  target: PassageTarget,
  { article, range, how, confidence, isUncertain }: PlacedPassage,
  next: RevisionTexts,
): ReanchoredPlace {
  const story = next.articles[article];
  const selectors = story && describe(story.text, range);
  if (!selectors) throw new RangeError('a place lies outside its text');
  const { id, version, textDigest } = story;
  return {
    target: { ...target, articleId: id, articleVersion: version, textDigest, selectors },
    range,
    how,
    confidence,
    isUncertain,
  };
}
