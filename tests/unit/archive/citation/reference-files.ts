/** Readers of RIS and BibTeX, strict enough to notice what a lenient program would mend. */

export interface RisField {
  readonly tag: string;
  readonly value: string;
}

/** Throws where a line is not `XX  - value`, a line end not CR LF, or a record not closed. */
export function parseRis(text: string): readonly (readonly RisField[])[] {
  if (text.replace(/\r\n/gu, '').includes('\n') || /\r(?!\n)/u.test(text)) {
    throw new Error('line end');
  }
  const records: RisField[][] = [];
  let open: RisField[] | null = null;
  for (const line of text.split('\r\n')) {
    if (line === '') continue;
    const [, tag, value] = /^([A-Z][A-Z0-9])  - (.*)$/u.exec(line) ?? [];
    if (tag === undefined || value === undefined) throw new Error(`not a field: ${line}`);
    if (tag === 'TY') {
      if (open !== null) throw new Error('record not closed');
      open = [];
    }
    if (open === null) throw new Error('field outside a record');
    if (tag === 'ER') {
      records.push(open);
      open = null;
    } else open.push({ tag, value });
  }
  if (open !== null) throw new Error('record not closed');
  return records;
}

export interface BibtexEntry {
  readonly type: string;
  readonly key: string;
  readonly fields: ReadonlyMap<string, string>;
}

const commands: Readonly<Record<string, string>> = {
  textbackslash: '\\',
  textbraceleft: '{',
  textbraceright: '}',
  textasciicircum: '^',
  textasciitilde: '~',
};

/** What TeX would set: escapes undone, grouping braces gone. */
export function texText(value: string): string {
  return value.replace(
    /\{\\([a-z]+)\}|\\([%&$#_])|[{}]/gu,
    (found, command?: string, plain?: string) => {
      if (command !== undefined) {
        const text = commands[command];
        if (text === undefined) throw new Error(`unknown command ${found}`);
        return text;
      }
      return plain ?? '';
    },
  );
}

/** The value in braces that starts at `start`, and where it ends; braces count as BibTeX counts. */
function braced(text: string, start: number): readonly [string, number] {
  let depth = 0;
  for (let at = start; at < text.length; at += 1) {
    if (text[at] === '{') depth += 1;
    if (text[at] === '}') depth -= 1;
    if (depth === 0) return [text.slice(start + 1, at), at + 1];
  }
  throw new Error('braces do not match');
}

/** Throws where braces do not match or something else than fields stands in an entry. */
export function parseBibtex(text: string): readonly BibtexEntry[] {
  const entries: BibtexEntry[] = [];
  let at = 0;
  for (;;) {
    const head = /^\s*@([a-z]+)\{([!-~]+?),\n/u.exec(text.slice(at));
    if (!head) {
      if (text.slice(at).trim() !== '') throw new Error(`not an entry: ${text.slice(at, at + 40)}`);
      return entries;
    }
    const [whole, type = '', key = ''] = head;
    at += whole.length;
    const fields = new Map<string, string>();
    while (!text.startsWith('}', at)) {
      const field = /^ {2}([a-z]+) = /u.exec(text.slice(at));
      if (!field) throw new Error(`not a field: ${text.slice(at, at + 40)}`);
      at += field[0].length;
      const macro = /^[a-z]{3}(?=,\n)/u.exec(text.slice(at));
      let value: string;
      if (macro) {
        value = macro[0];
        at += value.length;
      } else [value, at] = braced(text, at);
      const name = field[1] ?? '';
      if (fields.has(name)) throw new Error(`${name} twice`);
      fields.set(name, value);
      if (!text.startsWith(',\n', at)) throw new Error('no comma');
      at += 2;
    }
    at += 1;
    entries.push({ type, key, fields });
  }
}
