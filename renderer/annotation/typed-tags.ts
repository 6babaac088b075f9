import { longestTag, mostTags, withinLimit } from './limits.ts';

/** What of typed tags was not taken: the end of one, or those beyond the most there may be. */
export type TagProblem = 'too-long' | 'too-many';

/** More than this is no list of tags, and a field takes long to lay it out. */
export const longestTyped = mostTags * (longestTag + 1);

/** Tags with those that were typed, words apart by commas; each once, within the limits. */
export function withTyped(
  tags: readonly string[],
  typed: string,
): { readonly tags: readonly string[]; readonly problem: TagProblem | null } {
  const words = typed
    .split(/[,，、\n]/)
    .map((word) =>
      word
        .trim()
        .replace(/^[#＃]/, '')
        .trim(),
    )
    .filter((word) => word !== '');
  const isCut = words.some((word) => word.length > longestTag);
  const all = [...new Set([...tags, ...words.map((word) => withinLimit(word, longestTag).trim())])];
  const problem = all.length > mostTags ? 'too-many' : isCut ? 'too-long' : null;
  return { tags: all.slice(0, mostTags), problem };
}
