import { useLiveQuery } from 'dexie-react-hooks';
import type { Preferences } from '../../archive/model/user-data.ts';
import { readPreferences } from '../database/preferences.ts';

export const defaultPreferences: Preferences = {
  theme: 'system',
  readingSize: 19,
  readingLeading: 1.9,
  readingMeasure: 34,
  readingDirection: 'printed',
  showsArchiveColumn: true,
  showsListColumn: true,
};

/** What was chosen, with defaults for the rest; follows every change. */
export function usePreferences(initial: Preferences): Preferences {
  return (
    useLiveQuery(async () => ({ ...defaultPreferences, ...(await readPreferences()) })) ?? initial
  );
}
