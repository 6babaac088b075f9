import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLiveQuery } from 'dexie-react-hooks';
import { HistoryList } from '../bookmarks/history-list.tsx';
import { Notice } from '../components/notice.tsx';
import { UndoBar, useUndoNotice } from '../components/undo-notice.tsx';
import { clearHistory, forgetVisit, listHistory } from '../database/history.ts';
import { formatCount } from '../i18n/dates.ts';
import { SavedNav } from './saved-nav.tsx';
import type { ReadingView } from './reading-screen.tsx';

/** Visits that are listed; whoever seeks an earlier one types some of it. */
const listed = 500;
const sought = 20_000;

/** Where one has been, latest first, with ways to forget it. */
export function useHistoryView(isShown: boolean): ReadingView | null {
  const { t } = useTranslation();
  const [needle, setNeedle] = useState('');
  const notice = useUndoNotice();
  const visits = useLiveQuery(() => (isShown ? listHistory(sought) : undefined), [isShown]);
  if (!isShown) return null;
  const found = (visits ?? []).filter(({ title }) =>
    title.toLocaleLowerCase().includes(needle.trim().toLocaleLowerCase()),
  );
  const count = visits?.length ?? 0;
  return {
    crumbs: [{ words: t('history.title'), href: null }],
    status: <b>{t('history.count', { count, formatted: formatCount(count) })}</b>,
    facts: null,
    left: null,
    right: null,
    title: null,
    open: null,
    leaf: (
      <main className="leaf saved" aria-busy={visits === undefined}>
        <SavedNav current="history" />
        <header>
          <h1>{t('history.title')}</h1>
          <p>{t('history.count', { count, formatted: formatCount(count) })}</p>
          <span className="gap" />
          {count > 0 && (
            <>
              <input
                type="search"
                aria-label={t('history.find')}
                placeholder={t('history.find')}
                value={needle}
                onChange={(event) => {
                  setNeedle(event.target.value);
                }}
              />
              <button
                type="button"
                className="button"
                onClick={() => {
                  void clearHistory().then((undo) => {
                    notice.say(t('history.cleared'), undo);
                  });
                }}
              >
                {t('history.clear')}
              </button>
            </>
          )}
        </header>
        {visits !== undefined && found.length === 0 && (
          <Notice title={count === 0 ? t('history.none') : t('history.noneFound')}>
            <p>{t('history.noneText')}</p>
          </Notice>
        )}
        <HistoryList
          visits={found.slice(0, listed)}
          onForget={(visit) => {
            void forgetVisit(visit).then((undo) => {
              notice.say(t('history.forgotten'), undo);
            });
          }}
        />
        {found.length > listed && (
          <p className="too-many">{t('history.tooMany', { formatted: formatCount(listed) })}</p>
        )}
        <UndoBar notice={notice} />
      </main>
    ),
  };
}
