import type { UnitDraft } from './describe-units.ts';
import { isParticipantLine } from './recognise-box-title.ts';

/** Which units stand in a box with the title before them. */
export function settleBoxes(units: UnitDraft[]): void {
  markFramedLines(units);
  for (let at = 0; at < units.length; at++) {
    const title = units[at];
    if (title?.role !== 'box-title') {
      if (title && opensUntitledBox(title)) at = openUntitledBox(units, at);
      continue;
    }
    title.boxStart = at;
    const end = boxEnd(units, at);
    if (end === at + 1) {
      title.role = 'heading';
      title.level ||= 8;
      title.boxStart = -1;
      title.boxKind = null;
      continue;
    }
    for (let line = at + 1; line < end; line++) {
      const unit = units[line];
      if (unit) Object.assign(unit, { role: 'box-line', boxStart: at, boxKind: title.boxKind });
    }
    at = end - 1;
  }
  let quoteStart = -1;
  units.forEach((unit, at) => {
    if (unit.role !== 'pull-quote') quoteStart = -1;
    else if (!unit.isTight) quoteStart = at;
    if (unit.role === 'pull-quote' && unit.boxStart < 0) unit.boxStart = quoteStart;
  });
}

/** A small heading over several short lines that stand close together is the title of a box. */
function markFramedLines(units: UnitDraft[]): void {
  units.forEach((unit, at) => {
    const [first, second] = [units[at + 1], units[at + 2]];
    if (unit.role !== 'heading' || !first || first.isTight || !second?.isTight) return;
    const isListed = first.role === 'byline' && isParticipantLine(first.plain);
    if (first.role !== 'paragraph' && first.role !== 'speech' && !isListed) return;
    let end = at + 2;
    while (units[end]?.isTight) end++;
    const lines = units.slice(at + 1, end);
    const previous = units[at - 1];
    const isSmall =
      previous?.role !== 'heading' ||
      unit.level > previous.level ||
      unit.plain.replace(/\s/gu, '').length <= 6;
    const areShort = lines.every((line) => line.plain.length <= 60);
    const isFirst = !units.slice(0, at).some((near) => near.role === 'heading');
    if (isSmall && areShort && !isFirst)
      Object.assign(unit, { role: 'box-title', boxKind: 'aside' });
  });
}

/** Headings never stand in such a box, whatever they say. */
function opensUntitledBox(unit: UnitDraft): boolean {
  return unit.role !== 'heading' && unit.boxStart < 0 && isParticipantLine(unit.plain);
}

/** Index of the last unit of the box; at least the given one, which is no heading. */
function openUntitledBox(units: UnitDraft[], at: number): number {
  let end = at;
  while (end < units.length) {
    const unit = units[end];
    if (!unit || unit.role === 'heading') break;
    if (end > at && !unit.isTight && !isParticipantLine(unit.plain)) break;
    Object.assign(unit, { role: 'box-line', boxStart: at, boxKind: 'participants' });
    end++;
  }
  return end - 1;
}

/** Index behind the last unit of the box that opens here. */
function boxEnd(units: readonly UnitDraft[], at: number): number {
  const title = units[at];
  const first = units[at + 1];
  if (!title || !first || !isBoxContent(first)) return at + 1;
  if (first.isTight || isParticipantLine(first.plain) || first.role === 'pull-quote') {
    let end = at + 2;
    for (; end < units.length; end++) {
      const unit = units[end];
      if (!unit || !(unit.isTight || isParticipantLine(unit.plain))) break;
      if (unit.role === 'heading') break;
    }
    return end;
  }
  if (units[at + 2]?.isTight) {
    let end = at + 2;
    while (units[end]?.isTight) end++;
    return end;
  }
  const isInline = first.line === title.line;
  if (isInline) return at + 2;
  // What names those who took part is followed by their names.
  if (title.boxKind === 'participants') return at + 1;
  // An abstract runs until something else begins; where nothing does soon, it is one paragraph.
  const longest = title.boxKind === 'abstract' ? 3 : 6;
  for (let end = at + 2; end <= at + 1 + longest; end++) {
    const unit = units[end];
    if (!unit || !isBoxContent(unit)) return end;
  }
  return at + 2;
}

function isBoxContent(unit: UnitDraft): boolean {
  if (unit.role === 'bullet' || unit.role === 'speech' || unit.role === 'pull-quote') return true;
  return unit.role === 'paragraph' && unit.lead === null;
}
