import type { PageUnit } from './page-unit.ts';
import type { PageProblem } from './restored-page.ts';

/** Whether a text is not text: NUL or many control or undecodable characters near its start. */
export function isBinary(text: string): boolean {
  const head = text.slice(0, 20_000);
  let odd = 0;
  for (let at = 0; at < head.length; at++) {
    const code = head.charCodeAt(at);
    if (code === 0) odd += 4;
    else if (code < 9 || (code > 13 && code < 32) || code === 0xfffd) odd++;
  }
  return odd > 3 && odd > head.length * 0.02;
}

/** What is wrong with the page as a whole. */
export function pageProblems(units: readonly PageUnit[]): readonly PageProblem[] {
  const printed = units.filter((unit) => unit.role !== 'furniture' && unit.role !== 'separator');
  if (printed.length === 0) return [{ code: 'empty-page', detail: String(units.length) }];
  const isPicture = (unit: PageUnit): boolean => unit.role === 'image' || unit.role === 'caption';
  if (printed.every(isPicture)) return [{ code: 'only-pictures', detail: String(printed.length) }];
  const headings = printed.filter((unit) => unit.role === 'heading' || unit.role === 'box-title');
  if (headings.length === printed.length) {
    return [{ code: 'only-headings', detail: String(printed.length) }];
  }
  return headings.length === 0 ? [{ code: 'no-headline', detail: String(printed.length) }] : [];
}
