/** Which page of which paper a file holds; empty strings where that is not known. */
export interface PageIdentity {
  readonly publication: string;
  /** EDTF, a full day. */
  readonly date: string;
  /** As printed: "3", "A03". */
  readonly page: string;
  /** 版名 */
  readonly pageName: string;
}

const nothing: PageIdentity = { publication: '', date: '', page: '', pageName: '' };

/**
 * Reads publication, date and page from a file name, with a pattern such as
 * `{publication}_{date}_{page}` or without one, by the shapes that libraries use.
 */
export function readPageFileName(fileName: string, pattern = ''): PageIdentity {
  const bare = (fileName.split(/[\\/]/u).at(-1) ?? '').replace(/\.(?:md|markdown|txt)$/iu, '');
  if (pattern !== '') return byPattern(bare, pattern);
  const date = findDate(bare);
  const rest = date ? bare.slice(date.end) : bare;
  const front = date ? bare.slice(0, date.start) : bare;
  const behind = findPage(rest);
  const page = behind ?? (date ? findPage(front) : null);
  const publication = front
    .replace(/第?\s?[A-D]?\d{1,3}\s?版|(?:^|[\s_-])(?:p|page)?\d{1,3}$/giu, '')
    .replace(/[\s_.\-—·]+$/gu, '')
    .replace(/^[\s_.\-—·]+/gu, '')
    .replace(/[_]+/gu, ' ');
  return {
    publication,
    date: date?.date ?? '',
    page: page?.number ?? '',
    pageName: behind ? pageNameAfter(rest.slice(behind.end)) : '',
  };
}

/** Fields between braces, everything else literal; `date` reads any of the known shapes. */
function byPattern(name: string, pattern: string): PageIdentity {
  const fields: string[] = [];
  const source = pattern
    .replace(/[.*+?^$()|[\]\\]/gu, '\\$&')
    .replace(/\{(publication|date|page|name)\}/gu, (_, field: string) => {
      fields.push(field);
      if (field === 'date') return '(.*?\\d{1,2}日?)';
      return field === 'page' ? '第?([A-Za-z]?\\d{1,3})版?' : '(.+?)';
    });
  let found: RegExpExecArray | null;
  try {
    found = new RegExp(`^${source}$`, 'u').exec(name);
  } catch {
    return nothing;
  }
  if (!found) return nothing;
  const value = (field: string): string => found[fields.indexOf(field) + 1] ?? '';
  return {
    publication: fields.includes('publication') ? value('publication').trim() : '',
    date: fields.includes('date') ? (findDate(value('date'))?.date ?? '') : '',
    page: fields.includes('page') ? pageNumber(value('page')) : '',
    pageName: fields.includes('name') ? value('name').trim() : '',
  };
}

function findDate(text: string): { date: string; start: number; end: number } | null {
  const found =
    /(?<!\d)((?:18|19|20)\d\d)[-_.年\s]?(0?[1-9]|1[0-2])[-_.月\s]?(0[1-9]|[12]\d|3[01]|[1-9])日?(?!\d)/u.exec(
      text,
    );
  if (!found) return null;
  const [whole, year = '', month = '', day = ''] = found;
  const isDay = Number(day) <= new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate();
  if (!isDay) return null;
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return { date, start: found.index, end: found.index + whole.length };
}

function findPage(text: string): { number: string; end: number } | null {
  const found =
    /第\s?([A-Za-z]?\d{1,3}|[一二三四五六七八九十]{1,3})\s?版/u.exec(text) ??
    /(?:^|[\s_.\-—])(?:p|page|版)?\s?([A-Da-d]?\d{1,3})(?:版|$|[\s_.\-—])/iu.exec(text) ??
    /([A-D]\d{1,2})$/u.exec(text);
  return found ? { number: pageNumber(found[1] ?? ''), end: found.index + found[0].length } : null;
}

/** What follows the page's number in a file name, where it is words: the name of the page. */
function pageNameAfter(text: string): string {
  return /^[\s_.\-—·：:]*(\p{sc=Han}{2,8})$/u.exec(text)?.[1] ?? '';
}

/** The first full day in a text, as EDTF; empty where there is none. */
export function readDay(text: string): string {
  return findDate(text)?.date ?? '';
}

/** Without leading zeros, which number files and not pages; letters keep theirs: A03. */
export function pageNumber(text: string): string {
  return /^\d+$/u.test(text) ? String(Number(text)) : text.toUpperCase();
}

const keys: Readonly<Record<string, keyof PageIdentity>> = {
  publication: 'publication',
  paper: 'publication',
  报纸: 'publication',
  报名: 'publication',
  報紙: 'publication',
  date: 'date',
  日期: 'date',
  page: 'page',
  版: 'page',
  版次: 'page',
  版面: 'page',
  pagename: 'pageName',
  版名: 'pageName',
};

/** What the front matter of a page says about it; empty strings for what it does not say. */
export function readPageFrontMatter(markdown: string): PageIdentity {
  const matter = /^\ufeff?---[ \t]*\r?\n([\s\S]{0,4000}?)\r?\n---[ \t]*(?:\r?\n|$)/u.exec(markdown);
  const read: { -readonly [Key in keyof PageIdentity]: PageIdentity[Key] } = { ...nothing };
  for (const line of (matter?.[1] ?? '').split(/\r?\n/u)) {
    const found = /^([\p{L}]+)\s*[:：]\s*["']?(.*?)["']?\s*$/u.exec(line);
    const key = keys[(found?.[1] ?? '').toLowerCase()];
    const value = found?.[2] ?? '';
    if (key === 'date') read.date = findDate(value)?.date ?? '';
    else if (key === 'page') read.page = pageNumber(value.replace(/^第|版$/gu, ''));
    else if (key !== undefined) read[key] = value;
  }
  return read;
}
