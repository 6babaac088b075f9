/**
 * Classes of words and marks: how readily one follows another is counted by class, so that little
 * text suffices. Behind the classes of grammar come the usual words, each a class of its own.
 */
export const grammarClasses = [
  'unknown',
  'noun',
  'person',
  'place',
  'body',
  'name',
  'verb',
  'verbal-noun',
  'adjective',
  'adverb',
  'number',
  'measure',
  'pronoun',
  'preposition',
  'conjunction',
  'particle',
  'time',
  'direction',
  'idiom',
  'phrase',
  'state',
  'attribute',
  'short-form',
  'interjection',
  'morpheme',
  'digits',
  'letters',
  'comma',
  'stop',
  'colon',
  'opening',
  'closing',
  'dash',
  'other-mark',
  'paragraph-start',
] as const;

export type GrammarClass = (typeof grammarClasses)[number];

const classNumbers = new Map<string, number>(grammarClasses.map((name, at) => [name, at]));

export function classNumber(name: GrammarClass): number {
  return classNumbers.get(name) ?? 0;
}

const marks: readonly (readonly [RegExp, GrammarClass])[] = [
  [/^\d/u, 'digits'],
  [/^[A-Za-z%℃°]/u, 'letters'],
  [/^[，、；,]/u, 'comma'],
  [/^[。！？!?…]/u, 'stop'],
  [/^[：:]/u, 'colon'],
  [/^[“‘（《〈「『【(]/u, 'opening'],
  [/^[”’）》〉」』】)]/u, 'closing'],
  [/^[—\-–~～·]/u, 'dash'],
];

/** The class of a mark, a digit or a letter; undefined for Han characters. */
export function markClass(character: string): number | undefined {
  if (/^[\u3400-\u9fff]/u.test(character)) return undefined;
  const found = marks.find(([pattern]) => pattern.test(character));
  return classNumber(found ? found[1] : 'other-mark');
}
