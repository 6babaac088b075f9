import type { ReactElement, RefObject } from 'react';
import type { Ink, MarkStyle } from '../../archive/model/annotation.ts';
import type { TextRange } from '../../archive/text/text-range.ts';
import { MarkChoice } from './mark-choice.tsx';
import type { PlacedAnnotation } from './place-annotations.ts';
import { SelectionTools } from './selection-tools.tsx';
import { SlipAt } from './slip-at.tsx';
import type { StoryText } from './story-text.ts';

/** The slips on a story: tools for what is selected, and the choice among marks over each other. */
export function StorySlips({
  frame,
  text,
  isVertical,
  layout,
  runs,
  choice,
  onChoose,
  onClose,
  onMark,
  onNote,
  onCopy,
}: {
  frame: RefObject<HTMLElement | null>;
  text: StoryText;
  isVertical: boolean;
  layout: string;
  /** What is selected. */
  runs: readonly TextRange[];
  /** Marks to choose from. */
  choice: readonly PlacedAnnotation[];
  onChoose: (id: string) => void;
  onClose: () => void;
  onMark: (ink: Ink, style: MarkStyle) => void;
  onNote: () => void;
  onCopy: () => void;
}): ReactElement {
  const place = { frame, text, isVertical, layout };
  const lastRun = runs.at(-1);
  const [first] = choice;
  return (
    <>
      {first !== undefined && (
        <SlipAt {...place} range={first.range} className="choice-slip">
          <MarkChoice marks={choice} onChoose={onChoose} onClose={onClose} />
        </SlipAt>
      )}
      {lastRun !== undefined && (
        <SlipAt
          {...place}
          range={lastRun}
          className={isVertical ? 'selection-slip vertical-slip' : 'selection-slip'}
        >
          <SelectionTools onMark={onMark} onNote={onNote} onCopy={onCopy} />
        </SlipAt>
      )}
    </>
  );
}
