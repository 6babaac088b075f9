import type { TextFold } from '../../../../../../archive/text/fold/text-fold.ts';
import { issueEdits, type EditName } from './issue-edits.ts';
import { markPassages } from './marked-passages.ts';
import type { Material } from './material.ts';
import { Random } from './random.ts';
import { textOf } from './traced-story.ts';
import { tryRevision, trySelectors, type Marked, type Outcome, type Trial } from './trials.ts';

export interface EditScore {
  readonly edit: EditName;
  readonly stories: number;
  readonly counts: Readonly<Record<Outcome, number>>;
  readonly tried: number;
  /** What finding took, indexing included; by selectors with describing and judging too. */
  readonly milliseconds: number;
}

export interface FailedTrial {
  readonly edit: EditName;
  readonly issue: string;
  readonly trial: Trial;
  /** The passage as it was marked. */
  readonly before: string;
  /** The edited texts. */
  readonly after: readonly string[];
}

export function countRight({ counts }: EditScore): number {
  return counts.right + counts['right, uncertain'] + counts['rightly orphaned'];
}

/** Edits whose stories can be tried one by one, by their selectors alone. */
const withinStories: ReadonlySet<EditName> = new Set<EditName>([
  'text inserted',
  'text deleted',
  'text replaced',
  'OCR noise of 2 %',
  'paragraph moved',
  'headline changed',
  'other script',
  'punctuation normalised',
]);

/**
 * Edits every issue in each of the ten ways and takes its annotations along: from revision to
 * revision, or by their selectors alone.
 */
export function evaluate(
  { issues, foreign, settings, seed }: Material,
  fold: TextFold,
  how: 'revisions' | 'selectors',
  onFailure: (failure: FailedTrial) => void = () => undefined,
): readonly EditScore[] {
  const names = (Object.keys(issueEdits) as EditName[]).filter(
    (name) => how === 'revisions' || withinStories.has(name),
  );
  return names.map((edit, editNumber): EditScore => {
    const counts: Record<Outcome, number> = {
      right: 0,
      'right, uncertain': 0,
      'rightly orphaned': 0,
      'wrongly orphaned': 0,
      'wrong, uncertain': 0,
      'wrong, unmarked': 0,
    };
    let stories = 0;
    let milliseconds = 0;
    issues.forEach((issue, issueNumber) => {
      const random = new Random(seed * 1_000_003 + issueNumber * 101 + editNumber);
      const after = issueEdits[edit](issue, settings, foreign, random);
      const marked = issue.stories.flatMap((story, index) =>
        markPassages(story, random).map((passage): Marked => ({ story: index, passage })),
      );
      stories += issue.stories.length;
      let trials: readonly Trial[];
      if (how === 'revisions') {
        const tried = tryRevision(issue.stories, after, marked, fold);
        trials = tried.trials;
        milliseconds += tried.milliseconds;
      } else {
        const started = performance.now();
        trials = issue.stories.flatMap((story, index) => {
          const edited = after[index];
          const passages = marked.filter((one) => one.story === index).map((one) => one.passage);
          return edited ? trySelectors(story, edited, passages, fold) : [];
        });
        milliseconds += performance.now() - started;
      }
      for (const trial of trials) {
        counts[trial.outcome] += 1;
        if (trial.outcome.startsWith('wrong')) {
          const story = issue.stories[trial.story];
          const { start, end } = trial.passage;
          const before = story ? Array.from(textOf(story)).slice(start, end).join('') : '';
          onFailure({ edit, issue: issue.id, trial, before, after: after.map(textOf) });
        }
      }
    });
    const tried = Object.values(counts).reduce((sum, count) => sum + count, 0);
    return { edit, stories, counts, tried, milliseconds };
  });
}
