import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { HistoryEntry } from '../../archive/model/user-data.ts';
import { Icon } from '../components/icon.tsx';
import { PrintedWords } from '../script/printed-words.tsx';

/** What a title is taken for where its own script does not tell. */
const printedLanguage = 'zh-Hans';

function dayOf(at: string, language: string): string {
  return new Intl.DateTimeFormat(language, { dateStyle: 'full' }).format(new Date(at));
}

function timeOf(at: string, language: string): string {
  return new Intl.DateTimeFormat(language, { hour: '2-digit', minute: '2-digit' }).format(
    new Date(at),
  );
}

/** Visits by day, latest first. */
export function HistoryList({
  visits,
  onForget,
}: {
  visits: readonly HistoryEntry[];
  onForget: (visit: HistoryEntry) => void;
}): ReactElement {
  const { t, i18n } = useTranslation();
  const days: { readonly day: string; readonly visits: HistoryEntry[] }[] = [];
  for (const visit of visits) {
    const day = dayOf(visit.at, i18n.language);
    if (days.at(-1)?.day !== day) days.push({ day, visits: [] });
    days.at(-1)?.visits.push(visit);
  }
  return (
    <>
      {days.map(({ day, visits: ofDay }) => (
        <section key={day} className="history-day">
          <h2>{day}</h2>
          <ul className="saved-places" aria-label={day}>
            {ofDay.map((visit) => (
              <li key={visit.at}>
                <time dateTime={visit.at} className="kind">
                  {timeOf(visit.at, i18n.language)}
                </time>
                <span className="what">
                  <a className="open" href={`#${visit.place}`}>
                    <PrintedWords
                      text={visit.title.replaceAll('\n', '　')}
                      language={printedLanguage}
                    />
                  </a>
                </span>
                <button
                  type="button"
                  className="icon-button"
                  aria-label={t('history.forget', { title: visit.title })}
                  title={t('history.forgetTip')}
                  onClick={() => {
                    onForget(visit);
                  }}
                >
                  <Icon name="x" small />
                </button>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </>
  );
}
