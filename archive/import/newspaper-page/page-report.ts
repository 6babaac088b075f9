import type { SourceRemark, SourceReport } from '../assembly/source-report.ts';
import type { RestoredPage, RestoredStory } from './restored-page.ts';

const shown = 14;

function printedLength(spans: readonly { readonly start: number; readonly end: number }[]): number {
  return spans.reduce((sum, { start, end }) => sum + end - start, 0);
}

function storyLength(story: RestoredStory): number {
  const texts = [
    ...Object.values(story.fields).flat(),
    ...story.marks,
    ...story.byline.filter(({ isAlsoInBody }) => !isAlsoInBody),
    ...(story.dateline ? [story.dateline] : []),
    ...story.blocks.flatMap(({ pieces }) => pieces),
  ];
  return texts.reduce((sum, { spans }) => sum + printedLength(spans), 0);
}

function blockText(story: RestoredStory, blockId: string | undefined): string {
  const block = story.blocks.find((one) => one.block.id === blockId)?.block;
  if (!block) return '';
  if ('text' in block) return block.text;
  return block.type === 'figure' ? block.caption : block.type === 'box' ? block.title : '';
}

function storyRemarks(story: RestoredStory): readonly SourceRemark[] {
  const headline = story.headline.replaceAll('\n', ' ');
  return story.problems.map(({ code, blockId, confidence = null }) => {
    const text = blockText(story, blockId);
    const join = story.joins.find(
      (one) => one.blockId === blockId && Math.abs(one.confidence - (confidence ?? -1)) < 0.006,
    );
    if (code === 'doubtful-join' && join) {
      const before = text.slice(Math.max(0, join.offset - shown), join.offset);
      const after = text.slice(join.offset, join.offset + shown);
      return { code, headline, before, after, confidence };
    }
    const before = code === 'unfinished' || code === 'torn-paragraph' ? text.slice(-shown) : '';
    return { code, headline, before, after: before === '' ? text.slice(0, shown) : '', confidence };
  });
}

/** What became of a page, for the person who imports it. */
export function pageReport(source: string, restored: RestoredPage): SourceReport {
  const unplacedCharacters = restored.unplaced.reduce(
    (sum, { spans }) => sum + printedLength(spans),
    0,
  );
  const furniture = restored.furniture.reduce((sum, { spans }) => sum + printedLength(spans), 0);
  const stories = restored.stories.reduce((sum, story) => sum + storyLength(story), 0);
  // What a story says of itself is not said of its page again.
  const told = new Set(
    restored.stories.flatMap(({ problems }) => problems.map(({ code }) => code)),
  );
  return {
    source,
    characters: stories + furniture + unplacedCharacters,
    unplacedCharacters,
    stories: restored.stories.length,
    joins: restored.stories.reduce((sum, { joins }) => sum + joins.length, 0),
    remarks: [
      ...restored.problems
        .filter(({ code }) => !told.has(code))
        .map(({ code }) => ({
          code,
          headline: '',
          before: '',
          after: '',
          confidence: null,
        })),
      ...restored.unplaced.map(({ text }) => ({
        code: 'unplaced',
        headline: '',
        before: '',
        after: text.slice(0, 60),
        confidence: null,
      })),
      ...restored.stories.flatMap(storyRemarks),
    ],
  };
}
