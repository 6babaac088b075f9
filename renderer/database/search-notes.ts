import type { Annotation } from '../../archive/model/annotation.ts';
import { matchText } from '../../archive/search/query/match-text.ts';
import type { Query } from '../../archive/search/query/query.ts';
import { textOfSegments } from '../../archive/search/text/searchable-text.ts';
import { database } from './database.ts';
import type { Folding } from './fold-characters.ts';
import type { FoundNote } from './search-messages.ts';

const mostNotes = 200;
/** Index of the body in `searchFields`: a note has no other fields. */
const body = 5;

/** Notes, corrected readings and tags that meet the query, latest first. */
export async function findNotes(
  query: Query,
  { foldCodePoint }: Folding,
): Promise<readonly FoundNote[]> {
  const annotations = await database.table<Annotation, string>('annotations').toArray();
  const found = annotations.filter(({ note, tags, correctedReading = '', trashed }) => {
    if (trashed !== undefined) return false;
    const written = [note, correctedReading, ...tags].filter((text) => text !== '');
    if (written.length === 0) return false;
    const text = textOfSegments(
      written.map((each) => [body, each] as const),
      foldCodePoint,
    );
    const hits = matchText(query, text, ({ by }) => by === 'notes');
    return hits !== null && hits.length > 0;
  });
  return found
    .sort((a, b) => (a.modified < b.modified ? 1 : -1))
    .slice(0, mostNotes)
    .map(({ id, target, note, correctedReading = '', tags, modified }) => ({
      id,
      archiveId: target.archiveId,
      articleId: 'articleId' in target ? target.articleId : null,
      note: [note, correctedReading, ...tags.map((tag) => `#${tag}`)]
        .filter((text) => text !== '')
        .join('　'),
      quote: target.kind === 'passage' ? (target.selectors.quote?.exact ?? '') : '',
      modified,
    }));
}
