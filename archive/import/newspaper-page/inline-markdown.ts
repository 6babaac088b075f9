import type { SourceText } from './source-text.ts';

const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  emsp: ' ',
  ensp: ' ',
  middot: '·',
  mdash: '—',
  hellip: '…',
  ldquo: '“',
  rdquo: '”',
};

const escapable = /[!-/:-@[-`{-~]/u;

/** A stretch of the source without line breaks, as text with offsets. */
export function rawSource(markdown: string, start: number, end: number): SourceText {
  const offsets: number[] = new Array<number>(end - start);
  for (let at = start; at < end; at++) offsets[at - start] = at;
  return { text: markdown.slice(start, end), offsets };
}

/**
 * The printed characters of one line: emphasis marks, escapes, link targets and tags are left out;
 * nothing else is. A mark without its partner is printed text.
 */
export function readInline(markdown: string, start: number, end: number): SourceText {
  const line = markdown.slice(start, end);
  if (!/[*_`\\<&[\]~]/u.test(line)) return rawSource(markdown, start, end);
  const dropped = new Uint8Array(line.length);
  const replaced = new Map<number, string>();
  const drop = (at: number, length: number): void => {
    dropped.fill(1, at, at + length);
  };
  for (const match of line.matchAll(/\\([!-/:-@[-`{-~])/gu)) {
    if (escapable.test(match[1] ?? '')) drop(match.index, 1);
  }
  const isEscaped = (at: number): boolean =>
    at > 0 && dropped[at - 1] === 1 && line[at - 1] === '\\';
  for (const match of line.matchAll(/<\/?[a-z][a-z0-9]{0,10}(?:\s[^<>]{0,500})?\/?>/giu)) {
    if (!isEscaped(match.index)) drop(match.index, match[0].length);
  }
  for (const match of line.matchAll(/&([a-z]{2,6});/gu)) {
    const character = entities[match[1] ?? ''];
    if (character === undefined) continue;
    replaced.set(match.index, character);
    drop(match.index + 1, match[0].length - 1);
  }
  for (const match of line.matchAll(/\[([^[\]]{1,500})\]\(([^()\s]{0,500})\)/gu)) {
    if (isEscaped(match.index)) continue;
    drop(match.index, 1);
    drop(match.index + 1 + (match[1] ?? '').length, 3 + (match[2] ?? '').length);
  }
  for (const pattern of [
    /(\*\*\*|___)(?=\S)([^*_]{0,300}?\S)\1/gu,
    /(\*\*|__|~~)(?=\S)((?:(?!\1).){0,300}?\S)\1/gu,
    /(?<![*\d])(\*)(?=[^\s*])([^*]{0,300}?[^\s*])\1(?!\*)/gu,
    /(?<![_\w])(_)(?=[^\s_])([^_]{0,300}?[^\s_])\1(?![_\w])/gu,
  ]) {
    for (const match of line.matchAll(pattern)) {
      const mark = match[1] ?? '';
      const close = match.index + match[0].length - mark.length;
      if (isEscaped(match.index) || isEscaped(close) || dropped[match.index] === 1) continue;
      drop(match.index, mark.length);
      drop(close, mark.length);
    }
  }
  let text = '';
  const offsets: number[] = [];
  for (let at = 0; at < line.length; at++) {
    if (dropped[at] === 1) continue;
    text += replaced.get(at) ?? line.charAt(at);
    offsets.push(start + at);
  }
  return { text, offsets };
}
