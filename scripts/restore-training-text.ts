import { readMaterial, splitOf } from '../tests/bench/restore/story-material.ts';

/** The paragraphs of the stories kept for tuning: those of no other split are counted. */
export function trainingParagraphs(): readonly string[] {
  return readMaterial()
    .filter((story) => splitOf(story) === 'tune')
    .flatMap((story) => story.blocks)
    .filter((block) => /^(?!!\[|## |>|\||- |---$)/u.test(block))
    .flatMap((block) => block.replace(/\*\*/gu, '').split('\n'))
    .filter((paragraph) => paragraph.length > 12);
}
