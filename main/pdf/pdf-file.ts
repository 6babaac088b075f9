/**
 * Reads and extends PDF files as Chromium writes them: one classic cross-reference table, no object
 * streams. Nothing of the file is rewritten; what changes is appended, as PDF 1.7 (7.5.6) has it.
 */
export class PdfFile {
  readonly #bytes: Buffer;
  readonly #text: string;
  readonly #offsets: ReadonlyMap<number, number>;
  readonly #tableStart: number;
  readonly size: number;
  readonly root: number;
  readonly #info: string;

  /** Throws where the file is not of that kind. */
  constructor(bytes: Uint8Array) {
    this.#bytes = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.#text = this.#bytes.toString('latin1');
    const trailer = this.#text.slice(this.#text.lastIndexOf('trailer'));
    this.#tableStart = numberIn(/startxref\s+(\d+)/, trailer);
    this.size = numberIn(/\/Size\s+(\d+)/, trailer);
    this.root = numberIn(/\/Root\s+(\d+)\s+0\s+R/, trailer);
    this.#info = /\/Info\s+\d+\s+0\s+R/.exec(trailer)?.[0] ?? '';
    this.#offsets = readOffsets(this.#text, this.#tableStart);
  }

  /** What stands between `obj` and `endobj`; for objects that are no streams. */
  object(number: number): string {
    const offset = this.#offsets.get(number);
    if (offset === undefined) throw new Error(`The PDF has no object ${number}`);
    const end = this.#text.indexOf('endobj', offset);
    return this.#text.slice(this.#text.indexOf('obj', offset) + 3, end).trim();
  }

  /** Object numbers of the pages, in their order. */
  pages(): readonly number[] {
    return this.#pagesBelow(reference('Pages', this.object(this.root)));
  }

  #pagesBelow(number: number): readonly number[] {
    const node = this.object(number);
    const kids = /\/Kids\s*\[([^\]]*)\]/.exec(node)?.[1];
    if (kids === undefined) return [number];
    return [...kids.matchAll(/(\d+)\s+0\s+R/g)].flatMap(([, kid]) => this.#pagesBelow(Number(kid)));
  }

  /** The place of the page of each named destination, from 0. */
  destinations(): ReadonlyMap<string, number> {
    const catalog = this.object(this.root);
    if (!catalog.includes('/Dests')) return new Map();
    const pages = new Map(this.pages().map((number, index) => [number, index]));
    const named = this.object(reference('Dests', catalog));
    return new Map(
      [...named.matchAll(/\/([^\s/[\]()<>]+)\s*\[(\d+)\s+0\s+R/g)].map(([, name = '', page]) => [
        name,
        pages.get(Number(page)) ?? 0,
      ]),
    );
  }

  /** The file with these objects added or put in the place of earlier ones, by number. */
  extended(objects: ReadonlyMap<number, string | Buffer>): Buffer {
    const parts: Buffer[] = [this.#bytes, Buffer.from('\n')];
    let length = this.#bytes.length + 1;
    const entries: string[] = [];
    for (const [number, body] of [...objects].sort(([a], [b]) => a - b)) {
      const part = Buffer.concat([
        Buffer.from(`${number} 0 obj\n`),
        typeof body === 'string' ? Buffer.from(body, 'latin1') : body,
        Buffer.from('\nendobj\n'),
      ]);
      entries.push(`${number} 1\n${String(length).padStart(10, '0')} 00000 n \n`);
      parts.push(part);
      length += part.length;
    }
    const size = Math.max(this.size, ...[...objects.keys()].map((number) => number + 1));
    parts.push(
      Buffer.from(
        `xref\n${entries.join('')}trailer\n<</Size ${size}\n/Root ${this.root} 0 R\n${this.#info}\n` +
          `/Prev ${this.#tableStart}>>\nstartxref\n${length}\n%%EOF\n`,
        'latin1',
      ),
    );
    return Buffer.concat(parts);
  }
}

function numberIn(pattern: RegExp, text: string): number {
  const found = pattern.exec(text)?.[1];
  if (found === undefined) throw new Error(`The PDF lacks ${pattern.source}`);
  return Number(found);
}

/** The object that a dictionary's member refers to. */
function reference(member: string, dictionary: string): number {
  return numberIn(new RegExp(`/${member}\\s+(\\d+)\\s+0\\s+R`), dictionary);
}

function readOffsets(text: string, start: number): ReadonlyMap<number, number> {
  const table = /xref\s+(\d+)\s+(\d+)\s+/y;
  table.lastIndex = start;
  const head = table.exec(text);
  if (!head) throw new Error('The PDF has no cross-reference table where it says');
  const [first, count] = [Number(head[1]), Number(head[2])];
  const entryBytes = 20;
  return new Map(
    Array.from({ length: count }, (_, index) => {
      const at = table.lastIndex + entryBytes * index;
      return [first + index, Number(text.slice(at, at + 10))] as const;
    }),
  );
}
