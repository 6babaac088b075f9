import { chineseNumber } from '../i18n/dates.ts';

/** The number a story is known by beside its pieces; `story` counts from 0. */
export function storyMark(story: number, language: string): string {
  return language === 'en' ? String(story + 1) : chineseNumber(story + 1);
}
