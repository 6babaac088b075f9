import { indexCodePoints, type CodePointIndex } from '../code-points.ts';
import type { TextFold } from '../fold/text-fold.ts';
import { SearchableTexts } from './searchable-texts.ts';

/** A text that many annotations are anchored in; what that takes is made when first needed. */
export class AnchorableText {
  readonly text: string;
  readonly fold: TextFold;
  #codePoints: CodePointIndex | undefined;
  #searched: SearchableTexts | undefined;

  constructor(text: string, fold: TextFold) {
    this.text = text;
    this.fold = fold;
  }

  get codePoints(): CodePointIndex {
    this.#codePoints ??= indexCodePoints(this.text);
    return this.#codePoints;
  }

  get searched(): SearchableTexts {
    this.#searched ??= new SearchableTexts([this.text], this.fold);
    return this.#searched;
  }
}
