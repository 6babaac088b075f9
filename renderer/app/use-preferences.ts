import { useCallback, useState } from 'react';
import { useLiveQuery } from 'dexie-react-hooks';
import type { Preferences } from '../../archive/model/user-data.ts';
import { readPreferences, savePreference } from '../database/preferences.ts';
import type { ChoosePreference } from '../preferences/choose-preference.ts';

export const defaultPreferences: Preferences = {
  theme: 'system',
  readingSize: 19,
  readingLeading: 1.9,
  readingMeasure: 34,
  readingDirection: 'printed',
  contentScript: 'held',
  showsArchiveColumn: true,
  showsListColumn: true,
};

/** A choice that shows at once, and the stored value that it is to replace. */
interface FreshChoice {
  readonly value: unknown;
  readonly stored: unknown;
}

/**
 * What was chosen, with defaults for the rest; follows every change. A choice shows before it is on
 * disk: it is no work that could be lost, and another script must not wait for a disk.
 */
export function usePreferences(initial: Preferences): readonly [Preferences, ChoosePreference] {
  const stored =
    useLiveQuery(async () => ({ ...defaultPreferences, ...(await readPreferences()) })) ?? initial;
  const [fresh, setFresh] = useState<ReadonlyMap<keyof Preferences, FreshChoice>>(new Map());
  const choose: ChoosePreference = useCallback(
    (key, value) => {
      setFresh((before) => new Map(before).set(key, { value, stored: stored[key] }));
      void savePreference(key, value);
    },
    [stored],
  );
  const waiting = [...fresh].filter(([key, choice]) => stored[key] === choice.stored);
  if (waiting.length === 0) return [stored, choose];
  const chosen = Object.fromEntries(waiting.map(([key, { value }]) => [key, value]));
  return [{ ...stored, ...chosen }, choose];
}
