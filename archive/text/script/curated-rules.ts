/** A line of a hand-written word list, packed. */
export interface CuratedRule {
  /** Empty where the dictionary's entry for the key is not used. */
  readonly target: string;
  /** UTF-16 units at either end of the key that map unit by unit; the whole key where it all does. */
  readonly prefix: number;
  readonly suffix: number;
  /** A sticky regular expression over the text that has to match where the key begins. */
  readonly pattern?: string;
  /** The key has to be a word by itself. */
  readonly alone?: 1;
  /** The key counts even where it cuts through words. */
  readonly free?: 1;
  /** The rule goes before longer keys. */
  readonly urgent?: 1;
}

const compiled = new Map<string, RegExp>();

/** Whether the words around a key are what the rule asks for. */
export function isContextMet(rule: CuratedRule, text: string, at: number): boolean {
  if (rule.pattern === undefined) return true;
  let expression = compiled.get(rule.pattern);
  if (expression === undefined) {
    expression = new RegExp(rule.pattern, 'y');
    compiled.set(rule.pattern, expression);
  }
  expression.lastIndex = at;
  return expression.test(text);
}
