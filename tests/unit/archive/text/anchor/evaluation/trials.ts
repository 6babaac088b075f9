import type { PassageTarget } from '../../../../../../archive/model/annotation.ts';
import { anchor } from '../../../../../../archive/text/anchor/anchor.ts';
import { describe } from '../../../../../../archive/text/anchor/describe.ts';
import { reanchorPassage } from '../../../../../../archive/text/anchor/reanchor-passage.ts';
import { RevisionTexts } from '../../../../../../archive/text/anchor/revision.ts';
import { codePointOffset, utf16Offset } from '../../../../../../archive/text/code-points.ts';
import type { TextFold } from '../../../../../../archive/text/fold/text-fold.ts';
import type { TextRange } from '../../../../../../archive/text/text-range.ts';
import type { MarkedPassage } from './marked-passages.ts';
import { articleTextOf, type TracedStory } from './traced-story.ts';
import { TruePlaceFinder, type TruePlace, type Truth } from './truth.ts';

/** What came of one annotation. */
export type Outcome =
  | 'right'
  | 'right, uncertain'
  | 'rightly orphaned'
  | 'wrongly orphaned'
  | 'wrong, uncertain'
  | 'wrong, unmarked';

export interface Marked {
  readonly story: number;
  readonly passage: MarkedPassage;
}

export interface Trial extends Marked {
  readonly truth: Truth;
  readonly outcome: Outcome;
  /** What was found, for the reader of a failure. */
  readonly found: string;
}

interface FoundPlace {
  readonly story: number;
  readonly range: TextRange;
  readonly isUncertain: boolean;
}

function isAt(place: TruePlace, story: number, start: number, end: number): boolean {
  const within = (offset: number, [least, most]: readonly [number, number]): boolean =>
    least <= offset && offset <= most;
  return place.story === story && within(start, place.starts) && within(end, place.ends);
}

function outcomeOf(truth: Truth, found: FoundPlace | null, texts: readonly string[]): Outcome {
  if (!found) return truth.fate === 'whole' ? 'wrongly orphaned' : 'rightly orphaned';
  const { story, range, isUncertain } = found;
  const start = codePointOffset(texts[story] ?? '', range.start);
  const end = codePointOffset(texts[story] ?? '', range.end);
  const wrong = isUncertain ? 'wrong, uncertain' : 'wrong, unmarked';
  const touches = (place: TruePlace): boolean =>
    place.story === story && start < place.ends[0] && place.starts[1] < end;
  if (truth.fate === 'lost') return wrong;
  const isRight = truth.places.some((place) => isAt(place, story, start, end));
  switch (truth.fate) {
    case 'whole':
      if (!isRight) return wrong;
      return isUncertain ? 'right, uncertain' : 'right';
    case 'remnant':
      if (isUncertain) return truth.places.some(touches) ? 'right, uncertain' : wrong;
      return isRight ? 'right' : wrong;
    case 'torn':
      if (isUncertain) return truth.parts.some(touches) ? 'right, uncertain' : wrong;
      return isRight ? 'right' : wrong;
  }
}

function targetOf(story: TracedStory, passage: MarkedPassage): PassageTarget {
  const { id, version, text, textDigest } = articleTextOf(story);
  const selectors = describe(text, {
    start: utf16Offset(text, passage.start),
    end: utf16Offset(text, passage.end),
  });
  if (!selectors) throw new Error('a marked passage is empty');
  return {
    kind: 'passage',
    archiveId: 'urn:uuid:archive',
    articleId: id,
    articleVersion: version,
    textDigest,
    selectors,
  };
}

/** Takes annotations from one revision to the next, as an update of an archive does. */
export function tryRevision(
  before: readonly TracedStory[],
  after: readonly TracedStory[],
  marked: readonly Marked[],
  fold: TextFold,
): { readonly trials: readonly Trial[]; readonly milliseconds: number } {
  const finder = new TruePlaceFinder(after);
  const old = new RevisionTexts(before.map(articleTextOf), fold);
  const next = new RevisionTexts(after.map(articleTextOf), fold);
  const texts = next.articles.map(({ text }) => text);
  const targets = marked.map(({ story, passage }) => {
    const original = before[story];
    if (!original) throw new RangeError('no such story');
    return { original, target: targetOf(original, passage) };
  });
  const started = performance.now();
  const results = targets.map(({ target }) => reanchorPassage(target, old, next));
  const milliseconds = performance.now() - started;
  const trials = marked.map(({ story, passage }, k): Trial => {
    const result = results[k];
    const original = targets[k]?.original;
    if (!result || !original) throw new RangeError('no such annotation');
    const truth = finder.truthOf(original, passage);
    const found =
      'reason' in result
        ? null
        : { story: result.article, range: result.range, isUncertain: result.isUncertain };
    const outcome = outcomeOf(truth, found, texts);
    return { story, passage, truth, outcome, found: JSON.stringify(result) };
  });
  return { trials, milliseconds };
}

/** Takes annotations from a story to its next text by their selectors alone. */
export function trySelectors(
  before: TracedStory,
  after: TracedStory,
  passages: readonly MarkedPassage[],
  fold: TextFold,
): readonly Trial[] {
  const finder = new TruePlaceFinder([after]);
  const { text } = articleTextOf(after);
  return passages.map((passage): Trial => {
    const { selectors } = targetOf(before, passage);
    const found = anchor(text, selectors, fold);
    const truth = finder.truthOf(before, passage);
    const outcome = outcomeOf(truth, found && { story: 0, ...found }, [text]);
    return { story: 0, passage, truth, outcome, found: JSON.stringify(found) };
  });
}
