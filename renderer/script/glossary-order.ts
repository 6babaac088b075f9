import type { GlossaryRecord } from '../../archive/model/user-data.ts';
import type { Glossaries, GlossaryEntry } from '../../archive/text/script/glossary.ts';

/** Where a text stands, as far as a glossary can tell places apart; null where it stands in none. */
export interface ContentPlace {
  readonly archiveId: string | null;
  readonly articleId: string | null;
}

/** Glossaries by place, each list the same object for as long as the records are. */
export type GlossariesAt = (place: ContentPlace) => Glossaries;

function groupedBy(
  records: readonly GlossaryRecord[],
  keyOf: (record: GlossaryRecord) => string | null,
): ReadonlyMap<string, readonly GlossaryEntry[]> {
  const groups = new Map<string, GlossaryRecord[]>();
  for (const record of records) {
    const key = keyOf(record);
    if (key === null) continue;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [record]);
    else group.push(record);
  }
  return groups;
}

/**
 * Orders what the reader has settled: for the story, for the archive, everywhere; after it comes what
 * each archive settles itself. Of two entries of the same reach for the same word the later one
 * counts.
 */
export function orderGlossaries(
  records: readonly GlossaryRecord[],
  ofArchives: ReadonlyMap<string, readonly GlossaryEntry[]>,
): GlossariesAt {
  const latestFirst = [...records].sort((a, b) => b.modified.localeCompare(a.modified));
  const everywhere = latestFirst.filter(({ scope }) => scope.kind === 'everywhere');
  const byArchive = groupedBy(latestFirst, ({ scope }) =>
    scope.kind === 'archive' ? scope.archiveId : null,
  );
  const byArticle = groupedBy(latestFirst, ({ scope }) =>
    scope.kind === 'article' ? scope.articleId : null,
  );
  const known = new Map<string, Glossaries>();
  return ({ archiveId, articleId }) => {
    const article = articleId === null ? undefined : byArticle.get(articleId);
    const archive = archiveId === null ? undefined : byArchive.get(archiveId);
    const own = archiveId === null ? undefined : ofArchives.get(archiveId);
    const isAsElsewhere = archive === undefined && own === undefined;
    const key = `${article === undefined ? '' : (articleId ?? '')}\n${isAsElsewhere ? '' : (archiveId ?? '')}`;
    let glossaries = known.get(key);
    if (glossaries === undefined) {
      glossaries = [article ?? [], archive ?? [], everywhere, own ?? []];
      known.set(key, glossaries);
    }
    return glossaries;
  };
}
