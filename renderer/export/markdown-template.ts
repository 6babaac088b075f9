import { fieldNames, type QuotationFields } from './quotation-fields.ts';

/** What a quotation becomes until the reader writes a template of their own. */
export const usualTemplate = `[{{number}}] {{headline}}

> {{quotation}}

> {{converted}}

{{reading}}

{{note}}

{{citation}} <{{link}}> {{sample}}
`;

const place = /\{\{\s*(\w+)\s*\}\}/g;

/** Names in a template that stand for nothing. */
export function unknownPlaces(template: string): readonly string[] {
  const known = new Set<string>(fieldNames);
  return [...new Set([...template.matchAll(place)].map(([, name = '']) => name))].filter(
    (name) => !known.has(name),
  );
}

/** Text that Markdown shows as it is, character for character. */
function literal(text: string): string {
  return text
    .replace(/[\\`*_{}[\]<>#+|~&$!]/g, '\\$&')
    .replace(/^(\s*\d+)([.)])/gm, '$1\\$2')
    .replace(/^(\s*)([-=])/gm, '$1\\$2');
}

/** Fields that are Markdown themselves, or addresses. */
const raw: ReadonlySet<string> = new Set(['note', 'link']);

/**
 * Fills a template. A line whose places are all empty goes; what has several lines repeats what stands
 * before it on the line, so that a quotation stays inside its `>`.
 */
export function fillTemplate(template: string, fields: QuotationFields): string {
  const lines = template.split('\n').flatMap((line) => {
    const names = [...line.matchAll(place)].map(([, name = '']) => name);
    if (names.length === 0) return [line];
    const valueOf = (name: string): string =>
      Object.hasOwn(fields, name) ? fields[name as keyof QuotationFields] : `{{${name}}}`;
    if (names.every((name) => valueOf(name) === '')) return [];
    const prefix = /^\s*(?:>\s*)*/.exec(line)?.[0] ?? '';
    const filled = line
      .replace(place, (_, name: string) => {
        const value = valueOf(name);
        return (raw.has(name) ? value : literal(value)).replaceAll('\n', `  \n${prefix}`);
      })
      .replace(/ <>/g, '');
    // Spaces at the end of a quotation are its own; those before an empty place are nobody's.
    return [valueOf(names.at(-1) ?? '') === '' ? filled.trimEnd() : filled];
  });
  return lines
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .replace(/^\n+|\n+$/g, '');
}

/** The whole file: a heading for each group, then its quotations. */
export function markdownFile(
  title: string,
  groups: readonly { readonly title: string; readonly rows: readonly QuotationFields[] }[],
  template: string,
): string {
  const parts = [`# ${literal(title)}`];
  for (const group of groups) {
    parts.push(`## ${literal(group.title)}`);
    for (const row of group.rows) parts.push(fillTemplate(template, row));
  }
  return `${parts.join('\n\n')}\n`;
}
