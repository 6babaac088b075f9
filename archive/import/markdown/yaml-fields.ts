import { LineCounter, isMap, isScalar, isSeq, parseDocument } from 'yaml';
import type { Node, YAMLMap } from 'yaml';
import type { SourceProblems } from './source-problem.ts';

/**
 * The members of a YAML mapping, asked for one by one; every scalar is taken as the text it is
 * written as. `finish` reports the members that nobody asked for.
 */
export class YamlFields {
  readonly #map: YAMLMap<unknown, Node | null>;
  readonly #counter: LineCounter;
  readonly #problems: SourceProblems;
  readonly #firstLine: number;
  readonly #asked = new Set<string>();

  private constructor(
    map: YAMLMap<unknown, Node | null>,
    counter: LineCounter,
    problems: SourceProblems,
    firstLine: number,
  ) {
    this.#map = map;
    this.#counter = counter;
    this.#problems = problems;
    this.#firstLine = firstLine;
  }

  /** `firstLine`: the line of the file that the YAML begins on. Null where it is no mapping. */
  static parse(text: string, problems: SourceProblems, firstLine = 1): YamlFields | null {
    const counter = new LineCounter();
    const document = parseDocument(text, { schema: 'failsafe', lineCounter: counter });
    for (const error of [...document.errors, ...document.warnings]) {
      const line = counter.linePos(error.pos[0]).line + firstLine - 1;
      problems.add('bad-yaml', line, error.message.split('\n')[0]);
    }
    if (document.errors.length > 0) return null;
    if (!isMap<unknown, Node | null>(document.contents)) {
      problems.add('bad-yaml', firstLine, text.slice(0, 60));
      return null;
    }
    return new YamlFields(document.contents, counter, problems, firstLine);
  }

  #lineOf(node: Node | null | undefined): number {
    const at = node?.range?.[0] ?? this.#map.range?.[0] ?? 0;
    return this.#counter.linePos(at).line + this.#firstLine - 1;
  }

  #malformed(name: string, node: Node | null): void {
    this.#problems.add('field-malformed', this.#lineOf(node), name);
  }

  #node(name: string): Node | null {
    this.#asked.add(name);
    return this.#map.get(name, true) ?? null;
  }

  /** The line a member stands on. */
  line(name: string): number {
    return this.#lineOf(this.#map.get(name, true));
  }

  has(name: string): boolean {
    return this.#map.has(name);
  }

  /** A member's text; an absent one is reported and comes back empty. */
  required(name: string): string {
    if (!this.has(name)) this.#problems.add('field-missing', this.#lineOf(null), name);
    return this.optional(name) ?? '';
  }

  optional(name: string): string | undefined {
    const node = this.#node(name);
    if (node === null) return undefined;
    if (isScalar(node) && typeof node.value === 'string') return node.value;
    this.#malformed(name, node);
    return undefined;
  }

  /** One of a few words. */
  choice<Word extends string>(name: string, words: readonly Word[]): Word | undefined {
    const text = this.optional(name);
    const word = words.find((one) => one === text);
    if (text !== undefined && word === undefined) this.#malformed(name, this.#node(name));
    return word;
  }

  number(name: string): number | undefined {
    const text = this.optional(name);
    if (text === undefined) return undefined;
    if (/^-?\d+(?:\.\d+)?$/u.test(text)) return Number(text);
    this.#malformed(name, this.#node(name));
    return undefined;
  }

  /** One text or a list of them; absent is empty. */
  texts(name: string): readonly string[] {
    const node = this.#node(name);
    if (node === null) return [];
    if (!isSeq<Node>(node)) {
      const text = this.optional(name);
      return text === undefined ? [] : [text];
    }
    return node.items.flatMap((item) => {
      if (isScalar(item) && typeof item.value === 'string') return [item.value];
      this.#malformed(name, item);
      return [];
    });
  }

  /** A mapping below this one. */
  fields(name: string): YamlFields | undefined {
    const node = this.#node(name);
    if (node === null) return undefined;
    if (isMap<unknown, Node | null>(node)) return this.#below(node);
    this.#malformed(name, node);
    return undefined;
  }

  /** A list of mappings; absent is empty. */
  list(name: string): readonly YamlFields[] {
    const node = this.#node(name);
    if (node === null) return [];
    if (!isSeq<Node>(node)) {
      this.#malformed(name, node);
      return [];
    }
    return node.items.flatMap((item) => {
      if (isMap<unknown, Node | null>(item)) return [this.#below(item)];
      this.#malformed(name, item);
      return [];
    });
  }

  #below(map: YAMLMap<unknown, Node | null>): YamlFields {
    return new YamlFields(map, this.#counter, this.#problems, this.#firstLine);
  }

  /** Reports every member that was not asked for. */
  finish(): void {
    for (const { key, value } of this.#map.items) {
      const name = isScalar(key) ? String(key.value) : String(key);
      if (!this.#asked.has(name)) {
        this.#problems.add('field-unknown', this.#lineOf(isScalar(key) ? key : value), name);
      }
    }
  }
}
