import { cleanLine } from './clean-line.ts';
import { chineseNumber } from './republican-date.ts';

/**
 * The number of a page (版) as references give it: 第15版, 15版 and 第十五版 are 15; A03 and
 * whatever else is printed, such as 第二張, stays.
 */
export function pageNumber(printed: string): string {
  const text = cleanLine(printed);
  const inside = /^第?\s*(.+?)\s*版$/u.exec(text)?.[1];
  if (inside === undefined) return text;
  const number = /^[一二三四五六七八九十百零〇廿卅]+$/u.test(inside) ? chineseNumber(inside) : null;
  return number === null ? inside : String(number);
}
