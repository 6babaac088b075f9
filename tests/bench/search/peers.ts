import { execFileSync, spawnSync } from 'node:child_process';
import { rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import FlexSearch from 'flexsearch';
import MiniSearch from 'minisearch';

/** What one engine did with the same stories and queries. */
export interface PeerResult {
  readonly name: string;
  readonly buildSeconds: number;
  readonly bytes: number | null;
  /** Milliseconds of each query, for 20 ids and the count. */
  readonly times: readonly number[];
  /** Stories found by each query. */
  readonly counts: readonly number[];
}

/** Two characters a token, so that every engine can find words of any length. */
export function bigrams(text: string): readonly string[] {
  const characters = Array.from(text).filter((each) => /[\p{L}\p{N}]/u.test(each));
  const tokens: string[] = [];
  for (let at = 0; at + 1 < characters.length; at += 1) {
    tokens.push(`${characters[at] ?? ''}${characters[at + 1] ?? ''}`);
  }
  return tokens;
}

function timed<Value>(run: () => Value): readonly [number, Value] {
  const start = performance.now();
  const value = run();
  return [performance.now() - start, value];
}

const rounds = 5;

function measure(queries: readonly string[], count: (query: string) => number) {
  const times: number[] = [];
  const counts: number[] = [];
  for (const query of queries) {
    const measured = Array.from({ length: rounds }, () => timed(() => count(query)));
    times.push(measured.map(([time]) => time).sort((a, b) => a - b)[rounds >> 1] ?? 0);
    counts.push(measured[0]?.[1] ?? 0);
  }
  return { times, counts };
}

export function flexSearch(texts: readonly string[], queries: readonly string[]): PeerResult {
  const index = new FlexSearch.Index({ encode: (text: string) => [...bigrams(text)] });
  const [build] = timed(() => {
    texts.forEach((text, id) => index.add(id, text));
  });
  const found = measure(queries, (query) => index.search(query, { limit: texts.length }).length);
  return { name: 'FlexSearch, bigrams', buildSeconds: build / 1000, bytes: null, ...found };
}

export function miniSearch(texts: readonly string[], queries: readonly string[]): PeerResult {
  const index = new MiniSearch({ fields: ['text'], tokenize: (text) => [...bigrams(text)] });
  const [build] = timed(() => {
    index.addAll(texts.map((text, id) => ({ id, text })));
  });
  const found = measure(queries, (query) => index.search(query, { combineWith: 'AND' }).length);
  return { name: 'MiniSearch, bigrams', buildSeconds: build / 1000, bytes: null, ...found };
}

const phraseOf = (query: string): string => `"${bigrams(query).join(' ')}"`;

export async function sqliteWasm(
  texts: readonly string[],
  queries: readonly string[],
): Promise<PeerResult> {
  const { default: start } = await import('@sqlite.org/sqlite-wasm');
  const sqlite = await start();
  const database = new sqlite.oo1.DB(':memory:');
  database.exec("CREATE VIRTUAL TABLE s USING fts5(t, content='', tokenize='unicode61')");
  const [build] = timed(() => {
    database.exec('BEGIN');
    const insert = database.prepare('INSERT INTO s(rowid, t) VALUES (?, ?)');
    texts.forEach((text, id) => {
      insert.bind([id + 1, bigrams(text).join(' ')]).stepReset();
    });
    insert.finalize();
    database.exec("COMMIT; INSERT INTO s(s) VALUES('optimize')");
  });
  const found = measure(queries, (query) => {
    if (query.length < 2) return -1;
    const phrase = phraseOf(query);
    database.selectValues('SELECT rowid FROM s WHERE s MATCH ? LIMIT 20', [phrase]);
    return Number(database.selectValue('SELECT count(*) FROM s WHERE s MATCH ?', [phrase]));
  });
  const pages = Number(database.selectValue('PRAGMA page_count'));
  const bytes = pages * Number(database.selectValue('PRAGMA page_size'));
  database.close();
  return { name: 'SQLite-WASM FTS5, bigrams, memory', buildSeconds: build / 1000, bytes, ...found };
}

/** Null where the command line of SQLite is not installed. */
export function sqliteNative(
  texts: readonly string[],
  queries: readonly string[],
  folder: string,
): PeerResult | null {
  if (spawnSync('sqlite3', ['--version']).status !== 0) return null;
  const file = join(folder, 'native.sqlite');
  rmSync(file, { force: true });
  const script = join(folder, 'native.sql');
  const rows = texts.map(
    (text, id) => `INSERT INTO s(rowid,t) VALUES(${id + 1},'${bigrams(text).join(' ')}');`,
  );
  writeFileSync(
    script,
    [
      "CREATE VIRTUAL TABLE s USING fts5(t, content='', tokenize='unicode61');BEGIN;",
      ...rows,
      "COMMIT;INSERT INTO s(s) VALUES('optimize');",
    ].join('\n'),
  );
  const [build] = timed(() => execFileSync('sqlite3', [file, `.read ${script}`]));
  const asked = queries.map((query) =>
    query.length < 2
      ? 'SELECT -1;'
      : Array.from(
          { length: rounds },
          () => `SELECT count(*) FROM s WHERE s MATCH '${phraseOf(query)}';`,
        ).join('\n'),
  );
  const output = execFileSync('sqlite3', [file], {
    input: `.timer on\n${asked.join("\nSELECT 'next';\n")}\n`,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  const times: number[] = [];
  const counts: number[] = [];
  for (const block of output.split('next\n')) {
    const answers = /^(-?\d+)$/m.exec(block)?.[1];
    counts.push(Number(answers ?? 0));
    // Processor time: the clock of the command line ends at the millisecond.
    const measured = [...block.matchAll(/user (\d+\.\d+) sys (\d+\.\d+)/g)]
      .map(([, user, system]) => (Number(user) + Number(system)) * 1000)
      .sort((a, b) => a - b);
    times.push(measured[measured.length >> 1] ?? 0);
  }
  return {
    name: 'native SQLite FTS5, bigrams',
    buildSeconds: build / 1000,
    bytes: statSync(file).size,
    times,
    counts,
  };
}
