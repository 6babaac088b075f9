import { useEffect, useMemo, useState } from 'react';
import type { Annotation } from '../../archive/model/annotation.ts';
import { anchorIn } from '../../archive/text/anchor/anchor.ts';
import { AnchorableText } from '../../archive/text/anchor/anchorable-text.ts';
import { openFoldTable } from '../../archive/text/fold/fold-table.ts';
import type { TextFold } from '../../archive/text/fold/text-fold.ts';
import type { TextRange } from '../../archive/text/text-range.ts';
import { laneOf, Lanes, type Lane, type MarkedRange } from './lanes.ts';
import type { AnnotatedStory } from './make-annotation.ts';

/** An annotation of a passage and where it stands in the text as it is now. */
export interface PlacedAnnotation {
  readonly annotation: Annotation;
  readonly range: TextRange;
  /** A person should look whether the place is right. */
  readonly isUncertain: boolean;
}

/** The lanes of the marks among what is placed, by the annotation's id. */
export function lanesOf(placed: readonly PlacedAnnotation[]): ReadonlyMap<string, Lane> {
  return laneOf(placed.flatMap(markedRange));
}

function markedRange({
  annotation: { id, mark, created },
  range,
}: PlacedAnnotation): readonly MarkedRange[] {
  return mark === undefined ? [] : [{ id, created, style: mark.style, ...range }];
}

/** The lanes of marks that mostly stay: what comes to them is given a lane beside the others. */
export class KeptLanes {
  #lanes = new Lanes();
  #held = new Map<string, PlacedAnnotation>();

  /** By the annotation's id. */
  of(placed: readonly PlacedAnnotation[]): ReadonlyMap<string, Lane> {
    const added = placed.filter((each) => this.#held.get(each.annotation.id) !== each);
    const isAddition = placed.length - added.length === this.#held.size;
    // The elder marks keep their lanes: younger ones take nothing from them.
    if (!isAddition || !this.#lanes.add(added.flatMap(markedRange))) {
      this.#lanes = new Lanes();
      this.#lanes.add(placed.flatMap(markedRange));
    }
    this.#held = new Map(placed.map((each) => [each.annotation.id, each]));
    return this.#lanes.found();
  }
}

export interface StoryAnnotations {
  /** In the order of the text. */
  readonly placed: readonly PlacedAnnotation[];
  /** On the story as a whole, oldest first. */
  readonly ofStory: readonly Annotation[];
  /** Those whose passage is not in the text; null while that is not known yet. */
  readonly orphans: readonly Annotation[] | null;
}

/** Finds the passages of a story; remembers what took a search. */
export class PassagePlacer {
  readonly #story: AnnotatedStory;
  readonly #fold: TextFold | null;
  readonly #target: AnchorableText;
  /** Those placed already, so that each stays the same object. */
  readonly #sure = new WeakMap<Annotation, PlacedAnnotation>();
  readonly #known = new Map<string, { modified: string; placed: PlacedAnnotation | null }>();

  /** Without a folding table, only passages that were described on this very text are placed. */
  constructor(story: AnnotatedStory, fold: TextFold | null) {
    this.#story = story;
    this.#fold = fold;
    this.#target = new AnchorableText(
      story.text,
      fold ?? ((text) => ({ folded: text, offsets: new Uint32Array(text.length + 1) })),
    );
  }

  /** Null where its place is not found; undefined where that takes the folding table. */
  place(annotation: Annotation): PlacedAnnotation | null | undefined {
    const { target } = annotation;
    if (target.kind !== 'passage') return null;
    const sure = this.#sure.get(annotation);
    if (sure !== undefined) return sure;
    const isSameText = target.textDigest === this.#story.article.textDigest;
    if (!isSameText && this.#fold === null) return undefined;
    const known = isSameText ? undefined : this.#known.get(annotation.id);
    if (known?.modified === annotation.modified) {
      const placed = known.placed && { ...known.placed, annotation };
      if (placed !== null) this.#sure.set(annotation, placed);
      return placed;
    }
    const found = anchorIn(this.#target, target.selectors, { isSameText });
    const placed = found && { annotation, range: found.range, isUncertain: found.isUncertain };
    if (!isSameText) this.#known.set(annotation.id, { modified: annotation.modified, placed });
    if (placed !== null) this.#sure.set(annotation, placed);
    return placed;
  }

  placeAll(annotations: readonly Annotation[]): StoryAnnotations {
    const placed: PlacedAnnotation[] = [];
    const ofStory: Annotation[] = [];
    const orphans: Annotation[] = [];
    let isWaiting = false;
    for (const annotation of annotations) {
      if (annotation.target.kind === 'article') ofStory.push(annotation);
      if (annotation.target.kind !== 'passage') continue;
      const place = this.place(annotation);
      if (place === undefined) isWaiting = true;
      else if (place === null) orphans.push(annotation);
      else placed.push(place);
    }
    placed.sort((a, b) => a.range.start - b.range.start || a.range.end - b.range.end);
    ofStory.sort((a, b) => (a.created < b.created ? -1 : 1));
    return { placed, ofStory, orphans: isWaiting ? null : orphans };
  }
}

let foldTable: Promise<TextFold> | undefined;

function loadFold(): Promise<TextFold> {
  foldTable ??= fetch('/dictionaries/fold.bin').then(async (response) => {
    if (!response.ok) throw new Error('The folding table is missing');
    return openFoldTable(await response.arrayBuffer()).fold;
  });
  return foldTable;
}

/** Places a story's annotations; those of another revision follow when the folding table is there. */
export function usePlacedAnnotations(
  story: AnnotatedStory,
  annotations: readonly Annotation[],
): StoryAnnotations {
  const [fold, setFold] = useState<TextFold | null>(null);
  const placer = useMemo(() => new PassagePlacer(story, fold), [story, fold]);
  const found = useMemo(() => placer.placeAll(annotations), [placer, annotations]);
  const needsFold = fold === null && found.orphans === null;
  useEffect(() => {
    if (!needsFold) return undefined;
    let isCurrent = true;
    void loadFold().then((loaded) => {
      if (isCurrent) setFold(() => loaded);
    });
    return () => {
      isCurrent = false;
    };
  }, [needsFold]);
  return found;
}
