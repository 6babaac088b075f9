import type { Fragment } from './printed-page.ts';
import type { Random } from './random.ts';

/** Kicker, headline, deck or column. */
export const isHead = (fragment: Fragment): boolean =>
  fragment.form === 'heading' && fragment.role !== 'section-head' && fragment.story >= 0;

/** A paragraph long enough to be torn. */
export const isBreakable = (fragment: Fragment): boolean =>
  fragment.form === 'text' &&
  fragment.role === 'paragraph' &&
  (fragment.lines[0]?.length ?? 0) > 40;

/** Cuts a paragraph at any character but its first and last few. */
export function tear(fragment: Fragment, random: Random): [Fragment, Fragment] {
  const line = fragment.lines[0] ?? [];
  let at = random.between(12, line.length - 8);
  while (line[at]?.id === -1 || line[at - 1]?.id === -1) at++;
  return [
    { ...fragment, lines: [line.slice(0, at)] },
    { ...fragment, lines: [line.slice(at)] },
  ];
}
