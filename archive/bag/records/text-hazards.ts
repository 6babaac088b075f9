import type { BagProblem } from '../../model/bag-report.ts';
import type { ProblemCode } from '../../model/problem-codes.ts';
import { problem } from '../problem-list.ts';

/**
 * Characters in a line of JSON that call for a closer look: raw controls, bidi overrides and
 * private-use characters. A class by itself is matched several times faster than a choice.
 */
const worthALook =
  // Without the flag u the high surrogates of the private planes are found by themselves.
  /[\u007f-\u009f\u202a-\u202e\u2066-\u2069\ue000-\uf8ff\udb80-\udbff]/;

/** Escapes that can stand for such characters. */
const telling = /\\[ubfr]/u;

const loneSurrogate = /\p{Cs}/u;
const bidiOverride = /[\u202a-\u202e\u2066-\u2069]/u;
const privateUse = /\p{Co}/u;

const control = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/u;

const kinds: readonly (readonly [ProblemCode, RegExp])[] = [
  ['lone-surrogate', loneSurrogate],
  ['control-characters', control],
  ['bidi-override', bidiOverride],
  ['private-use', privateUse],
];

/** True where a line may hold something that `findHazards` reports. Cheap. */
export function mayHoldHazards(json: string): boolean {
  return (
    worthALook.test(json) ||
    (json.includes('\\') && telling.test(json)) ||
    json.includes('__proto__')
  );
}

function codePointNames(text: string, pattern: RegExp): string {
  const found = new Set(
    Array.from(
      text.matchAll(new RegExp(pattern, 'gu')),
      ([character]) =>
        `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`,
    ),
  );
  return [...found].slice(0, 10).join(' ');
}

interface Visit {
  readonly value: unknown;
  readonly pointer: string;
}

/**
 * Looks through every string of a record. Members called `__proto__` are removed from `record`
 * itself; everything else stays as it is and is reported, once for each kind.
 */
export function findHazards(record: unknown, path: string, line: number): readonly BagProblem[] {
  const found = new Map<ProblemCode, BagProblem>();
  const stack: Visit[] = [{ value: record, pointer: '' }];
  const inspect = (text: string, pointer: string): void => {
    for (const [code, pattern] of kinds) {
      if (found.has(code) || !pattern.test(text)) continue;
      const characters = codePointNames(text, pattern);
      found.set(code, problem(code, path, { field: pointer, characters }, line));
    }
  };
  for (let visit = stack.pop(); visit; visit = stack.pop()) {
    const { value, pointer } = visit;
    if (typeof value === 'string') inspect(value, pointer);
    else if (Array.isArray(value)) {
      value.forEach((item: unknown, index) => {
        stack.push({ value: item, pointer: `${pointer}/${String(index)}` });
      });
    } else if (typeof value === 'object' && value !== null) {
      const members = value as Record<string, unknown>;
      for (const key of Object.keys(members)) {
        if (key === '__proto__') {
          // JSON.parse made it a member of its own; it is not the prototype.
          Reflect.deleteProperty(members, key);
          found.set('proto-key', problem('proto-key', path, { field: pointer }, line));
          continue;
        }
        inspect(key, pointer);
        stack.push({ value: members[key], pointer: `${pointer}/${key}` });
      }
    }
  }
  return [...found.values()];
}
