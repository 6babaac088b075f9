import type { TFunction } from 'i18next';
import type { ReactElement } from 'react';
import type { Article } from '../../archive/model/article.ts';
import type { InterfaceLanguage } from '../../archive/model/user-data.ts';
import type { PrintPaper } from '../../preload/bridge.ts';
import { interfaceDate } from '../i18n/dates.ts';
import { issueDate } from '../i18n/issue-date.ts';
import type { Location } from '../location/location.ts';
import { mediaAddress } from '../reading/media-address.ts';
import { NewspaperPage } from '../reading/newspaper-page.tsx';
import { PrintSheet } from '../reading/print-sheet.tsx';
import { PrintedStory } from '../reading/printed-story.tsx';
import type { ReadingSettings } from '../reading/reading-settings.ts';
import { VerticalPage } from '../reading/vertical-page.tsx';
import type { IssueData } from './issue-data.ts';
import { PrintedStoryNotes, type PrintableNotes } from './printed-story-notes.tsx';

/** What is open and can be put on paper. */
export interface Printable {
  readonly place: Location;
  readonly data: IssueData;
  /** The story that is open; null where the page is. */
  readonly article: Article | null;
  readonly isVertical: boolean;
  readonly settings: ReadingSettings;
}

/** Width and height of the papers, upright, in mm. */
const paperSizes: Readonly<Record<PrintPaper, readonly [number, number]>> = {
  A4: [210, 297],
  A3: [297, 420],
  Letter: [215.9, 279.4],
};
/** What `@page` of the print styles leaves white on both sides together, in mm. */
const margins = 24;
const pixelsPerMm = 96 / 25.4;
/** A page of four columns is this wide on screen, in px. */
const pageWidth = 974;
/** Type of 15 px becomes newspaper type of some 8 points. */
const verticalPageZoom = 0.72;
const mostStoryZoom = 0.8;
/** A page that fits on one sheet in type of 6.5 points or more is printed on one. */
const leastPageZoom = 0.58;
/** The notes beside a story with the space before them, in px; `styles/print.css` sets it. */
const printedNoteWidth = 216;
/** The line of the source at the foot of a sheet, in px. */
const footHeight = 40;

function zoomFor(printable: Printable, what: string, paper: PrintPaper, hasNotes: boolean): number {
  const [width, height] = paperSizes[paper];
  const room = (Math.min(width, height) - margins) * pixelsPerMm;
  if (what === 'page') return printable.isVertical ? verticalPageZoom : room / pageWidth;
  const { size, measure } = printable.settings;
  const columns = hasNotes ? 1 : printable.settings.columns;
  const beside = hasNotes ? printedNoteWidth : 0;
  // A vertical story keeps 30 characters a line and a rule at either end.
  const across = printable.isVertical
    ? size * 1.1 * 30 + 60 + beside
    : size * measure * Math.max(1, columns) + beside;
  return Math.min(mostStoryZoom, room / across);
}

/** Height of an upright sheet without margins and foot, in px. */
function sheetHeight(paper: PrintPaper): number {
  const [width, height] = paperSizes[paper];
  return (Math.max(width, height) - margins) * pixelsPerMm - footHeight;
}

function headlineOf({ headline }: Article, t: TFunction): string {
  return headline === '' ? t('article.untitled') : headline.replaceAll('\n', '　');
}

/** Names the file that printing into a PDF makes. */
export function printedTitle({ data, article }: Printable, what: string): string {
  const { archive, issue, page } = data;
  const words = what === 'story' && article !== null ? article.headline : page.name;
  return [archive.description['dcterms:title'], issue.date, page.number, words]
    .filter((each) => each !== '')
    .join(' ')
    .replaceAll('\n', ' ');
}

/** Where what is printed comes from, for the foot of every sheet. */
export function printedSource(
  { data, article }: Printable,
  what: string,
  t: TFunction,
  language: InterfaceLanguage,
): readonly string[] {
  const { archive, issue, page } = data;
  const { description } = archive;
  const now = new Date();
  const today = [
    now.getFullYear(),
    String(now.getMonth() + 1).padStart(2, '0'),
    String(now.getDate()).padStart(2, '0'),
  ].join('-');
  const story = what === 'story' ? article : null;
  return [
    ...(story === null ? [] : [headlineOf(story, t)]),
    description['dcterms:title'],
    issueDate(issue.date, language, description.defaults.calendar),
    issue.number,
    `${t('print.page', { page: page.number })} ${page.name}`.trimEnd(),
    t('print.archive', {
      title: description['dcterms:publisher'] || description['dcterms:title'],
      revision: description.revision,
    }),
    description.sample ? t('article.sample') : '',
    story === null ? '' : t(`article.provenance.${story.provenance.method}`),
    t('print.printedOn', { date: interfaceDate(today, language) }),
  ].filter((words) => words !== '');
}

/** The sheets that are to be printed, as the reader has them set. */
export function PrintedPages({
  printable,
  what,
  paper,
  notes,
  source,
  onReady,
}: {
  printable: Printable;
  what: 'page' | 'story' | 'image';
  paper: PrintPaper;
  /** What is marked and noted on the story; null where it is not to be printed. */
  notes: PrintableNotes | null;
  source: readonly string[];
  onReady: () => void;
}): ReactElement {
  const { data, article, settings } = printable;
  const { archive, issue, page, articles } = data;
  const isVertical = printable.isVertical && what !== 'image';
  const Page = isVertical ? VerticalPage : NewspaperPage;
  return (
    <PrintSheet
      isVertical={isVertical}
      zoom={zoomFor(printable, what, paper, notes !== null)}
      oneSheet={
        what === 'page' && !isVertical
          ? { height: sheetHeight(paper), leastZoom: leastPageZoom }
          : null
      }
      source={source}
      onReady={onReady}
    >
      {what === 'story' && article !== null && (
        <PrintedStory
          article={article}
          bagId={archive.bagId}
          isVertical={isVertical}
          settings={notes === null ? settings : { ...settings, columns: 1 }}
        >
          {notes !== null && (
            <PrintedStoryNotes archiveId={archive.id} article={article} {...notes} />
          )}
        </PrintedStory>
      )}
      {what === 'page' && (
        <Page
          description={archive.description}
          bagId={archive.bagId}
          issue={issue}
          page={page}
          articles={articles}
          columns={4}
          hrefOf={() => ''}
        />
      )}
      {what === 'image' && page.facsimile !== undefined && (
        <img className="printed-image" src={mediaAddress(archive.bagId, page.facsimile)} alt="" />
      )}
    </PrintSheet>
  );
}
