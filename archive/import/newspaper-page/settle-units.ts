import type { UnitDraft } from './describe-units.ts';
import { mayBeLoneName } from './describe-units.ts';
import type { DecidedRole } from './page-decisions.ts';
import type { PageUnit } from './page-unit.ts';
import { endOpenness } from './paragraph-edges.ts';
import { recognisePeople, recogniseSigned } from './recognise-byline.ts';
import { recogniseCaption } from './recognise-caption.ts';
import { isPictureLabel } from './recognise-furniture.ts';
import { isCertainSpeaker } from './recognise-speaker.ts';
import { isParticipantLine } from './recognise-box-title.ts';
import { seamOdds } from './seam-odds.ts';
import { settleBoxes } from './settle-boxes.ts';
import { isSalutation, settleLetterWriters } from './settle-letters.ts';
import { seamGain } from './word-likelihood.ts';
import type { WordTable } from './word-table.ts';

/** Settles what a unit is where its neighbours decide: speeches, boxes, plain headings, lone names. */
export function settleUnits(
  units: UnitDraft[],
  decided: ReadonlyMap<number, DecidedRole>,
  table: WordTable,
): readonly PageUnit[] {
  settleSpeeches(units);
  settleMarkedBriefs(units);
  settleVerse(units);
  settlePlainHeadings(units, table);
  settleBylines(units);
  settleCaptions(units);
  settleBoxes(units);
  settleDecided(units, decided);
  return units;
}

/** A speaker is one who speaks twice, or whose title says so. */
function settleSpeeches(units: UnitDraft[]): void {
  const turns = new Map<string, number>();
  for (const unit of units) {
    if (unit.role !== 'speech') continue;
    const speaker = unit.plain.slice(0, unit.speechStart);
    turns.set(speaker, (turns.get(speaker) ?? 0) + 1);
  }
  for (const unit of units) {
    if (unit.role !== 'speech') continue;
    const speaker = unit.plain.slice(0, unit.speechStart);
    if ((turns.get(speaker) ?? 0) > 1 || isCertainSpeaker(unit.plain, unit.speechStart)) continue;
    unit.role = 'paragraph';
    unit.speechStart = 0;
  }
}

/** Three and more texts under triangles without a picture among them are a column of briefs. */
function settleMarkedBriefs(units: UnitDraft[]): void {
  if (units.some((unit) => unit.role === 'image')) return;
  const marked = units.filter(
    ({ role, plain, caption }) =>
      role === 'caption' && /^[△▲]/u.test(plain) && caption?.credit[0] === caption?.credit[1],
  );
  if (marked.length < 3) return;
  for (const unit of marked) {
    const openness = endOpenness(unit.plain);
    Object.assign(unit, { role: 'paragraph', caption: null, openness, orphanhood: -1 });
  }
}

/** Whether the page marks its headings in Markdown, as far as its stories' beginnings show. */
function marksHeadings(units: readonly UnitDraft[]): boolean {
  const marked = units.filter((unit) => unit.role === 'heading').length;
  const starts = units.filter((unit) => unit.lead !== null || unit.role === 'byline').length;
  return marked > 0 && marked >= starts * 0.7;
}

/** Three and more short lines in a row that end openly are verse or a list: none is torn. */
function settleVerse(units: UnitDraft[]): void {
  const isMarked = marksHeadings(units);
  const isVerse = (unit: UnitDraft | undefined): boolean =>
    unit?.role === 'paragraph' &&
    unit.plain.length <= 22 &&
    !/[。：]/u.test(unit.plain.slice(0, -1));
  for (let at = 0; at < units.length; at++) {
    let end = at;
    while (isVerse(units[end])) end++;
    const lines = units.slice(at, end);
    const open = lines.filter((line) => !/[。！？”]$/u.test(line.plain)).length;
    const isCouplet = lines.length === 2 && lines.every((line) => line.plain.length <= 12);
    const mayBeHead = !isMarked && lines.length <= 6 && isBodyStart(units[end]);
    if ((lines.length >= 3 || isCouplet) && open >= lines.length * 0.4 && !mayBeHead) {
      for (const line of lines) Object.assign(line, { openness: 0, orphanhood: 0, isVerse: true });
    }
    at = Math.max(at, end - 1);
  }
}

/** Whether a story's text may begin with the unit. */
function isBodyStart(unit: UnitDraft | undefined): boolean {
  if (!unit) return false;
  if (unit.role === 'byline' || unit.role === 'table' || unit.role === 'box-title') return true;
  if (unit.role === 'bullet' || unit.role === 'speech' || unit.role === 'image') return true;
  return unit.role === 'paragraph' && (unit.lead !== null || unit.plain.length > 30);
}

/** Lines that look like headings on pages that mark few of them, alone or up to five together. */
function settlePlainHeadings(units: UnitDraft[], table: WordTable): void {
  const isMarked = marksHeadings(units);
  const mayBe = (unit: UnitDraft | undefined): unit is UnitDraft =>
    unit !== undefined &&
    (!unit.isTight || !isMarked) &&
    !isParticipantLine(unit.plain) &&
    !unit.isVerse &&
    looksLikeHeading(unit) &&
    unit.plain.length >= 2;
  for (let at = 0; at < units.length; at++) {
    if (!mayBe(units[at])) {
      // The lines of a list of those who took part stand close together.
      if (isParticipantLine(units[at]?.plain ?? '')) while (units[at + 1]?.isTight) at++;
      continue;
    }
    let end = at;
    while (mayBe(units[end]) && (!isMarked || !units[end + 1]?.isTight)) end++;
    const run = units.slice(at, Math.max(end, at + 1));
    settlePlainRun(units, run, at, isMarked, table);
    at += run.length - 1;
  }
}

function settlePlainRun(
  units: readonly UnitDraft[],
  run: UnitDraft[],
  at: number,
  isMarked: boolean,
  table: WordTable,
): void {
  const previous = units[at - 1];
  const next = units[at + run.length];
  const last = run.at(-1);
  // On a page of plain text the headline stands right above the text that names its place or author.
  const headsLead = !isMarked && (next?.lead?.strength ?? 0) > 0.8;
  if ((next?.isTight === true && !headsLead) || run.length > 5) return;
  const isTorn = previous?.role === 'paragraph' && previous.openness > 0.8;
  const isAmidst = isTorn && next !== undefined && goesOnBetter(previous, run[0], next, table);
  if (isTorn && run.length < 2 && !isAmidst) return;
  const opensStory = next?.role === 'byline' || (next?.lead?.strength ?? 0) > 0.8;
  const isBesideHeading =
    isBig(next) || isBig(previous) || (!isMarked && run.length > 1 && next?.role === 'heading');
  if (!opensStory && !isBesideHeading && !isAmidst && (isMarked || !isBodyStart(next))) return;
  run.forEach((unit, index) => {
    const before = run[index - 1] ?? previous;
    const isLast = unit === last;
    if (unit.plain.length < 4 && (isMarked || isLast) && mayBeLoneName(unit.plain)) return;
    if (isLast && isAuthorLine(unit, before, next, isMarked)) return;
    if (isLast && before?.role === 'heading' && recogniseSigned(unit.plain)) return;
    if (isLast && before?.role === 'heading' && mayBeLoneName(unit.plain)) return;
    unit.role = 'heading';
    unit.level = 8;
    unit.confidence = opensStory ? 0.9 : 0.65;
  });
}

/** Whether torn text goes on behind a line rather than with the line itself. */
function goesOnBetter(
  torn: UnitDraft,
  line: UnitDraft | undefined,
  next: UnitDraft,
  table: WordTable,
): boolean {
  if (!line || next.role !== 'paragraph' || next.lead) return false;
  const odds = (unit: UnitDraft): number =>
    seamGain(torn.plain, unit.plain, table) +
    seamOdds(torn.plain, unit.plain, table) +
    2 * Math.max(0, unit.orphanhood);
  return odds(next) > odds(line) + 0.5;
}

function isBig(unit: UnitDraft | undefined): boolean {
  return unit?.role === 'heading' && unit.level <= 2;
}

function looksLikeHeading(unit: UnitDraft): boolean {
  const { plain } = unit;
  return (
    unit.role === 'paragraph' &&
    unit.lead === null &&
    plain.length >= 2 &&
    plain.length <= 40 &&
    !/[。；，：、…—)]\s*$/u.test(plain) &&
    !/[。；]/u.test(plain) &&
    (plain.match(/，/gu)?.length ?? 0) <= 1
  );
}

/** Under a marked headline a short plain line before the text names who wrote it. */
function isAuthorLine(
  unit: UnitDraft,
  previous: UnitDraft | undefined,
  next: UnitDraft | undefined,
  marksHeadings: boolean,
): boolean {
  const isMarked = /^[□■◎○●◇◆]/u.test(unit.plain);
  if (previous?.role !== 'heading' || previous.level > 6 || !next) return false;
  if (!isMarked && (!marksHeadings || unit.plain.length > 16)) return false;
  if (/[，：？！“《]/u.test(unit.plain) || unit.plain.length > 24) return false;
  return next.role === 'paragraph' && !next.isTight && next.plain.length > 24;
}

/** A name that stands alone under a headline is the author's. */
function settleBylines(units: UnitDraft[]): void {
  units.forEach((unit, at) => {
    const previous = units[at - 1];
    // A letter is signed at its end: that is its text.
    const isSignature =
      unit.role === 'byline' &&
      unit.people.every(({ role }) => role === 'author') &&
      !/^[□■◎○●◇◆]/u.test(unit.plain) &&
      (previous?.role === 'paragraph' || previous?.role === 'box-line') &&
      !isSalutation(units[at + 1]?.plain ?? '');
    if (isSignature) Object.assign(unit, { role: 'paragraph', people: [] });
    const isOpening = at < 6 || at > units.length - 4 || previous?.role === 'furniture';
    const isBareDate = unit.furniture === 'date' && !/[年星周礼]/u.test(unit.plain);
    // Under a signature stands the day of the letter or notice.
    const isSigned =
      unit.furniture === 'date' &&
      previous?.role === 'paragraph' &&
      previous.plain.length <= 20 &&
      !/[。！？：]$/u.test(previous.plain);
    // An advertiser's address stands in the advertisement.
    const isAddress =
      unit.furniture === 'contact' &&
      !isOpening &&
      /^(?:地址|电话|热线|营业)/u.test(unit.plain) &&
      previous?.role === 'paragraph';
    if ((isBareDate && !isOpening) || isSigned || isAddress)
      Object.assign(unit, { role: 'paragraph', furniture: null });
  });
  settleLetterWriters(units);
  units.forEach((unit, at) => {
    if (unit.role !== 'paragraph' && unit.role !== 'heading') return;
    const previous = units[at - 1];
    const next = units[at + 1];
    if (previous?.role !== 'heading' || !next || next.role === 'heading') return;
    if (unit.role === 'heading' && unit.level <= 6) return;
    if (unit.level === 7 && unit.plain.length > 3) return;
    const marksHeadings = previous.level <= 6;
    const isAuthor =
      unit.role === 'paragraph' &&
      looksLikeHeading(unit) &&
      isAuthorLine(unit, previous, next, marksHeadings);
    const signed = unit.role === 'paragraph' ? recogniseSigned(unit.plain) : null;
    if (signed) {
      Object.assign(unit, { role: 'byline', people: [signed], confidence: 0.85 });
      return;
    }
    if (!(mayBeLoneName(unit.plain) || isAuthor) || unit.isTight || next.isTight) return;
    if (looksLikeHeading(next) && next.plain.length <= 6) return;
    const end = unit.plain.trimEnd().length;
    const start = /^[□■◎○●◇◆\s]*/u.exec(unit.plain)?.[0].length ?? 0;
    unit.role = 'byline';
    unit.people = [{ role: 'author', label: [start, start], name: [start, end] }];
    unit.confidence = 0.8;
  });
}

/** A credit alone belongs to the caption before it; a picture's name that says nothing is furniture. */
function settleCaptions(units: UnitDraft[]): void {
  units.forEach((unit, at) => {
    if (unit.role !== 'caption' || !unit.caption) return;
    const [start, end] = unit.caption.caption;
    const previous = units[at - 1];
    const isCreditAlone = start === end;
    if (!isCreditAlone || previous?.role !== 'paragraph' || previous.lead !== null) return;
    const isShort = previous.plain.length <= 140;
    if (isShort && previous.orphanhood < 0.5) {
      previous.role = 'caption';
      previous.caption = {
        caption: [0, previous.plain.length],
        credit: [previous.plain.length, previous.plain.length],
        strength: 0.85,
      };
      previous.confidence = 0.85;
    }
  });
  for (const unit of units) {
    if (unit.role === 'image' && unit.plain !== '' && isPictureLabel(unit.plain)) {
      unit.furniture = 'picture-label';
    }
  }
}

const unitRoleOf: Readonly<Record<DecidedRole, PageUnit['role']>> = {
  kicker: 'heading',
  headline: 'heading',
  deck: 'heading',
  'section-head': 'heading',
  paragraph: 'paragraph',
  byline: 'byline',
  caption: 'caption',
  banner: 'furniture',
};

/** What a person has said a unit is. */
function settleDecided(units: UnitDraft[], decided: ReadonlyMap<number, DecidedRole>): void {
  for (const [index, role] of decided) {
    const unit = units[index];
    if (!unit) continue;
    const end = unit.plain.length;
    unit.role = unitRoleOf[role];
    unit.confidence = 1;
    unit.boxStart = -1;
    unit.boxKind = null;
    unit.furniture = role === 'banner' ? 'banner' : null;
    if (role === 'byline') {
      unit.people = recognisePeople(unit.plain, 0, end, true) ?? [
        { role: 'author', label: [0, 0], name: [0, end] },
      ];
    }
    if (role === 'caption') {
      unit.caption = recogniseCaption(unit.plain, true) ?? {
        caption: [0, end],
        credit: [end, end],
        strength: 1,
      };
    }
    if (role === 'paragraph') {
      unit.openness = endOpenness(unit.plain);
      unit.speechStart = 0;
      unit.lead = null;
    }
  }
}
