import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  readAnnotationFile,
  writeAnnotationFile,
} from '../../../../archive/annotation/annotation-file.ts';
import {
  mergeAnnotations,
  type MergePlan,
} from '../../../../archive/annotation/merge-annotations.ts';
import type { Annotation } from '../../../../archive/model/annotation.ts';
import { anyAnnotation } from './annotation-arbitrary.ts';

const made = '2026-01-01T00:00:00.000Z';
const day = (number: number): string => `2026-01-${String(number).padStart(2, '0')}T00:00:00.000Z`;

function note(text: string, modified = made): Annotation {
  return {
    id: 'urn:uuid:1',
    target: { kind: 'issue', archiveId: 'urn:uuid:2', issueId: 'i' },
    motivations: ['commenting'],
    note: text,
    tags: [],
    created: made,
    modified,
    ext: {},
  };
}

/** One computer's notes. */
class Computer {
  readonly notes = new Map<string, Annotation>();

  import(file: string): MergePlan {
    const reading = readAnnotationFile(file, made);
    if (reading.outcome !== 'read') throw new Error(reading.reason);
    const plan = mergeAnnotations(this.notes, reading.annotations);
    for (const each of plan.writes) this.notes.set(each.id, each);
    return plan;
  }

  export(): string {
    return writeAnnotationFile([...this.notes.values()]);
  }

  write(text: string, modified: string): void {
    const before = this.notes.get('urn:uuid:1') ?? note('');
    this.notes.set('urn:uuid:1', { ...before, note: text, modified });
  }

  get texts(): readonly string[] {
    return [...this.notes.values()].map((each) => each.note);
  }
}

describe('merging', () => {
  test('what is new is taken, and a second time it is the same', () => {
    const [a, b] = [new Computer(), new Computer()];
    a.write('一', made);
    expect(b.import(a.export()).fates).toEqual(['new']);
    expect(b.import(a.export())).toEqual({ fates: ['same'], writes: [] });
    expect(b.export()).toBe(a.export());
  });

  test('an edit on one side alone travels there and back without a conflict', () => {
    const [a, b] = [new Computer(), new Computer()];
    a.write('一', made);
    a.write('二', day(2));
    b.import(a.export());
    b.write('三', day(3));
    const old = a.export();
    expect(a.import(b.export()).fates).toEqual(['changed']);
    expect(a.texts).toEqual(['三']);
    expect(a.import(old).fates).toEqual(['older']);
    a.write('四', day(4));
    expect(b.import(a.export()).fates).toEqual(['changed']);
    expect([a.texts, b.texts]).toEqual([['四'], ['四']]);
  });

  test.each([
    ['the file is newer', day(3), day(4), ['乙', '甲']],
    ['the file is older', day(4), day(3), ['甲', '乙']],
    ['both are of one time', day(3), day(3), ['甲', '乙']],
  ])(
    '54 edited on both sides: the newest stays, the other is a conflict copy; %s',
    (_name, here, there, texts) => {
      const [a, b] = [new Computer(), new Computer()];
      a.write('一', made);
      b.import(a.export());
      a.write('甲', here);
      b.write('乙', there);
      const file = b.export();
      expect(a.import(file).fates).toEqual(['conflict']);
      expect(a.texts).toEqual(texts);
      const [, copy] = [...a.notes.values()];
      expect(copy?.ext).toMatchObject({ 'guzhi:conflictOf': 'urn:uuid:1' });
      const before = a.export();
      a.import(file);
      expect(a.export()).toBe(before);
    },
  );

  test('no text of either side is ever lost, and importing again changes nothing', () => {
    fc.assert(
      fc.property(
        fc.array(anyAnnotation, { maxLength: 4 }),
        fc.array(anyAnnotation, { maxLength: 4 }),
        fc.boolean(),
        (mine, theirs, sharesIds) => {
          const incoming = theirs.map((each, k) =>
            sharesIds ? { ...each, id: mine[k]?.id ?? each.id } : each,
          );
          const here = new Map(mine.map((each) => [each.id, each]));
          const plan = mergeAnnotations(here, incoming);
          const after = new Map(here);
          for (const each of plan.writes) after.set(each.id, each);
          const kept = new Set([...after.values()].map((each) => each.note));
          incoming.forEach((each, k) => {
            if (plan.fates[k] !== 'older') expect(kept).toContain(each.note);
          });
          for (const [id, each] of here) {
            const k = incoming.findIndex((one) => one.id === id);
            if (k === -1 || plan.fates[k] !== 'changed') expect(kept).toContain(each.note);
          }
          expect(mergeAnnotations(after, incoming).writes).toEqual([]);
        },
      ),
      { numRuns: 200 },
    );
  });
});
