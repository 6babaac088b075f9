import type { CSSProperties } from 'react';
import type { Block } from '../../archive/model/block.ts';

/** A label such as 主持人： or 嘉　宾：, or the spaces that keep its place in the next line. */
const label = /^(?:[^：，。、；！？]{1,5}：|\u3000{2,6})/u;

/** How far the later lines of a box's line are set in: under its text, not under its label. */
export function hangStyle(line: string): CSSProperties | undefined {
  const found = label.exec(line);
  if (found === null) return undefined;
  return { '--hang': `${String(Array.from(found[0]).length)}em` } as CSSProperties;
}

const longestVerse = 24;
const closing = /[。；！？…”』」）]$/u;

/** Whether a body is verse: short lines, most of them without a mark at their end. */
export function isVerse(body: readonly Block[]): true | undefined {
  const lines = body.flatMap((block) => (block.type === 'paragraph' ? [block.text] : []));
  if (lines.length < 4) return undefined;
  if (lines.some((line) => Array.from(line).length > longestVerse)) return undefined;
  const open = lines.filter((line) => !closing.test(line)).length;
  return open >= lines.length * 0.6 || undefined;
}
