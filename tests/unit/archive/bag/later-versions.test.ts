import { describe, expect, test } from 'vitest';
import type { ArchiveDescription } from '../../../../archive/model/archive-description.ts';
import type { Article } from '../../../../archive/model/article.ts';
import {
  bagZip,
  judge,
  madeArticle,
  madeContent,
  madeDescription,
} from '../../../fixtures/made-bag.ts';
import type { Judged, MadeContent } from '../../../fixtures/made-bag.ts';

function judgeMade(made: MadeContent): Promise<Judged> {
  return judge(bagZip(madeContent(made)));
}

/** A description that this version's types do not allow. */
function description(change: object): Partial<ArchiveDescription> {
  return change;
}

function article(change: object): Article {
  return madeArticle(1, change);
}

const later = { formatVersion: '1.9' };

describe('38 values that a later minor version adds', () => {
  const { defaults } = madeDescription();
  const gap = { from: '2019-05-19', to: '2019-05-19', note: '' };

  test.each([
    [
      'a calendar',
      { defaults: { ...defaults, calendar: 'sexagenary' } },
      { defaults: { ...defaults, calendar: 'gregorian' } },
      { field: '/defaults/calendar', found: 'sexagenary', taken: 'gregorian' },
    ],
    [
      'a writing mode',
      { defaults: { ...defaults, writingMode: 'vertical-lr' } },
      { defaults: { ...defaults, writingMode: 'horizontal-tb' } },
      { field: '/defaults/writingMode', found: 'vertical-lr', taken: 'horizontal-tb' },
    ],
    [
      'a reason of a gap',
      { gaps: [{ ...gap, reason: 'censored' }] },
      { gaps: [{ ...gap, reason: 'not-held' }] },
      { field: '/gaps/0/reason', found: 'censored', taken: 'not-held' },
    ],
    [
      'a script of the glossary',
      { glossary: [{ source: '后', target: '后', to: ['hans', 'latn'] }] },
      { glossary: [{ source: '后', target: '后', to: ['hans'] }] },
      { field: '/glossary/0/to', found: 'latn', taken: '' },
    ],
  ])('38 %s in archive.json', async (_what, stored, handedOn, details) => {
    const judged = await judgeMade({ description: description({ ...later, ...stored }) });
    expect(judged.codes).toEqual(['warn format-newer-minor', 'neutralise unknown-value']);
    expect(judged.report.problems[1]).toMatchObject({ path: 'data/archive.json', details });
    expect(judged.description).toMatchObject(handedOn);
    expect(judged.articles).toHaveLength(2);
    const today = await judgeMade({ description: description(stored) });
    expect(today.codes).toEqual(['refuse bad-description']);
  });

  test.each([
    ['a genre', { genre: 'podcast' }, { genre: 'news' }, '/genre'],
    [
      'a role',
      { byline: [{ name: '闻一舟', role: 'illustrator', label: '' }] },
      { byline: [{ name: '闻一舟', role: 'other', label: '' }] },
      '/byline/0/role',
    ],
    [
      'a method',
      { provenance: { source: '', method: 'handwriting', problems: [] } },
      { provenance: { source: '', method: 'unknown', problems: [] } },
      '/provenance/method',
    ],
  ])('38 %s of a story', async (_what, stored, handedOn, field) => {
    const made = article(stored);
    const judged = await judgeMade({
      description: later,
      articles: [made, madeArticle(2)],
    });
    expect(judged.codes).toEqual(['warn format-newer-minor', 'neutralise unknown-value']);
    expect(judged.report.problems[1]).toMatchObject({ line: 1, details: { field } });
    expect(judged.articles).toEqual([{ ...made, ...handedOn }, madeArticle(2)]);
    expect(judged.lines.map((line) => JSON.parse(line) as unknown)).toEqual(judged.articles);
    const today = await judgeMade({ articles: [made, madeArticle(2)] });
    expect(today.codes).toEqual(['skip wrong-field', 'warn counts-differ']);
  });

  test('38 a value that is no text is wrong in any version', async () => {
    const { codes } = await judgeMade({
      description: later,
      articles: [article({ genre: 7 }), madeArticle(2)],
    });
    expect(codes).toEqual(['warn format-newer-minor', 'skip wrong-field', 'warn counts-differ']);
  });
});

describe('38 versions that never were', () => {
  test.each([
    ['formatVersion', '0.9'],
    ['formatVersion', '01.0'],
    ['formatVersion', '1'],
    ['minReaderVersion', '0.9'],
  ])('38 %s %s refuses', async (member, version) => {
    const { report } = await judgeMade({ description: description({ [member]: version }) });
    expect(report.problems).toMatchObject([
      { code: 'bad-description', severity: 'refuse', details: { field: `/${member}` } },
    ]);
  });
});
