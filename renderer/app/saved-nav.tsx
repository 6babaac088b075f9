import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { allNotes } from '../location/notes-filter.ts';
import type { Location } from '../location/location.ts';
import { hrefOf } from '../location/use-location.ts';

const screens = [
  ['notes', { screen: 'notes', filter: allNotes }],
  ['bookmarks', { screen: 'bookmarks', folder: null }],
  ['history', { screen: 'history' }],
] as const satisfies readonly (readonly [string, Location])[];

/** The way between notes, bookmarks and history. */
export function SavedNav({ current }: { current: (typeof screens)[number][0] }): ReactElement {
  const { t } = useTranslation();
  return (
    <nav className="saved-nav" aria-label={t('notes.nav')}>
      {screens.map(([name, place]) => (
        <a key={name} href={hrefOf(place)} aria-current={name === current ? 'page' : undefined}>
          {t(`${name}.title`)}
        </a>
      ))}
    </nav>
  );
}
