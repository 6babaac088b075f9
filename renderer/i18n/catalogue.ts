import type { zhHans } from './locales/zh-hans.ts';

/** The same keys with any words: what every catalogue must have, complete. */
type Words<Shape> = {
  readonly [Key in keyof Shape]: Shape[Key] extends string
    ? string
    : Shape[Key] extends readonly string[]
      ? readonly string[]
      : Words<Shape[Key]>;
};

export type Catalogue = Words<typeof zhHans>;
