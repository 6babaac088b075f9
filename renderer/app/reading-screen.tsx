import { useState, type ReactElement, type ReactNode, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import type { InterfaceLanguage, Preferences } from '../../archive/model/user-data.ts';
import { issueDate } from '../i18n/issue-date.ts';
import { allNotes } from '../location/notes-filter.ts';
import { goTo, hrefOf, replaceLocation } from '../location/use-location.ts';
import { placeAlone, type Location } from '../location/location.ts';
import { formatSearch } from '../location/search-place.ts';
import { PrintedWords } from '../script/printed-words.tsx';
import type { AnnotationActions } from '../annotation/annotation-actions.ts';
import {
  ContentPlaceProvider,
  useConversionAt,
  useShownLanguage,
  useShownText,
} from '../script/script-conversion.tsx';
import type { ReadingSettings } from '../reading/reading-settings.ts';
import { Story } from '../reading/story.tsx';
import type { StoryActions } from '../reading/use-story-actions.ts';
import { isRestored, useStorySeams } from '../review/story-seams.tsx';
import { ArchiveColumn } from './archive-column.tsx';
import type { OpenPlace } from './go-to-options.ts';
import { useArticle, useIssue, type IssueData } from './issue-data.ts';
import { MissingIssue } from './missing-issue.tsx';
import { NotFound } from './not-found.tsx';
import { PageLeaf } from './page-leaf.tsx';
import { StoryAnnotations } from './story-annotations.tsx';
import type { Printable } from './printed-pages.tsx';
import { StoryColumn } from './story-column.tsx';
import { StoryHits } from './story-hits.tsx';
import type { SearchActions } from '../search/search-actions.ts';
import type { Crumb } from './window-frame.tsx';

export type ReadingLocation = Extract<Location, { screen: 'issue' | 'article' }>;

/** What the window around the reading screen needs to know of it. */
export interface ReadingView {
  readonly crumbs: readonly Crumb[];
  readonly status: ReactNode;
  readonly facts: ReactNode;
  readonly left: ReactNode;
  readonly leaf: ReactNode;
  readonly right: ReactNode;
  /** What is open, for the history's list. */
  readonly title: string | null;
  /** The issue and page, for what is typed relative to them; null where none is open. */
  readonly open: OpenPlace | null;
  /** What of it can go on paper; null where nothing can. */
  readonly printable?: Printable | null;
}

function placeOf(data: IssueData, page: string): Location {
  return { screen: 'issue', archiveId: data.archive.id, issueId: data.issue.id, page };
}

function StoryLeaf({
  data,
  articleId,
  preferences,
  actions,
  annotations,
  place,
  hits,
}: {
  data: IssueData;
  articleId: string;
  place: ReadingLocation;
  hits: RefObject<SearchActions | null>;
  preferences: Preferences;
  actions: RefObject<StoryActions | null>;
  annotations: RefObject<AnnotationActions | null>;
}): ReactElement {
  const { t } = useTranslation();
  const found = useArticle(data, articleId);
  const { archive, issue } = data;
  const open = typeof found === 'object' ? found.article : null;
  const reviewHref = hrefOf({
    screen: 'review',
    archiveId: archive.id,
    issueId: issue.id,
    page: open?.page.number ?? '',
  });
  const seams = useStorySeams(open, archive.id, reviewHref);
  if (found === 'pending') return <main className="leaf" aria-busy="true" />;
  if (found === 'not-found') {
    return <NotFound title={t('article.notFound')}>{t('article.notFoundText')}</NotFound>;
  }
  const { article } = found;
  const turn = (to: typeof article.continuesOn): { href: string; page: string } | null =>
    to === undefined
      ? null
      : {
          page: to.page,
          href: hrefOf({
            screen: 'article',
            archiveId: archive.id,
            issueId: issue.id,
            page: to.page,
            articleId: to.articleId,
          }),
        };
  return (
    <main className="leaf story-leaf">
      <ContentPlaceProvider archiveId={archive.id} articleId={article.id} key={article.id}>
        <Story
          article={article}
          description={archive.description}
          bagId={archive.bagId}
          isVertical={isVertical(data, preferences)}
          settings={readingSettings(preferences)}
          continuesOn={turn(article.continuesOn)}
          continuedFrom={turn(article.continuedFrom)}
          actions={actions}
          afterBlock={seams}
          reviewHref={isRestored(article) ? reviewHref : null}
        >
          <StoryAnnotations
            archiveId={archive.id}
            article={article}
            actions={annotations}
            onCopy={() => actions.current?.copyAsPrinted()}
            onOpenTray={() => {
              goTo({ screen: 'notes', filter: { ...allNotes, view: 'orphans' } });
            }}
          />
          {place.screen === 'article' && place.found && (
            <StoryHits
              key={formatSearch(place.found.search)}
              archiveId={archive.id}
              article={article}
              found={place.found}
              actions={hits}
              onClose={() => {
                replaceLocation(placeAlone(place));
              }}
            />
          )}
        </Story>
      </ContentPlaceProvider>
    </main>
  );
}

/** How stories are set, from what was chosen. */
function readingSettings(preferences: Preferences): ReadingSettings {
  return {
    size: preferences.readingSize,
    leading: preferences.readingLeading,
    measure: preferences.readingMeasure,
    columns: preferences.readingColumns ?? 1,
    indents: preferences.readingIndent ?? true,
    trims: preferences.readingTrim ?? true,
    hasTiers: preferences.readingTiers ?? false,
  };
}

function isVertical({ archive }: IssueData, { readingDirection }: Preferences): boolean {
  if (readingDirection !== 'printed') return readingDirection === 'vertical';
  return archive.description.defaults.writingMode === 'vertical-rl';
}

/** An issue at a page or at a story. The former view stays until the next one is there. */
export function useReadingView(
  location: ReadingLocation | null,
  preferences: Preferences,
  /** Holds what the open story can do, while one is open. */
  storyActions: RefObject<StoryActions | null>,
  /** Holds what can be marked and noted here. */
  annotations: RefObject<AnnotationActions | null>,
  /** Holds what the keys do with the hits of the open story. */
  hits: RefObject<SearchActions | null>,
): ReadingView | null {
  const { t, i18n } = useTranslation();
  const shownText = useShownText();
  const shownLanguage = useShownLanguage();
  const conversionAt = useConversionAt();
  const issuePlace = location ?? { archiveId: '', issueId: '', page: null };
  const found = useIssue(issuePlace);
  const [shown, setShown] = useState<IssueData | null>(null);
  if (location === null) return null;
  if (found === 'not-found') {
    return {
      crumbs: [{ words: t('library.title'), href: hrefOf({ screen: 'library' }) }],
      status: null,
      facts: null,
      left: null,
      leaf: <MissingIssue archiveId={location.archiveId} issueId={location.issueId} />,
      right: null,
      title: null,
      open: null,
      printable: null,
    };
  }
  if (found !== 'pending' && found !== shown) setShown(found);
  const data = found === 'pending' ? shown : found;
  if (data === null) {
    return {
      crumbs: [],
      status: null,
      facts: null,
      left: null,
      leaf: <main className="leaf" aria-busy="true" />,
      right: null,
      title: null,
      open: null,
      printable: null,
    };
  }
  const { archive, issue, page } = data;
  const { description } = archive;
  const articleId = location.screen === 'article' ? location.articleId : null;
  function shownHeadline(): string {
    const headline = row?.headline.replaceAll('\n', '　') ?? '';
    const at = conversionAt({ archiveId: archive.id, articleId });
    return at.convert(headline, language)?.text ?? headline;
  }
  const date = issueDate(
    issue.date,
    i18n.language as InterfaceLanguage,
    description.defaults.calendar,
  );
  const language = description.defaults.language;
  const title = description['dcterms:title'];
  const row = articleId === null ? undefined : data.rows.find(({ id }) => id === articleId);
  const damaged = archive.report.damagedMedia.length;
  return {
    crumbs: [
      {
        words: shownText(title, language),
        href: hrefOf({ screen: 'library' }),
        language: shownLanguage(language),
      },
      { words: date, href: hrefOf({ ...placeOf(data, page.number), page: null } as Location) },
      {
        words:
          `${t('issue.page', { page: page.number })}　${shownText(page.name, language)}`.trimEnd(),
        href: hrefOf(placeOf(data, page.number)),
      },
      ...(articleId === null
        ? []
        : [
            {
              words: shownHeadline(),
              href: null,
              language: shownLanguage(language),
            },
          ]),
    ],
    status: (
      <>
        <b>
          <PrintedWords text={title} language={language} />
        </b>
        <span>
          {issue.date} · {t('issue.page', { page: page.number })} ·{' '}
          {t('issue.articles', { count: page.articles })}
        </span>
      </>
    ),
    facts: (
      <span>{damaged > 0 ? t('status.damaged', { count: damaged }) : t('status.verified')}</span>
    ),
    left:
      articleId === null ? (
        <ArchiveColumn data={data} eraYears={preferences.eraYears ?? {}} />
      ) : (
        <StoryColumn data={data} currentArticleId={articleId} side="left" />
      ),
    leaf:
      articleId === null ? (
        <PageLeaf
          data={data}
          isVertical={isVertical(data, preferences)}
          annotations={annotations}
        />
      ) : (
        <StoryLeaf
          data={data}
          articleId={articleId}
          preferences={preferences}
          actions={storyActions}
          annotations={annotations}
          place={location}
          hits={hits}
        />
      ),
    right:
      articleId === null ? <StoryColumn data={data} currentArticleId={null} side="right" /> : null,
    title: `${title}　${issue.date}　${row?.headline ?? page.name}`,
    open: { archiveId: archive.id, issueId: issue.id, date: issue.date, page: page.number },
    printable: {
      place: location,
      data,
      article: data.articles.find(({ id }) => id === articleId) ?? null,
      isVertical: isVertical(data, preferences),
      settings: readingSettings(preferences),
    },
  };
}
