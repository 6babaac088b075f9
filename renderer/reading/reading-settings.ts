/** How a story is set for reading. */
export interface ReadingSettings {
  /** px */
  readonly size: number;
  readonly leading: number;
  /** Characters a line. */
  readonly measure: number;
  /** Columns of a horizontal story beside each other, 1 to 3. */
  readonly columns: number;
  /** Whether the first line of a paragraph is set in. */
  readonly indents: boolean;
  /** Whether marks that meet give up their empty halves. */
  readonly trims: boolean;
  /** Whether a vertical story stands in tiers (段), one below the other, or runs on as one flow. */
  readonly hasTiers: boolean;
}

/** Where a story goes on, and so where its frame scrolls. */
export type StoryFlow = 'down' | 'left' | 'right';

export function storyFlow(isVertical: boolean, settings: ReadingSettings): StoryFlow {
  if (isVertical) return settings.hasTiers ? 'down' : 'left';
  return settings.columns > 1 ? 'right' : 'down';
}

/** The settings as styles and data attributes for the element around a story. */
export function settingOf(settings: ReadingSettings): {
  readonly style: Readonly<Record<`--${string}`, string | number>>;
  readonly data: Readonly<Record<`data-${string}`, string | number>>;
} {
  const { size, leading, measure, columns, indents, trims, hasTiers } = settings;
  return {
    style: {
      '--story-size': `${size}px`,
      '--story-leading': leading,
      '--story-measure': measure,
      '--story-columns': columns,
    },
    data: {
      'data-columns': columns,
      'data-indent': indents ? 'on' : 'off',
      'data-trim': trims ? 'on' : 'off',
      'data-flow': hasTiers ? 'tiers' : 'one',
    },
  };
}
