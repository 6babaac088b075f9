import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { gfmTable } from 'micromark-extension-gfm-table';
import type { Block } from '../../model/block.ts';
import type { SourceProblems } from './source-problem.ts';

type Root = ReturnType<typeof fromMarkdown>;
type Node = Root['children'][number];
type NodeOf<Type extends Node['type']> = Extract<Node, { type: Type }>;

/** A block without its id, which is its place in the story. */
type Part = Block extends infer One ? (One extends Block ? Omit<One, 'id'> : never) : never;

/** Pixels of a picture by its path as the story has it; undefined when there is no such picture. */
export type PictureSize = (
  media: string,
) => { readonly width: number; readonly height: number } | null | undefined;

interface Reading {
  readonly source: string;
  readonly problems: SourceProblems;
  /** Lines of the file above the body. */
  readonly linesAbove: number;
  readonly pictureSize: PictureSize;
}

function lineOf(node: Node, reading: Reading): number {
  return (node.position?.start.line ?? 1) + reading.linesAbove;
}

function sourceOf(node: Node, { source }: Reading): string {
  return source.slice(node.position?.start.offset ?? 0, node.position?.end.offset ?? 0);
}

function reject(node: Node, reading: Reading): null {
  reading.problems.add('not-in-subset', lineOf(node, reading), sourceOf(node, reading));
  return null;
}

/** The text of nodes that are text and nothing else; null (and reported) where markup is among them. */
function plainText(nodes: readonly Node[], within: Node, reading: Reading): string | null {
  const texts: string[] = [];
  for (const node of nodes) {
    if (node.type !== 'text') return reject(node, reading);
    texts.push(node.value);
  }
  const text = texts.join('');
  // Markers that the parser did not take for markup would be printed as they are.
  if (/\*\*|\]\(|^\s*:?-{3,}/u.test(text)) {
    reading.problems.add('escape-needed', lineOf(within, reading), text);
    return null;
  }
  return text;
}

function oneLine(node: Node, nodes: readonly Node[], reading: Reading): string | null {
  const text = plainText(nodes, node, reading);
  if (text === null) return null;
  if (!text.includes('\n')) return text;
  reading.problems.add('paragraph-over-lines', lineOf(node, reading), text.split('\n')[1]);
  return null;
}

function figure(node: NodeOf<'image'>, reading: Reading): Part | null {
  const caption = node.alt ?? '';
  const credit = node.title ?? '';
  const written =
    credit === '' ? `![${caption}](${node.url})` : `![${caption}](${node.url} "${credit}")`;
  // The parser drops markup inside a caption; only what reads back the same is taken.
  if (sourceOf(node, reading) !== written) return reject(node, reading);
  const size = reading.pictureSize(node.url);
  if (size === undefined) reading.problems.add('picture-missing', lineOf(node, reading), node.url);
  if (size === null) {
    reading.problems.add('picture-not-an-image', lineOf(node, reading), node.url);
  }
  return { type: 'figure', media: node.url, ...size, caption, credit };
}

function paragraph(node: NodeOf<'paragraph'>, reading: Reading): Part | null {
  const [first, ...rest] = node.children;
  if (first?.type === 'image' && rest.length === 0) return figure(first, reading);
  if (first?.type === 'strong') {
    const speaker = oneLine(node, first.children, reading);
    const said = oneLine(node, rest, reading);
    if (speaker === null || said === null) return null;
    if (!/^[^：]+：$/u.test(speaker) || !/^ ?\S/u.test(said)) return reject(first, reading);
    return { type: 'qa', speaker: speaker.slice(0, -1), text: said.replace(/^ /u, '') };
  }
  const text = oneLine(node, node.children, reading);
  return text === null ? null : { type: 'paragraph', text };
}

function list(node: NodeOf<'list'>, reading: Reading): Part | null {
  const items: string[] = [];
  const startsOdd = node.ordered === true && node.start !== 1;
  if (startsOdd) return reject(node, reading);
  for (const item of node.children) {
    const [content, ...more] = item.children;
    const marker = /^(?:-|\d+\.) /u.test(sourceOf(item, reading));
    if (content?.type !== 'paragraph' || more.length > 0 || !marker) return reject(item, reading);
    const text = oneLine(content, content.children, reading);
    if (text === null) return null;
    items.push(text);
  }
  return { type: 'list', ordered: node.ordered === true, items };
}

function table(node: NodeOf<'table'>, reading: Reading): Part | null {
  if (node.align?.some((align) => align !== null) === true) return reject(node, reading);
  const rows: string[][] = [];
  for (const row of node.children) {
    const cells: string[] = [];
    for (const cell of row.children) {
      const text = plainText(cell.children, cell, reading);
      if (text === null) return null;
      cells.push(text);
    }
    rows.push(cells);
  }
  const width = rows[0]?.length ?? 0;
  const odd = rows.findIndex((row) => row.length !== width);
  if (odd !== -1) return reject(node.children[odd] ?? node, reading);
  // GFM demands a head; an empty one stands for none.
  const hasHead = rows[0]?.some((cell) => cell !== '') === true;
  return { type: 'table', headerRows: hasHead ? 1 : 0, rows: hasHead ? rows : rows.slice(1) };
}

function quote(node: NodeOf<'blockquote'>, reading: Reading): Part | null {
  const lines: string[] = [];
  for (const child of node.children) {
    if (child.type !== 'paragraph') return reject(child, reading);
    const text = plainText(child.children, child, reading);
    if (text === null) return null;
    lines.push(...text.split('\n'));
  }
  const box = /^\[!box\](?: (.*))?$/u.exec(lines[0] ?? '');
  if (box) return { type: 'box', title: box[1] ?? '', lines: lines.slice(1) };
  if (node.children.length !== 1) return reject(node, reading);
  const last = lines.length > 1 ? /^—— ?(.+)$/u.exec(lines.at(-1) ?? '')?.[1] : undefined;
  const text = (last === undefined ? lines : lines.slice(0, -1)).join('\n');
  const quoted = { type: 'pull-quote', text } as const;
  return last === undefined ? quoted : { ...quoted, attribution: last };
}

function part(node: Node, reading: Reading): Part | null {
  switch (node.type) {
    case 'paragraph':
      return paragraph(node, reading);
    case 'heading': {
      const text = oneLine(node, node.children, reading);
      if (text === null) return null;
      // Underlined and closed headings, and other depths, do not read back as they were written.
      return sourceOf(node, reading).startsWith('## ') && sourceOf(node, reading).endsWith(text)
        ? { type: 'heading', text }
        : reject(node, reading);
    }
    case 'list':
      return list(node, reading);
    case 'table':
      return table(node, reading);
    case 'blockquote':
      return quote(node, reading);
    case 'thematicBreak':
      return sourceOf(node, reading) === '---' ? { type: 'separator' } : reject(node, reading);
    default:
      return reject(node, reading);
  }
}

/**
 * The blocks of a story's body, with the ids b1, b2 … What lies outside the documented subset of
 * Markdown is reported with its line and left out.
 */
export function storyBlocks(
  source: string,
  problems: SourceProblems,
  linesAbove: number,
  pictureSize: PictureSize,
): readonly Block[] {
  const root = fromMarkdown(source, {
    extensions: [gfmTable()],
    mdastExtensions: [gfmTableFromMarkdown()],
  });
  const reading: Reading = { source, problems, linesAbove, pictureSize };
  return root.children
    .map((node) => part(node, reading))
    .filter((found) => found !== null)
    .map((found, index): Block => ({ id: `b${String(index + 1)}`, ...found }));
}
