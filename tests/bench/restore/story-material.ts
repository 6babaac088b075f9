import type { SampleStory } from '../../../scripts/sample-stories.ts';
import {
  folders,
  readSampleStories,
  splitOfSample,
  storiesOf,
} from '../../../scripts/sample-stories.ts';

export interface MaterialStory extends SampleStory {
  /** Kept for scoring: no rule was made and no table counted with it. */
  readonly isUnseen: boolean;
}

/** Stories written for scoring alone. */
const unseen = new URL('stories/', import.meta.url);

/** The stories of the bundled papers and those for scoring. */
export function readMaterial(): readonly MaterialStory[] {
  const scored = folders(unseen).flatMap((script) =>
    storiesOf(new URL(`${script}/`, unseen), `unseen/${script}`, script === 'traditional'),
  );
  return [
    ...readSampleStories().map((story) => ({ ...story, isUnseen: false })),
    ...scored.map((story) => ({ ...story, isUnseen: true })),
  ];
}

export type Split = 'tune' | 'choose' | 'score';

/** The split a story is in; no story is in two. */
export function splitOf(story: MaterialStory): Split {
  return story.isUnseen ? 'score' : splitOfSample(story);
}
