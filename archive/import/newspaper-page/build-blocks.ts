import type { Block } from '../../model/block.ts';
import type { UnitJoin } from './match-joins.ts';
import type { PageUnit } from './page-unit.ts';
import type { BlockPiece, RestoredBlock, RestoredJoin, RestoredText } from './restored-page.ts';
import { leftOver } from './build-fields.ts';
import { anchorOf } from './resolve-decisions.ts';
import type { SourceText } from './source-text.ts';
import { concatSource, sliceSource, sourceSpans, trimSource } from './source-text.ts';

/** A unit with the stretch of its text that goes into the body. */
export interface BodyUnit {
  readonly unit: PageUnit;
  readonly text: SourceText;
  readonly confidence: number;
}

export interface BuiltBody {
  readonly blocks: readonly RestoredBlock[];
  readonly joins: readonly RestoredJoin[];
  readonly marks: readonly RestoredText[];
}

/** The blocks of a story's units in reading order, with joined units as one block. */
export function buildBlocks(
  sequence: readonly BodyUnit[],
  joins: readonly UnitJoin[],
  sections: ReadonlySet<number>,
): BuiltBody {
  const blocks: RestoredBlock[] = [];
  const builtJoins: RestoredJoin[] = [];
  const marks: RestoredText[] = [];
  const add = (block: Block, members: readonly BodyUnit[]): void => {
    const pieces = members.map(pieceOf);
    const confidence = Math.min(...members.map((member) => member.confidence));
    blocks.push({ block, pieces, confidence });
  };
  let at = 0;
  const takeWhile = (belongs: (member: BodyUnit) => boolean): BodyUnit[] => {
    const taken: BodyUnit[] = [];
    for (let member = sequence[at]; member && belongs(member); member = sequence[at]) {
      taken.push(member);
      at++;
    }
    return taken;
  };
  while (at < sequence.length) {
    const first = sequence[at];
    if (!first) break;
    const { unit } = first;
    const id = blockId(unit);
    if (unit.boxStart >= 0 && unit.role !== 'table') {
      const members = takeWhile((member) => member.unit.boxStart === unit.boxStart);
      const framed = framedBlock(id, members, joins, builtJoins, marks);
      add(framed.block, framed.members);
      continue;
    }
    switch (unit.role) {
      case 'image':
      case 'caption': {
        const members = takeFigure(sequence, at);
        at += members.length;
        add(figureBlock(id, members), members);
        break;
      }
      case 'table': {
        at++;
        const rows = unit.rows.map((row) => row.map((cell) => cell.text));
        add({ id, type: 'table', headerRows: unit.headerRows, rows }, [first]);
        break;
      }
      case 'separator':
        at++;
        add({ id: `r${unit.line}`, type: 'separator' }, [first]);
        break;
      case 'bullet': {
        const members = takeWhile((member) => member.unit.role === 'bullet');
        const items = members.map((member) => member.text.text);
        add({ id, type: 'list', ordered: false, items }, members);
        break;
      }
      default: {
        const members = takeJoined(sequence, at, joins);
        at += members.length;
        const text = joinedText(id, members, joins, builtJoins);
        if (sections.has(unit.index)) add({ id, type: 'heading', text }, members);
        else if (unit.role === 'speech' && first.text === unit.text) {
          const speaker = unit.plain.slice(0, unit.speechStart).replace(/\s?：\s?$/u, '').length;
          marks.push(...leftOver(unit, speaker, unit.speechStart, []));
          const spoken = text.slice(unit.speechStart);
          const printed = concatSource([
            sliceSource(unit.text, 0, speaker),
            sliceSource(unit.text, unit.speechStart),
          ]);
          const [, ...rest] = members;
          builtJoins.forEach((join, index) => {
            if (join.blockId !== id) return;
            builtJoins[index] = { ...join, offset: join.offset - unit.speechStart };
          });
          add({ id, type: 'qa', speaker: text.slice(0, speaker), text: spoken.trimStart() }, [
            { ...first, text: printed },
            ...rest,
          ]);
        } else add({ id, type: 'paragraph', text }, members);
      }
    }
  }
  return { blocks, joins: builtJoins, marks };
}

function blockId(unit: PageUnit): string {
  const start = unit.text.offsets[0];
  return start === undefined ? `i${unit.line}-${unit.index}` : `b${start}`;
}

function pieceOf({ unit, text }: BodyUnit): BlockPiece {
  return { anchor: anchorOf(unit), spans: sourceSpans(text), line: unit.line };
}

function takeJoined(
  sequence: readonly BodyUnit[],
  at: number,
  joins: readonly UnitJoin[],
): readonly BodyUnit[] {
  const members: BodyUnit[] = [];
  for (let next = at; next < sequence.length; next++) {
    const member = sequence[next];
    const last = members.at(-1);
    if (!member) break;
    const isJoined = joins.some(
      (join) => join.first === last?.unit.index && join.second === member.unit.index,
    );
    if (last && !isJoined) break;
    members.push(member);
  }
  return members;
}

/** The texts of joined units as one; notes where each join stands. */
function joinedText(
  id: string,
  members: readonly BodyUnit[],
  joins: readonly UnitJoin[],
  built: RestoredJoin[],
): string {
  let text = '';
  members.forEach((member, index) => {
    const previous = members[index - 1];
    if (previous) {
      if (/[A-Za-z0-9]$/u.test(text) && /^[A-Za-z]/u.test(member.text.text)) text += ' ';
      const join = joins.find(
        (one) => one.first === previous.unit.index && one.second === member.unit.index,
      );
      built.push({
        blockId: id,
        offset: text.length,
        first: anchorOf(previous.unit),
        second: anchorOf(member.unit),
        confidence: join?.confidence ?? 1,
        reasons: [...(join?.reasons ?? [])]
          .filter((reason) => reason.weight > 0)
          .sort((a, b) => b.weight - a.weight)
          .map((reason) => reason.name),
      });
    }
    text += member.text.text;
  });
  return text;
}

/** A picture with the captions and the credit around it. */
function takeFigure(sequence: readonly BodyUnit[], at: number): readonly BodyUnit[] {
  const members: BodyUnit[] = [];
  let images = 0;
  let captions = 0;
  let credits = 0;
  for (let next = at; next < sequence.length; next++) {
    const unit = sequence[next]?.unit;
    if (!unit || unit.boxStart >= 0) break;
    if (unit.role === 'image') {
      if (images > 0) break;
      if (captions > 0 && sequence[next + 1]?.unit.role === 'caption') break;
      images++;
    } else if (unit.role === 'caption' && unit.caption) {
      const hasCaption = unit.caption.caption[1] > unit.caption.caption[0];
      const hasCredit = unit.caption.credit[1] > unit.caption.credit[0];
      if ((hasCaption && (captions > 0 || credits > 0)) || (hasCredit && credits > 0)) break;
      captions += hasCaption ? 1 : 0;
      credits += hasCredit ? 1 : 0;
    } else break;
    const member = sequence[next];
    if (member) members.push(member);
  }
  return members;
}

function figureBlock(id: string, members: readonly BodyUnit[]): Block {
  const captions: string[] = [];
  let credit = '';
  let media = '';
  for (const { unit } of members) {
    if (unit.role === 'image') {
      media = unit.media;
      if (unit.plain !== '' && unit.furniture === null) captions.push(unit.text.text);
    }
    if (!unit.caption) continue;
    const part = ([start, end]: readonly [number, number]): string =>
      trimSource(sliceSource(unit.text, start, end)).text;
    const words = part(unit.caption.caption);
    if (words !== '') captions.push(words);
    if (credit === '') credit = part(unit.caption.credit);
  }
  return { id, type: 'figure', media, caption: captions.join('\n'), credit };
}

/** A box, or a quotation set apart. */
function framedBlock(
  id: string,
  members: readonly BodyUnit[],
  joins: readonly UnitJoin[],
  built: RestoredJoin[],
  marks: RestoredText[],
): { readonly block: Block; readonly members: readonly BodyUnit[] } {
  const first = members[0];
  const isQuote = members.every((member) => member.unit.role === 'pull-quote');
  if (isQuote && first) {
    const last = members.at(-1);
    const isAttributed = members.length > 1 && /^[—─-]{1,2}/u.test(last?.unit.plain ?? '');
    const words = isAttributed ? members.slice(0, -1) : members;
    const text = words.map((member) => member.text.text).join('\n');
    if (!isAttributed || !last) return { block: { id, type: 'pull-quote', text }, members };
    const dashes = /^[—─-]{1,2}\s?/u.exec(last.unit.plain)?.[0].length ?? 0;
    marks.push(...leftOver(last.unit, 0, dashes, []));
    const name = sliceSource(last.text, dashes);
    const block: Block = { id, type: 'pull-quote', text, attribution: name.text };
    return { block, members: [...words, { ...last, text: name }] };
  }
  const hasTitle = first?.unit.role === 'box-title';
  const lines: string[] = [];
  members.slice(hasTitle ? 1 : 0).forEach((member, index, body) => {
    const previous = body[index - 1];
    const join = joins.find(
      (one) => one.first === previous?.unit.index && one.second === member.unit.index,
    );
    if (join && previous) {
      const offset = lines.at(-1)?.length ?? 0;
      lines[lines.length - 1] = (lines.at(-1) ?? '') + member.text.text;
      const reasons = join.reasons.filter((reason) => reason.weight > 0).map(({ name }) => name);
      const [from, to] = [anchorOf(previous.unit), anchorOf(member.unit)];
      built.push({
        blockId: id,
        offset,
        first: from,
        second: to,
        confidence: join.confidence,
        reasons,
      });
    } else lines.push(member.text.text);
  });
  return { block: { id, type: 'box', title: hasTitle ? first.text.text : '', lines }, members };
}
