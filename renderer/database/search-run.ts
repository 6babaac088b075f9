import { everyField } from '../../archive/search/text/search-fields.ts';
import { evaluate, type Evaluation } from '../../archive/search/query/evaluate.ts';
import { matchText, type Hit } from '../../archive/search/query/match-text.ts';
import {
  positiveWords,
  type Query,
  type StoryCondition,
  type Words,
} from '../../archive/search/query/query.ts';
import { inverseFrequency, withBonuses, wordScore } from '../../archive/search/results/ranking.ts';
import { documentScripts } from '../../archive/search/format/document-table.ts';
import { scriptOfGlyph } from '../../archive/search/index/segment-builder.ts';
import { searchableText, type SearchableText } from '../../archive/search/text/searchable-text.ts';
import { headFields } from '../../archive/search/text/search-fields.ts';
import { readArticles } from './article-bodies.ts';
import { listRows, readRows } from './article-rows.ts';
import type { Folding } from './fold-characters.ts';
import type { OpenPart, SearchArchive } from './search-archive.ts';

/** A story that was found. */
export interface FoundDocument {
  readonly archive: SearchArchive;
  readonly key: number;
  readonly hits: number;
  score: number;
}

/** Words of a story as the ranking weighs them. */
interface Weighed {
  readonly found: FoundDocument;
  /** Of each of the query's words: how often it stands here, negative where also in the head. */
  readonly counts: readonly number[];
  readonly length: number;
  readonly script: number;
}

export interface RunContext {
  readonly folding: Folding;
  /** Lets other messages in; throws where a newer search has come. */
  readonly pause: () => Promise<void>;
  readonly onScan: (done: number, total: number) => void;
  readonly isRanked: boolean;
}

const scanBatch = 256;

/** The glyphs of a query tell which script it is asked in. */
function scriptOfQuery(query: Query, { variants }: Folding): number {
  let script = 0;
  for (const { printed } of positiveWords(query)) {
    for (const codePoint of printed) script |= scriptOfGlyph(codePoint, variants);
  }
  return script;
}

/** One search over several archives: every story that meets the query, scored where it is ranked. */
export class SearchRun {
  readonly documents: FoundDocument[] = [];
  hits = 0;
  private readonly query: Query;
  private readonly context: RunContext;
  private readonly weighed: Weighed[] = [];
  private readonly wordCount: number;
  private readonly frequencies: number[];
  /** All the words of the query side by side; null where it is not several words. */
  private readonly phrase: Words | null;
  private readonly phraseStories = new Set<FoundDocument>();
  private total = 0;
  private characters = 0;

  constructor(query: Query, context: RunContext) {
    this.query = query;
    this.context = context;
    this.wordCount = positiveWords(query).length;
    this.phrase = context.isRanked ? phraseOf(query) : null;
    this.frequencies = new Array<number>(this.wordCount).fill(0);
  }

  /** Asks the archive's index. */
  async ask(archive: SearchArchive, parts: readonly OpenPart[]): Promise<void> {
    const tests = new Map<StoryCondition, (key: number) => boolean>();
    const testOf = async (condition: StoryCondition): Promise<(key: number) => boolean> => {
      const known = tests.get(condition);
      if (known) return known;
      const test = await archive.conditionTest(condition);
      tests.set(condition, test);
      return test;
    };
    for (const { index, lookup } of parts) {
      const { table } = index;
      const evaluation = await evaluate(this.query, {
        lookup,
        documents: index.documents,
        pause: this.context.pause,
        storiesThatMeet: async (condition) => {
          const test = await testOf(condition);
          const met = new Uint32Array(index.documents);
          let count = 0;
          table.keys.forEach((key, document) => {
            if (test(key)) met[count++] = document;
          });
          return met.subarray(0, count);
        },
      });
      this.total += index.documents;
      this.characters += index.characters;
      const meets = (condition: StoryCondition, key: number): boolean =>
        (tests.get(condition) ?? (() => false))(key);
      await this.collect(archive, index, evaluation, meets);
      if (this.phrase !== null && evaluation.set.documents.length > 0) {
        const { documents } = await lookup.find(this.phrase, false);
        this.markPhrases(archive, documents, index.table.keys);
      }
    }
  }

  /** Reads the whole archive, story by story. */
  async scan(archive: SearchArchive): Promise<void> {
    const { coverage } = archive.record;
    const total = coverage.reduce((sum, { articles }) => sum + articles, 0);
    const conditions = conditionsOf(this.query);
    const tests = new Map<StoryCondition, (key: number) => boolean>();
    for (const condition of conditions) {
      tests.set(condition, await archive.conditionTest(condition));
    }
    let after: number | undefined;
    for (let done = 0; ;) {
      await this.context.pause();
      const rows = await listRows(archive.record, {
        limit: scanBatch,
        ...(after !== undefined && { after }),
      });
      if (rows.length === 0) break;
      const articles = await readArticles(rows);
      rows.forEach(({ key }, index) => {
        const article = articles[index];
        if (!article) return;
        const text = searchableText(article, this.context.folding.foldCodePoint);
        this.total += 1;
        this.characters += text.printed.length;
        const hits = matchText(this.query, text, (condition) =>
          (tests.get(condition) ?? (() => false))(key),
        );
        if (hits !== null) this.addRead(archive, key, text, hits);
      });
      after = rows.at(-1)?.key;
      this.context.onScan((done += rows.length), total);
    }
  }

  /** Gives every story its score; call it once all archives were asked. */
  rank(): void {
    const wanted = scriptOfQuery(this.query, this.context.folding);
    const average = Math.max(1, this.characters / Math.max(1, this.total));
    const weights = this.frequencies.map((found) => inverseFrequency(found, this.total));
    for (const { found, counts, length, script } of this.weighed) {
      let score = 0;
      counts.forEach((count, word) => {
        if (count === 0) return;
        score += wordScore(weights[word] ?? 0, Math.abs(count), count < 0, length / average);
      });
      const isExactScript = wanted === 0 || script === wanted;
      found.score = withBonuses(score, isExactScript, this.phraseStories.has(found));
    }
  }

  private markPhrases(archive: SearchArchive, documents: Uint32Array, keys: Float64Array): void {
    const wanted = new Set(Array.from(documents, (document) => keys[document] ?? 0));
    if (wanted.size === 0) return;
    for (const { found } of this.weighed) {
      if (found.archive === archive && wanted.has(found.key)) this.phraseStories.add(found);
    }
  }

  private async collect(
    archive: SearchArchive,
    { table }: OpenPart['index'],
    { set, words }: Evaluation,
    meets: (condition: StoryCondition, key: number) => boolean,
  ): Promise<void> {
    const { documents, unsure } = set;
    const cursors = words.map(() => 0);
    const toRead: number[] = [];
    words.forEach((found, word) => {
      this.frequencies[word] = (this.frequencies[word] ?? 0) + found.documents.length;
    });
    for (let at = 0; at < documents.length; at++) {
      const document = documents[at] ?? 0;
      const key = table.keys[document] ?? 0;
      if (archive.removed.has(key)) continue;
      if (unsure?.[at] === 1) {
        toRead.push(key);
        continue;
      }
      let hits = 0;
      const counts: number[] | null = this.context.isRanked ? [] : null;
      for (let word = 0; word < words.length; word++) {
        const found = words[word];
        if (!found) continue;
        let cursor = cursors[word] ?? 0;
        const list = found.documents;
        while (cursor < list.length && (list[cursor] ?? 0) < document) cursor++;
        cursors[word] = cursor;
        const count = list[cursor] === document ? (found.counts[cursor] ?? 0) : 0;
        hits += count;
        counts?.push(found.heads[cursor] === 1 ? -count : count);
      }
      const story: FoundDocument = { archive, key, hits, score: 0 };
      this.documents.push(story);
      this.hits += hits;
      if (counts !== null) {
        const length = table.lengths[document] ?? 0;
        this.weighed.push({ found: story, counts, length, script: table.scripts[document] ?? 0 });
      }
    }
    for (let at = 0; at < toRead.length; at += scanBatch) {
      await this.context.pause();
      const keys = toRead.slice(at, at + scanBatch);
      const rows = (await readRows(keys)).filter((row) => row !== undefined);
      const articles = await readArticles(rows);
      rows.forEach(({ key }, index) => {
        const article = articles[index];
        if (!article) return;
        const text = searchableText(article, this.context.folding.foldCodePoint);
        const hits = matchText(this.query, text, (condition) => meets(condition, key));
        if (hits !== null) this.addRead(archive, key, text, hits);
      });
      this.context.onScan(at + keys.length, toRead.length);
    }
  }

  private addRead(
    archive: SearchArchive,
    key: number,
    text: SearchableText,
    hits: readonly Hit[],
  ): void {
    const story: FoundDocument = { archive, key, hits: hits.length, score: 0 };
    this.documents.push(story);
    if (this.phrase !== null && matchText(this.phrase, text, () => true) !== null) {
      this.phraseStories.add(story);
    }
    this.hits += hits.length;
    const after = text.segmentFields.findIndex((field) => (headFields & (1 << field)) === 0);
    const headEnd = after < 0 ? Infinity : (text.segmentStarts[after] ?? 0);
    const counts = new Array<number>(this.wordCount).fill(0);
    const heads = new Set<number>();
    for (const { word, start } of hits) {
      counts[word] = (counts[word] ?? 0) + 1;
      if (start < headEnd) heads.add(word);
    }
    let script = 0;
    for (const glyph of text.printed) {
      script |= scriptOfGlyph(glyph, this.context.folding.variants);
      if (script === documentScripts.both) break;
    }
    this.weighed.push({
      found: story,
      counts: counts.map((count, word) => (heads.has(word) ? -count : count)),
      length: text.printed.length,
      script,
    });
  }
}

/** The words of a query that asks for several, one behind the other as they were typed. */
function phraseOf(query: Query): Words | null {
  if (query.kind !== 'and') return null;
  const parts = query.parts.filter((part) => part.kind === 'words');
  const [first] = parts;
  const isPlain = parts.every(
    ({ fields, isExact, ignoresPunctuation }) =>
      fields === everyField &&
      isExact === first?.isExact &&
      ignoresPunctuation === first.ignoresPunctuation,
  );
  if (first === undefined || parts.length < 2 || !isPlain) return null;
  return {
    ...first,
    printed: parts.flatMap(({ printed }) => printed),
    folded: parts.flatMap(({ folded }) => folded),
  };
}

function conditionsOf(query: Query): readonly StoryCondition[] {
  switch (query.kind) {
    case 'condition':
      return [query.condition];
    case 'not':
      return conditionsOf(query.part);
    case 'and':
    case 'or':
    case 'near':
      return query.parts.flatMap(conditionsOf);
    case 'words':
      return [];
  }
}
