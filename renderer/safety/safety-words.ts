import type { TFunction } from 'i18next';
import type { UserDataCounts } from '../../archive/model/snapshot.ts';
import type { UserDataStore } from '../../archive/model/user-data.ts';

/** What a person has made comes first, what the program noted for them after it. */
export const storeOrder: readonly UserDataStore[] = [
  'annotations',
  'bookmarks',
  'bookmarkFolders',
  'glossary',
  'savedSearches',
  'history',
  'positions',
  'preferences',
];

/** “Notes and highlights: 3, Bookmarks: 1”, without what there is none of. */
export function countsText(counts: UserDataCounts, t: TFunction, language: string): string {
  const format = new Intl.NumberFormat(language);
  const parts = storeOrder
    .filter((store) => (counts[store] ?? 0) > 0)
    .map((store) =>
      t('safety.counted', {
        store: t(`safety.store.${store}`),
        count: counts[store] ?? 0,
        formatted: format.format(counts[store] ?? 0),
      }),
    );
  return parts.length === 0 ? t('safety.nothing') : parts.join(language === 'en' ? ', ' : '，');
}
