import { createContext, type RefObject } from 'react';
import type { ShownText } from './shown-text.ts';

/** The story as it stands on screen, for what is laid over it. */
export interface OpenStory {
  readonly frame: RefObject<HTMLDivElement | null>;
  /** Null until it has been drawn; another object after each change of what is shown. */
  readonly text: ShownText | null;
  readonly isVertical: boolean;
  /** Changes with whatever moves lines. */
  readonly layoutKey: string;
}

/** The story that is being shown; null outside of one. */
export const OpenStoryContext = createContext<OpenStory | null>(null);
