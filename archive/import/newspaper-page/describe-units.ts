import { foldText } from './fold-text.ts';
import type { PageUnit, UnitRole } from './page-unit.ts';
import { TermNumbers, termsOf } from './page-terms.ts';
import type { Terms } from './page-terms.ts';
import { endOpenness, startOrphanhood } from './paragraph-edges.ts';
import { boxTitleLength, recogniseBoxTitle } from './recognise-box-title.ts';
import { looksLikeName, recognisePeople } from './recognise-byline.ts';
import { findInlineCaption, isCredit, recogniseCaption } from './recognise-caption.ts';
import { isPictureLabel, recogniseFurniture, recogniseJump } from './recognise-furniture.ts';
import { recogniseLead } from './recognise-lead.ts';
import type { SourceBlock } from './source-block.ts';
import type { SourceText } from './source-text.ts';
import { sliceSource, trimSource } from './source-text.ts';
import { speakerLength } from './recognise-speaker.ts';
import type { WordTable } from './word-table.ts';

export type UnitDraft = { -readonly [Key in keyof PageUnit]: PageUnit[Key] };

const longestHeading = 60;
const speechWeight = 2.5;
/** No printed paragraph is longer; beyond it nothing is looked for inside. */
const longestRead = 20_000;

/** The printed units of a page with what each one's own words tell. */
export function describeUnits(
  blocks: readonly SourceBlock[],
  table: WordTable,
  splits: ReadonlySet<number>,
): UnitDraft[] {
  const units: UnitDraft[] = [];
  const numbers = new TermNumbers();
  const add = (block: SourceBlock, text: SourceText, role: UnitRole, more: Partial<UnitDraft>) => {
    const plain = foldText(text.text, table);
    units.push({
      index: units.length,
      role,
      level: 0,
      text,
      plain,
      line: block.line,
      isTight: block.isTight,
      lead: null,
      people: [],
      caption: null,
      furniture: null,
      speechStart: 0,
      media: block.media ?? '',
      rows: block.rows ?? [],
      headerRows: block.headerRows ?? 0,
      boxStart: -1,
      boxKind: null,
      openness: 0,
      orphanhood: 0,
      isVerse: false,
      terms: withSpeech(termsOf(plain, table, numbers), more.role, numbers),
      confidence: 1,
      ...more,
    });
  };
  blocks.forEach((block, at) => {
    for (const text of piecesOf(block, table).flatMap((piece) => splitAt(piece, splits))) {
      const plain = foldText(text.text, table);
      const isBesideImage = isImageNear(blocks, at);
      add(block, text, 'paragraph', roleOf(block, plain, isBesideImage, table));
    }
  });
  return units;
}

/** The turns of an interview belong together, whatever they speak of. */
function withSpeech(terms: Terms, role: UnitRole | undefined, numbers: TermNumbers): Terms {
  if (role !== 'speech') return terms;
  return {
    ids: [...terms.ids, numbers.numberOf('#speech')],
    weights: [...terms.weights, speechWeight],
  };
}

/** Cuts a caption that runs inside a paragraph, or a box title before its text, out of a block. */
function piecesOf(block: SourceBlock, table: WordTable): readonly SourceText[] {
  const { text } = block;
  if (block.kind !== 'text' || text.text.length < 12) return [text];
  if (text.text.length > longestRead) return [text];
  const plain = foldText(text.text, table);
  const titleLength = boxTitleLength(plain);
  if (titleLength > 0) {
    return [sliceSource(text, 0, titleLength), trimSource(sliceSource(text, titleLength))];
  }
  const jump =
    /[（(【▶►]\s?(?:下转|转|上接|紧接|续见|接)\s?第?\s?[A-D\d一二三四五六七八九十]{1,3}\s?[版张页][^。，]{0,12}[）)】]?\s*$/u.exec(
      plain,
    );
  if (jump && jump.index > 0) {
    return [trimSource(sliceSource(text, 0, jump.index)), sliceSource(text, jump.index)];
  }
  const jumpBack = /^[（(【◀◁]\s?(?:上接|紧接)[^（）】]{2,20}[）)】]/u.exec(plain);
  if (jumpBack) {
    const end = jumpBack[0].length;
    return [sliceSource(text, 0, end), trimSource(sliceSource(text, end))];
  }
  const caption = findInlineCaption(plain);
  if (!caption) return [text];
  return [
    sliceSource(text, 0, caption[0]),
    sliceSource(text, caption[0], caption[1]),
    sliceSource(text, caption[1]),
  ].map(trimSource);
}

/** Cuts a text at the source offsets at which a person has split it. */
function splitAt(text: SourceText, splits: ReadonlySet<number>): readonly SourceText[] {
  if (splits.size === 0) return [text];
  const pieces: SourceText[] = [];
  let start = 0;
  text.offsets.forEach((offset, at) => {
    if (at === 0 || !splits.has(offset)) return;
    pieces.push(trimSource(sliceSource(text, start, at)));
    start = at;
  });
  return [...pieces, start === 0 ? text : trimSource(sliceSource(text, start))];
}

function isImageNear(blocks: readonly SourceBlock[], at: number): boolean {
  const before = blocks[at - 1];
  return before?.kind === 'image' || blocks[at + 1]?.kind === 'image';
}

/** Role and findings of a block by its words alone. */
function roleOf(
  block: SourceBlock,
  plain: string,
  isBesideImage: boolean,
  table: WordTable,
): Partial<UnitDraft> {
  switch (block.kind) {
    case 'image':
      return { role: 'image', confidence: isPictureLabel(plain) ? 1 : 0.95 };
    case 'table':
      return { role: 'table' };
    case 'rule':
      return { role: 'separator' };
    case 'comment':
      return { role: 'furniture', furniture: 'comment' };
    case 'front-matter':
      return { role: 'furniture', furniture: 'front-matter' };
    case 'heading':
    case 'text':
    case 'bullet':
    case 'quote':
      return wordedRole(block, plain, isBesideImage, table);
  }
}

function wordedRole(
  block: SourceBlock,
  plain: string,
  isBesideImage: boolean,
  table: WordTable,
): Partial<UnitDraft> {
  if (plain.length > longestRead) return { role: 'paragraph' };
  const isMarkedHeading = block.kind === 'heading';
  const boxKind = recogniseBoxTitle(plain);
  if (boxKind !== null) return { role: 'box-title', boxKind, level: block.level };
  if (block.kind === 'quote' && plain.startsWith('[!'))
    return { role: 'box-title', boxKind: 'aside' };
  const jump = recogniseJump(plain);
  if (jump) return { role: 'jump' };
  const furniture = recogniseFurniture(plain);
  if (furniture && !(isMarkedHeading && furniture === 'guide'))
    return { role: 'furniture', furniture };
  const isOneLine = plain.length <= 70 && !/[。！？；]/u.test(plain);
  const people = isOneLine && !isCredit(plain) ? bylinePeople(plain, isMarkedHeading) : null;
  if (people) return { role: 'byline', people };
  if (isMarkedHeading && plain.length <= longestHeading && !/[。；]\s*$/u.test(plain)) {
    return { role: 'heading', level: block.level };
  }
  const caption = block.kind === 'bullet' ? null : recogniseCaption(plain, isBesideImage);
  if (caption && caption.strength >= 0.5) {
    return { role: 'caption', caption, confidence: caption.strength };
  }
  const edges = { openness: endOpenness(plain), orphanhood: startOrphanhood(plain, table) };
  if (block.kind === 'bullet') return { role: 'bullet', ...edges };
  if (block.kind === 'quote') return { role: 'pull-quote', ...edges };
  const lead = recogniseLead(plain);
  const speechStart = lead ? 0 : speakerLength(plain);
  return {
    role: speechStart > 0 ? 'speech' : 'paragraph',
    lead,
    speechStart,
    caption,
    ...edges,
    orphanhood: lead ? -1 : edges.orphanhood,
  };
}

function bylinePeople(plain: string, isMarkedHeading: boolean): PageUnit['people'] | null {
  const bare = plain.replace(/^[（(]\s?(.*?)\s?[）)]$/u, '$1');
  const shift = bare === plain ? 0 : plain.indexOf(bare);
  const words = /[\s，、]*(?:综合报道|报道|报导|摄影报道|文图|文\/图)\s*$/u.exec(plain);
  const end = shift > 0 ? shift + bare.length : plain.length;
  const people =
    recognisePeople(plain, shift, end, false) ??
    (words ? recognisePeople(plain, 0, words.index, false) : null);
  if (!people) return null;
  const isCreditOnly = people.every((person) => person.role === 'photographer');
  const isMarked = /^[□■◎○●◇◆▲△★☆]/u.test(plain);
  if (isCreditOnly && !isMarked) return null;
  const isOnlyAuthor = people.every((person) => person.role === 'author');
  if (isMarkedHeading && !isMarked && isOnlyAuthor) return null;
  return isMarkedHeading &&
    !isMarked &&
    people.every((person) => person.label[0] === person.label[1])
    ? null
    : people;
}

/** Whether a short line may be the author's name printed alone. */
export function mayBeLoneName(plain: string): boolean {
  return looksLikeName(plain) || /^\p{Script=Han}{2,3}$/u.test(plain);
}
