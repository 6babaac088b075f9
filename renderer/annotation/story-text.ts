import type { TextRange } from '../../archive/text/text-range.ts';

/**
 * A story's text as it stands on screen, in whatever script. Offsets are UTF-16 units of the
 * canonical text.
 */
export interface StoryText {
  /** The ranges of the document that show a range of the canonical text. */
  readonly rangesOf: (held: TextRange) => readonly StaticRange[];
  /** The elements that show some of it. */
  readonly elementsOf: (held: TextRange) => readonly HTMLElement[];
  /** What a range of the document shows; stretches apart where what lies between is not in the range. */
  readonly heldOf: (range: Range) => readonly TextRange[];
  /** The offset of the character after a place of the document; null outside the story's text. */
  readonly heldAt: (node: Node, offset: number) => number | null;
  /** The place before the character at an offset. */
  readonly pointOf: (held: number) => DocumentPoint | null;
  /** The place after the character before an offset. */
  readonly pointBehind: (held: number) => DocumentPoint | null;
  /** The stretch of the text of which something stands within a box of the window; null for nothing. */
  readonly heldWithin: (box: Box) => TextRange | null;
  readonly holds: (node: Node | null) => boolean;
}

/** px, of the window. */
export type Box = Readonly<Record<'left' | 'right' | 'top' | 'bottom', number>>;

export interface DocumentPoint {
  readonly node: Text;
  readonly offset: number;
}
