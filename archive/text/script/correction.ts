import { scripts, type Script } from './configuration.ts';
import type { Conversion, TextRange } from './conversion.ts';
import type { ConversionOptions, ScriptEngine } from './script-engine.ts';

/** What a glossary has to hold for an ambiguous character to have the form that was chosen. */
export interface Correction {
  readonly source: string;
  readonly target: string;
  readonly to: readonly Script[];
}

const han = /\p{Script=Han}/u;

/**
 * The words that a correction of the character at an offset could be for, from the shortest to the
 * longest within its clause, and which of them to propose: a character alone says too little.
 */
export function wordsAround(
  conversion: Conversion,
  at: number,
): { readonly words: readonly TextRange[]; readonly proposed: number } {
  const { sourceText } = conversion;
  const isWord = (offset: number): boolean => han.test(sourceText.charAt(offset));
  const words: TextRange[] = [{ start: at, end: at + 1 }];
  let { start, end } = conversion.wordAt(at);
  const add = (): void => {
    const last = words.at(-1);
    if (last?.start !== start || last.end !== end) words.push({ start, end });
  };
  add();
  let proposed = words.length - 1;
  for (let step = 0; step < 4; step += 1) {
    if (start > 0 && isWord(start - 1)) start = conversion.wordAt(start - 1).start;
    else if (isWord(end)) end = conversion.wordAt(end).end;
    add();
    if (step === 0 && proposed === 0) proposed = words.length - 1;
    if (isWord(end)) end = conversion.wordAt(end).end;
    add();
  }
  return { words, proposed };
}

/**
 * The entries that give the ambiguous character at an offset a form in every script of its side: one
 * where all agree, more where their other characters differ. Empty where the form is none of its own.
 */
export function correctionsFor(
  engine: ScriptEngine,
  text: string,
  options: ConversionOptions,
  { at, word, form }: { readonly at: number; readonly word: TextRange; readonly form: string },
): readonly Correction[] {
  const character = text.charAt(at);
  const chosen = engine.formsOf(character, options.to).indexOf(form);
  if (chosen < 0) return [];
  const found = new Map<string, { source: string; target: string; to: Script[] }>();
  for (const to of scripts) {
    if ((to === 'hans') !== (options.to === 'hans')) continue;
    const conversion = engine.convert(text, { ...options, to });
    const place = conversion.toConverted({ start: at, end: at + 1 });
    if (place.end - place.start !== 1) continue;
    const target = conversion.toConverted(word);
    const { start, end } = conversion.toSource(target);
    const source = text.slice(start, end);
    const words =
      conversion.text.slice(target.start, place.start) +
      (engine.formsOf(character, to)[chosen] ?? form) +
      conversion.text.slice(place.end, target.end);
    const key = `${source}\n${words}`;
    const known = found.get(key);
    if (known === undefined) found.set(key, { source, target: words, to: [to] });
    else known.to.push(to);
  }
  return [...found.values()];
}
