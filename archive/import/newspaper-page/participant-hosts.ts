import { restoredPerson } from './build-fields.ts';
import type { PageUnit } from './page-unit.ts';
import { recognisePeople } from './recognise-byline.ts';
import type { RestoredPerson } from './restored-page.ts';

const hostLine = /^\s*(?:圆桌)?主\s?持\s?人?\s?：\s?/u;
const anyLabel = /^\s*[\u3400-\u9fff ]{2,8}\s?：/u;

/**
 * The hosts of a round table, read from its box: they are its authors, the guests are not. Their
 * characters stay in the box.
 */
export function participantHosts(
  sequence: readonly PageUnit[],
  byline: readonly RestoredPerson[],
): readonly RestoredPerson[] {
  const hosts: RestoredPerson[] = [];
  let isHosts = false;
  for (const unit of sequence) {
    if (unit.role !== 'box-line' && !(unit.role === 'pull-quote' && unit.boxStart >= 0)) {
      isHosts = false;
      continue;
    }
    const opening = hostLine.exec(unit.plain);
    if (opening) isHosts = true;
    else if (anyLabel.test(unit.plain)) isHosts = false;
    if (!isHosts) continue;
    const start = opening?.[0].length ?? 0;
    const people = recognisePeople(unit.plain, start, unit.plain.length, true) ?? [];
    for (const person of people) {
      const host = { ...restoredPerson(unit, person, true), role: 'host' as const };
      if (!byline.some(({ name }) => name === host.name)) hosts.push(host);
    }
  }
  return hosts;
}
