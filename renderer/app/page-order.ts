/** The stories of a page with the heaviest first, the others as the paper orders them. */
export function pageOrder<Story extends { readonly weight?: number }>(
  stories: readonly Story[],
): readonly Story[] {
  const lead = stories.reduce<Story | undefined>(
    (best, story) =>
      best === undefined || (story.weight ?? 0) > (best.weight ?? 0) ? story : best,
    undefined,
  );
  if (lead === undefined) return stories;
  return [lead, ...stories.filter((story) => story !== lead)];
}
