import {
  formatContentsFilter,
  parseContentsFilter,
  type ContentsFilter,
} from './contents-filter.ts';
import { formatSearch, parseSearch, type SearchPlace } from './search-place.ts';
import { formatNotesFilter, parseNotesFilter, type NotesFilter } from './notes-filter.ts';

/** Where the reader is. The URL hash holds it, so back and forward come from the browser. */
export type Location =
  | { readonly screen: 'library' }
  | { readonly screen: 'import' }
  /** How a page was restored from its source, block by block. */
  | {
      readonly screen: 'review';
      readonly archiveId: string;
      readonly issueId: string;
      readonly page: string;
    }
  /** Where user data lives. */
  | { readonly screen: 'safety' }
  | {
      readonly screen: 'issue';
      readonly archiveId: string;
      readonly issueId: string;
      readonly page: string | null;
    }
  | {
      readonly screen: 'article';
      readonly archiveId: string;
      readonly issueId: string;
      readonly page: string;
      readonly articleId: string;
      /** The search that led here: its hits are marked. */
      readonly found?: FoundBy;
    }
  /** The list of all stories of an archive, narrowed by its filter. */
  | { readonly screen: 'contents'; readonly archiveId: string; readonly filter: ContentsFilter }
  | { readonly screen: 'search'; readonly search: SearchPlace }
  /** The notes of all archives. */
  | { readonly screen: 'notes'; readonly filter: NotesFilter }
  /** `folder` is a folder's id, `top` for what is in none, null for all. */
  | { readonly screen: 'bookmarks'; readonly folder: string | null }
  | { readonly screen: 'history' };

/** What a story was found by. */
export interface FoundBy {
  readonly search: SearchPlace;
  /** The place of the hit that is meant, in code points of the canonical text; null for the first. */
  readonly at: number | null;
}

/** The same place without what it was found by: for what remembers where somebody was. */
export function placeAlone(location: Location): Location {
  if (location.screen !== 'article') return location;
  const { screen, archiveId, issueId, page, articleId } = location;
  return { screen, archiveId, issueId, page, articleId };
}

function formatFound({ search, at }: FoundBy): string {
  const text = formatSearch(search);
  return text === '' ? '' : `?${text}${at === null ? '' : `&at=${at}`}`;
}

function parseFound(text: string): FoundBy | null {
  const search = parseSearch(text);
  if (search === null || search.typed === '') return null;
  const at = /(?:^|&)at=(\d{1,9})(?:&|$)/.exec(text)?.[1];
  return { search, at: at === undefined ? null : Number(at) };
}

const uuidPrefix = 'urn:uuid:';

function withoutPrefix(id: string): string {
  return id.startsWith(uuidPrefix) ? id.slice(uuidPrefix.length) : id;
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

function withPrefix(id: string): string {
  return uuid.test(id) ? `${uuidPrefix}${id}` : id;
}

/**
 * The place as the hash has it, without `#`: `/archive/<id>/<issue>/<page>/<article>?<search>`,
 * `/contents/<id>?<filter>`, `/search?<search>`, `/import`, or `/review/<id>/<issue>/<page>`.
 */
export function formatLocation(location: Location): string {
  if (location.screen === 'library') return '/';
  if (location.screen === 'import') return '/import';
  if (location.screen === 'review') {
    const parts = [withoutPrefix(location.archiveId), location.issueId, location.page];
    return `/review/${parts.map(encodeURIComponent).join('/')}`;
  }
  if (location.screen === 'safety') return '/safety';
  if (location.screen === 'notes') {
    const filter = formatNotesFilter(location.filter);
    return `/notes${filter === '' ? '' : `?${filter}`}`;
  }
  if (location.screen === 'bookmarks') {
    const { folder } = location;
    return `/bookmarks${folder === null ? '' : `/${encodeURIComponent(withoutPrefix(folder))}`}`;
  }
  if (location.screen === 'history') return '/history';
  if (location.screen === 'contents') {
    const filter = formatContentsFilter(location.filter);
    const archive = encodeURIComponent(withoutPrefix(location.archiveId));
    return `/contents/${archive}${filter === '' ? '' : `?${filter}`}`;
  }
  if (location.screen === 'search') {
    const search = formatSearch(location.search);
    return `/search${search === '' ? '' : `?${search}`}`;
  }
  const parts = [withoutPrefix(location.archiveId), location.issueId];
  if (location.page !== null) parts.push(location.page);
  if (location.screen === 'article') parts.push(withoutPrefix(location.articleId));
  const found = location.screen === 'article' && location.found ? location.found : null;
  return `/archive/${parts.map(encodeURIComponent).join('/')}${found ? formatFound(found) : ''}`;
}

function parseContents(place: string): Location | null {
  const [, archive = '', query = ''] = /^\/contents\/([^/?]+)(?:\?(.*))?$/s.exec(place) ?? [];
  const filter = parseContentsFilter(query);
  if (archive === '' || filter === null) return null;
  try {
    return { screen: 'contents', archiveId: withPrefix(decodeURIComponent(archive)), filter };
  } catch {
    return null;
  }
}

function parseReview(place: string): Location | null {
  const [, archive, issue, page] = /^\/review\/([^/?]+)\/([^/?]+)\/([^/?]+)$/.exec(place) ?? [];
  if (archive === undefined || issue === undefined || page === undefined) return null;
  try {
    const [archiveId = '', issueId = '', number = ''] = [archive, issue, page].map(
      decodeURIComponent,
    );
    return { screen: 'review', archiveId: withPrefix(archiveId), issueId, page: number };
  } catch {
    return null;
  }
}

/** Null for a place that is not one of ours. */
export function parseLocation(place: string): Location | null {
  if (place === '/' || place === '') return { screen: 'library' };
  if (place === '/import') return { screen: 'import' };
  if (place.startsWith('/review/')) return parseReview(place);
  if (place === '/safety') return { screen: 'safety' };
  if (place.startsWith('/contents/')) return parseContents(place);
  if (place === '/search' || place.startsWith('/search?')) {
    const search = parseSearch(place.slice('/search?'.length));
    return search === null ? null : { screen: 'search', search };
  }
  if (/^\/notes(?:\?|$)/.test(place)) {
    return { screen: 'notes', filter: parseNotesFilter(place.slice('/notes?'.length)) };
  }
  if (place === '/bookmarks') return { screen: 'bookmarks', folder: null };
  if (place.startsWith('/bookmarks/')) {
    return { screen: 'bookmarks', folder: withPrefix(place.slice('/bookmarks/'.length)) };
  }
  if (place === '/history') return { screen: 'history' };
  const [path = '', ...query] = place.split('?');
  const parts = path.split('/');
  if (parts[0] !== '' || parts[1] !== 'archive' || parts.length < 4 || parts.length > 6)
    return null;
  let decoded: string[];
  try {
    decoded = parts.slice(2).map(decodeURIComponent);
  } catch {
    return null;
  }
  const [archive = '', issueId = '', page, article] = decoded;
  if (archive === '' || issueId === '') return null;
  const archiveId = withPrefix(archive);
  if (page === undefined || page === '') return { screen: 'issue', archiveId, issueId, page: null };
  if (article === undefined) return { screen: 'issue', archiveId, issueId, page };
  const found = parseFound(query.join('?'));
  const articleId = withPrefix(article);
  return { screen: 'article', archiveId, issueId, page, articleId, ...(found && { found }) };
}

/** The archive that is open there; null where none is. */
export function archiveOf(location: Location): string | null {
  return 'archiveId' in location ? location.archiveId : null;
}
