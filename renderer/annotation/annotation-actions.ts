import type { Ink, MarkStyle } from '../../archive/model/annotation.ts';

/** What the window's keys and menus ask of the story or page that is open. */
export interface AnnotationActions {
  /** Marks what is selected with the ink that was used last. */
  readonly highlight: () => void;
  /** Marks what is selected, or gives the active mark this ink. */
  readonly mark: (ink: Ink, style: MarkStyle) => void;
  /** A note on what is selected, on the active mark, or on the whole. */
  readonly note: () => void;
  /** Puts the active annotation into the trash. */
  readonly trash: () => void;
  /** Goes to the next or the previous mark. */
  readonly step: (direction: 1 | -1) => void;
  /** Begins or ends moving through the text with a caret. */
  readonly caret: () => void;
  /** Lists the annotations of what is open. */
  readonly list: () => void;
}
