import { Dexie } from 'dexie';
import { schemaVersion } from '../../archive/model/schema-version.ts';

/**
 * The one database. Every table's record type, queries and writes stand in the file of its name.
 *
 * Version 1
 * - `archives`: what is loaded, one record an archive, with its report and its coverage.
 * - `generations`: every load has a number of its own; rows, issues and bodies carry it in their
 *   keys, so that a load stands beside the one in use until it takes over.
 * - `issues`: key see `row-key.ts`; ordinals follow the date.
 * - `articleRows`: what lists and pages show of a story; key see `row-key.ts`.
 * - `articleBodies`: the stories themselves, 16 a block, deflated.
 * - `preferences`, `history`, `positions`, `resume`: user data. The journal of the main process
 *   holds them too and comes first; `journalState` says how far these tables follow it.
 *
 * Version 2
 * - `contents`: the stories of a generation in typed arrays, with their facets. Generations that
 *   were loaded before are completed when their contents are first asked for.
 *
 * Version 3
 * - `annotations`, `bookmarks`, `bookmarkFolders`, `glossary`, `savedSearches`: user data, as above.
 * - `searchIndexes`: what is known of each generation's search index; `searchPages`: its files,
 *   where the browser has no private ones.
 * - `lostPlaces`: notes and bookmarks that wait for a person since an update; computed.
 */
const versionOne = {
  archives: 'id',
  generations: 'generation',
  issues: 'key, [generation+id], [generation+date]',
  articleRows: 'key, id',
  articleBodies: 'key',
  preferences: 'key',
  history: 'at',
  positions: 'articleId',
  resume: 'key',
  journalState: 'name',
};

/**
 * Strict durability for everything: user data and the takeover of a load need it, and at the batch
 * size of a load it costs nothing measurable.
 */
export const database = new Dexie('guzhi', { chromeTransactionDurability: 'strict' });
database.version(1).stores(versionOne);
database.version(2).stores({ contents: 'generation' });
database.version(schemaVersion).stores({
  annotations: 'id, target.articleId, target.archiveId, target.issueId, modified, *tags',
  bookmarks: 'id, target.articleId, target.archiveId, folderId',
  bookmarkFolders: 'id',
  glossary: 'id',
  savedSearches: 'id',
  searchIndexes: 'generation',
  searchPages: '[file+page]',
  lostPlaces: 'id, archiveId',
});

/** The tables were made by a later version of the program, which alone can read them safely. */
export class NewerTablesError extends Error {
  override readonly name = 'NewerTablesError';
}

// Dexie itself opens a newer database without complaint. Its versions are ours times ten, and it may
// count the last digit up. Sticky, so that every opening is looked at, not the first alone.
const isSticky = true;
database.on(
  'ready',
  (opened) => {
    const found = Math.floor(opened.backendDB().version / 10);
    if (found > schemaVersion) throw new NewerTablesError(`The tables are of version ${found}`);
  },
  isSticky,
);
