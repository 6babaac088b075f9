import { anchorIn } from '../../archive/text/anchor/anchor.ts';
import { AnchorableText } from '../../archive/text/anchor/anchorable-text.ts';
import { describe, type PassageSelectors } from '../../archive/text/anchor/describe.ts';
import type { TextFold } from '../../archive/text/fold/text-fold.ts';
import {
  countRight,
  evaluate,
  type EditScore,
} from '../unit/archive/text/anchor/evaluation/evaluate.ts';
import {
  materialFor,
  projectFold,
  type Material,
} from '../unit/archive/text/anchor/evaluation/material.ts';
import { Random } from '../unit/archive/text/anchor/evaluation/random.ts';
import { convertScript } from '../unit/archive/text/anchor/evaluation/script-and-marks.ts';
import {
  addOcrNoise,
  insertText,
  type StoryEdit,
} from '../unit/archive/text/anchor/evaluation/story-edits.ts';
import { textOf, type TracedStory } from '../unit/archive/text/anchor/evaluation/traced-story.ts';

/**
 * How well annotations are found again in edited stories, and how fast. The stories are those of the
 * bundled papers and issues recombined from their parts; where each passage truly is, the editing
 * itself knows. Stories, edits and their measures for scoring are not those for tuning.
 */

const recombinedIssues = 20;

function printTable(title: string, scores: readonly EditScore[]): void {
  const head = ['edit', 'tried', 'right', 'of them uncertain', 'rightly orphaned'];
  const rows = [
    [...head, 'wrongly orphaned', 'wrong, marked', 'wrong, unmarked', 'right %', 'µs each'],
    ...scores.map((score) => rowOf(score.edit, [score])),
    rowOf('all', scores),
  ];
  const widths = rows[0]?.map((_, column) =>
    Math.max(...rows.map((row) => (row[column] ?? '').length)),
  );
  console.log(`\n${title}`);
  for (const row of rows) {
    console.log(
      row
        .map((cell, column) => {
          const width = widths?.[column] ?? 0;
          return column === 0 ? cell.padEnd(width) : cell.padStart(width);
        })
        .join('  '),
    );
  }
}

function rowOf(name: string, scores: readonly EditScore[]): readonly string[] {
  const sum = (value: (score: EditScore) => number): number =>
    scores.reduce((total, score) => total + value(score), 0);
  const tried = sum((score) => score.tried);
  const microseconds = (sum((score) => score.milliseconds) * 1000) / tried;
  return [
    name,
    String(tried),
    String(sum(({ counts }) => counts.right + counts['right, uncertain'])),
    String(sum(({ counts }) => counts['right, uncertain'])),
    String(sum(({ counts }) => counts['rightly orphaned'])),
    String(sum(({ counts }) => counts['wrongly orphaned'])),
    String(sum(({ counts }) => counts['wrong, uncertain'])),
    String(sum(({ counts }) => counts['wrong, unmarked'])),
    ((100 * sum(countRight)) / tried).toFixed(2),
    microseconds.toFixed(0),
  ];
}

/** One story of some 50,000 characters. */
function longStory({ issues }: Material): TracedStory {
  const [first] = issues[0]?.stories ?? [];
  if (!first) throw new Error('there are no stories');
  const segments = issues.flatMap(({ stories }) => stories.flatMap((story) => story.segments));
  let length = 0;
  return {
    ...first,
    segments: segments.filter(({ characters }) => {
      length += characters.length + 1;
      return length < 50_000;
    }),
  };
}

function printSpeed(material: Material, fold: TextFold): void {
  const story = longStory(material);
  const text = textOf(story);
  const random = new Random(material.seed);
  const annotations = 2000;
  const ranges = Array.from({ length: annotations }, () => {
    const start = random.between(0, text.length - 201);
    return { start, end: start + random.between(2, 200) };
  });
  const time = (name: string, run: () => void): void => {
    const started = performance.now();
    run();
    const milliseconds = performance.now() - started;
    console.log(
      `${name.padEnd(44)} ${milliseconds.toFixed(0).padStart(6)} ms  ` +
        `${((milliseconds * 1000) / annotations).toFixed(1).padStart(8)} µs each`,
    );
  };
  console.log(`\n${annotations} annotations in one story of ${text.length} UTF-16 units`);
  let selectors: readonly (PassageSelectors | null)[] = [];
  time('describe', () => {
    selectors = ranges.map((range) => describe(text, range));
  });
  const all = (target: string, isSameText: boolean) => () => {
    const anchorable = new AnchorableText(target, fold);
    for (const one of selectors) if (one) anchorIn(anchorable, one, { isSameText });
  };
  const edited = (edit: StoryEdit): string =>
    textOf(edit(story, material.settings.measures, material.foreign, random));
  time('anchor, the same text', all(text, true));
  time('anchor, the same text, not known to be', all(text, false));
  time('anchor, text inserted', all(edited(insertText), false));
  time('anchor, OCR noise of 2 %', all(edited(addOcrNoise), false));
  time('anchor, other script', all(textOf(convertScript(story, 'hong-kong')), false));
}

export async function run(): Promise<void> {
  const fold = await projectFold();
  const scoring = await materialFor('scoring', recombinedIssues);
  const stories = scoring.issues.flatMap((issue) => issue.stories);
  const bundled = scoring.issues.length - recombinedIssues;
  console.log(
    `Scored on ${stories.length} stories: ${bundled} bundled issues and ${recombinedIssues} ` +
      `recombined from their parts.\nTuned on other issues, with other seeds and measures of edits.`,
  );
  printTable('From revision to revision', evaluate(scoring, fold, 'revisions'));
  printTable('By selectors alone, story by story', evaluate(scoring, fold, 'selectors'));
  printSpeed(scoring, fold);
}
