import { readSampleStories, splitOfSample } from './sample-stories.ts';

/** The paragraphs of the stories kept for tuning: those of no other split are counted. */
export function trainingParagraphs(): readonly string[] {
  return readSampleStories()
    .filter((story) => splitOfSample(story) === 'tune')
    .flatMap((story) => story.blocks)
    .filter((block) => /^(?!!\[|## |>|\||- |---$)/u.test(block))
    .flatMap((block) => block.replace(/\*\*/gu, '').split('\n'))
    .filter((paragraph) => paragraph.length > 12);
}
