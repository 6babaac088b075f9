import type { zhHans } from './locales/zh-hans.ts';

/** The same keys with any words, and a singular beside every plural where a language has one. */
type Words<Shape> = {
  readonly [Key in keyof Shape]: Shape[Key] extends string
    ? string
    : Shape[Key] extends readonly string[]
      ? readonly string[]
      : Words<Shape[Key]>;
} & {
  readonly [
    Key in keyof Shape as Key extends `${infer Name}_other` ? `${Name}_one` : never
  ]?: string;
};

/** What every catalogue must have, complete. */
export type Catalogue = Words<typeof zhHans>;
