import { describe, expect, it } from 'vitest';
import { escapeTex, formatBibtex } from '../../../../archive/citation/bibtex.ts';
import { cslItem, formatCslJson } from '../../../../archive/citation/csl-json.ts';
import { formatRis } from '../../../../archive/citation/ris.ts';
import { parseBibtex, parseRis, texText } from './reference-files.ts';
import { archiveId, by, storyId, testItem } from './story.ts';

const story = testItem({
  byline: by(
    ['欧阳文详', 'reporter', '本报记者'],
    '退思',
    'Smith, John',
    'American Chemical Society',
    '买买提·艾力',
    ['林乔', 'translator', '林乔译'],
    ['白露', 'photographer', '摄影'],
  ),
  headline: 'GPS与“100%”的{数据}\n第二行',
  deck: '——访张三',
  section: '聚焦',
  page: 'A03',
  publisher: '中国青年报社',
  issn: '1000-0001',
  cnNumber: 'CN 11-0061',
  issueNotes: ['民國八十九年十一月二十日'],
  isSample: true,
});
const link = `guzhi://archive/${archiveId.slice(9)}/i1/A03/${storyId.slice(9)}`;

describe('CSL-JSON', () => {
  it('has every field in its place', () => {
    expect(cslItem(story)).toEqual({
      id: storyId,
      type: 'article-newspaper',
      title: 'GPS与“100%”的{数据}　第二行：访张三',
      author: [
        { family: '欧阳', given: '文详' },
        { literal: '退思' },
        { family: 'Smith', given: 'John' },
        { literal: 'American Chemical Society' },
        { literal: '买买提·艾力' },
      ],
      translator: [{ family: '林', given: '乔' }],
      'container-title': '中国青年报[样报]',
      issued: { 'date-parts': [[2000, 11, 20]] },
      page: 'A03',
      section: '聚焦',
      publisher: '中国青年报社',
      ISSN: '1000-0001',
      language: 'zh-Hans-CN',
      archive: '中国青年报',
      archive_location: storyId,
      note: `样报; 民國八十九年十一月二十日; CN 11-0061; 本报记者 欧阳文详、林乔译、摄影 白露; 中国青年报 (${archiveId}, 1); ${link}`,
    });
  });

  it.each([
    ['1934-09', { 'date-parts': [[1934, 9]] }],
    ['1934', { 'date-parts': [[1934]] }],
    ['1934~', { 'date-parts': [[1934]], circa: true }],
    ['1934-22', { 'date-parts': [[1934]], season: 2 }],
    ['193X', { literal: '193X', circa: true }],
    ['1934-13-45', undefined],
  ])('gives %s as far as it is known', (date, issued) => {
    expect(cslItem(testItem({ date })).issued).toEqual(issued);
  });

  it('leaves out what is not known', () => {
    expect(Object.keys(cslItem(testItem({ page: '' }))).sort()).toEqual([
      'archive',
      'archive_location',
      'container-title',
      'id',
      'issued',
      'language',
      'note',
      'title',
      'type',
    ]);
  });

  it('is one JSON array', () => {
    expect(JSON.parse(formatCslJson([story, story]))).toEqual([
      JSON.parse(JSON.stringify(cslItem(story))),
      JSON.parse(JSON.stringify(cslItem(story))),
    ]);
  });
});

describe('RIS', () => {
  it('has every field in its place', () => {
    const [record = []] = parseRis(formatRis([story]));
    expect(record.map(({ tag, value }) => `${tag} ${value}`)).toEqual([
      'TY NEWS',
      'AU 欧阳, 文详',
      'AU 退思',
      'AU Smith, John',
      'AU American Chemical Society,',
      'AU 买买提·艾力',
      'A4 林, 乔',
      'TI GPS与“100%”的{数据}　第二行：访张三',
      'T2 中国青年报[样报]',
      'PY 2000',
      'DA 2000/11/20/',
      'SP A03',
      'SE 聚焦',
      'PB 中国青年报社',
      'SN 1000-0001',
      'LA zh-Hans-CN',
      'DB 中国青年报',
      `AN ${storyId}`,
      `N1 ${cslItem(story).note}`,
    ]);
  });

  it.each([
    ['1934-09', '1934/09//'],
    ['1934', '1934///'],
    ['1934-22', '1934///Summer'],
    ['193X', undefined],
    ['1934-13-45', undefined],
  ])('gives %s as far as it is known', (date, expected) => {
    const [record = []] = parseRis(formatRis([testItem({ date })]));
    expect(record.find(({ tag }) => tag === 'DA')?.value).toBe(expected);
  });

  it('ends every line with CR LF and every record with ER', () => {
    const text = formatRis([story, testItem({})]);
    expect(text.endsWith('ER  - \r\n')).toBe(true);
    expect(parseRis(text)).toHaveLength(2);
    expect(formatRis([])).toBe('');
  });
});

describe('BibTeX', () => {
  it('has every field in its place', () => {
    const [entry] = parseBibtex(formatBibtex([story]));
    expect(entry?.type).toBe('article');
    expect(entry?.key).toBe('guzhi-2000-11-20-22222222222242228222222222222222');
    expect(Object.fromEntries(entry?.fields ?? [])).toEqual({
      author:
        '{欧阳文详} and {退思} and Smith, John and {American Chemical Society} and {买买提·艾力}',
      translator: '{林乔}',
      title: '{GPS}与“100\\%”的{\\textbraceleft}数据{\\textbraceright}　第二行：访张三',
      journal: '中国青年报[样报]',
      date: '2000-11-20',
      year: '2000',
      month: 'nov',
      day: '20',
      pages: 'A03',
      entrysubtype: 'newspaper',
      publisher: '中国青年报社',
      issn: '1000-0001',
      language: 'zh-Hans-CN',
      langid: 'chinese',
      annote: escapeTex(cslItem(story).note),
    });
  });

  it('escapes whatever TeX would take for its own', () => {
    const text = '\\ { } % & $ # _ ^ ~ \\{ }} 汉';
    expect(escapeTex(text)).toBe(
      '{\\textbackslash} {\\textbraceleft} {\\textbraceright} \\% \\& \\$ \\# \\_ {\\textasciicircum} {\\textasciitilde} {\\textbackslash}{\\textbraceleft} {\\textbraceright}{\\textbraceright} 汉',
    );
    expect(texText(escapeTex(text))).toBe(text);
  });

  it('writes others where 等 was printed, and keeps an “and” inside a name', () => {
    const [entry] = parseBibtex(
      formatBibtex([testItem({ byline: by('Johnson and Johnson', '陶野、秦墨等') })]),
    );
    expect(entry?.fields.get('author')).toBe(
      '{Johnson and Johnson} and {陶野} and {秦墨} and others',
    );
  });

  it('leaves out a date that is not known', () => {
    const [entry] = parseBibtex(formatBibtex([testItem({ date: '193X' })]));
    expect(['date', 'year', 'month', 'day'].some((field) => entry?.fields.has(field))).toBe(false);
  });
});
