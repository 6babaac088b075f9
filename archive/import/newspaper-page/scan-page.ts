import { readInline } from './inline-markdown.ts';
import { findLastTableEnd, readHtmlTable, readPipeTable } from './read-table.ts';
import type { SourceBlock, SourceKind } from './source-block.ts';
import type { SourceLine } from './source-line.ts';
import { splitSourceLines } from './source-line.ts';
import type { SourceText } from './source-text.ts';
import { closeSpacedCharacters, concatSource, emptySourceText, trimSource } from './source-text.ts';
import { groupWrappedLines, wrapWidth } from './wrapped-lines.ts';

const imagePattern =
  /!\[([^\]]{0,300})\]\(\s*<?([^)>\s]{0,300})>?(?:\s+(?:["“]([^"”]{0,300})["”]|['‘]([^'’]{0,300})['’]))?\s*\)/u;
const htmlImagePattern = /<img\s[^<>]{0,300}>/iu;
const headingPattern = /^\s{0,3}(#{1,6})(?=[\s\u3000]|[^#\s\d])/u;
const bulletPattern = /^\s*[-*+](?=[\s\u3000])/u;
const rulePattern = /^\s{0,3}(?:(?:-\s*){3,}|(?:\*\s*){3,}|(?:_\s*){3,})$/u;
const boldLinePattern = /^\s*(\*\*|__)(?=\S)((?:(?!\1).)+)\1\s*$/u;

type Draft = Omit<SourceBlock, 'index'>;

/**
 * Cuts a page's Markdown into printed lines and blocks. Every character that is neither a Markdown
 * mark nor white space is in exactly one block. Time is linear in the length of the page.
 */
export function scanPage(markdown: string): readonly SourceBlock[] {
  const drafts: Draft[] = [];
  const lines = splitSourceLines(markdown);
  const pageWidth = wrapWidth(markdown, lines);
  const lastTableEnd = findLastTableEnd(markdown);
  let paragraph: SourceLine[] = [];

  const push = (
    line: SourceLine,
    kind: SourceKind,
    text: SourceText,
    more: Partial<Draft> = {},
  ) => {
    const printed = trimSource(closeSpacedCharacters(trimSource(text)));
    drafts.push({ kind, level: 0, text: printed, isTight: false, line: line.number, ...more });
  };
  const flush = (): void => {
    let isFirst = true;
    for (const group of groupWrappedLines(markdown, paragraph, pageWidth)) {
      const first = group[0];
      if (!first) continue;
      const raw = markdown.slice(first.start, first.end);
      const isBold = group.length === 1 && boldLinePattern.test(raw);
      const text = concatSource(
        group.map((line) => trimSource(readInline(markdown, line.start, line.end))),
      );
      push(first, isBold ? 'heading' : 'text', text, { level: isBold ? 7 : 0, isTight: !isFirst });
      isFirst = false;
    }
    paragraph = [];
  };

  let at = frontMatterEnd(markdown, lines);
  for (const line of lines.slice(0, at)) {
    push(line, 'front-matter', readInline(markdown, line.start, line.end));
  }
  for (; at < lines.length; at++) {
    const line = lines[at];
    if (!line) break;
    const raw = markdown.slice(line.start, line.end);
    if (line.isBlank) {
      flush();
      continue;
    }
    const table =
      readPipeTable(markdown, lines, at) ?? readHtmlTable(markdown, lines, at, lastTableEnd);
    if (table) {
      flush();
      if (table.before) push(line, 'text', table.before);
      push(line, 'table', concatSource(table.rows.flat()), {
        rows: table.rows,
        headerRows: table.headerRows,
      });
      if (table.after) push(line, 'text', table.after);
      at = table.lastLine;
      continue;
    }
    const heading = headingPattern.exec(raw);
    if (heading) {
      flush();
      const level = (heading[1] ?? '').length;
      const start = line.start + heading[0].length;
      const rest = markdown.slice(start, line.end);
      const closing = /(?:^|[ \t]+)#+\s*$/u.exec(rest)?.index ?? rest.length;
      const text = readInline(markdown, start, start + closing);
      push(line, 'heading', text, { level });
      continue;
    }
    if (/^\s{0,3}=+\s*$/u.test(raw) && paragraph.length === 1 && paragraph[0]) {
      const [title] = paragraph;
      paragraph = [];
      push(title, 'heading', readInline(markdown, title.start, title.end), { level: 1 });
      continue;
    }
    if (rulePattern.test(raw)) {
      flush();
      push(line, 'rule', emptySourceText);
      continue;
    }
    if (/^\s{0,3}<!--/u.test(raw)) {
      flush();
      push(line, 'comment', commentText(markdown, line));
      continue;
    }
    const bullet = bulletPattern.exec(raw);
    if (bullet) {
      flush();
      const text = readInline(markdown, line.start + bullet[0].length, line.end);
      push(line, 'bullet', text, {
        isTight: drafts.at(-1)?.kind === 'bullet' && !isAfterBlank(lines, at),
      });
      continue;
    }
    const quote = /^\s{0,3}(?:>[ \t]?)+/u.exec(raw);
    if (quote) {
      flush();
      const text = readInline(markdown, line.start + quote[0].length, line.end);
      push(line, 'quote', text, {
        isTight: drafts.at(-1)?.kind === 'quote' && !isAfterBlank(lines, at),
      });
      continue;
    }
    if ((raw.includes('](') && imagePattern.test(raw)) || htmlImagePattern.test(raw)) {
      flush();
      scanImageLine(markdown, line, push);
      continue;
    }
    const htmlHeading = /^\s*<h([1-6])[^<>]{0,200}>/iu.exec(raw);
    if (htmlHeading) {
      flush();
      const text = readInline(markdown, line.start, line.end);
      push(line, 'heading', text, { level: Number(htmlHeading[1]) });
      continue;
    }
    paragraph.push(line);
  }
  flush();
  return drafts
    .filter((draft) => draft.text.text !== '' || draft.kind === 'image' || draft.kind === 'rule')
    .map((draft, index) => ({ ...draft, index }));
}

function isAfterBlank(lines: readonly SourceLine[], at: number): boolean {
  return lines[at - 1]?.isBlank ?? true;
}

/** The number of lines that front matter takes at the top; 0 where there is none. */
function frontMatterEnd(markdown: string, lines: readonly SourceLine[]): number {
  const textOf = (line: SourceLine): string => markdown.slice(line.start, line.end).trimEnd();
  const first = lines[0];
  if (!first || textOf(first) !== '---') return 0;
  for (let at = 1; at < Math.min(lines.length, 60); at++) {
    const line = lines[at];
    if (!line) break;
    if (textOf(line) === '---') return at > 1 ? at + 1 : 0;
    if (!/^(?:[\p{L}_-]+\s*[:：]|\s|-\s|#)/u.test(textOf(line)) && !line.isBlank) return 0;
  }
  return 0;
}

function commentText(markdown: string, line: SourceLine): SourceText {
  const raw = markdown.slice(line.start, line.end);
  const open = raw.indexOf('<!--') + 4;
  const close = raw.indexOf('-->', open);
  return readInline(markdown, line.start + open, line.start + (close < 0 ? raw.length : close));
}

/** Pictures of one line and the words around them, in their order. */
function scanImageLine(
  markdown: string,
  line: SourceLine,
  push: (line: SourceLine, kind: SourceKind, text: SourceText, more?: Partial<Draft>) => void,
): void {
  let start = line.start;
  while (start < line.end) {
    const rest = markdown.slice(start, line.end);
    const markdownImage = imagePattern.exec(rest);
    const htmlImage = htmlImagePattern.exec(rest);
    const found =
      markdownImage && (!htmlImage || markdownImage.index < htmlImage.index)
        ? markdownImage
        : htmlImage;
    if (!found) break;
    const before = readInline(markdown, start, start + found.index);
    if (before.text.trim() !== '') push(line, 'text', before);
    const at = start + found.index;
    if (found === markdownImage) {
      const [, alt = '', media = ''] = found;
      const title = found[3] ?? found[4] ?? '';
      const titleAt = title === '' ? -1 : found[0].lastIndexOf(title);
      const parts = [readInline(markdown, at + 2, at + 2 + alt.length)];
      if (titleAt >= 0) {
        parts.push(readInline(markdown, at + titleAt, at + titleAt + title.length));
      }
      push(line, 'image', parts[0] ?? emptySourceText, { media });
      if (parts[1]) push(line, 'text', parts[1], { isTight: true });
    } else {
      const media = /\ssrc\s*=\s*["']?([^"'\s>]*)/iu.exec(found[0])?.[1] ?? '';
      const alt = /\salt\s*=\s*["']([^"']*)/iu.exec(found[0]);
      const altAt = alt ? at + alt.index + alt[0].length - (alt[1] ?? '').length : at;
      push(line, 'image', readInline(markdown, altAt, altAt + (alt?.[1] ?? '').length), { media });
    }
    start = at + found[0].length;
  }
  const after = readInline(markdown, start, line.end);
  if (after.text.trim() !== '') push(line, 'text', after);
}
