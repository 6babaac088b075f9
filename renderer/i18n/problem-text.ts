import type { ProblemCode } from '../../archive/model/problem-codes.ts';
import type { JournalProblem } from '../../preload/bridge.ts';

/** A code without words does not compile. */
export type WordedProblemCode = ProblemCode | JournalProblem['code'];

/** How a catalogue explains a problem. */
export interface ProblemText {
  /**
   * What happened, without a full stop. A list goes from the fullest account to one without
   * figures; the first whose figures the problem brings is shown.
   */
  readonly what: string | readonly string[];
  /** What to do, or what was kept; a sentence. It must hold whether or not the bag was loaded. */
  readonly advice: string;
}

export type ProblemTexts = Readonly<Record<WordedProblemCode, ProblemText>>;
