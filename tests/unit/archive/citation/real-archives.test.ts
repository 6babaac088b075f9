import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { formatBibtex } from '../../../../archive/citation/bibtex.ts';
import { citationItem, type CitationItem } from '../../../../archive/citation/citation-item.ts';
import { citationStyles, formatCitation } from '../../../../archive/citation/citation-style.ts';
import { leadCredits } from '../../../../archive/citation/lead-credits.ts';
import { formatRis } from '../../../../archive/citation/ris.ts';
import { readSourceFolder } from '../../../../archive/cli/source-folder.ts';
import { importMarkdown } from '../../../../archive/import/markdown/import-markdown.ts';
import type { ArchiveDescription } from '../../../../archive/model/archive-description.ts';
import { parseBibtex, parseRis } from './reference-files.ts';

const root = resolve(import.meta.dirname, '../../../..');

async function itemsOf(folder: string): Promise<readonly CitationItem[]> {
  const source = await readSourceFolder(resolve(root, 'archive/bundled', folder));
  const { archive } = importMarkdown(source);
  if (archive === null) throw new Error(`${folder} cannot be read`);
  const description: ArchiveDescription = {
    ...archive.description,
    format: 'guzhi-newspaper-archive',
    formatVersion: '1.0',
    minReaderVersion: '1.0',
    created: '2020-01-01T00:00:00Z',
    generator: '',
    counts: { issues: 0, pages: 0, articles: 0, media: 0, bytes: 0, maxLineBytes: 0 },
  };
  const issues = new Map(archive.issues.map((issue) => [issue.id, issue]));
  return archive.articles.map((article) => {
    const issue = issues.get(article.issue.id);
    if (issue === undefined) throw new Error(`no issue ${article.issue.id}`);
    return citationItem(article, issue, description);
  });
}

describe.each([
  ['lanjiang-daily', '样报'],
  ['lanjiang-xinbao', '樣報'],
])('%s', (folder, sample) => {
  let items: readonly CitationItem[] = [];
  beforeAll(async () => {
    items = await itemsOf(folder);
  });

  it('gives a reference for every story, and each says that the paper is a sample', () => {
    expect(items.length).toBeGreaterThan(10);
    for (const item of items) {
      expect(item.date?.day).toBeTypeOf('number');
      for (const style of citationStyles) expect(formatCitation(item, style)).toContain(sample);
    }
  });

  it('reads back as RIS and BibTeX with keys of its own', () => {
    expect(parseRis(formatRis(items))).toHaveLength(items.length);
    const keys = parseBibtex(formatBibtex(items)).map(({ key }) => key);
    expect(new Set(keys).size).toBe(items.length);
  });

  it('has no role and no space in a name', () => {
    for (const { authors } of items) {
      for (const { text } of authors) {
        expect(text).not.toMatch(/记者|記者|通讯员|通信員|实习生|摄|[\s　，、]/u);
      }
    }
  });
});

describe('the bundled archives', () => {
  it('find reporters in the first lines of stories without a byline', async () => {
    const items = await itemsOf('lanjiang-daily');
    const found = items.filter(({ credits }) => credits.some(({ name }) => name === '顾春台'));
    expect(found.length).toBeGreaterThan(0);
    expect(items.filter(({ authors }) => authors.length > 0).length).toBeGreaterThan(100);
  });

  it('date stories of 1934 in both calendars', async () => {
    const [item] = await itemsOf('lanjiang-xinbao');
    expect(item?.date?.edtf).toBe('1934-09-16');
    expect(item?.calendarDate).toEqual({ text: '民國二十三年九月十六日', source: 'computed' });
  });
});

const material = resolve(process.env.GUZHI_MATERIAL ?? resolve(root, '../shared'));
const page = resolve(material, 'seed/chongqing-daily-page.md');

describe('a page as OCR delivered it', () => {
  it.skipIf(!existsSync(page))('has two bracketed bylines, read with their roles', () => {
    const leads = readFileSync(page, 'utf8')
      .split('\n')
      .map((line) => leadCredits(line).credits)
      .filter((credits) => credits.length > 0);
    expect(leads.map((credits) => credits.map(({ role }) => role))).toEqual([
      ['chief-reporter', 'intern'],
      ['reporter', 'trainee'],
    ]);
    for (const { name } of leads.flat()) expect(name).toMatch(/^\p{Script=Han}{2,3}$/u);
  });
});
