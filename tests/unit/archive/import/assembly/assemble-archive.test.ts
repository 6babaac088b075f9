import { expect, test } from 'vitest';
import {
  assembleArchive,
  publicationArchiveId,
} from '../../../../../archive/import/assembly/assemble-archive.ts';
import type { PageDraft, StoryDraft } from '../../../../../archive/import/assembly/story-draft.ts';

function story(name: string, on = '', from = ''): StoryDraft {
  return {
    name,
    article: {
      language: 'zh-Hans-CN',
      kicker: '',
      headline: name,
      deck: '',
      section: '',
      genre: 'news',
      byline: [],
      body: [],
      provenance: { source: 'a.md', method: 'ocr', problems: [] },
      ext: {},
    },
    continuesOnPage: on,
    continuedFromPage: from,
  };
}

function page(date: string, number: string, ...stories: readonly StoryDraft[]): PageDraft {
  const nothing = { furniture: [], unplaced: [] };
  return { date, issueNumber: '', page: { number, name: '' }, stories, ...nothing };
}

const paper = { id: publicationArchiveId('试报'), revision: 3, title: '试报', rights: '' };

test('issues by date, pages by number, stories by place; ids stay when another page comes', () => {
  const drafts = [
    page('2019-05-19', '10', story('丙')),
    page('2019-05-18', '2', story('甲'), story('甲')),
  ];
  const { issues, articles, description } = assembleArchive(paper, drafts);
  expect(issues.map(({ date, pages }) => [date, pages.map(({ number }) => number)])).toEqual([
    ['2019-05-18', ['2']],
    ['2019-05-19', ['10']],
  ]);
  expect(articles.map(({ headline, order, version }) => [headline, order, version])).toEqual([
    ['甲', 1, 3],
    ['甲', 2, 3],
    ['丙', 1, 3],
  ]);
  expect(new Set(articles.map(({ id }) => id)).size).toBe(3);
  expect(description['dcterms:temporal']).toBe('2019-05-18/2019-05-19');
  const grown = assembleArchive(paper, [...drafts, page('2019-05-19', '2', story('丁'))]);
  expect(grown.issues[1]?.pages.map(({ number }) => number)).toEqual(['2', '10']);
  const ids = new Set(grown.articles.map(({ id }) => id));
  expect(articles.every(({ id }) => ids.has(id))).toBe(true);
});

test('a story that turns to another page is tied to the one that says where it comes from', () => {
  const { articles } = assembleArchive(paper, [
    page('2019-05-18', '1', story('头', '4')),
    page('2019-05-18', '4', story('尾', '', '1'), story('别')),
  ]);
  const [head, tail, other] = articles;
  expect(head?.continuesOn).toEqual({ articleId: tail?.id, page: '4' });
  expect(tail?.continuedFrom).toEqual({ articleId: head?.id, page: '1' });
  expect(other?.continuedFrom).toBeUndefined();
});

test('two sources of one page stand on it one after the other', () => {
  const { issues, articles } = assembleArchive(paper, [
    { ...page('2019-05-18', '1', story('甲')), unplaced: ['残句'] },
    { ...page('2019-05-18', '1', story('乙')), furniture: ['版头'] },
  ]);
  expect(issues[0]?.pages).toEqual([
    { number: '1', name: '', furniture: ['版头'], unplaced: ['残句'] },
  ]);
  expect(articles.map(({ headline, order }) => [headline, order])).toEqual([
    ['甲', 1],
    ['乙', 2],
  ]);
});
