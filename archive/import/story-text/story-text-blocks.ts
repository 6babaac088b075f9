import type { Block } from '../../model/block.ts';

/** A story's body and the first heading of level 1, which is its title. */
export interface StoryTextBlocks {
  /** Empty where no such heading opens the text. */
  readonly title: string;
  readonly blocks: readonly Block[];
}

type NewBlock = Block extends infer Each ? (Each extends Block ? Omit<Each, 'id'> : never) : never;

interface Line {
  readonly text: string;
  readonly isBlank: boolean;
}

/**
 * Whether single line ends part paragraphs. Texts as editors save them have a paragraph a line;
 * texts as mail programs wrap them have blank lines between paragraphs.
 */
function lineIsParagraph(lines: readonly Line[]): boolean {
  const isMarked = (text: string): boolean => /^\s*(?:#{1,6}|[-*+]|\d{1,3}[.)])[ \t]/u.test(text);
  const inside = lines.filter(
    ({ isBlank, text }, at) => !isBlank && !isMarked(text) && lines[at + 1]?.isBlank === false,
  );
  if (inside.length === 0) return true;
  const ended = inside.filter(({ text }) => /[。！？!?；：:”』」）)…]$/u.test(text.trim()));
  return ended.length * 2 > inside.length || !lines.some(({ isBlank }) => isBlank);
}

/** Reads headings, lists, quotations and paragraphs; any other line is a paragraph as it stands. */
export function storyTextBlocks(text: string): StoryTextBlocks {
  const lines = text.split(/\r\n|\n|\r|\u2028|\u2029/u).map((line): Line => {
    return { text: line, isBlank: line.trim() === '' };
  });
  const parts = lineIsParagraph(lines);
  const blocks: NewBlock[] = [];
  let title = '';
  let paragraph: string[] = [];
  let items: string[] = [];
  let isOrdered = false;
  const endParagraph = (): void => {
    if (paragraph.length > 0) blocks.push({ type: 'paragraph', text: paragraph.join('') });
    paragraph = [];
  };
  const endList = (): void => {
    if (items.length > 0) blocks.push({ type: 'list', ordered: isOrdered, items });
    items = [];
  };
  for (const { text: line, isBlank } of lines) {
    const heading = /^(#{1,6})[ \t]+(.*?)[ \t]*#*[ \t]*$/u.exec(line);
    const item = /^[ \t]{0,3}(?:[-*+]|(\d{1,3})[.)])[ \t]+(.*\S)[ \t]*$/u.exec(line);
    if (!item) endList();
    if (isBlank) endParagraph();
    else if (heading) {
      endParagraph();
      const words = heading[2] ?? '';
      if (heading[1] === '#' && title === '' && blocks.length === 0) title = words;
      else blocks.push({ type: 'heading', text: words });
    } else if (item) {
      endParagraph();
      if (items.length > 0 && isOrdered !== (item[1] !== undefined)) endList();
      isOrdered = item[1] !== undefined;
      items.push(item[2] ?? '');
    } else {
      const words = line.replace(/^[\s　]+|[\s　]+$/gu, '');
      const last = paragraph.at(-1) ?? '';
      const needsSpace = /[\p{sc=Latn}\d,.;]$/u.test(last) && /^[\p{sc=Latn}\d]/u.test(words);
      paragraph.push(needsSpace ? ` ${words}` : words);
      if (parts) endParagraph();
    }
  }
  endParagraph();
  endList();
  return {
    title,
    blocks: blocks.map((block, index) => ({ id: `b${String(index + 1)}`, ...block })),
  };
}
