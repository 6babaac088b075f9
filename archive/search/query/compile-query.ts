import { everyField, maskOf } from '../text/search-fields.ts';
import { makeWords, type WordOptions } from './make-words.ts';
import type { ParsedQuery } from './parsed-query.ts';
import type { Query } from './query.ts';

export interface QueryOptions extends WordOptions {
  readonly foldCodePoint: (codePoint: number) => number;
  /** Other words for the same thing (软件, 軟體); empty where there are none or none are wanted. */
  readonly alternatives: (text: string) => readonly string[];
}

export interface CompiledQuery {
  /** Null where nothing is left to look for, as in a query of punctuation that is ignored. */
  readonly query: Query | null;
  /** Words that were added to those asked for. */
  readonly added: readonly { readonly text: string; readonly alternatives: readonly string[] }[];
}

/** Makes a query ready to be evaluated. */
export function compileQuery(parsed: ParsedQuery, options: QueryOptions): CompiledQuery {
  const added: { text: string; alternatives: readonly string[] }[] = [];
  const compile = (part: ParsedQuery): Query | null => {
    switch (part.kind) {
      case 'text': {
        const fields = part.field === null ? everyField : maskOf(part.field);
        const { isExact, ignoresPunctuation, foldCodePoint } = options;
        const make = (text: string): Query | null =>
          makeWords(text, foldCodePoint, { isExact, ignoresPunctuation }, fields);
        const alternatives = options.alternatives(part.text);
        if (alternatives.length > 0) added.push({ text: part.text, alternatives });
        const all = [part.text, ...alternatives].map(make).filter((each) => each !== null);
        return joined('or', all);
      }
      case 'and':
      case 'or':
        return joined(
          part.kind,
          part.parts.map(compile).filter((each) => each !== null),
        );
      case 'not': {
        const inner = compile(part.part);
        return inner && { kind: 'not', part: inner };
      }
      case 'near': {
        const [left, right] = part.parts.map(compile);
        if (!left || !right) return left ?? right ?? null;
        return { kind: 'near', distance: part.distance, parts: [left, right] };
      }
      case 'condition':
        return part;
    }
  };
  return { query: compile(parsed), added };
}

function joined(kind: 'and' | 'or', parts: readonly Query[]): Query | null {
  const [first] = parts;
  if (first === undefined) return null;
  return parts.length === 1 ? first : { kind, parts };
}
