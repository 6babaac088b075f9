import { inks, type Ink } from '../../archive/model/annotation.ts';

/** The ink of that name; null for any other words. */
export function inkOf(name: string): Ink | null {
  return inks.find((ink) => ink === name) ?? null;
}
