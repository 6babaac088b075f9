import { fromMarkdown } from 'mdast-util-from-markdown';
import { displayText } from '../../archive/text/display-text.ts';

type Root = ReturnType<typeof fromMarkdown>;
export type NoteNode = Root | Root['children'][number];

/** What takes long to read as Markdown is shown as it was typed: long notes, deep nests, many brackets. */
const longestMarkdown = 4_000;
const mostBrackets = 200;
const deepNest = /^[ \t]*(?:(?:[-+*>]|\d{1,9}[.)])[ \t]*){13}/m;

/** A note as Markdown; null for one that is shown as it was typed. */
export function readNote(note: string): Root | null {
  const isPlain =
    note.length > longestMarkdown ||
    deepNest.test(note) ||
    note.split('[', mostBrackets + 2).length > mostBrackets + 1;
  return isPlain ? null : fromMarkdown(note);
}

/** What holds blocks, which stand apart, and not words of one line. */
const flows: readonly NoteNode['type'][] = ['root', 'blockquote', 'list', 'listItem'];

/** All words below a node, without recursion; `between` stands between its blocks. */
export function wordsOf(node: NoteNode, between = ' '): string {
  const found: string[] = [];
  const waiting: (NoteNode | null)[] = [node];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (next === null || next.type === 'break') found.push(between);
    else if ('value' in next) found.push(next.value);
    else if ('children' in next) {
      const isFlow = flows.includes(next.type);
      for (const child of [...next.children].reverse())
        waiting.push(child, ...(isFlow ? [null] : []));
    }
  }
  return found.join('').trim();
}

/** The first words of a text in one line, as they were typed. */
export function firstLine(text: string): string {
  return displayText(text.slice(0, 300).replaceAll(/\s+/g, ' ').trim());
}

/** The first words of a note in one line, without the marks of its Markdown. */
export function firstWords(note: string): string {
  const beginning = note.slice(0, 300);
  const tree = readNote(beginning);
  return firstLine(tree === null ? beginning : wordsOf(tree));
}

/** The beginning of a note without the marks of its Markdown, a block a line. */
export function firstBlocks(note: string): string {
  const beginning = note.slice(0, 600);
  const tree = readNote(beginning);
  return displayText(
    (tree === null ? beginning.trim() : wordsOf(tree, '\n')).replaceAll(/\n{2,}/g, '\n'),
  );
}
