import type { AskedField } from '../text/search-fields.ts';
import type { ParsedQuery, QueryProblem, QueryReading, ReadDates } from './parsed-query.ts';
import { meaningOfField } from './query-fields.ts';
import { queryTokens, type QueryToken } from './query-tokens.ts';

const longest = 20_000;
const mostWords = 1_000;
const deepest = 60;

const noteNames = new Set(['notes', 'note', '批注', '批註', '笔记', '筆記', '注']);
const bareDate = /^\d{4}[-/.]\d{1,2}(?:[-/.]\d{1,2})?$/;

class Parser {
  readonly problems: QueryProblem[] = [];
  private readonly tokens: readonly QueryToken[];
  private readonly readDates: ReadDates;
  private readonly end: number;
  private at = 0;
  private words = 0;
  private hasToldDepth = false;

  constructor(tokens: readonly QueryToken[], readDates: ReadDates, end: number) {
    this.tokens = tokens;
    this.readDates = readDates;
    this.end = end;
  }

  parse(): ParsedQuery | null {
    const parts: ParsedQuery[] = [];
    while (this.at < this.tokens.length) {
      const part = this.or(0);
      if (part !== null) parts.push(part);
      const token = this.tokens[this.at];
      if (token === undefined) break;
      // Only a bracket that nothing opened stops the reading early.
      this.problem('unexpected-close', token, true);
      this.at += 1;
    }
    return joined('and', parts);
  }

  private problem(
    code: QueryProblem['code'],
    { start, end }: { readonly start: number; readonly end: number },
    isMended: boolean,
  ): void {
    this.problems.push({ code, start, end, isMended });
  }

  private or(depth: number): ParsedQuery | null {
    const parts: ParsedQuery[] = [];
    for (;;) {
      const part = this.and(depth);
      if (part !== null) parts.push(part);
      const token = this.tokens[this.at];
      if (token?.kind !== 'or') break;
      this.at += 1;
      if (part === null || !this.hasOperand()) this.problem('missing-words', token, true);
    }
    return joined('or', parts);
  }

  private and(depth: number): ParsedQuery | null {
    const parts: ParsedQuery[] = [];
    for (;;) {
      const token = this.tokens[this.at];
      if (token === undefined || token.kind === 'or' || token.kind === 'close') break;
      if (token.kind === 'and') {
        this.at += 1;
        if (parts.length === 0 || !this.hasOperand()) this.problem('missing-words', token, true);
        continue;
      }
      const part = this.near(depth);
      if (part !== null) parts.push(part);
    }
    return joined('and', parts);
  }

  private near(depth: number): ParsedQuery | null {
    let left = this.not(depth);
    for (let token = this.tokens[this.at]; token?.kind === 'near'; token = this.tokens[this.at]) {
      this.at += 1;
      const right = this.hasOperand() ? this.not(depth) : null;
      if (left === null || right === null) {
        this.problem('missing-words', token, true);
        left ??= right;
      } else {
        left = { kind: 'near', distance: token.distance, parts: [left, right] };
      }
    }
    return left;
  }

  private not(depth: number): ParsedQuery | null {
    const token = this.tokens[this.at];
    if (token?.kind !== 'not') return this.unit(depth, null);
    this.at += 1;
    if (this.isTooDeep(depth, token)) return null;
    const part = this.hasOperand() ? this.not(depth + 1) : null;
    if (part === null) {
      this.problem('missing-words', token, true);
      return null;
    }
    return { kind: 'not', part };
  }

  private isTooDeep(depth: number, token: QueryToken): boolean {
    if (depth < deepest) return false;
    if (!this.hasToldDepth) this.problem('too-deep', token, false);
    this.hasToldDepth = true;
    return true;
  }

  private hasOperand(): boolean {
    const kind = this.tokens[this.at]?.kind;
    return (
      kind === 'word' || kind === 'phrase' || kind === 'open' || kind === 'field' || kind === 'not'
    );
  }

  private unit(depth: number, field: AskedField | null): ParsedQuery | null {
    const token = this.tokens[this.at];
    switch (token?.kind) {
      case 'word':
      case 'phrase':
        this.at += 1;
        return this.text(token, field);
      case 'open':
        return this.group(token, depth, field);
      case 'field':
        this.at += 1;
        return this.named(token, depth);
      default:
        return null;
    }
  }

  private text(
    token: Extract<QueryToken, { kind: 'word' | 'phrase' }>,
    field: AskedField | null,
  ): ParsedQuery | null {
    const { text } = token;
    const isPhrase = token.kind === 'phrase';
    if (isPhrase && !token.isClosed) this.problem('unclosed-quote', token, true);
    if (text === '') return null;
    if (++this.words > mostWords) {
      if (this.words === mostWords + 1) this.problem('too-many-words', token, false);
      return null;
    }
    if (!isPhrase && field === null) {
      const dates = this.bareDates(text);
      if (dates !== null) return dates;
    }
    return { kind: 'text', text, isPhrase, field };
  }

  /** 2022-07, 1930..1937 and 民国二十年 are dates even without a field's name. */
  private bareDates(text: string): ParsedQuery | null {
    if (text.includes('..')) return this.dates(text);
    if (text.length > 24) return null;
    const found = this.readDates(text);
    if (found === null || !(found.isEra || bareDate.test(text))) return null;
    return { kind: 'condition', condition: { by: 'date', from: found.from, to: found.to } };
  }

  private dates(text: string): ParsedQuery | null {
    const [first = '', last, more] = text.split('..');
    if (more !== undefined || text.length > 60) return null;
    const from = first === '' ? null : this.readDates(first);
    if (last === undefined) {
      return from === null
        ? null
        : { kind: 'condition', condition: { by: 'date', from: from.from, to: from.to } };
    }
    const to = last === '' ? null : this.readDates(last);
    const isMissing = (first !== '' && from === null) || (last !== '' && to === null);
    if (isMissing || (first === '' && last === '')) return null;
    return {
      kind: 'condition',
      condition: { by: 'date', from: from?.from ?? null, to: to?.to ?? null },
    };
  }

  private group(token: QueryToken, depth: number, field: AskedField | null): ParsedQuery | null {
    this.at += 1;
    if (this.isTooDeep(depth, token)) return null;
    const part = this.or(depth + 1);
    if (this.tokens[this.at]?.kind === 'close') this.at += 1;
    else this.problem('unclosed-group', { start: token.start, end: this.end }, true);
    return part === null || field === null ? part : confined(part, field);
  }

  private named(token: Extract<QueryToken, { kind: 'field' }>, depth: number): ParsedQuery | null {
    const meaning = meaningOfField(token.name);
    const next = this.tokens[this.at];
    if (meaning === undefined || next === undefined || !this.hasOperand() || next.kind === 'not') {
      this.problem('empty-field', token, true);
      return null;
    }
    if ('field' in meaning) {
      return this.isTooDeep(depth, token) ? null : this.unit(depth + 1, meaning.field);
    }
    if (next.kind !== 'word' && next.kind !== 'phrase') {
      this.problem('empty-field', token, true);
      return null;
    }
    this.at += 1;
    const { text } = next;
    const place = { start: token.start, end: next.end };
    switch (meaning.by) {
      case 'date': {
        const dates = this.dates(text);
        if (dates === null) this.problem('not-a-date', place, false);
        return dates;
      }
      case 'has':
        if (noteNames.has(text.toLowerCase())) {
          return { kind: 'condition', condition: { by: 'notes' } };
        }
        this.problem('unknown-has', place, false);
        return null;
      default:
        return { kind: 'condition', condition: { by: meaning.by, name: text } };
    }
  }
}

function confined(query: ParsedQuery, field: AskedField): ParsedQuery {
  switch (query.kind) {
    case 'text':
      return { ...query, field: query.field ?? field };
    case 'and':
    case 'or':
      return { ...query, parts: query.parts.map((part) => confined(part, field)) };
    case 'near': {
      const [left, right] = query.parts;
      return { ...query, parts: [confined(left, field), confined(right, field)] };
    }
    case 'not':
      return { ...query, part: confined(query.part, field) };
    case 'condition':
      return query;
  }
}

function joined(kind: 'and' | 'or', parts: readonly ParsedQuery[]): ParsedQuery | null {
  const [first] = parts;
  if (first === undefined) return null;
  return parts.length === 1 ? first : { kind, parts };
}

/**
 * Reads a typed query: words, "phrases", AND OR NOT (与 或 非), NEAR/n, fields and dates. Whatever
 * can be mended is; the rest is told in `problems`.
 */
export function parseQuery(typed: string, readDates: ReadDates): QueryReading {
  if (typed.length > longest) {
    const problem = {
      code: 'too-long',
      start: longest,
      end: typed.length,
      isMended: false,
    } as const;
    return { query: null, problems: [problem] };
  }
  const tokens = queryTokens(typed, (name) => meaningOfField(name) !== undefined);
  // A word that is an operator and stands alone is looked for.
  const [only] = tokens;
  if (tokens.length === 1 && only && ['and', 'or', 'not', 'near'].includes(only.kind)) {
    const text = typed.slice(only.start, only.end);
    return { query: { kind: 'text', text, isPhrase: false, field: null }, problems: [] };
  }
  const parser = new Parser(tokens, readDates, typed.length);
  const query = parser.parse();
  const isRefused = parser.problems.some(({ isMended }) => !isMended);
  return { query: isRefused ? null : query, problems: parser.problems };
}
