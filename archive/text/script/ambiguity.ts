import { hansForms, hantForms } from './ambiguous-characters.ts';
import type { Script } from './configuration.ts';
import type { Conversion, TextRange } from './conversion.ts';
import type { DictionaryFile } from './dictionary-file.ts';
import { convertByLongestMatch } from './longest-match.ts';
import { textUnits, UnitBuffer } from './unit-buffer.ts';
import { byContext, byWord } from './word-conversion.ts';

/** A character whose form in the other script no word settles. */
export interface Ambiguity {
  readonly source: TextRange;
  readonly target: TextRange;
  readonly chosen: string;
  /** All forms it could have in the script converted to, the chosen one among them. */
  readonly candidates: readonly string[];
  /** What spoke for the chosen form: the words around it, or only that it is the most frequent. */
  readonly decidedBy: 'context' | 'frequency';
}

/** The forms of a character in a script, in the order of its list; empty where it has no list. */
export function formsOf(file: DictionaryFile, character: string, to: Script): readonly string[] {
  const forms = (to === 'hans' ? hantForms : hansForms).get(character) ?? [];
  if (to === 'hans' || to === 'hant') return forms;
  const dictionary = file.dictionary(to === 'hk' ? 'hantToHk' : 'hantToTw');
  return forms.map((form) => {
    const out = new UnitBuffer(2);
    convertByLongestMatch(dictionary, textUnits(form), 0, form.length, out, []);
    return out.text();
  });
}

/** The ambiguous characters of a conversion, without those inside the settled ranges. */
export function findAmbiguities(
  file: DictionaryFile,
  conversion: Conversion,
  to: Script,
  decisions: Uint8Array,
  settled: readonly TextRange[],
): Ambiguity[] {
  const { sourceText, text } = conversion;
  const candidatesOf = new Map<string, readonly string[]>();
  const found: Ambiguity[] = [];
  for (let at = 0; at < sourceText.length; at += 1) {
    if (decisions[at] === byWord) continue;
    const character = sourceText.charAt(at);
    let candidates = candidatesOf.get(character);
    if (candidates === undefined) {
      candidates = [...new Set(formsOf(file, character, to))];
      candidatesOf.set(character, candidates);
    }
    if (candidates.length < 2) continue;
    if (settled.some(({ start, end }) => start <= at && at < end)) continue;
    const source = { start: at, end: at + 1 };
    const target = conversion.toConverted(source);
    const chosen = text.slice(target.start, target.end);
    if (!candidates.includes(chosen)) continue;
    const decidedBy = decisions[at] === byContext ? 'context' : 'frequency';
    found.push({ source, target, chosen, candidates, decidedBy });
  }
  return found;
}
