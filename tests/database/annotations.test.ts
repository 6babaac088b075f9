import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Annotation } from '../../archive/model/annotation.ts';
import {
  annotationsOfArticle,
  annotationsOfPage,
  deleteAnnotations,
  listAnnotations,
  listTags,
  putAnnotations,
  readAnnotation,
  restoreAnnotations,
  trashAnnotations,
} from '../../renderer/database/annotations.ts';
import { database } from '../../renderer/database/database.ts';
import { reconcileUserData } from '../../renderer/database/user-data.ts';
import { JournalInMemory } from './journal-in-memory.ts';

let journal: JournalInMemory;

beforeEach(() => {
  journal = new JournalInMemory();
  journal.install();
});

afterEach(() => Promise.all(database.tables.map((table) => table.clear())));

const at = (minute: number): string => `2026-01-02T03:${String(minute).padStart(2, '0')}:00.000Z`;

function made(id: string, rest: Partial<Annotation> = {}): Annotation {
  return {
    id,
    target: {
      kind: 'passage',
      archiveId: 'a',
      articleId: 's1',
      articleVersion: 1,
      textDigest: 'sha256:0',
      selectors: { position: { type: 'TextPositionSelector', start: 0, end: 2 } },
    },
    motivations: ['highlighting'],
    mark: { ink: 'qing', style: 'fill' },
    note: '',
    tags: [],
    created: at(0),
    modified: at(0),
    ext: {},
    ...rest,
  };
}

const ids = (list: readonly Annotation[]): readonly string[] => list.map(({ id }) => id);

test('an annotation is read back as it was written, whatever its words hold', async () => {
  const words = '<b>甲</b>\u0000\ud800‮乙\r\n👩‍👩‍👧 z̷͇͝';
  const annotation = made('1', {
    note: words,
    tags: [words],
    correctedReading: words,
    ext: { 'x:y': { deep: [words] } },
  });
  await putAnnotations([annotation]);
  expect(await readAnnotation('1')).toEqual(annotation);
  expect(await listTags()).toEqual([words]);
  expect(journal.entries.map(({ value }) => value)).toEqual([annotation]);
});

describe('what is asked for', () => {
  beforeEach(async () => {
    const elsewhere = { archiveId: 'b', articleId: 's1', articleVersion: 1, textDigest: '' };
    await putAnnotations([
      made('1', { modified: at(1), tags: ['x', 'y'] }),
      made('2', { modified: at(2), tags: ['y'], mark: { ink: 'yan', style: 'underline' } }),
      made('3', { modified: at(3), target: { kind: 'article', ...elsewhere } }),
      made('4', {
        modified: at(4),
        created: at(4),
        target: { kind: 'page', archiveId: 'a', issueId: 'i', page: '2' },
      }),
      made('5', { modified: at(5), trashed: at(5), tags: ['x'] }),
      made('6', {
        modified: at(6),
        created: at(1),
        target: { kind: 'page', archiveId: 'a', issueId: 'i', page: '2' },
      }),
    ]);
  });

  test.each([
    [{}, ['6', '4', '3', '2', '1']],
    [{ isTrashed: true }, ['5']],
    [{ archiveId: 'b' }, ['3']],
    [{ articleId: 's1' }, ['3', '2', '1']],
    [{ inks: ['yan'] as const }, ['2']],
    [{ tags: ['y'] }, ['2', '1']],
    [{ tags: ['x', 'y'] }, ['1']],
    [{ kinds: ['page'] as const, modifiedBefore: at(6) }, ['4']],
    [{ modifiedFrom: at(3) }, ['6', '4', '3']],
  ])('%j', async (filter, expected) => {
    expect(ids(await listAnnotations(filter))).toEqual(expected);
  });

  test('of a story and of a page', async () => {
    expect(ids(await annotationsOfArticle('a', 's1'))).toEqual(['1', '2']);
    expect(ids(await annotationsOfPage('a', 'i', '2'))).toEqual(['6', '4']);
    expect(await annotationsOfPage('a', 'i', '3')).toEqual([]);
  });
});

test('the trash keeps everything but the times; what is deleted for good is gone', async () => {
  const annotation = made('1', { note: '甲' });
  await putAnnotations([annotation]);
  await trashAnnotations(['1', 'nobody'], new Date(at(7)));
  await trashAnnotations(['1'], new Date(at(8)));
  expect(await readAnnotation('1')).toEqual({ ...annotation, modified: at(8), trashed: at(7) });
  await restoreAnnotations(['1'], new Date(at(9)));
  expect(await readAnnotation('1')).toEqual({ ...annotation, modified: at(9) });
  await deleteAnnotations(['1']);
  expect(await readAnnotation('1')).toBeUndefined();
  await reconcileUserData(journal.start);
  expect(await listAnnotations()).toEqual([]);
});

test('what the journal refuses is in no table', async () => {
  journal.failure = new Error('ENOSPC');
  await expect(putAnnotations([made('1')])).rejects.toThrow('ENOSPC');
  expect(await readAnnotation('1')).toBeUndefined();
});
