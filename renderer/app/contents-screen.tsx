import { useCallback, useMemo, useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { InterfaceLanguage } from '../../archive/model/user-data.ts';
import { Notice } from '../components/notice.tsx';
import { ProgressLine } from '../components/progress-line.tsx';
import { readRows, type ArticleRow } from '../database/article-rows.ts';
import type { NameOrder } from '../database/contents-query.ts';
import { formatCount } from '../i18n/dates.ts';
import { DateRange } from '../library/date-range.tsx';
import { ChunkedRows, type StoryRows } from '../library/story-rows.ts';
import {
  mostRows,
  StoryTable,
  type StoryTableRow,
  type TablePlace,
} from '../library/story-table.tsx';
import { isNarrowed, wholeContents, type ContentsFilter } from '../location/contents-filter.ts';
import { parseLocation, type Location } from '../location/location.ts';
import { goTo, hrefOf } from '../location/use-location.ts';
import { PrintedWords } from '../script/printed-words.tsx';
import { useConversionAt, useShownLanguage, useShownText } from '../script/script-conversion.tsx';
import { ChosenValues } from './chosen-values.tsx';
import { ContentsFacets } from './contents-facets.tsx';
import { useContents, type ContentsData, type Needles } from './contents-data.ts';
import { NotFound } from './not-found.tsx';
import type { ReadingView } from './reading-screen.tsx';

type ContentsLocation = Extract<Location, { screen: 'contents' }>;

/** Where each list was left in this window, by its place. */
const leftAt = new Map<string, TablePlace>();
const noNeedles: Needles = {};
const beginning: TablePlace = { active: 0, offset: 0 };

function useTableRows({ archive, answer }: ContentsData): StoryRows<StoryTableRow> {
  const { t } = useTranslation();
  const conversionAt = useConversionAt();
  const shownLanguage = useShownLanguage();
  return useMemo(() => {
    const { keys, pageNames, pageNumbers } = answer;
    const shown = (row: ArticleRow, index: number): StoryTableRow => {
      const { key, date, page, language, bylineCount, characters } = row;
      const { convert } = conversionAt({ archiveId: archive.id, articleId: row.id });
      const words = (text: string): string => convert(text, language)?.text ?? text;
      return {
        ...{ key, date, page, bylineCount, characters },
        language: shownLanguage(language),
        headline: words(row.headline),
        byline: row.byline.map(words),
        pageName: words(pageNames[pageNumbers[index] ?? -1] ?? ''),
        section: row.section === '' ? t(`genre.${row.genre}`) : words(row.section),
        href: hrefOf({
          screen: 'article',
          archiveId: archive.id,
          issueId: row.issueId,
          page,
          articleId: row.id,
        }),
      };
    };
    return new ChunkedRows(Math.min(keys.length, mostRows), async (from, to) => {
      const rows = await readRows([...keys.subarray(from, to)]);
      return rows.map((row, place) => row && shown(row, from + place));
    });
  }, [answer, archive.id, conversionAt, shownLanguage, t]);
}

function Stories({ data }: { data: ContentsData }): ReactElement {
  const { t } = useTranslation();
  const { archive, answer, place } = data;
  const rows = useTableRows(data);
  const remember = useCallback(
    (at: TablePlace) => {
      leftAt.set(place, at);
    },
    [place],
  );
  const start = useMemo(() => leftAt.get(place) ?? beginning, [place]);
  return (
    <>
      <StoryTable
        label={t('contents.label', { title: archive.description['dcterms:title'] })}
        listKey={place}
        rows={rows}
        start={start}
        onLeave={remember}
        onOpen={(row) => {
          const target = parseLocation(row.href.slice(1));
          if (target !== null) goTo(target);
        }}
      />
      {answer.keys.length > rows.count && (
        <p className="too-many">{t('contents.tooMany', { formatted: formatCount(rows.count) })}</p>
      )}
    </>
  );
}

function ContentsLeaf({
  data,
  filter,
  onFilter,
}: {
  data: ContentsData;
  filter: ContentsFilter;
  onFilter: (filter: ContentsFilter) => void;
}): ReactElement {
  const { t } = useTranslation();
  const { archive, answer } = data;
  const { coverage, description } = archive;
  const first = coverage[0]?.date.slice(0, 10) ?? '';
  const last = coverage.at(-1)?.date.slice(0, 10) ?? '';
  const count = answer.keys.length;
  const clear = (
    <button
      type="button"
      className="button"
      onClick={() => {
        onFilter({ ...wholeContents, newestFirst: filter.newestFirst });
      }}
    >
      {t('contents.clear')}
    </button>
  );
  return (
    <main className="leaf contents">
      <header>
        <h1>
          <PrintedWords
            text={description['dcterms:title']}
            language={description.defaults.language}
          />
        </h1>
        <p aria-live="polite">
          {t('contents.title')}
          {'　'}
          {isNarrowed(filter)
            ? t('contents.countOf', {
                formatted: formatCount(count),
                total: formatCount(answer.total),
              })
            : t('contents.count', { count, formatted: formatCount(count) })}
        </p>
        <span className="gap" />
        <DateRange
          from={filter.from}
          to={filter.to}
          first={first}
          last={last}
          context={{
            date: last === '' ? null : last,
            calendar: description.defaults.calendar,
            years:
              first === ''
                ? null
                : { first: Number(first.slice(0, 4)), last: Number(last.slice(0, 4)) },
          }}
          onChange={(range) => {
            onFilter({ ...filter, ...range });
          }}
        />
        <label className="field">
          <span>{t('contents.sort')}</span>
          <select
            value={filter.newestFirst ? 'newest' : 'oldest'}
            onChange={(event) => {
              onFilter({ ...filter, newestFirst: event.target.value === 'newest' });
            }}
          >
            <option value="oldest">{t('contents.sorts.oldest')}</option>
            <option value="newest">{t('contents.sorts.newest')}</option>
          </select>
        </label>
      </header>
      {isNarrowed(filter) && (
        <ChosenValues filter={filter} language={description.defaults.language} onFilter={onFilter}>
          {clear}
        </ChosenValues>
      )}
      {count > 0 ? (
        <Stories data={data} />
      ) : answer.total === 0 ? (
        <Notice title={t('contents.noStories')}>
          <p>{t('contents.noStoriesText')}</p>
        </Notice>
      ) : (
        <Notice title={t('contents.emptyTitle')} actions={clear}>
          <p>{t('contents.emptyText')}</p>
        </Notice>
      )}
    </main>
  );
}

/** All stories of an archive, with facets to narrow them down; null for another place. */
export function useContentsView(location: ContentsLocation | null): ReadingView | null {
  const { t, i18n } = useTranslation();
  const shownText = useShownText();
  const shownLanguage = useShownLanguage();
  const [order, setOrder] = useState<NameOrder>('count');
  const [sought, setSought] = useState<{ readonly archiveId: string; readonly needles: Needles }>({
    archiveId: '',
    needles: {},
  });
  // What was sought in one paper's names is not sought in another's.
  const needles = sought.archiveId === location?.archiveId ? sought.needles : noNeedles;
  const filter = location?.filter ?? wholeContents;
  const { data, progress } = useContents(location?.archiveId ?? '', filter, order, needles);
  if (location === null) return null;
  const library = { words: t('library.title'), href: hrefOf({ screen: 'library' }) };
  const bare = {
    status: null,
    facts: null,
    left: null,
    right: null,
    title: null,
    open: null,
    printable: null,
  };
  if (data === 'not-found') {
    const leaf = <NotFound title={t('issue.notFound')}>{t('issue.notFoundText')}</NotFound>;
    return { ...bare, crumbs: [library], leaf };
  }
  if (data === 'pending') {
    const words = progress && {
      done: formatCount(progress.done),
      total: formatCount(progress.total),
    };
    const leaf = (
      <main className="leaf contents" aria-busy="true">
        {words !== null && progress !== null && (
          <Notice title={t('contents.making', words)}>
            <ProgressLine
              label={t('contents.making', words)}
              value={progress.done / Math.max(1, progress.total)}
            />
            <p>{t('contents.makingNote')}</p>
          </Notice>
        )}
      </main>
    );
    return { ...bare, crumbs: [library], leaf };
  }
  const { archive, answer } = data;
  const { description } = archive;
  const language = description.defaults.language;
  const title = description['dcterms:title'];
  const onFilter = (next: ContentsFilter): void => {
    goTo({ ...location, filter: next });
  };
  return {
    ...bare,
    crumbs: [
      {
        words: shownText(title, language),
        href: hrefOf({ screen: 'library' }),
        language: shownLanguage(language),
      },
      { words: t('contents.title'), href: null },
    ],
    status: (
      <>
        <b>
          <PrintedWords text={title} language={language} />
        </b>
        <span>
          {t('contents.count', {
            count: answer.keys.length,
            formatted: formatCount(answer.keys.length),
          })}
        </span>
      </>
    ),
    left: (
      <ContentsFacets
        answer={answer}
        filter={filter}
        order={order}
        needles={needles}
        language={language}
        interfaceLanguage={i18n.language as InterfaceLanguage}
        onFilter={onFilter}
        onOrder={setOrder}
        onNeedle={(facet, needle) => {
          setSought({ archiveId: archive.id, needles: { ...needles, [facet]: needle } });
        }}
      />
    ),
    leaf: <ContentsLeaf data={data} filter={filter} onFilter={onFilter} />,
    title: `${title}　${t('contents.title')}`,
  };
}
