import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Notice } from '../components/notice.tsx';
import { ProgressLine } from '../components/progress-line.tsx';
import type { FoundLine, FoundStory } from '../database/search-messages.ts';
import { formatCount } from '../i18n/dates.ts';
import type { SearchPlace } from '../location/search-place.ts';
import { ConcordanceTable } from '../search/concordance-table.tsx';
import { FoundNotes } from '../search/found-notes.tsx';
import { ResultList } from '../search/result-list.tsx';
import { linesTable, saveTable, storiesTable } from '../search/search-csv.ts';
import type { FoundStories } from '../search/use-found-stories.ts';
import { mostLines, useLines, useSortedLines } from '../search/use-lines.ts';
import { useIndexWork, type SearchState } from '../search/use-search.ts';

const storyHeads = [
  ...(['date', 'paper', 'page', 'pageName', 'section'] as const),
  ...(['headline', 'byline', 'hits', 'excerpt', 'id'] as const),
] as const;
const lineHeads = [
  ...(['date', 'paper', 'page', 'headline', 'field'] as const),
  ...(['left', 'keyword', 'right', 'start', 'length', 'id'] as const),
] as const;

/** What a search came to: the list or the lines, or why there is none. */
export function SearchResults({
  search,
  state,
  stories,
  active,
  paperOf,
  hrefOfStory,
  hrefOfLine,
  onActive,
  onOpenStory,
  onOpenLine,
  onChange,
}: {
  search: SearchPlace;
  state: SearchState;
  stories: FoundStories;
  active: number;
  paperOf: (archiveId: string) => string;
  hrefOfStory: (story: FoundStory) => string;
  hrefOfLine: (line: FoundLine) => string;
  onActive: (index: number) => void;
  onOpenStory: (story: FoundStory) => void;
  onOpenLine: (line: FoundLine) => void;
  onChange: (change: Partial<SearchPlace>) => void;
}): ReactElement {
  const { t } = useTranslation();
  const { answer, answerNumber, made, isSearching, scan, failure } = state;
  const isLines = search.view === 'lines';
  const { lines, isComplete, isCut } = useLines(answerNumber, isLines && answer !== null);
  const sorted = useSortedLines(lines, search.lines);
  const indexWork = useIndexWork();
  const [told, setTold] = useState<string | null>(null);
  const [saving, setSaving] = useState<number | null>(null);

  async function save(): Promise<void> {
    setTold(null);
    setSaving(0);
    const heads = (isLines ? lineHeads : storyHeads).map((name) => t(`search.csv.${name}`));
    const table = isLines
      ? linesTable(sorted, heads, paperOf)
      : await storiesTable(answer?.stories ?? 0, heads, paperOf, setSaving);
    setSaving(null);
    if (table === null) return;
    const name = `${
      search.typed
        .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
        .trim()
        .slice(0, 40) || 'search'
    }.csv`;
    const outcome = await saveTable(name, t('search.csv.kind'), table);
    if (outcome.outcome === 'saved') setTold(t('search.csv.saved', { name: outcome.fileName }));
    if (outcome.outcome === 'failed') {
      setTold(t('search.csv.failed', { name: outcome.fileName, code: outcome.code }));
    }
  }

  if (failure !== null) {
    return (
      <Notice title={t('search.failed')} isError>
        <p>{t('search.failedText', { message: failure })}</p>
      </Notice>
    );
  }
  if (search.typed.trim() === '') {
    return (
      <Notice title={t('search.empty')}>
        <p>{t('search.emptyText')}</p>
        <p className="examples">{t('search.examples')}</p>
      </Notice>
    );
  }
  if (made !== null && made.query === null) {
    const isUnreadable = made.reading.query === null && made.reading.problems.length > 0;
    return (
      <Notice title={t(isUnreadable ? 'search.unreadable' : 'search.nothingToFind')}>
        <p>{t(isUnreadable ? 'search.unreadableText' : 'search.nothingToFindText')}</p>
      </Notice>
    );
  }
  const scanWords = scan && {
    done: formatCount(scan.done),
    total: formatCount(scan.total),
  };
  return (
    <>
      {(scanWords ?? indexWork) !== null && (
        <div className="search-notice" role="status">
          <p>
            {scanWords !== null
              ? t('search.scanning', scanWords)
              : t('search.indexing', {
                  done: formatCount(indexWork?.done ?? 0),
                  total: formatCount(indexWork?.total ?? 0),
                })}
          </p>
          <ProgressLine
            label={t('search.title')}
            value={
              (scan?.done ?? indexWork?.done ?? 0) /
              Math.max(1, scan?.total ?? indexWork?.total ?? 1)
            }
          />
        </div>
      )}
      {answer !== null && answer.scanned.length > 0 && scan === null && (
        <p className="search-notice" role="status">
          {t('search.scanned', { papers: answer.scanned.map(paperOf).join('、') })}
        </p>
      )}
      {answer !== null && (
        <div className="search-count">
          <p aria-live="polite">
            <b>
              {t('search.found', { count: answer.stories, formatted: formatCount(answer.stories) })}
            </b>
            {'　'}
            {t('search.hits', { count: answer.hits, formatted: formatCount(answer.hits) })}
            {'　'}
            {t('search.time', { count: Math.max(1, Math.round(answer.milliseconds)) })}
          </p>
          {isLines && (
            <p>
              {isCut
                ? t('search.linesCut', { formatted: formatCount(mostLines) })
                : isComplete
                  ? ''
                  : t('search.linesReading', { formatted: formatCount(lines.length) })}
            </p>
          )}
          <span className="gap" />
          {told !== null && <p role="status">{told}</p>}
          <button
            type="button"
            className="link"
            disabled={saving !== null || answer.stories === 0 || (isLines && !isComplete)}
            onClick={() => {
              void save();
            }}
          >
            {saving === null
              ? t('search.csv.save')
              : t('search.csv.saving', { percent: `${Math.round(saving * 100)}%` })}
          </button>
        </div>
      )}
      {answer !== null && answer.notes.length > 0 && (
        <FoundNotes notes={answer.notes} paperOf={paperOf} />
      )}
      {answer !== null && answer.stories === 0 && !isSearching && (
        <Notice
          title={t('search.none')}
          actions={
            (search.isExact || !search.usesVariants) && (
              <button
                type="button"
                className="button"
                onClick={() => {
                  onChange({ isExact: false, ignoresPunctuation: true, usesVariants: true });
                }}
              >
                {t('search.widen')}
              </button>
            )
          }
        >
          <p>{t('search.noneText')}</p>
        </Notice>
      )}
      {answer !== null && answer.stories > 0 && !isLines && (
        <ResultList
          key={answerNumber}
          count={answer.stories}
          stories={stories}
          active={active}
          paperOf={paperOf}
          hrefOfStory={hrefOfStory}
          onActive={onActive}
          onOpen={onOpenStory}
        />
      )}
      {isLines && lines.length > 0 && (
        <ConcordanceTable
          lines={sorted}
          paperOf={paperOf}
          hrefOfLine={hrefOfLine}
          onOpen={onOpenLine}
        />
      )}
    </>
  );
}
