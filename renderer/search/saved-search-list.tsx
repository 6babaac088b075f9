import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useLiveQuery } from 'dexie-react-hooks';
import type { SavedSearch } from '../../archive/model/user-data.ts';
import { Icon } from '../components/icon.tsx';
import {
  listSavedSearches,
  removeSavedSearch,
  restoreSavedSearch,
} from '../database/saved-searches.ts';

export function useSavedSearches(): readonly SavedSearch[] {
  return useLiveQuery(listSavedSearches, []) ?? [];
}

/** The searches that were kept; one that is removed can be put back. */
export function SavedSearchList({
  searches,
}: {
  searches: readonly SavedSearch[];
}): ReactElement | null {
  const { t } = useTranslation();
  const [removed, setRemoved] = useState<SavedSearch | null>(null);
  if (searches.length === 0 && removed === null) return null;
  return (
    <section className="saved-searches" aria-label={t('search.saved.title')}>
      <h3 className="label">{t('search.saved.title')}</h3>
      <ul>
        {searches.map((search) => (
          <li key={search.id}>
            <a href={`#${search.place}`}>{search.name}</a>
            <button
              type="button"
              className="icon-button small"
              aria-label={t('search.saved.removeNamed', { name: search.name })}
              title={t('search.saved.removeNamed', { name: search.name })}
              onClick={() => {
                void removeSavedSearch(search.id).then(() => {
                  setRemoved(search);
                });
              }}
            >
              <Icon name="x" small />
            </button>
          </li>
        ))}
      </ul>
      {removed !== null && (
        <p className="undo" role="status">
          {t('search.saved.removed', { name: removed.name })}{' '}
          <button
            type="button"
            className="link"
            onClick={() => {
              void restoreSavedSearch(removed).then(() => {
                setRemoved(null);
              });
            }}
          >
            {t('search.saved.undo')}
          </button>
        </p>
      )}
    </section>
  );
}
