import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ImportScreen } from '../import/import-screen.tsx';
import { hrefOf } from '../location/use-location.ts';
import type { Location } from '../location/location.ts';
import { ReviewScreen } from '../review/review-screen.tsx';
import type { ReadingView } from './reading-screen.tsx';
import { saveArchive } from './save-archive.ts';
import type { Imports } from './use-imports.ts';

/** The screens that deal with sources: importing pages and reviewing how one was restored. */
export function useSourceView(
  location: Location,
  imports: Imports,
  openArchive: (archiveId: string) => void,
): ReadingView | null {
  const { t } = useTranslation();
  const [rebuilt, setRebuilt] = useState<{ place: string; words: string } | null>(null);
  const alone = { facts: null, left: null, right: null, open: null, title: null };
  if (location.screen === 'import') {
    return {
      ...alone,
      crumbs: [
        { words: t('library.title'), href: hrefOf({ screen: 'library' }) },
        { words: t('importing.title'), href: null },
      ],
      status: <b>{t('importing.title')}</b>,
      leaf: (
        <ImportScreen
          state={imports}
          onChoose={imports.choose}
          onRun={imports.run}
          onCancel={imports.cancel}
          onClear={imports.clear}
          onSave={saveArchive}
          onOpen={openArchive}
        />
      ),
    };
  }
  if (location.screen !== 'review') return null;
  const { archiveId, issueId, page } = location;
  const place = hrefOf(location);
  function rebuild(): void {
    void imports.rebuild(archiveId).then((done) => {
      const words =
        done.outcome === 'built'
          ? t('review.rebuilt', { revision: done.bags[0]?.revision ?? 0 })
          : t('review.rebuildFailed', {
              code: done.outcome === 'failed' ? done.code : done.outcome,
            });
      setRebuilt({ place, words });
    });
  }
  return {
    ...alone,
    crumbs: [
      { words: issueId, href: hrefOf({ screen: 'issue', archiveId, issueId, page: null }) },
      {
        words: t('issue.page', { page }),
        href: hrefOf({ screen: 'issue', archiveId, issueId, page }),
      },
      { words: t('review.title'), href: null },
    ],
    status: (
      <>
        <b>{t('review.title')}</b>
        <span role="status">{rebuilt?.place === place && rebuilt.words}</span>
      </>
    ),
    leaf: (
      <ReviewScreen
        key={place}
        place={{ archiveId, date: issueId, page }}
        onRebuild={rebuild}
        isRebuilding={imports.running !== null}
      />
    ),
  };
}
