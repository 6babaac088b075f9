import type { RestoredPage } from '../../../../../archive/import/newspaper-page/restored-page.ts';

/** How often each printed character occurs; white space left out. */
export function characterCounts(texts: Iterable<string>): Map<string, number> {
  const counts = new Map<string, number>();
  for (const text of texts) {
    for (const character of text.replace(/[\s\u200b\ufeff]/gu, '')) {
      counts.set(character, (counts.get(character) ?? 0) + 1);
    }
  }
  return counts;
}

/** All texts of a restored page, each printed character once. */
export function* printedTexts(page: RestoredPage): Generator<string> {
  for (const story of page.stories) {
    yield* [story.kicker, story.headline, story.deck, story.section];
    for (const person of story.byline) if (!person.isAlsoInBody) yield person.label + person.name;
    yield story.dateline?.text ?? '';
    for (const mark of story.marks) yield mark.text;
    for (const { block } of story.blocks) {
      switch (block.type) {
        case 'paragraph':
        case 'heading':
        case 'unknown':
          yield block.text;
          break;
        case 'list':
          yield* block.items;
          break;
        case 'table':
          yield* block.rows.flat();
          break;
        case 'figure':
          yield block.caption + block.credit;
          break;
        case 'pull-quote':
          yield block.text + (block.attribution ?? '');
          break;
        case 'box':
          yield [block.title, ...block.lines].join('');
          break;
        case 'qa':
          yield block.speaker + block.text;
          break;
        case 'separator':
          break;
      }
    }
  }
  for (const text of page.furniture) yield text.text;
  for (const text of page.unplaced) yield text.text;
}
