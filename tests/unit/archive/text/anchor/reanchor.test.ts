import { describe as suite, expect, it } from 'vitest';
import type { Annotation, AnnotationTarget } from '../../../../../archive/model/annotation.ts';
import { describe } from '../../../../../archive/text/anchor/describe.ts';
import { reanchor, type Reanchored } from '../../../../../archive/text/anchor/reanchor.ts';
import { RevisionTexts, type ArticleText } from '../../../../../archive/text/anchor/revision.ts';
import { textDigest } from '../../../../../archive/text/text-digest.ts';
import { projectFold } from './evaluation/material.ts';

const fold = await projectFold();

function article(id: string, page: string, text: string, version = 1): ArticleText {
  return { id, version, issueId: '1931-03-02', page, text, textDigest: textDigest(text) };
}

const lamp = article(
  'lamp',
  '1',
  [
    '灯塔旧址将辟为阅览室',
    '昨天清晨，工人把最后一块护窗板抬下灯塔。塔身自落成以来，守塔人换过九任，灯芯换过三种。',
    '守塔人鲁望山说：“灯不亮了，书要亮。”他把钥匙交给馆员，又数了一遍台阶，仍是八十八级。',
    '阅览室只摆航海与水文的书，窗下留一张长桌，雾天照旧开放。',
  ].join('\n'),
);
const market = article(
  'market',
  '1',
  [
    '鱼市早市提前半个钟头',
    '自本月起，鱼市早市由五时提前至四时半，卸货码头的灯随之早亮。摊主说，鱼不等人。',
    '过秤处设两架新秤，旧秤送去校验。雾天照旧开市，天亮以前不准叫卖。',
  ].join('\n'),
);
const weather = article('weather', '2', '今日天气\n晴转多云，夜间有雾，江面能见度不足一里。');
const stories = [lamp, market, weather];
const old = new RevisionTexts(stories, fold);

const passageIn = ({ id, version, text, textDigest: digest }: ArticleText, words: string) => {
  const start = text.indexOf(words);
  const selectors = describe(text, { start, end: start + words.length });
  if (!selectors) throw new Error(`no ${words}`);
  return {
    kind: 'passage',
    archiveId: 'urn:uuid:archive',
    articleId: id,
    articleVersion: version,
    textDigest: digest,
    selectors,
  } as const;
};

const wholeOf = ({ id, version, textDigest: digest }: ArticleText) =>
  ({
    kind: 'article',
    archiveId: 'urn:uuid:archive',
    articleId: id,
    articleVersion: version,
    textDigest: digest,
  }) as const;

const pageTarget = (page: string) =>
  ({ kind: 'page', archiveId: 'urn:uuid:archive', issueId: '1931-03-02', page }) as const;

function annotation(target: AnnotationTarget): Annotation {
  return {
    id: 'urn:uuid:note',
    target,
    motivations: ['highlighting'],
    mark: { ink: 'teng', style: 'fill' },
    note: '',
    tags: [],
    created: '2026-01-01T08:00:00Z',
    modified: '2026-01-01T08:00:00Z',
    ext: {},
  };
}

function follow(target: AnnotationTarget, now: readonly ArticleText[]): Reanchored {
  const [result] = reanchor([annotation(target)], old, new RevisionTexts(now, fold));
  if (!result) throw new Error('every annotation has a result');
  return result;
}

/** What a passage became: its story and its words, or why it has no place. */
function outcome(target: AnnotationTarget, now: readonly ArticleText[]): string {
  const result = follow(target, now);
  if (result.state === 'orphaned') return result.reason;
  const { target: found, range, isUncertain } = result.place;
  const id = found.kind === 'passage' || found.kind === 'article' ? found.articleId : '';
  const text = now.find((one) => one.id === id)?.text ?? '';
  const words = range ? text.slice(range.start, range.end) : '';
  return `${id} ${words}${isUncertain ? ' ?' : ''}`;
}

const edited = (story: ArticleText, from: string, to: string): ArticleText =>
  article(story.id, story.page, story.text.replace(from, to), story.version + 1);

suite('reanchor, passages', () => {
  const keys = passageIn(lamp, '他把钥匙交给馆员');

  it('leaves them in an unchanged story', () => {
    expect(follow(keys, stories)).toEqual({
      annotationId: 'urn:uuid:note',
      state: 'placed',
      place: {
        target: keys,
        range: {
          start: lamp.text.indexOf('他把钥匙'),
          end: lamp.text.indexOf('他把钥匙') + '他把钥匙交给馆员'.length,
        },
        how: 'position',
        confidence: 1,
        isUncertain: false,
      },
    });
  });

  it('describes them anew on the new text', () => {
    const now = edited(lamp, '旧址', '老屋旧址');
    const result = follow(keys, [now, market, weather]);
    if (result.state !== 'placed') throw new Error('it is placed');
    expect(result.place.target).toEqual(passageIn(now, '他把钥匙交给馆员'));
  });

  it.each([
    [
      'a story under another id',
      [article('x', '3', lamp.text), market, weather],
      'x 他把钥匙交给馆员',
    ],
    [
      'stories that exchanged their ids',
      [article('market', '1', lamp.text), article('lamp', '1', market.text), weather],
      'market 他把钥匙交给馆员',
    ],
    [
      'a story that was split',
      [
        article('lamp', '1', lamp.text.split('\n').slice(0, 2).join('\n')),
        article('late', '2', `灯不亮了\n${lamp.text.split('\n').slice(2).join('\n')}`),
        market,
      ],
      'late 他把钥匙交给馆员',
    ],
    ['changed words', [edited(lamp, '把钥匙交给', '把鑰匙交給'), market], 'lamp 他把鑰匙交給馆员'],
  ])('finds them in %s', (_name, now, expected) => {
    expect(outcome(keys, now)).toBe(expected);
  });

  it('tells why one has no place', () => {
    expect(outcome(keys, [market, weather])).toBe('article-gone');
    const without = edited(lamp, lamp.text.split('\n')[2] ?? '', '灯塔今起闭馆整修。');
    expect(outcome(keys, [without, market, weather])).toBe('text-gone');
  });

  it('does not take a repetition for the words that were deleted', () => {
    const fog = passageIn(lamp, '雾天照旧开');
    const without = edited(lamp, '，雾天照旧开放', '');
    const result = follow(fog, [without, market, weather]);
    expect(result.state).toBe('orphaned');
    if (result.state !== 'orphaned') return;
    expect(result.reason).toBe('text-gone');
    expect(result.proposal).toMatchObject({ target: { articleId: 'market' }, isUncertain: true });
  });

  it('calls equal places ambiguous where nothing tells which is meant', () => {
    const doubled = `${lamp.text}\n${lamp.text}`;
    const result = follow(keys, [article('one', '1', doubled), market]);
    expect(result).toMatchObject({ state: 'orphaned', reason: 'ambiguous' });
  });

  it('keeps the rank of a passage that its story repeats', () => {
    const bell = article('bell', '1', `钟声\n${'雾天鸣钟三响。'.repeat(50)}`);
    const start = bell.text.indexOf('鸣钟', 180);
    const selectors = describe(bell.text, { start, end: start + 2 });
    if (!selectors) throw new Error('it is described');
    const target = { ...passageIn(bell, '鸣钟'), selectors };
    const now = article('bell', '1', bell.text.replace('钟声', '江上的钟声'), 2);
    const [result] = reanchor(
      [annotation(target)],
      new RevisionTexts([bell], fold),
      new RevisionTexts([now], fold),
    );
    expect(result).toMatchObject({
      state: 'placed',
      place: { range: { start: start + 3, end: start + 5 }, isUncertain: true },
    });
  });

  it('follows selectors that others made, without the old story', () => {
    const quote = {
      type: 'TextQuoteSelector',
      exact: '又数了一遍台阶',
      prefix: '',
      suffix: '',
    } as const;
    const target = { ...keys, articleId: 'elsewhere', selectors: { quote } };
    expect(outcome(target, stories)).toBe('lamp 又数了一遍台阶 ?');
    expect(outcome({ ...target, selectors: {} }, stories)).toBe('article-gone');
  });

  it('keeps the order of the annotations', () => {
    const notes = ['他把', '又数', '仍是'].map((words, at) => ({
      ...annotation(passageIn(lamp, words)),
      id: `urn:uuid:${at}`,
    }));
    const results = reanchor(notes, old, new RevisionTexts(stories, fold));
    expect(results.map(({ annotationId }) => annotationId)).toEqual(notes.map(({ id }) => id));
  });
});

suite('reanchor, stories, pages and issues', () => {
  it.each([
    ['unchanged', stories, 'lamp '],
    ['with another headline', [edited(lamp, '灯塔旧址', '江心灯塔'), market], 'lamp '],
    ['under another id', [article('x', '2', lamp.text), market], 'x '],
    ['changed under another id', [article('x', '2', edited(lamp, '旧址', '').text), market], 'x '],
    [
      'under the id of another',
      [article('market', '1', lamp.text), article('lamp', '1', market.text)],
      'market ',
    ],
    ['gone', [market, weather], 'article-gone'],
    ['replaced under its id', [article('lamp', '1', weather.text)], 'article-gone'],
  ])('finds a story %s', (_name, now, expected) => {
    expect(outcome(wholeOf(lamp), now)).toBe(expected);
  });

  it('keeps a page under its number', () => {
    expect(follow(pageTarget('1'), stories)).toMatchObject({
      state: 'placed',
      place: { target: { page: '1' }, isUncertain: false },
    });
  });

  it('follows the stories of a page that changed its number, uncertain of it', () => {
    const now = [article('lamp', '3', lamp.text), article('market', '3', market.text), weather];
    expect(follow(pageTarget('1'), now)).toMatchObject({
      state: 'placed',
      place: { target: { page: '3' }, isUncertain: true },
    });
  });

  it('tells when a page or an issue is gone', () => {
    expect(follow(pageTarget('1'), [weather])).toMatchObject({ reason: 'page-gone' });
    const issue = { kind: 'issue', archiveId: 'urn:uuid:archive', issueId: '1931-03-02' } as const;
    expect(follow(issue, [weather])).toMatchObject({ state: 'placed' });
    expect(follow(issue, [])).toMatchObject({ state: 'orphaned', reason: 'issue-gone' });
  });

  it('knows pages without stories', () => {
    const next = new RevisionTexts([weather], fold, [{ issueId: '1931-03-02', number: '8' }]);
    expect(reanchor([annotation(pageTarget('8'))], old, next)[0]).toMatchObject({
      state: 'placed',
    });
  });
});
