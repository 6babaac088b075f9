import { appendCores, type Cores } from './core.ts';
import type { GlossaryMatch } from './glossary.ts';
import type { Converted } from './strict-conversion.ts';
import { UnitBuffer } from './unit-buffer.ts';

/** What the glossary needs of the engine. */
export interface Around {
  /** Whether two characters are forms of one another. */
  readonly areForms: (a: string, b: string) => boolean;
  /** Converts what is left of a core that a match cuts through. */
  readonly convertRest: (start: number, end: number) => Converted;
}

/** Puts the matches into a conversion; nothing changes but them and the cores they cut through. */
export function applyGlossary(
  converted: Converted,
  sourceText: string,
  matches: readonly GlossaryMatch[],
  around: Around,
): Converted {
  const { cores: old, units } = converted;
  const out = new UnitBuffer(converted.length);
  const cores: Cores = [];
  /** The next core, and the offsets up to which both sides were taken over. */
  let next = 0;
  let source = 0;
  let target = 0;

  /** Takes over the conversion up to an offset of the source that lies in no core. */
  function copyTo(sourceEnd: number): void {
    let shift = target - source;
    for (; (old[next + 1] ?? Infinity) <= sourceEnd; next += 4) {
      appendCores(cores, old.slice(next, next + 4), 0, out.length - target);
      shift = (old[next + 3] ?? 0) - (old[next + 1] ?? 0);
    }
    out.append(units, target, sourceEnd + shift);
    source = sourceEnd;
    target = sourceEnd + shift;
  }

  function writeRest(start: number, end: number): void {
    if (start >= end) return;
    const rest = around.convertRest(start, end);
    appendCores(cores, rest.cores, start, out.length);
    out.append(rest.units, 0, rest.length);
  }

  let m = 0;
  while (m < matches.length) {
    // The matches that one chain of cores holds together are put in at once.
    const firstMatch = m;
    let start = matches[m]?.start ?? 0;
    let end = matches[m]?.end ?? 0;
    let core = next;
    while ((old[core + 1] ?? Infinity) <= start) core += 4;
    start = Math.min(start, old[core] ?? Infinity);
    m += 1;
    for (;;) {
      if ((old[core] ?? Infinity) < end) {
        end = Math.max(end, old[core + 1] ?? 0);
        core += 4;
      } else if ((matches[m]?.start ?? Infinity) < end) {
        end = Math.max(end, matches[m]?.end ?? 0);
        m += 1;
      } else break;
    }
    copyTo(start);
    let at = start;
    for (const match of matches.slice(firstMatch, m)) {
      writeRest(at, match.start);
      writeMatch(match, sourceText, out, cores, around);
      at = match.end;
    }
    writeRest(at, end);
    const shift = core === 0 ? 0 : (old[core - 1] ?? 0) - (old[core - 3] ?? 0);
    next = core;
    source = end;
    target = end + shift;
  }
  copyTo(sourceText.length);
  return { units: out.units, length: out.length, cores };
}

function writeMatch(
  { start, end, target }: GlossaryMatch,
  sourceText: string,
  out: UnitBuffer,
  cores: Cores,
  { areForms }: Around,
): void {
  const from = Array.from(sourceText.slice(start, end));
  const to = Array.from(target);
  const isPair = (a = '', b = '') => a.length === b.length && areForms(a, b);
  let head = 0;
  while (head < from.length && head < to.length && isPair(from[head], to[head])) head += 1;
  if (head < from.length || head < to.length) {
    // The core keeps a character on either side.
    const most = Math.min(from.length, to.length) - 1;
    head = Math.min(head, most);
    let tail = 0;
    while (head + tail < most && isPair(from.at(-1 - tail), to.at(-1 - tail))) tail += 1;
    const before = from.slice(0, head).join('').length;
    const after = from.slice(from.length - tail).join('').length;
    const coreEnd = out.length + target.length - after;
    cores.push(start + before, end - after, out.length + before, coreEnd);
  }
  out.appendText(target);
}
