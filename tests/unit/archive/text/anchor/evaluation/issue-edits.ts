import type { Random } from './random.ts';
import { convertScript, markStyles, normaliseMarks } from './script-and-marks.ts';
import type { ScriptTarget } from './script-and-marks.ts';
import type { TracedIssue } from './stories.ts';
import {
  addOcrNoise,
  changeHeadline,
  deleteText,
  insertText,
  moveParagraphs,
  replaceText,
  type EditMeasures,
  type ForeignText,
  type StoryEdit,
} from './story-edits.ts';
import { newCharacters, withSegments, type TracedStory } from './traced-story.ts';

/** Everything that an edit may depend on. */
export interface EditSettings {
  readonly measures: EditMeasures;
  readonly simplifiedTo: readonly ScriptTarget[];
  readonly styles: readonly (keyof typeof markStyles)[];
}

export type IssueEdit = (
  issue: TracedIssue,
  settings: EditSettings,
  foreign: ForeignText,
  random: Random,
) => readonly TracedStory[];

const perStory =
  (edit: StoryEdit): IssueEdit =>
  ({ stories }, { measures }, foreign, random) =>
    stories.map((story) => edit(story, measures, foreign, random));

/** Each story becomes two, the second under a new headline; either may keep the story's id. */
const splitStories: IssueEdit = ({ stories }, _settings, foreign, random) =>
  stories.flatMap((story) => {
    if (story.segments.length < 4) return [story];
    const at = random.between(2, story.segments.length - 2);
    const headline = {
      kind: 'headline' as const,
      characters: newCharacters(random.pick(foreign.sentences)),
    };
    const first = withSegments(story, story.segments.slice(0, at));
    const second = withSegments(story, [headline, ...story.segments.slice(at)]);
    const newId = `${story.id}-part`;
    if (random.chance(1 / 3)) return [{ ...first, id: newId }, second];
    if (random.chance(0.5)) return [first, { ...second, id: newId }];
    return [
      { ...first, id: `${story.id}-first` },
      { ...second, id: newId },
    ];
  });

/** Pages change places and stories their order; ids stay, are new, or have been given to others. */
const changePageOrder: IssueEdit = ({ stories }, _settings, _foreign, random) => {
  const pages = [...new Set(stories.map(({ page }) => page))];
  const places = random.shuffled(pages);
  const moved = random.shuffled(stories).map((story) => ({
    ...story,
    page: places[pages.indexOf(story.page)] ?? story.page,
  }));
  const chance = random.next();
  if (chance < 1 / 3) return moved;
  if (chance < 2 / 3) return moved.map((story) => ({ ...story, id: `${story.id}-moved` }));
  return moved.map((story, at) => ({ ...story, id: moved[(at + 1) % moved.length]?.id ?? '' }));
};

const convertStories: IssueEdit = ({ stories, isTraditional }, { simplifiedTo }, _f, random) => {
  const target = isTraditional ? 'simplified' : random.pick(simplifiedTo);
  return stories.map((story) => convertScript(story, target));
};

const restyleStories: IssueEdit = ({ stories }, { styles }, _foreign, random) => {
  const style = markStyles[random.pick(styles)];
  return stories.map((story) => normaliseMarks(story, style));
};

/** The ten ways in which a revision may differ, in the words of the table. */
export const issueEdits = {
  'text inserted': perStory(insertText),
  'text deleted': perStory(deleteText),
  'text replaced': perStory(replaceText),
  'OCR noise of 2 %': perStory(addOcrNoise),
  'paragraph moved': perStory(moveParagraphs),
  'headline changed': perStory(changeHeadline),
  'story split': splitStories,
  'other script': convertStories,
  'punctuation normalised': restyleStories,
  'page order changed': changePageOrder,
} as const satisfies Record<string, IssueEdit>;

export type EditName = keyof typeof issueEdits;
