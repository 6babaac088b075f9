import type {
  ParsedQuery,
  QueryReading,
  ReadDates,
} from '../../archive/search/query/parsed-query.ts';
import { compileQuery, type CompiledQuery } from '../../archive/search/query/compile-query.ts';
import { parseQuery } from '../../archive/search/query/parse-query.ts';
import type { ScriptEngine } from '../../archive/text/script/script-engine.ts';
import type { Folding } from '../database/fold-characters.ts';
import type { SearchPlace } from '../location/search-place.ts';

/** A typed query with everything that was made of it. */
export interface MadeQuery extends CompiledQuery {
  readonly reading: QueryReading;
}

function folded(text: string, { foldCodePoint }: Folding): string {
  return Array.from(text, (character) =>
    String.fromCodePoint(foldCodePoint(character.codePointAt(0) ?? 0)),
  ).join('');
}

/** Words of Taiwan for those of the mainland and the other way; those that differ beyond script. */
export function vocabularyVariants(
  text: string,
  engine: ScriptEngine,
  folding: Folding,
): readonly string[] {
  if (!/\p{sc=Han}/u.test(text) || text.length > 100) return [];
  const known = new Set([folded(text, folding)]);
  const variants: string[] = [];
  const converted = [
    engine.convert(text, { from: 'hans', to: 'twp' }).text,
    engine.convert(text, { from: 'twp', to: 'hans' }).text,
  ];
  for (const variant of converted) {
    const key = folded(variant, folding);
    if (known.has(key)) continue;
    known.add(key);
    variants.push(variant);
  }
  return variants;
}

/** Reads what was typed and makes it ready to be asked. */
export function makeQuery(
  search: Pick<SearchPlace, 'typed' | 'isExact' | 'ignoresPunctuation' | 'usesVariants'>,
  folding: Folding,
  /** Null where no other words are wanted. */
  engine: ScriptEngine | null,
  readDates: ReadDates,
): MadeQuery {
  const reading = parseQuery(search.typed, readDates);
  const compile = (parsed: ParsedQuery): CompiledQuery =>
    compileQuery(parsed, {
      isExact: search.isExact,
      ignoresPunctuation: search.ignoresPunctuation,
      foldCodePoint: folding.foldCodePoint,
      alternatives: (text) =>
        engine === null || !search.usesVariants ? [] : vocabularyVariants(text, engine, folding),
    });
  return {
    reading,
    ...(reading.query === null ? { query: null, added: [] } : compile(reading.query)),
  };
}
