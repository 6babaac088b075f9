import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openBag } from '../../../archive/bag/bag-reader.ts';
import { decisionsFile } from '../../../archive/bag/sources/decisions-file.ts';
import type { ImportOutcome, ImportRequest } from '../../../archive/import/assembly/import-plan.ts';
import type { Article } from '../../../archive/model/article.ts';
import { ImportProjects } from '../../../main/import/import-project.ts';
import { Imports } from '../../../main/import/imports.ts';
import { planImport } from '../../../main/import/plan-import.ts';
import { reviewPage } from '../../../main/import/review.ts';
import { packWordTable } from '../../../scripts/pack-word-table.ts';

let folder: string;
let held: string[];
const words = packWordTable();

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'guzhi-import-'));
  held = [];
  writeFileSync(join(folder, 'words.bin'), words);
  mkdirSync(join(folder, 'pages'));
});

afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

const torn =
  '# 老渡口收缆\n\n本报讯（记者 孟小满）渡轮昨天停航，两岸的居民改走新桥。船上的钟由博物\n\n# 新桥亮灯\n\n本报讯（记者 闻一舟）新桥昨晚亮灯，桥上挤满了人。灯光把江面照得雪亮。\n\n馆收藏，船员转入江岸巡护队。渡口的牌子留在原地。\n';

function page(name: string, text = torn): string {
  const file = join(folder, 'pages', name);
  writeFileSync(file, text);
  return file;
}

function start(onProgress: () => void = () => undefined): {
  imports: Imports;
  projects: ImportProjects;
} {
  const projects = new ImportProjects(join(folder, 'projects'));
  const imports = new Imports({
    projects,
    builtFolder: join(folder, 'built'),
    wordTable: join(folder, 'words.bin'),
    isHeld: (archiveId) => Promise.resolve(held.includes(archiveId)),
    onProgress,
  });
  return { imports, projects };
}

async function request(paths: readonly string[]): Promise<ImportRequest> {
  const { sources, tables } = await planImport(paths, false);
  return { sources, tables, rights: '', isSample: false };
}

async function articlesOf(outcome: ImportOutcome): Promise<readonly Article[]> {
  if (outcome.outcome !== 'built') throw new Error(outcome.outcome);
  const found = await openBag(outcome.bags[0]?.file ?? '');
  if (found.outcome !== 'opened') throw new Error(JSON.stringify(found));
  const articles: Article[] = [];
  const report = await found.bag.read({
    article: (article) => {
      articles.push(article);
    },
  });
  await found.bag.close();
  expect(report.isValid).toBe(true);
  return articles;
}

test('a page is planned from its name, imported, and its torn paragraph is whole', async () => {
  page('试报_2019-05-18_第02版_要闻.md');
  const plan = await planImport([join(folder, 'pages')], false);
  expect(plan.sources[0]).toMatchObject({
    publication: '试报',
    date: '2019-05-18',
    page: '2',
    pageName: '要闻',
    kind: 'page',
  });
  const outcome = await start().imports.run(await request([join(folder, 'pages')]));
  const articles = await articlesOf(outcome);
  expect(articles.map(({ headline }) => headline)).toEqual(['老渡口收缆', '新桥亮灯']);
  const text = JSON.stringify(articles[0]?.body);
  expect(text).toContain('船上的钟由博物馆收藏');
  expect(outcome).toMatchObject({ reports: [{ stories: 2, joins: 1, unplacedCharacters: 0 }] });
});

test('decisions lie beside the source, and building again applies them as a higher revision', async () => {
  const file = page('试报_2019-05-18_第02版.md');
  const { imports, projects } = start();
  const first = await imports.run(await request([file]));
  if (first.outcome !== 'built') throw new Error(first.outcome);
  const archiveId = first.bags[0]?.archiveId ?? '';
  const place = { archiveId, date: '2019-05-18', page: '2', part: 0 };
  const table = await imports.wordTable();
  const review = await reviewPage(projects, table, { ...place, decisions: null });
  if (review.outcome !== 'open') throw new Error(review.outcome);
  const [join_] = review.restored.stories[0]?.joins ?? [];
  if (!join_) throw new Error('nothing was joined');
  const decision = {
    kind: 'join',
    first: join_.first,
    second: join_.second,
    isJoined: false,
  } as const;
  const decided = await reviewPage(projects, table, { ...place, decisions: [decision] });
  expect(decided).toMatchObject({ outcome: 'open', keptIn: decisionsFile(file) });
  expect(readFileSync(decisionsFile(file), 'utf8')).toContain('"isJoined": false');
  const again = await imports.rebuild(archiveId);
  expect(again).toMatchObject({ bags: [{ revision: 2, archiveId }] });
  const texts = (await articlesOf(again)).map(({ body }) => JSON.stringify(body)).join('');
  expect(texts).not.toContain('博物馆收藏');
  // Taking the decision back removes the file: nothing is left behind.
  await reviewPage(projects, table, { ...place, decisions: [] });
  expect(existsSync(decisionsFile(file))).toBe(false);
});

test('the sources are kept: the archive can be built again when they are gone', async () => {
  const file = page('试报_2019-05-18_第02版.md');
  const { imports } = start();
  const first = await imports.run(await request([file]));
  const archiveId = first.outcome === 'built' ? (first.bags[0]?.archiveId ?? '') : '';
  rmSync(file);
  expect(await articlesOf(await imports.rebuild(archiveId))).toHaveLength(2);
});

test('a paper that is in the library grows; a page that comes again takes the place of the earlier', async () => {
  const { imports } = start();
  const first = await imports.run(await request([page('试报_2019-05-18_第02版.md')]));
  held = first.outcome === 'built' ? first.bags.map(({ archiveId }) => archiveId) : [];
  const better = page(
    '试报_2019-05-18_2.txt',
    '# 更正\n\n渡轮照常开航，昨日消息有误，特此更正。\n',
  );
  const other = page('试报_2019-05-19_第01版.md', '# 桥头\n\n桥头的灯亮了一夜，没有人舍得回家。\n');
  const second = await imports.run(await request([better, other]));
  expect(second).toMatchObject({ bags: [{ revision: 2 }] });
  const headlines = (await articlesOf(second)).map(({ headline }) => headline);
  expect(headlines).toEqual(['更正', '桥头']);
});

test('cancelling leaves nothing: no bag, no project', async () => {
  const files = Array.from({ length: 5 }, (_, at) => page(`试报_2019-05-18_第0${at + 1}版.md`));
  const { imports, projects } = start(() => {
    imports.cancel();
  });
  const asked = await request(files);
  expect(await imports.run(asked)).toEqual({ outcome: 'cancelled' });
  expect(existsSync(join(folder, 'built'))).toBe(false);
  expect(existsSync(join(folder, 'projects', 'project.json'))).toBe(false);
  expect(await projects.read('urn:uuid:00000000-0000-5000-8000-000000000000')).toBeNull();
});

test('binary, empty and unknown files are refused with their reasons; a table is planned', async () => {
  const table = join(folder, 'pages', '题录.csv');
  writeFileSync(table, '题名,版次\n渡口,1\n');
  writeFileSync(join(folder, 'pages', 'broken.xlsx'), 'no workbook');
  page('binary.md', 'PK\u0003\u0004\u0000\u0000\u0000\u0000\u0000\u0000');
  page('empty.txt', '');
  const picture = page('photo.jpg', 'x');
  const plan = await planImport([join(folder, 'pages'), picture], false);
  expect(plan.refused.map(({ source, code }) => [source.split('/').at(-1), code])).toEqual([
    ['binary.md', 'binary'],
    ['broken.xlsx', 'unreadable-table'],
    ['empty.txt', 'empty-file'],
    ['photo.jpg', 'unknown-kind'],
  ]);
  expect(plan.tables[0]).toMatchObject({ rows: 1, columns: { title: 0, page: 1, date: null } });
  const nothing = await start().imports.run({ ...(await request([])), rights: '' });
  expect(nothing).toMatchObject({ outcome: 'failed', code: 'nothing-read' });
});

test('a text that a table names outside its own folder is not taken in', async () => {
  writeFileSync(join(folder, 'secret.txt'), '别处的文字。\n');
  const table = join(folder, 'pages', '题录.csv');
  writeFileSync(table, '报名,题名,日期,全文\n试报,渡口,2019-05-18,../secret.txt\n');
  const outcome = await start().imports.run(await request([table]));
  const articles = await articlesOf(outcome);
  expect(JSON.stringify(articles)).not.toContain('别处');
  expect(JSON.stringify(outcome)).toContain('row-text-missing');
});

test('a file that has gone does not keep the others from being planned', async () => {
  const there = page('试报_2022-07-18_第04版.md');
  const plan = await planImport([join(folder, 'gone.md'), there], false);
  expect(plan.sources.map(({ path }) => path)).toEqual([there]);
  expect(plan.refused).toEqual([{ source: 'gone.md', code: 'ENOENT' }]);
});
