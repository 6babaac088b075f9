import { describe, expect, test } from 'vitest';
import type { Annotation } from '../../../../archive/model/annotation.ts';
import {
  emptyHistory,
  redoStep,
  turned,
  undoStep,
  withStep,
  type UndoStep,
} from '../../../../renderer/annotation/undo-history.ts';

const now = '2026-02-02T00:00:00.000Z';

function made(rest: Partial<Annotation> = {}): Annotation {
  return {
    id: 'x',
    target: { kind: 'page', archiveId: 'a', issueId: 'i', page: '1' },
    motivations: ['commenting'],
    note: '',
    tags: [],
    created: '2026-01-01T00:00:00.000Z',
    modified: '2026-01-01T00:00:00.000Z',
    ext: {},
    ...rest,
  };
}

function step(before: Annotation | null, after: Annotation | null, mergeKey?: string): UndoStep {
  return {
    deed: 'editNote',
    changes: [{ id: 'x', before, after }],
    ...(mergeKey === undefined ? {} : { mergeKey }),
  };
}

describe('the history', () => {
  test('gives steps back in reverse order and again forwards', () => {
    const first = step(null, made());
    const second = step(made(), made({ note: '甲' }));
    const history = withStep(withStep(emptyHistory, first), second);
    const undone = undoStep(history);
    expect(undone?.step).toBe(second);
    const both = undone && undoStep(undone.history);
    expect(both?.step).toBe(first);
    expect(both && undoStep(both.history)).toBeNull();
    const redone = both && redoStep(both.history);
    expect(redone?.step.changes).toEqual(first.changes);
    expect(redone && withStep(redone.history, second).undone).toEqual([]);
  });

  test('words typed into one note are one step, from the first to the last', () => {
    let history = emptyHistory;
    for (const [before, after] of [
      ['', '甲'],
      ['甲', '甲乙'],
      ['甲乙', '甲乙丙'],
    ] as const) {
      history = withStep(history, step(made({ note: before }), made({ note: after }), 'k'));
    }
    expect(history.done).toHaveLength(1);
    expect(history.done[0]?.changes[0]?.before?.note).toBe('');
    expect(history.done[0]?.changes[0]?.after?.note).toBe('甲乙丙');
    history = withStep(history, step(made(), made({ note: '丁' }), 'another'));
    expect(history.done).toHaveLength(2);
  });

  test('what is typed after a step back is a step of its own', () => {
    const history = withStep(emptyHistory, step(made(), made({ note: '甲' }), 'k'));
    const back = undoStep(history);
    const again = back && redoStep(back.history);
    const next = again && withStep(again.history, step(made(), made({ note: '乙' }), 'k'));
    expect(next?.done).toHaveLength(2);
  });
});

describe('what is written when a change is turned', () => {
  test('only what the change had touched', () => {
    const change = step(made({ note: '甲' }), made({ note: '乙' })).changes[0];
    const current = made({ note: '乙', tags: ['别处加的'] });
    expect(change && turned(change, 'undo', current, now)).toEqual({
      ...current,
      note: '甲',
      modified: now,
    });
  });

  test('a mark that was just made goes; one that has got words since goes to the trash', () => {
    const change = step(null, made()).changes[0];
    if (change === undefined) throw new Error('no change');
    expect(turned(change, 'undo', made(), now)).toBeNull();
    const kept = turned(change, 'undo', made({ note: '甲' }), now);
    expect(kept).toMatchObject({ note: '甲', trashed: now });
    expect(turned(change, 'redo', null, now)).toEqual(made({ modified: now }));
  });

  test('taking back the trash takes the time of trashing away', () => {
    const change = step(made(), made({ trashed: now })).changes[0];
    const back = change && turned(change, 'undo', made({ trashed: now }), now);
    expect(back).toEqual(made({ modified: now }));
    expect(back && 'trashed' in back).toBe(false);
  });
});
