import { DamagedIndexError } from '../../archive/search/format/index-layout.ts';
import { positiveWords } from '../../archive/search/query/query.ts';
import { archives as archiveTable, findArchive } from './archives.ts';
import { loadFolding, type Folding } from './fold-characters.ts';
import { SearchArchive } from './search-archive.ts';
import {
  loadName,
  type SearchOrderMessage,
  type SearchQuestion,
  type SearchReply,
  type SearchTask,
  type SearchTasks,
} from './search-messages.ts';
import { narrow } from './search-narrowing.ts';
import { findNotes } from './search-notes.ts';
import { SearchRun, type FoundDocument } from './search-run.ts';
import { foundLines, foundStories, markedStory, storyHits } from './search-stories.ts';

/** The search worker: keeps what it has opened of each archive, and what the latest search found. */
class SupersededError extends Error {
  override readonly name = 'SupersededError';
}

/** Stories whose lines are read at once. */
const linesBatch = 200;
/** Milliseconds of work between two looks at the messages. */
const patience = 12;

const opened = new Map<string, Promise<SearchArchive>>();
let latestSearch = 0;
let latest: {
  readonly question: SearchQuestion;
  readonly documents: readonly FoundDocument[];
} | null = null;

function reply(message: SearchReply): void {
  self.postMessage(message);
}

const channel = new MessageChannel();
let resume: (() => void) | undefined;
channel.port1.onmessage = (): void => resume?.();

function nextMessage(): Promise<void> {
  return new Promise((resolve) => {
    resume = resolve;
    channel.port2.postMessage(null);
  });
}

/** Looks at the messages now and then; throws where a newer search has come. */
function pauseOf(number: number): () => Promise<void> {
  let since = performance.now();
  return async () => {
    if (performance.now() - since > patience) {
      await nextMessage();
      since = performance.now();
    }
    if (latestSearch !== number) throw new SupersededError();
  };
}

async function openArchives(
  folding: Folding,
  loads: readonly string[] | undefined,
): Promise<readonly SearchArchive[]> {
  if (loads !== undefined) {
    const known = loads.flatMap((load) => opened.get(load) ?? []);
    if (known.length === loads.length && known.length === opened.size) return Promise.all(known);
  }
  const records = await archiveTable.toArray();
  const wanted = new Set(records.map(loadName));
  for (const [load, archive] of opened) {
    if (wanted.has(load)) continue;
    opened.delete(load);
    void archive.then((each) => {
      each.close();
    });
  }
  return Promise.all(
    records.map((record) => {
      const load = loadName(record);
      let archive = opened.get(load);
      if (!archive) {
        archive = SearchArchive.open(record, folding);
        archive.catch(() => opened.delete(load));
        opened.set(load, archive);
      }
      return archive;
    }),
  );
}

/** The archive without the index that turned out damaged. */
function distrust(archive: SearchArchive): SearchArchive {
  const without = archive.withoutIndex();
  opened.set(loadName(archive.record), Promise.resolve(without));
  return without;
}

async function search(
  number: number,
  question: SearchQuestion,
): Promise<SearchTasks['search']['answer']> {
  const started = performance.now();
  const folding = await loadFolding();
  const { query, filter, order } = question;
  const pause = pauseOf(number);
  const run = new SearchRun(query, {
    folding,
    pause,
    isRanked: order === 'relevance',
    onScan: (done, total) => {
      reply({ number, kind: 'progress', done, total });
    },
  });
  const searched: SearchArchive[] = [];
  const withoutIndex: SearchArchive[] = [];
  for (const archive of await openArchives(folding, question.loads)) {
    let sound = archive;
    if (archive.parts !== null) {
      const kept = run.documents.length;
      const hits = run.hits;
      try {
        await run.ask(archive, archive.parts);
      } catch (error) {
        if (!(error instanceof DamagedIndexError)) throw error;
        run.documents.length = kept;
        run.hits = hits;
        sound = distrust(archive);
      }
    }
    searched.push(sound);
    if (sound.parts === null) withoutIndex.push(sound);
  }
  if (withoutIndex.length > 0) {
    reply({
      number,
      kind: 'needs-index',
      generations: withoutIndex.map(({ record }) => record.generation),
    });
    for (const archive of withoutIndex) await run.scan(archive);
  }
  await pause();
  const narrowed = await narrow(run.documents, searched, filter);
  const documents = [...narrowed.documents];
  if (order === 'relevance') {
    run.rank();
    documents.sort((a, b) => b.score - a.score || a.key - b.key);
  } else {
    documents.sort(byDate(order === 'newest'));
  }
  const notes = positiveWords(query).length > 0 ? await findNotes(query, folding) : [];
  if (latestSearch !== number) throw new SupersededError();
  latest = { question, documents };
  return {
    stories: documents.length,
    hits: documents.reduce((sum, { hits }) => sum + hits, 0),
    milliseconds: performance.now() - started,
    facets: narrowed.facets,
    years: narrowed.years,
    notes,
    scanned: withoutIndex.map(({ record }) => record.id),
  };
}

function byDate(newestFirst: boolean): (a: FoundDocument, b: FoundDocument) => number {
  return (a, b) => {
    if (a.archive === b.archive && !newestFirst) return a.key - b.key;
    const first = a.archive.dateOf(a.key);
    const second = b.archive.dateOf(b.key);
    if (first !== second) return first < second === newestFirst ? 1 : -1;
    return a.archive === b.archive
      ? a.key - b.key
      : a.archive.record.id < b.archive.record.id
        ? -1
        : 1;
  };
}

async function perform(
  number: number,
  task: SearchTask,
  ask: SearchTasks[SearchTask]['ask'],
): Promise<unknown> {
  if (task === 'search') return search(number, ask as SearchTasks['search']['ask']);
  if (task === 'refresh') {
    for (const archive of opened.values()) (await archive).close();
    opened.clear();
    return null;
  }
  const folding = await loadFolding();
  if (task === 'hits') {
    const { query, archiveId, articleId } = ask as SearchTasks['hits']['ask'];
    const record = await findArchive(archiveId);
    if (record === undefined) return [];
    return storyHits(SearchArchive.unindexed(record, folding), articleId, query, folding);
  }
  if (latest === null) return task === 'stories' ? [] : task === 'lines' ? noLines : null;
  const { documents, question } = latest;
  switch (task) {
    case 'stories': {
      const { from, to } = ask as SearchTasks['stories']['ask'];
      return foundStories(documents.slice(from, to), question.query, folding);
    }
    case 'story': {
      const document = documents[(ask as SearchTasks['story']['ask']).index];
      return document === undefined ? null : markedStory(document, question.query, folding);
    }
    case 'lines': {
      const { from, width } = ask as SearchTasks['lines']['ask'];
      const to = from + linesBatch;
      return {
        lines: await foundLines(documents.slice(from, to), question.query, folding, width),
        next: to < documents.length ? to : null,
      };
    }
  }
}

const noLines = { lines: [], next: null };
let working: Promise<unknown> = Promise.resolve();

self.addEventListener('message', ({ data }: MessageEvent<SearchOrderMessage>) => {
  const { number, task, ask } = data;
  if (task === 'search') latestSearch = number;
  working = working
    .then(async () => {
      if (task === 'search' && latestSearch !== number) throw new SupersededError();
      reply({ number, kind: 'answer', answer: await perform(number, task, ask) });
    })
    .catch((error: unknown) => {
      if (error instanceof SupersededError) {
        reply({ number, kind: 'superseded' });
        return;
      }
      const message = error instanceof Error ? error.message : String(error);
      reply({ number, kind: 'failed', message });
    });
});
