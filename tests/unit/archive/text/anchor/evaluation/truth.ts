import { isLetter } from '../../../../../../archive/text/anchor/marks.ts';
import type { MarkedPassage } from './marked-passages.ts';
import { charactersOf, type TracedCharacter, type TracedStory } from './traced-story.ts';

/** Where a passage truly is in the edited stories. Offsets are code points. */
export interface TruePlace {
  /** Index among the edited stories. */
  readonly story: number;
  /** The place begins between these; more than one offset only where its first character is gone. */
  readonly starts: readonly [least: number, most: number];
  readonly ends: readonly [least: number, most: number];
}

/**
 * `whole`: most of the passage stands in one place. `places` has several where the text alone does not
 * tell them apart: small parts at its ends that were moved away or that new text has parted from the
 * rest may count or not. `remnant`: less than half of it stands. `torn`: its parts stand in different
 * places. `lost`: nothing is left.
 */
export type Truth =
  | {
      readonly fate: 'whole' | 'remnant';
      readonly places: readonly TruePlace[];
    }
  | {
      readonly fate: 'torn';
      readonly parts: readonly TruePlace[];
      /** All of them together, where they stand together but in another order. */
      readonly places: readonly TruePlace[];
    }
  | { readonly fate: 'lost' };

interface Spot {
  readonly story: number;
  readonly at: number;
}

interface PlacedOrigin extends Spot {
  readonly origin: number;
}

type Piece = readonly PlacedOrigin[];

interface Passage {
  /** As it was marked, line feeds included. */
  readonly characters: readonly TracedCharacter[];
  /** Index in `characters` by origin. */
  readonly ranks: ReadonlyMap<number, number>;
  /** Origins of its letters. */
  readonly letters: ReadonlySet<number>;
}

function passageOf(original: TracedStory, { start, end }: MarkedPassage): Passage {
  const characters = charactersOf(original).slice(start, end);
  const traced = characters.filter(({ origin }) => origin >= 0);
  const letters = traced.filter(({ character }) => isLetter(character.codePointAt(0) ?? 0));
  return {
    characters,
    ranks: new Map(characters.map(({ origin }, rank) => [origin, rank])),
    letters: new Set(letters.map(({ origin }) => origin)),
  };
}

/** What hangs together with this part of what stands of a passage is its place. */
const mostly = 0.75;

/** All rows of parts that stand one after the other. */
function unions(parts: readonly Piece[]): readonly Piece[] {
  return parts.flatMap((_, from) =>
    parts.slice(from).map((_unused, more) => parts.slice(from, from + more + 1).flat()),
  );
}

/** Whether less stands between the parts than they are long. */
function isTogether(piece: Piece): boolean {
  const [first, last] = [piece[0], piece.at(-1)];
  return first?.story === last?.story && (last?.at ?? 0) - (first?.at ?? 0) < piece.length * 2;
}

function isInOrder(piece: Piece): boolean {
  return piece.every(({ origin }, k) => k === 0 || origin > (piece[k - 1]?.origin ?? 0));
}

/** Looks up where the characters of unedited stories are now. */
export class TruePlaceFinder {
  readonly #stories: readonly (readonly TracedCharacter[])[];
  readonly #spots = new Map<number, Spot>();

  constructor(edited: readonly TracedStory[]) {
    this.#stories = edited.map(charactersOf);
    this.#stories.forEach((characters, story) => {
      characters.forEach(({ origin }, at) => {
        if (origin >= 0) this.#spots.set(origin, { story, at });
      });
    });
  }

  truthOf(original: TracedStory, marked: MarkedPassage): Truth {
    const passage = passageOf(original, marked);
    const { letters } = passage;
    const standing = [...letters].filter((origin) => this.#spots.has(origin)).length;
    if (standing === 0) return { fate: 'lost' };
    const pieces = this.#pieces(passage);
    const parts = pieces.flatMap((piece) => this.#splitAtNewText(piece, passage));
    const accepted = [...pieces, ...unions(parts).filter(isTogether)].filter(
      (piece) => piece.filter(({ origin }) => letters.has(origin)).length >= standing * mostly,
    );
    const placesOf = (list: readonly Piece[]): readonly TruePlace[] =>
      list.map((piece) => this.#place(piece, passage));
    const places = placesOf(accepted);
    if (!accepted.some(isInOrder)) return { fate: 'torn', parts: placesOf(pieces), places };
    return { fate: standing / letters.size >= 0.5 ? 'whole' : 'remnant', places };
  }

  /** Standing characters that follow each other in their order with nothing old between them. */
  #pieces({ ranks, letters }: Passage): readonly Piece[] {
    const spots = [...ranks.keys()]
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

  /** A piece in parts where new text longer than half the passage stands within it. */
  #splitAtNewText(piece: Piece, { letters }: Passage): readonly Piece[] {
    const gap = Math.max(9, letters.size / 2);
    const parts: PlacedOrigin[][] = [];
    for (const spot of piece) {
      const last = parts.at(-1)?.at(-1);
      if (last && spot.at - last.at <= gap) parts.at(-1)?.push(spot);
      else parts.push([spot]);
    }
    return parts;
  }

  #place(piece: Piece, { characters: marked, ranks, letters }: Passage): TruePlace {
    const [first, last] = [piece[0], piece.at(-1)];
    if (!first || !last) throw new RangeError('a piece is empty');
    const characters = this.#stories[first.story] ?? [];
    /** Whether what was lost at an end may be this character: a new one, or the same again. */
    const mayBe = (at: number, rank: number): boolean =>
      at >= 0 &&
      at < characters.length &&
      ((characters[at]?.origin ?? 0) < 0 || characters[at]?.character === marked[rank]?.character);
    let least = first.at;
    for (let rank = (ranks.get(first.origin) ?? 0) - 1; rank >= 0; rank -= 1) {
      if (!mayBe(least - 1, rank)) break;
      least -= 1;
      while ((characters[least - 1]?.origin ?? 0) < 0) least -= 1;
    }
    let most = last.at + 1;
    for (let rank = (ranks.get(last.origin) ?? 0) + 1; rank < marked.length; rank += 1) {
      if (!mayBe(most, rank)) break;
      most += 1;
      while ((characters[most]?.origin ?? 0) < 0) most += 1;
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
