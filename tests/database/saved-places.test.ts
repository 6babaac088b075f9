import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Annotation, PassageTarget } from '../../archive/model/annotation.ts';
import type { Article } from '../../archive/model/article.ts';
import { describe as describePassage } from '../../archive/text/anchor/describe.ts';
import { canonicalText } from '../../archive/text/canonical-text.ts';
import { foldNothing } from '../../archive/text/fold/text-fold.ts';
import { textDigest } from '../../archive/text/text-digest.ts';
import {
  listAnnotations,
  putAnnotations,
  readAnnotation,
} from '../../renderer/database/annotations.ts';
import {
  deleteBookmarkFolder,
  listBookmarkFolders,
  listBookmarks,
  makeBookmarkFolder,
  moveBookmarks,
  toggleBookmark,
} from '../../renderer/database/bookmarks.ts';
import { database } from '../../renderer/database/database.ts';
import { clearHistory, listHistory, recordVisit } from '../../renderer/database/history.ts';
import { listLostPlaces, putLostPlaces } from '../../renderer/database/lost-places.ts';
import {
  emptyTrash,
  renameTag,
  settlePlace,
  trashNotes,
} from '../../renderer/database/note-changes.ts';
import { readPreferences, savePreference } from '../../renderer/database/preferences.ts';
import { reanchorArchive } from '../../renderer/database/reanchor-archive.ts';
import { JournalInMemory } from './journal-in-memory.ts';
import { archiveId, loadMade, makeArchive, makeArticle } from './made-archive.ts';

beforeEach(() => {
  new JournalInMemory().install();
});

afterEach(() => Promise.all(database.tables.map((table) => table.clear())));

const page = { kind: 'page', archiveId, issueId: 'issue-1', page: '1' } as const;
const time = '2026-01-02T03:00:00.000Z';

function note(id: string, rest: Partial<Annotation> = {}): Annotation {
  return {
    ...{ id, target: page, motivations: ['commenting'], note: id, tags: [] },
    ...{ created: time, modified: time, ext: {} },
    ...rest,
  };
}

function firstOf(articles: readonly Article[]): Article {
  const [first] = articles;
  if (!first) throw new Error('there is no story');
  return first;
}

test('a bookmark is set and taken away, and either is taken back', async () => {
  const set = await toggleBookmark(page, '试刊');
  expect(set.isSet).toBe(true);
  const [bookmark] = await listBookmarks();
  const unset = await toggleBookmark({ ...page }, '试刊');
  expect([unset.isSet, await listBookmarks()]).toEqual([false, []]);
  await unset.undo();
  expect(await listBookmarks()).toEqual([bookmark]);
});

test('deleting a folder keeps its bookmarks, and taking it back fills it again', async () => {
  await toggleBookmark(page, '试刊');
  const folder = await makeBookmarkFolder('渡口');
  await moveBookmarks(await listBookmarks(), folder.id);
  const undo = await deleteBookmarkFolder(folder);
  expect((await listBookmarks()).map(({ folderId }) => folderId)).toEqual([null]);
  expect(await listBookmarkFolders()).toEqual([]);
  await undo();
  expect((await listBookmarks()).map(({ folderId }) => folderId)).toEqual([folder.id]);
});

test('a cleared history comes back', async () => {
  await recordVisit({ at: time, place: '/', title: '甲' });
  const undo = await clearHistory();
  expect(await listHistory(9)).toEqual([]);
  await undo();
  expect(await listHistory(9)).toHaveLength(1);
});

test('tags are renamed and merged everywhere, and apart again', async () => {
  const before = [note('1', { tags: ['船', '渡船'] }), note('2', { tags: ['船'] }), note('3')];
  await putAnnotations(before);
  const undo = await renameTag('船', '渡船');
  expect((await listAnnotations()).map(({ tags }) => tags).sort()).toEqual([
    [],
    ['渡船'],
    ['渡船'],
  ]);
  await undo();
  expect(await Promise.all(before.map(({ id }) => readAnnotation(id)))).toEqual(before);
});

test('the trash is emptied, and filled again', async () => {
  await putAnnotations([note('1'), note('2')]);
  await trashNotes([note('1')]);
  const undo = await emptyTrash();
  expect(await readAnnotation('1')).toBeUndefined();
  expect(await readAnnotation('2')).toBeDefined();
  await undo();
  expect((await readAnnotation('1'))?.trashed).toBeDefined();
});

test('a preference that is an object comes back whole', async () => {
  await savePreference('inkMeanings', { qing: '日期', teng: 'key' });
  expect(await readPreferences()).toEqual({ inkMeanings: { qing: '日期', teng: 'key' } });
});

describe('an update of an archive', () => {
  const date = '2019-05-04';
  const printed = (order: number, text: string): Article => {
    const made = makeArticle(date, '1', order, { body: [{ id: 'b1', type: 'paragraph', text }] });
    return { ...made, textDigest: textDigest(canonicalText(made)) };
  };
  const on = (article: Article, words: string): PassageTarget => {
    const text = canonicalText(article);
    const start = text.indexOf(words);
    const selectors = describePassage(text, { start, end: start + words.length });
    if (!selectors) throw new Error('no such words');
    const { id: articleId, version: articleVersion, textDigest: digest } = article;
    return { kind: 'passage', archiveId, articleId, articleVersion, textDigest: digest, selectors };
  };
  const kept =
    '今晨江上有雾，各码头的船只都候着不敢动身，茶馆里坐满了等船的客人，说的都是昨夜上游的水。' +
    '渡口的早班船准时离岸，江面上有薄雾，对岸的钟楼敲了七下。' +
    '船工说水位比昨日高了半尺，过午若再涨便要停航，请各位客商早些过江，免得误了下午的集市。';
  const gone = '商会昨日议决修缮码头石阶，款项由各号分摊，下月初一开工。';
  const old = [printed(1, kept + gone), printed(2, '茶市今日开秤，新茶每担较去年涨二元。')];
  const next = [
    printed(1, `本报讯，昨夜有雨。${kept}`),
    printed(2, '茶市今日开秤，新茶每担较去年涨二元。'),
  ];
  const revision = (articles: readonly Article[], number: number) =>
    loadMade({ ...makeArchive([date], 0, { revision: number }), articles });

  test('takes certain places along, leaves the time of the notes, and lists what is lost', async () => {
    const [story, other] = old as [Article, Article];
    const moved = note('moved', { target: on(story, '江面上有薄雾') });
    const lost = note('lost', { target: on(story, '款项由各号分摊') });
    const same = note('same', { target: on(other, '新茶每担') });
    const elsewhere = note('elsewhere', { target: { ...page, archiveId: 'urn:uuid:other' } });
    const before = await revision(old, 1);
    await putAnnotations([moved, lost, same, elsewhere]);
    const after = await revision(next, 2);
    const result = await reanchorArchive(archiveId, before, after, foldNothing);

    const target = on(firstOf(next), '江面上有薄雾');
    expect(result.changes).toEqual([
      { store: 'annotations', key: 'moved', value: { ...moved, target } },
    ]);
    expect(result.lost).toMatchObject([{ id: 'lost', reason: 'text-gone', archiveId }]);
    expect([...result.settled].sort()).toEqual(['moved', 'same']);
  });

  test('what is lost is put in its place, and taken back', async () => {
    const lost = note('lost', { target: on(firstOf(old), '款项由各号分摊') });
    await putAnnotations([lost]);
    await putLostPlaces([
      { id: 'lost', store: 'annotations', archiveId, reason: 'text-gone', proposal: null },
    ]);
    const [entry] = await listLostPlaces();
    if (!entry) throw new Error('nothing is lost');
    const target = on(firstOf(next), '薄雾');
    const undo = await settlePlace(entry, target);
    expect((await readAnnotation('lost'))?.target).toEqual(target);
    expect(await listLostPlaces()).toEqual([]);
    await undo();
    expect(await readAnnotation('lost')).toEqual(lost);
    expect(await listLostPlaces()).toEqual([entry]);
  });
});
