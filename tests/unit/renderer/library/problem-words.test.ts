import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Converter } from 'opencc-js';
import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { I18nextProvider } from 'react-i18next';
import { describe, expect, test } from 'vitest';
import { problemKinds } from '../../../../archive/model/problem-codes.ts';
import type { InterfaceLanguage } from '../../../../archive/model/user-data.ts';
import { startI18n } from '../../../../renderer/i18n/i18n.ts';
import { problemsEn } from '../../../../renderer/i18n/locales/problems-en.ts';
import { problemsZhHans } from '../../../../renderer/i18n/locales/problems-zh-hans.ts';
import { problemsZhHant } from '../../../../renderer/i18n/locales/problems-zh-hant.ts';
import type { ProblemText, ProblemTexts } from '../../../../renderer/i18n/problem-text.ts';
import { ProblemList } from '../../../../renderer/library/problem-list.tsx';
import {
  problemReport,
  problemWords,
  type ReportedProblem,
} from '../../../../renderer/library/problem-words.ts';
import { raisedDetails } from './raised-details.ts';

const catalogues: Readonly<Record<InterfaceLanguage, ProblemTexts>> = {
  'zh-Hans': problemsZhHans,
  'zh-Hant': problemsZhHant,
  en: problemsEn,
};
const languages = Object.keys(catalogues) as InterfaceLanguage[];
const codes = Object.keys(problemsZhHans) as (keyof ProblemTexts)[];
const instances = {
  'zh-Hans': await startI18n('zh-Hans'),
  'zh-Hant': await startI18n('zh-Hant'),
  en: await startI18n('en'),
};

function sentences({ what }: ProblemText): readonly string[] {
  return typeof what === 'string' ? [what] : what;
}

function placeholders(sentence: string): readonly string[] {
  return Array.from(sentence.matchAll(/\{\{(\w+)\}\}/g), ([, name]) => name ?? '');
}

function reported(code: string, rest: Partial<ReportedProblem> = {}): ReportedProblem {
  return { code, severity: 'refuse', path: '', details: {}, ...rest };
}

function words(language: InterfaceLanguage, problem: ReportedProblem) {
  return problemWords(problem, instances[language].t);
}

describe.each(languages)('the catalogue in %s', (language) => {
  const texts = catalogues[language];

  test('explains every code, and the same ones as the others', () => {
    expect(Object.keys(texts).toSorted()).toEqual(codes.toSorted());
    expect(codes).toEqual(expect.arrayContaining(Object.keys(problemKinds)));
  });

  test('has the same figures in every sentence as the others', () => {
    for (const code of codes) {
      const own = sentences(texts[code]).map((one) => placeholders(one).toSorted());
      const other = sentences(problemsZhHans[code]).map((one) => placeholders(one).toSorted());
      expect(own, code).toEqual(other);
    }
  });

  test('can do without any figure, and never shows an unfilled one', () => {
    for (const code of codes) {
      const { what, advice } = words(language, reported(code));
      expect(what, code).toBe(sentences(texts[code]).at(-1));
      expect(what + advice, code).not.toMatch(/[{}]/);
    }
  });

  test('shows each sentence to a problem that brings its figures', () => {
    for (const code of codes) {
      for (const sentence of sentences(texts[code])) {
        const names = placeholders(sentence);
        const details = Object.fromEntries(names.map((name, index) => [name, `figure-${index}`]));
        const expected = sentence.replace(
          /\{\{(\w+)\}\}/g,
          (_, name: string) => `figure-${names.indexOf(name)}`,
        );
        expect(words(language, reported(code, { details })).what, code).toBe(expected);
      }
    }
  });

  test('says what without a full stop and advises in calm sentences', () => {
    for (const code of codes) {
      for (const sentence of sentences(texts[code]))
        expect(sentence, code).not.toMatch(/[.。!！]$/);
      expect(texts[code].advice, code).toMatch(language === 'en' ? /[a-z0-9B]\.$/ : /。$/);
      expect(texts[code].advice, code).not.toMatch(/[!！]/);
    }
  });
});

test.each([
  ['zh-Hant', 'cn', 't'],
  ['zh-Hans', 't', 'cn'],
] as const)('%s is written in its own script', (language, from, to) => {
  const convert = Converter({ from, to });
  const { problems, ...rest } = instances[language].getResourceBundle(
    language,
    'translation',
  ) as Record<string, unknown>;
  const text = JSON.stringify({ problems, refusal: rest.refusal });
  const foreign = new Set((text.match(/\p{sc=Han}/gu) ?? []).filter((one) => convert(one) !== one));
  expect([...foreign].join('')).toBe('');
});

const root = join(import.meta.dirname, '../../../..');
const hasBagCheck = existsSync(join(root, 'archive/bag/problem-list.ts'));

test.skipIf(!hasBagCheck)(
  'every figure of a sentence is one that its problem is raised with',
  () => {
    const raised = raisedDetails(root, ['archive/bag', 'main', 'renderer/database']);
    expect(raised.size).toBeGreaterThan(60);
    const unknown = codes.flatMap((code) => {
      const names = raised.get(code);
      if (!names) return [];
      return sentences(problemsZhHans[code])
        .flatMap(placeholders)
        .filter((name) => !names.has(name))
        .map((name) => `${code}: ${name}`);
    });
    expect(unknown).toEqual([]);
  },
);

test.each([
  ['zh-Hans', '文件末尾少 18 402 字节：应为 2 118 774 016 字节，实得 2 118 755 614 字节'],
  ['zh-Hant', '檔案末尾少 18 402 位元組：應為 2 118 774 016 位元組，實得 2 118 755 614 位元組'],
  [
    'en',
    'The end of the file is missing, 18 402 bytes: expected 2 118 774 016 bytes, found 2 118 755 614 bytes',
  ],
] as const)('a cut file is told its exact figures in %s', (language, what) => {
  const details = {
    missingBytes: 18_402,
    expectedBytes: 2_118_774_016,
    fileBytes: 2_118_755_614,
  };
  expect(words(language, reported('truncated', { details })).what).toBe(what);
});

test('the figures decide which account is given', () => {
  const what = (details: ReportedProblem['details']): string =>
    words('en', reported('truncated', { details })).what;
  expect(what({ missingBytes: 1 })).toBe('The file is incomplete: 1 byte missing');
  expect(what({ missingBytesAtLeast: 68, fileBytes: 1200 })).toBe(
    'The file is incomplete: at least 68 bytes missing',
  );
  expect(what({ fileBytes: 1200 })).toBe('The file is incomplete');
});

test('an empty detail is no figure', () => {
  const problem = reported('not-in-manifest', { details: { manifest: '' } });
  expect(words('en', problem).what).toBe('The bag has this file, but no manifest lists it');
});

test.each([
  ['zh-Hans', '期数', '篇数'],
  ['zh-Hant', '期數', '篇數'],
  ['en', 'issues', 'stories'],
] as const)('counts are named in %s', (language, issues, articles) => {
  const what = (count: string): string =>
    words(language, reported('counts-differ', { details: { count, expected: 12, found: 1100 } }))
      .what;
  expect(what('issues')).toContain(issues);
  expect(what('articles')).toContain(articles);
  expect(what('articles')).toContain('1 100');
});

test.each([
  ['zh-Hans', 'data/issues.ndjson，第 1 204 行', '第 3 行'],
  ['zh-Hant', 'data/issues.ndjson，第 1 204 行', '第 3 行'],
  ['en', 'data/issues.ndjson, line 1 204', 'line 3'],
] as const)('the place is named in %s', (language, full, lineOnly) => {
  const where = (rest: Partial<ReportedProblem>): string =>
    words(language, reported('bad-json', rest)).where;
  expect(where({ path: 'data/issues.ndjson', line: 1204 })).toBe(full);
  expect(where({ line: 3 })).toBe(lineOnly);
  expect(where({ path: 'data/issues.ndjson' })).toBe('data/issues.ndjson');
  expect(where({})).toBe('');
});

test.each(languages)('a code without words is named in %s', (language) => {
  for (const code of ['from-a-later-version', 'truncated.what', 'constructor']) {
    const { what, advice } = words(language, reported(code));
    expect(what).toContain(code);
    expect(advice).not.toBe('');
  }
});

test('what a bag says of itself can neither break nor turn a line, nor reach the catalogue', () => {
  const path = 'data/\u202Egpj.$t(name)\n{{line}}';
  const { what, where } = words(
    'en',
    reported('names-collide', { path, line: 2, details: { other: path } }),
  );
  const shown = 'data/\\u{202e}gpj.$t(name)\\u{a}{{line}}';
  expect(where).toBe(`${shown}, line 2`);
  expect(what).toBe(`On some computers this has the same name as “${shown}”`);
  expect(words('en', reported('missing-file', { path: 'a'.repeat(100_000) })).where).toHaveLength(
    301,
  );
});

test('the report holds what people and programs need', () => {
  const report = problemReport(
    [
      reported('truncated', { details: { missingBytes: 18_402, fileBytes: 1_000_000 } }),
      reported('bad-json', {
        severity: 'skip',
        path: 'data/articles-0001.ndjson',
        line: 7,
        details: { reason: 'Unexpected\nend' },
      }),
    ],
    (problem) => words('zh-Hans', problem),
    '澜江\n新报.newsbag',
    new Date(Date.UTC(2026, 4, 18, 3, 4, 5)),
  );
  expect(report).toBe(
    [
      '澜江\\u{a}新报.newsbag',
      '2026-05-18T03:04:05.000Z',
      '',
      '1. 文件不完整，少 18 402 字节 [truncated, refuse]',
      `   ${problemsZhHans.truncated.advice}`,
      '   missingBytes: 18402',
      '   fileBytes: 1000000',
      '',
      '2. 这一行不是完整的 JSON 记录 [bad-json, skip]',
      '   data/articles-0001.ndjson，第 7 行',
      `   ${problemsZhHans['bad-json'].advice}`,
      '   reason: Unexpected\\u{a}end',
      '',
    ].join('\n'),
  );
});

test.each(languages)('the list shows the words in %s', (language) => {
  const list = createElement(ProblemList, {
    problems: [{ code: 'encrypted', severity: 'refuse', path: 'a/b.txt', details: {} }],
    unlisted: 0,
  });
  const markup = renderToStaticMarkup(
    createElement(I18nextProvider, { i18n: instances[language] }, list),
  );
  const { what, advice } = catalogues[language].encrypted;
  expect(markup).toContain(`<b>${String(what)}</b><code>a/b.txt</code><span>${advice}</span>`);
});
