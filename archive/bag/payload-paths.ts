/** Where a payload keeps what, by path below the bag's folder. */
export const descriptionPath = 'data/archive.json';
export const issuesPath = 'data/issues.ndjson';

/** The name of the n-th file of articles, from 1. */
export function articlesPath(number: number): string {
  return `data/articles-${String(number).padStart(4, '0')}.ndjson`;
}

/** The files of articles among these paths, in order. */
export function articleFiles(paths: Iterable<string>): readonly string[] {
  return [...paths].filter((path) => /^data\/articles-\d{4,}\.ndjson$/u.test(path)).sort();
}

/** True for photos and page images. */
export function isMediaPath(path: string): boolean {
  return /^data\/(?:media|facsimile)\/./u.test(path);
}

/** True for payload files that the format names. */
export function isKnownPayload(path: string): boolean {
  return (
    path === descriptionPath ||
    path === issuesPath ||
    isMediaPath(path) ||
    articleFiles([path]).length === 1
  );
}
