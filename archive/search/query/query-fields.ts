import type { AskedField } from '../text/search-fields.ts';

/** What a name before a colon means. */
export type FieldMeaning =
  | { readonly field: AskedField }
  | { readonly by: 'page' | 'section' | 'author' | 'archive' }
  | { readonly by: 'date' | 'has' };

const fieldNames: readonly (readonly [string, FieldMeaning])[] = [
  ['headline title 标题 標題', { field: 'headline' }],
  ['byline 署名', { field: 'byline' }],
  ['dateline 电头 電頭', { field: 'dateline' }],
  ['caption 图注 圖注 图说 圖說', { field: 'caption' }],
  ['body text 正文', { field: 'body' }],
  ['page 版 版名 版面', { by: 'page' }],
  ['section 栏目 欄目', { by: 'section' }],
  ['author 作者', { by: 'author' }],
  ['archive paper 报纸 報紙', { by: 'archive' }],
  ['date 日期', { by: 'date' }],
  ['has 有', { by: 'has' }],
];

const fields = new Map(
  fieldNames.flatMap(([names, meaning]) =>
    names.split(' ').map((name) => [name, meaning] as const),
  ),
);

/** Undefined for a name that is none: the colon is part of the words then. */
export function meaningOfField(name: string): FieldMeaning | undefined {
  return fields.get(name.toLowerCase());
}
