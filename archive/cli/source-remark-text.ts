import type { SourceRemark, SourceReport } from '../import/assembly/source-report.ts';

const sentences: Readonly<Record<string, string>> = {
  binary: 'this is no text; it is left out',
  'too-large': 'this is too long for a page or a story; it is left out',
  unreadable: 'the file cannot be read; it is left out',
  'empty-page': 'nothing is printed here',
  'only-headings': 'there are headings and no text',
  'only-pictures': 'there are pictures and no text',
  'no-headline': 'no headline was found',
  'very-long': 'the source is longer than any page; it was read in parts',
  'decision-without-place': 'a decision kept beside the page no longer finds its place',
  unplaced: 'no story was found for this text; it is kept with the page',
  'doubtful-join': 'two torn parts were joined, which is doubtful',
  'doubtful-story': 'this may belong to another story',
  'doubtful-order': 'this may stand elsewhere in its story',
  'doubtful-headline': 'this headline may be a section head',
  unfinished: 'the story stops in mid-sentence, as its source does',
  'torn-paragraph': 'this paragraph stops in mid-sentence and nothing continues it',
  'media-missing': 'a picture is not there',
  'text-missing': 'there is no text beside the title',
  'row-lacks': 'this row of the table lacks what it needs and is left out',
  'row-text-missing': 'the text that this row names is not there',
};

function remarkText({ code, headline, before, after, confidence }: SourceRemark): string {
  const place = [headline, [before, after].filter((text) => text !== '').join(' | ')]
    .filter((text) => text !== '')
    .join(': ');
  const weight = confidence === null ? '' : ` (${confidence.toFixed(2)})`;
  return `${sentences[code] ?? code} [${code}]${weight}${place === '' ? '' : `: ${place}`}`;
}

/** One line for every remark, beginning with the source's name. */
export function remarkLines(source: string, remarks: readonly SourceRemark[]): readonly string[] {
  return remarks.map((remark) => `${source}: ${remarkText(remark)}`);
}

/** What became of a source, in one line. */
export function reportLine({
  source,
  stories,
  joins,
  characters,
  unplacedCharacters,
}: SourceReport): string {
  return (
    `${source}: ${String(stories)} stories, ${String(joins)} joined paragraphs, ` +
    `${String(characters)} characters, ${String(unplacedCharacters)} of them unplaced`
  );
}
