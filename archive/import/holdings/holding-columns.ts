/** What a column of a table of holdings (题录) can say. */
export const holdingFields = [
  'title',
  'date',
  'page',
  'pageName',
  'author',
  'section',
  'publication',
  'issue',
  'path',
] as const;
export type HoldingField = (typeof holdingFields)[number];

/** Column (from 0) of each field; null where the table has none. */
export type HoldingColumns = Readonly<Record<HoldingField, number | null>>;

/** Without these a row cannot be placed. */
export const neededFields: readonly HoldingField[] = ['title', 'date'];

const heads: Readonly<Record<HoldingField, readonly string[]>> = {
  title: [
    ...['题名', '標題', '标题', '题目', '題目', '題名', '篇名', '篇题', '文章标题', '正题名'],
    ...['title', 'headline', 'article', 'article title'],
  ],
  date: [
    ...['日期', '出版日期', '刊登日期', '见报日期', '見報日期', '发表日期', '發表日期', '时间'],
    ...['date', 'published', 'publication date', 'issue date', 'day'],
  ],
  page: ['版次', '版', '版号', '版號', '页', '页码', '版面', '版序', 'page', 'page number', 'p'],
  pageName: ['版名', '版面名称', '版面名稱', 'page name', 'page title'],
  author: [
    ...['作者', '责任者', '責任者', '记者', '記者', '著者', '撰稿', '署名'],
    ...['author', 'authors', 'byline', 'by', 'creator', 'reporter'],
  ],
  section: ['栏目', '欄目', '专栏', '專欄', 'section', 'column', 'rubric'],
  publication: [
    ...['报名', '報名', '报纸', '報紙', '报刊名', '报纸名称', '刊名', '来源', '出处'],
    ...['publication', 'newspaper', 'paper', 'source', 'periodical'],
  ],
  issue: ['期号', '期號', '期次', '总期号', '期', 'issue', 'issue number', 'number', 'no'],
  path: [
    ...[
      '全文',
      '正文',
      '文件',
      '路径',
      '路徑',
      '全文路径',
      '文本',
      '文本路径',
      '文件名',
      '全文文件',
    ],
    ...['path', 'file', 'text', 'full text', 'fulltext', 'filename', 'file name', 'text file'],
  ],
};

function folded(head: string): string {
  return head
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[\s_\-.:：()（）[\]【】*#]+/gu, ' ')
    .trim();
}

/** The columns of a table by their heads: whole heads first, then heads that hold a known word. */
export function recogniseColumns(headRow: readonly string[]): HoldingColumns {
  const columns: Record<HoldingField, number | null> = {
    title: null,
    date: null,
    page: null,
    pageName: null,
    author: null,
    section: null,
    publication: null,
    issue: null,
    path: null,
  };
  const free = new Set(headRow.keys());
  const take = (fits: (head: string, word: string) => boolean): void => {
    for (const field of holdingFields) {
      if (columns[field] !== null) continue;
      const found = heads[field]
        .map((word) => [...free].find((at) => fits(folded(headRow[at] ?? ''), word)))
        .find((at) => at !== undefined);
      if (found === undefined) continue;
      columns[field] = found;
      free.delete(found);
    }
  };
  take((head, word) => head === word);
  take((head, word) => word.length > 1 && head.includes(word));
  return columns;
}

/** Whether a row looks like heads: two or more of its cells name a field. */
export function isHeadRow(row: readonly string[]): boolean {
  return Object.values(recogniseColumns(row)).filter((column) => column !== null).length >= 2;
}
