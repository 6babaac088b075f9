import { complement, intersection, union, type DocumentSet } from './document-set.ts';
import { selectWords, type FoundWords } from './found-words.ts';
import { nearPairs } from './match-text.ts';
import type { Query, StoryCondition, Words } from './query.ts';
import type { WordLookup } from './word-lookup.ts';

/** What one index answers to a query. */
export interface Evaluation {
  readonly set: DocumentSet;
  /** What was found of each of the query's `positiveWords`, in their order. */
  readonly words: readonly FoundWords[];
}

export interface EvaluationContext {
  readonly lookup: WordLookup;
  /** How many stories the index has. */
  readonly documents: number;
  readonly storiesThatMeet: (condition: StoryCondition) => Promise<Uint32Array>;
  /** Throws when a newer query has taken this one's place. */
  readonly pause: () => Promise<void>;
}

/** The stories of one index that meet a query. */
export async function evaluate(query: Query, context: EvaluationContext): Promise<Evaluation> {
  await context.pause();
  switch (query.kind) {
    case 'words': {
      const found = await context.lookup.find(query, false);
      return { set: found, words: [found] };
    }
    case 'condition': {
      const documents = await context.storiesThatMeet(query.condition);
      return { set: { documents, unsure: null }, words: [] };
    }
    case 'not': {
      const { set } = await evaluate(query.part, context);
      return { set: complement(set, context.documents), words: [] };
    }
    case 'and': {
      const parts = await evaluateAll(query.parts, context);
      const [first, ...others] = parts
        .map(({ set }) => set)
        .sort((a, b) => a.documents.length - b.documents.length);
      if (first === undefined) throw new RangeError('Nothing to put together');
      return {
        set: others.reduce((set, other) => intersection(set, other), first),
        words: parts.flatMap(({ words }) => words),
      };
    }
    case 'or': {
      const parts = await evaluateAll(query.parts, context);
      return {
        set: union(
          parts.map(({ set }) => set),
          context.documents,
        ),
        words: parts.flatMap(({ set, words }, index) =>
          // Words count only where all that belongs with them was found.
          query.parts[index]?.kind === 'words'
            ? words
            : words.map((found) => selectWords(found, common(found, set), null)),
        ),
      };
    }
    case 'near':
      return evaluateNear(query.distance, query.parts, context);
  }
}

async function evaluateAll(
  parts: readonly Query[],
  context: EvaluationContext,
): Promise<readonly Evaluation[]> {
  const found: Evaluation[] = [];
  for (const part of parts) found.push(await evaluate(part, context));
  return found;
}

function common(found: DocumentSet, set: DocumentSet): Uint32Array {
  return intersection(
    { documents: found.documents, unsure: null },
    { documents: set.documents, unsure: null },
  ).documents;
}

/** The words of an operand of NEAR where any of them will do; null for anything else. */
function alternatives(query: Query): readonly Words[] | null {
  if (query.kind === 'words') return [query];
  if (query.kind !== 'or') return null;
  const parts = query.parts.map(alternatives);
  return parts.every((part) => part !== null) ? parts.flat() : null;
}

interface Placed {
  readonly found: FoundWords;
  readonly length: number;
}

async function evaluateNear(
  distance: number,
  parts: readonly [Query, Query],
  context: EvaluationContext,
): Promise<Evaluation> {
  const sides = parts.map(alternatives);
  const [left, right] = sides;
  const isByPlaces =
    left &&
    right &&
    [...left, ...right].every((words) => !words.isExact && !words.ignoresPunctuation);
  if (!isByPlaces) {
    const [a, b] = await evaluateAll(parts, context);
    if (a === undefined || b === undefined) throw new RangeError('Two sides are needed');
    const { documents } = intersection(a.set, b.set);
    const unsure = new Uint8Array(documents.length).fill(1);
    return { set: { documents, unsure }, words: [...a.words, ...b.words] };
  }
  const place = async (words: Words): Promise<Placed> => ({
    found: await context.lookup.find(words, true),
    length: words.folded.length,
  });
  const lefts: Placed[] = [];
  const rights: Placed[] = [];
  for (const words of left) lefts.push(await place(words));
  for (const words of right) rights.push(await place(words));
  const either = (placed: readonly Placed[]): DocumentSet =>
    union(
      placed.map(({ found }) => ({ documents: found.documents, unsure: null })),
      context.documents,
    );
  const candidates = intersection(either(lefts), either(rights)).documents;
  const near = placesNear(lefts, rights, candidates, distance);
  const words = near.map((places) => context.lookup.fromPlaces(candidates, places));
  return { set: either(words.map((found) => ({ found, length: 0 }))), words };
}

/** Of each placed word and each candidate, the places that are near the other side. */
function placesNear(
  lefts: readonly Placed[],
  rights: readonly Placed[],
  candidates: Uint32Array,
  distance: number,
): readonly Uint32Array[][] {
  const all = [...lefts, ...rights];
  const cursors = all.map(() => 0);
  const near: Uint32Array[][] = all.map(() => []);
  candidates.forEach((document) => {
    const spans = all.map(({ found, length }, side) => {
      const { documents, places } = found;
      let at = cursors[side] ?? 0;
      while (at < documents.length && (documents[at] ?? 0) < document) at++;
      cursors[side] = at;
      if (documents[at] !== document || places === null) return [];
      return Array.from(
        places.places.subarray(places.starts[at], places.starts[at + 1]),
        (start) => ({ start, end: start + length }),
      );
    });
    const flags = nearPairs(
      spans.slice(0, lefts.length).flat(),
      spans.slice(lefts.length).flat(),
      distance,
    );
    const flat = [...flags[0], ...flags[1]];
    let at = 0;
    spans.forEach((list, side) => {
      const kept = list.filter(() => flat[at++] === 1).map(({ start }) => start);
      near[side]?.push(Uint32Array.from(kept));
    });
  });
  return near;
}
