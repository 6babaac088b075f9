import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  doStep,
  forgetShown,
  redo,
  saveFailed,
  sessionState,
  showNotice,
  undo,
} from '../../renderer/annotation/annotation-session.ts';
import { edited, makeAnnotation } from '../../renderer/annotation/make-annotation.ts';
import type { Annotation } from '../../archive/model/annotation.ts';
import {
  listAnnotations,
  putAnnotations,
  readAnnotation,
} from '../../renderer/database/annotations.ts';
import { database } from '../../renderer/database/database.ts';
import { JournalInMemory } from './journal-in-memory.ts';

let journal: JournalInMemory;

beforeEach(() => {
  journal = new JournalInMemory();
  journal.install();
});

async function forgetAll(): Promise<void> {
  const stored = await listAnnotations();
  forgetShown(new Map(stored.map((each) => [each.id, each])), () => false);
}

afterEach(async () => {
  await forgetAll();
  showNotice(null);
  await Promise.all(database.tables.map((table) => table.clear()));
});

function made(): Annotation {
  return makeAnnotation(
    { kind: 'page', archiveId: 'a', issueId: 'i', page: '1' },
    { ink: 'lv', style: 'fill' },
  );
}

function add(after: Annotation): Promise<boolean> {
  return doStep({ deed: 'highlight', changes: [{ id: after.id, before: null, after }] });
}

function change(before: Annotation, after: Annotation, mergeKey = ''): Promise<boolean> {
  return doStep({ deed: 'editNote', changes: [{ id: before.id, before, after }], mergeKey });
}

describe('saving', () => {
  test('a change shows at once and is called saved only when the journal has it', async () => {
    const annotation = made();
    const saving = add(annotation);
    expect(sessionState().pending.get(annotation.id)).toEqual({ annotation, state: 'saving' });
    expect(await saving).toBe(true);
    expect(sessionState().pending.get(annotation.id)?.state).toBe('saved');
    expect(await readAnnotation(annotation.id)).toEqual(annotation);
    await forgetAll();
    expect(sessionState().pending.size).toBe(0);
  });

  test('what could not be saved stays here, is said so, and can be saved again', async () => {
    const annotation = made();
    await add(annotation);
    journal.failure = new Error('ENOSPC');
    const noted = edited(annotation, { note: '江面大霧' });
    expect(await change(annotation, noted)).toBe(false);
    expect(sessionState().pending.get(annotation.id)).toEqual({
      annotation: noted,
      state: 'failed',
    });
    expect(sessionState().notice).toMatchObject({ kind: 'failed', reason: 'ENOSPC', count: 1 });
    await forgetAll();
    expect(sessionState().pending.size).toBe(1);
    journal.failure = undefined;
    await saveFailed();
    expect(sessionState().notice).toBeNull();
    expect((await readAnnotation(annotation.id))?.note).toBe('江面大霧');
  });

  test('what is too large for the journal is refused with nothing changed', async () => {
    const annotation = { ...made(), note: 'x'.repeat(1_100_000) };
    expect(await add(annotation)).toBe(false);
    expect(sessionState().notice).toEqual({ kind: 'too-large' });
    expect(sessionState().pending.size).toBe(0);
    expect(journal.entries).toEqual([]);
  });
});

describe('taking back', () => {
  test('everything, in reverse order, and again forwards', async () => {
    const annotation = made();
    await add(annotation);
    const noted = edited(annotation, { note: '甲' });
    await change(annotation, noted, 'one');
    const red = edited(noted, { mark: { ink: 'yan', style: 'underline' } });
    await change(noted, red, 'two');
    await undo();
    expect(await readAnnotation(annotation.id)).toMatchObject({ note: '甲', mark: { ink: 'lv' } });
    expect(sessionState().notice).toMatchObject({ kind: 'undone', deed: 'editNote' });
    await undo();
    expect(await readAnnotation(annotation.id)).toMatchObject({ note: '' });
    await undo();
    expect(await readAnnotation(annotation.id)).toBeUndefined();
    await redo();
    await redo();
    await redo();
    const again = await readAnnotation(annotation.id);
    expect({ ...again, modified: '' }).toEqual({ ...red, modified: '' });
    await redo();
    expect(sessionState().notice).toEqual({ kind: 'nothing-to-redo' });
  });

  test('leaves alone what was written elsewhere since', async () => {
    const annotation = made();
    await add(annotation);
    await forgetAll();
    await putAnnotations([{ ...annotation, note: '別處所寫', modified: '2099-01-01T00:00:00Z' }]);
    await undo();
    expect(await readAnnotation(annotation.id)).toMatchObject({ note: '別處所寫' });
    expect((await readAnnotation(annotation.id))?.trashed).toBeDefined();
  });
});
