import { parseDocument } from 'yaml';

/** Members of a story's front matter, whatever language their names are in. */
export interface StoryFrontMatter {
  readonly fields: Readonly<Partial<Record<StoryField, string>>>;
  readonly authors: readonly string[];
  /** Members that are not known, as they stand: nothing of a source is dropped. */
  readonly others: Readonly<Record<string, string>>;
  /** The text behind the front matter. */
  readonly rest: string;
}

export type StoryField =
  'publication' | 'date' | 'page' | 'pageName' | 'title' | 'kicker' | 'deck' | 'section' | 'issue';

const names: Readonly<Record<string, StoryField | 'author'>> = {
  ...{ publication: 'publication', paper: 'publication', newspaper: 'publication' },
  ...{ 报纸: 'publication', 报名: 'publication', 報紙: 'publication', 報名: 'publication' },
  ...{ date: 'date', 日期: 'date', 出版日期: 'date' },
  ...{ page: 'page', 版: 'page', 版次: 'page', 版面: 'page' },
  ...{ pagename: 'pageName', 'page-name': 'pageName', 版名: 'pageName' },
  ...{ title: 'title', headline: 'title', 标题: 'title', 標題: 'title', 题名: 'title' },
  ...{ 題名: 'title', 篇名: 'title', 主题: 'title' },
  ...{ kicker: 'kicker', 引题: 'kicker', 引題: 'kicker', 肩题: 'kicker' },
  ...{ deck: 'deck', subtitle: 'deck', 副题: 'deck', 副題: 'deck', 副标题: 'deck' },
  ...{ section: 'section', column: 'section', 栏目: 'section', 欄目: 'section' },
  ...{ author: 'author', authors: 'author', byline: 'author', 作者: 'author', 记者: 'author' },
  ...{ 記者: 'author', 责任者: 'author' },
  ...{ issue: 'issue', number: 'issue', 期号: 'issue', 期次: 'issue', 期號: 'issue' },
};

const matterShape =
  /^\ufeff?---[ \t]*(?:\r\n|\n|\r)([\s\S]{0,20000}?)(?:\r\n|\n|\r)---[ \t]*(?:(?:\r\n|\n|\r)+|$)/u;

function textsOf(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return value.flatMap(textsOf);
  if (typeof value === 'object' && value !== null) {
    const { label, name } = value as { label?: unknown; name?: unknown };
    return [[label, name].filter((one) => typeof one === 'string').join('　')];
  }
  return [];
}

/** Names of several people in one text. */
export function splitAuthors(text: string): readonly string[] {
  return text
    .split(/[、，,;；/／]|\s{1,}|　/u)
    .map((name) => name.trim())
    .filter((name) => name !== '');
}

/** Reads the front matter of a text; null where there is none or it is not YAML with members. */
export function readStoryFrontMatter(text: string): StoryFrontMatter | null {
  const found = matterShape.exec(text);
  if (!found) return null;
  // Chinese sources write the full-width colon, which YAML does not know.
  const yaml = (found[1] ?? '').replace(/^(\p{L}[\p{L}-]*)\s*：[ 　]*/gmu, '$1: ');
  const document = parseDocument(yaml, { schema: 'failsafe', logLevel: 'silent' });
  if (document.errors.length > 0) return null;
  const value: unknown = document.toJS({ maxAliasCount: 0 });
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return null;
  const fields: Partial<Record<StoryField, string>> = {};
  const authors: string[] = [];
  const others: Record<string, string> = {};
  for (const [key, member] of Object.entries(value)) {
    const known = names[key.trim().toLowerCase()];
    const texts = textsOf(member);
    if (known === 'author') {
      authors.push(...(texts.length === 1 ? splitAuthors(texts[0] ?? '') : texts));
    } else if (known !== undefined) fields[known] = texts.join('\n');
    else others[key] = texts.join('\n');
  }
  return { fields, authors, others, rest: text.slice(found[0].length) };
}
