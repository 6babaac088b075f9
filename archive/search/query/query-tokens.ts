/** A piece of a typed query; offsets are UTF-16 units of what was typed. */
export type QueryToken = { readonly start: number; readonly end: number } & (
  | { readonly kind: 'word'; readonly text: string }
  | { readonly kind: 'phrase'; readonly text: string; readonly isClosed: boolean }
  | { readonly kind: 'open' | 'close' | 'and' | 'or' | 'not' }
  | { readonly kind: 'near'; readonly distance: number }
  /** A name before a colon; what it names follows at once. */
  | { readonly kind: 'field'; readonly name: string }
);

const closing = new Map([
  ['"', '"'],
  ['＂', '＂'],
  ['“', '”'],
  ['”', '”'],
  ['「', '」'],
  ['『', '』'],
]);

// A map: words such as `constructor` are properties of every object.
const operators = new Map<string, 'and' | 'or' | 'not'>([
  ['AND', 'and'],
  ['&', 'and'],
  ['&&', 'and'],
  ['与', 'and'],
  ['與', 'and'],
  ['OR', 'or'],
  ['|', 'or'],
  ['||', 'or'],
  ['或', 'or'],
  ['NOT', 'not'],
  ['非', 'not'],
]);

const near = /^(?:NEAR|邻近|鄰近)(?:[/／](\d{1,6}))?$/;
/** What NEAR means where no number is given, in characters. */
const usualDistance = 20;
const longestDistance = 1_000;

const blank = /[\s\u0000-\u001f\u007f]/u;
const field = /^([^\s:：()（）"“「『]{1,12})[:：]/u;

/** Cuts a typed query into pieces; `isField` tells which names before a colon are fields. */
export function queryTokens(
  typed: string,
  isField: (name: string) => boolean,
): readonly QueryToken[] {
  const tokens: QueryToken[] = [];
  let at = 0;
  while (at < typed.length) {
    const character = typed[at] ?? '';
    if (blank.test(character)) {
      at += 1;
      continue;
    }
    const start = at;
    const close = closing.get(character);
    if (close !== undefined) {
      const found = typed.indexOf(close, at + 1);
      const end = found < 0 ? typed.length : found;
      at = found < 0 ? end : end + 1;
      const text = typed.slice(start + 1, end);
      tokens.push({ kind: 'phrase', text, isClosed: found >= 0, start, end: at });
    } else if (/[()（）]/.test(character)) {
      at += 1;
      const kind = /[(（]/.test(character) ? 'open' : 'close';
      tokens.push({ kind, start, end: at });
    } else {
      const name = field.exec(typed.slice(at, at + 14))?.[1];
      if (name !== undefined && isField(name)) {
        at += name.length + 1;
        tokens.push({ kind: 'field', name, start, end: at });
        continue;
      }
      if (/[-−]/.test(character) && isWordAt(typed, at + 1)) {
        at += 1;
        tokens.push({ kind: 'not', start, end: at });
        continue;
      }
      while (at < typed.length && isWordAt(typed, at)) at += 1;
      tokens.push(wordToken(typed.slice(start, at), start, at));
    }
  }
  return tokens;
}

function isWordAt(typed: string, at: number): boolean {
  const character = typed[at];
  return character !== undefined && !blank.test(character) && !/[()（）"＂“”「『]/.test(character);
}

function wordToken(text: string, start: number, end: number): QueryToken {
  const kind = operators.get(text);
  if (kind !== undefined) return { kind, start, end };
  const [isNear, distance] = near.exec(text) ?? [];
  if (isNear === undefined) return { kind: 'word', text, start, end };
  const asked = distance === undefined ? usualDistance : Number(distance);
  return { kind: 'near', distance: Math.min(longestDistance, asked), start, end };
}
