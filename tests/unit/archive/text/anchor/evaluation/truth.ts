import { isLetter } from '../../../../../../archive/text/anchor/marks.ts';
import type { MarkedPassage } from './marked-passages.ts';
import { charactersOf, type TracedStory } from './traced-story.ts';

/** Where a passage truly is in the edited stories. Offsets are code points. */
export interface TruePlace {
  /** Index among the edited stories. */
  readonly story: number;
  /** The place begins between these; more than one offset only where its first character is gone. */
  readonly starts: readonly [least: number, most: number];
  readonly ends: readonly [least: number, most: number];
}

/**
 * `whole`: most of the passage stands in one place; `places` has more than one where text alone cannot
 * tell: other text that now stands within the passage may have been put in or its end moved away, and
 * its parts may have changed their order; an end that much new text has parted from the rest may count
 * or not.
 * `remnant`: less than half of it stands. `torn`: its parts stand in different places. `lost`: nothing
 * is left.
 */
export type Truth =
  | { readonly fate: 'whole' | 'remnant' | 'torn'; readonly places: readonly TruePlace[] }
  | { readonly fate: 'lost' };

interface Spot {
  readonly story: number;
  readonly at: number;
}

interface PlacedOrigin extends Spot {
  readonly origin: number;
}

type Piece = readonly PlacedOrigin[];

/** The characters of a passage with their rank in it, and which of them are letters. */
interface Passage {
  readonly origins: ReadonlyMap<number, number>;
  readonly letters: ReadonlySet<number>;
}

/** Looks up where the characters of an unedited story are now. */
export class TrueplaceFinder {
  readonly #stories: readonly (readonly {
    readonly character: string;
    readonly origin: number;
  }[])[];
  readonly #spots = new Map<number, Spot>();

  constructor(edited: readonly TracedStory[]) {
    this.#stories = edited.map(charactersOf);
    this.#stories.forEach((characters, story) => {
      characters.forEach(({ origin }, at) => {
        if (origin >= 0) this.#spots.set(origin, { story, at });
      });
    });
  }

  truthOf(original: TracedStory, { start, end }: MarkedPassage): Truth {
    const marked = charactersOf(original)
      .slice(start, end)
      .filter(({ origin }) => origin >= 0);
    const letters = marked.filter(({ character }) => isLetter(character.codePointAt(0) ?? 0));
    const standing = letters.filter(({ origin }) => this.#spots.has(origin)).length;
    if (standing === 0) return { fate: 'lost' };
    const passage: Passage = {
      origins: new Map(marked.map(({ origin }, rank) => [origin, rank])),
      letters: new Set(letters.map(({ origin }) => origin)),
    };
    const pieces = this.#pieces(passage);
    const shareOf = (piece: Piece): number =>
      piece.filter(({ origin }) => passage.letters.has(origin)).length / letters.length;
    const largest = pieces.toSorted((a, b) => shareOf(b) - shareOf(a))[0] ?? [];
    const span = this.#spanOf(pieces);
    // What hangs together with three quarters of the passage is its place; the rest was moved away.
    if (pieces.length > 1 && shareOf(largest) < 0.75 && !span) {
      return { fate: 'torn', places: pieces.map((piece) => this.#place(piece, passage)) };
    }
    const fate = standing / letters.length >= 0.5 ? 'whole' : 'remnant';
    const core = this.#coreOf(largest, passage);
    const places = [largest, ...(span ? [span] : []), ...(core ? [core] : [])].map((piece) =>
      this.#place(piece, passage),
    );
    return { fate, places };
  }

  /** Standing characters that follow each other in their order with nothing old between them. */
  #pieces({ origins, letters }: Passage): readonly Piece[] {
    const spots = [...origins.keys()]
      .map((origin) => ({ origin, ...(this.#spots.get(origin) ?? { story: -1, at: 0 }) }))
      .filter(({ story }) => story >= 0)
      .sort((a, b) => a.story - b.story || a.at - b.at);
    const pieces: PlacedOrigin[][] = [];
    for (const spot of spots) {
      const piece = pieces.at(-1);
      const last = piece?.at(-1);
      const characters = this.#stories[spot.story] ?? [];
      const follows =
        last?.story === spot.story &&
        last.origin < spot.origin &&
        characters.slice(last.at + 1, spot.at).every(({ origin }) => origin < 0);
      if (piece && follows) piece.push(spot);
      else pieces.push([spot]);
    }
    return pieces.filter((piece) => piece.some(({ origin }) => letters.has(origin)));
  }

  /** All pieces as one, in whatever order, where less stands between them than they are long. */
  #spanOf(pieces: readonly Piece[]): Piece | null {
    const all = pieces.flat();
    const [first, last] = [all[0], all.at(-1)];
    if (pieces.length < 2 || first?.story !== last?.story) return null;
    return (last?.at ?? 0) - (first?.at ?? 0) < all.length * 2 ? all : null;
  }

  /**
   * A piece without an end that new text has parted from it: at most a quarter of its letters, parted
   * by more letters than half of the passage's. Null where there is none.
   */
  #coreOf(piece: Piece, { letters }: Passage): Piece | null {
    const count = (part: Piece): number => part.filter(({ origin }) => letters.has(origin)).length;
    const gap = Math.max(9, letters.size / 2);
    for (let at = 1; at < piece.length; at += 1) {
      const [before, after] = [piece.slice(0, at), piece.slice(at)];
      if ((after[0]?.at ?? 0) - (before.at(-1)?.at ?? 0) <= gap) continue;
      if (count(before) <= letters.size / 4)
        return this.#coreOf(after, { origins: new Map(), letters }) ?? after;
      if (count(after) <= letters.size / 4) return before;
    }
    return null;
  }

  #place(piece: Piece, { origins, letters }: Passage): TruePlace {
    const [first, last] = [piece[0], piece.at(-1)];
    if (!first || !last) throw new RangeError('a piece is empty');
    const characters = this.#stories[first.story] ?? [];
    const isNew = (at: number): boolean => (characters[at]?.origin ?? 0) < 0;
    let least = first.at;
    if (origins.get(first.origin) !== 0) while (least > 0 && isNew(least - 1)) least -= 1;
    let most = last.at + 1;
    if (origins.get(last.origin) !== origins.size - 1) {
      while (most < characters.length && isNew(most)) most += 1;
    }
    // A mark that new text parts from the letters may be left behind.
    const [firstLetter, lastLetter] = [
      piece.find(({ origin }) => letters.has(origin)) ?? first,
      piece.findLast(({ origin }) => letters.has(origin)) ?? last,
    ];
    const isParted = (from: number, to: number): boolean =>
      characters.slice(from, to).some(({ origin, character }) => origin < 0 && character !== '\n');
    return {
      story: first.story,
      starts: [least, isParted(first.at, firstLetter.at) ? firstLetter.at : first.at],
      ends: [isParted(lastLetter.at, last.at) ? lastLetter.at + 1 : last.at + 1, most],
    };
  }
}
