import type { ArchiveDescription } from '../model/archive-description.ts';
import type { Article } from '../model/article.ts';
import type { Issue } from '../model/issue.ts';
import { cleanLine } from './clean-line.ts';
import { citedDate, type CitedDate } from './cited-date.ts';
import { citedName, type CitedName } from './cited-name.ts';
import type { Credit } from './credit.ts';
import { authorsOf, creditsOf } from './credits.ts';
import { deepLink } from './deep-link.ts';
import { inRepublicanYears, republicanDate } from './republican-date.ts';
import { scriptOf, type CitationScript } from './script-words.ts';

/** The date in years of the Republic, for the note beside the western date. */
export interface CalendarDate {
  readonly text: string;
  /** `printed` stands on the page; `computed` was reckoned from the western date. */
  readonly source: 'printed' | 'computed';
}

/** A newspaper story as references cite it: everything on one line, nothing converted. */
export interface CitationItem {
  /** `urn:uuid:…` of the story. */
  readonly id: string;
  /** In the order of print. */
  readonly authors: readonly CitedName[];
  /** More authors than are named were printed as 等. */
  readonly hasMoreAuthors: boolean;
  readonly translators: readonly CitedName[];
  /** Everyone credited, photographers and editors among them, with roles as printed. */
  readonly credits: readonly Credit[];
  /** 引题, 主题, 副题. The headline may be empty: what stands in its place is the styles' matter. */
  readonly kicker: string;
  readonly headline: string;
  readonly deck: string;
  readonly section: string;
  /** Name of the paper. */
  readonly paper: string;
  readonly issueNumber: string;
  /** Null where the date is not known or does not exist. */
  readonly date: CitedDate | null;
  /** What stood in the date's place where `date` is null. */
  readonly unreadDate: string;
  readonly calendarDate: CalendarDate | null;
  /** As printed: A03 stays A03. */
  readonly page: string;
  /** BCP 47. */
  readonly language: string;
  readonly script: CitationScript;
  readonly publisher: string;
  readonly issn: string;
  readonly cnNumber: string;
  readonly archive: { readonly id: string; readonly title: string; readonly revision: number };
  /** `guzhi://` address of the story. */
  readonly link: string;
  /** An imaginary paper: every reference says so. */
  readonly isSample: boolean;
}

interface Dates {
  readonly date: CitedDate | null;
  readonly unreadDate: string;
  readonly calendarDate: CalendarDate | null;
}

function datesOf(
  article: Article,
  issue: Issue,
  description: ArchiveDescription,
  script: CitationScript,
): Dates {
  const printed = issue.notes.map(republicanDate).find((found) => found !== null) ?? null;
  const held = citedDate(issue.date) ?? citedDate(article.issue.date);
  const converted = printed === null ? null : citedDate(printed.edtf);
  // The page itself knows the day where the archive's date stops short of it.
  const isSharper =
    converted?.day !== undefined &&
    (held === null || (held.day === undefined && converted.edtf.startsWith(held.edtf)));
  const date = isSharper ? converted : held;
  const unreadDate = date === null ? cleanLine(issue.date) : '';
  if (printed !== null) {
    return {
      date,
      unreadDate,
      calendarDate: { text: cleanLine(printed.printed), source: 'printed' },
    };
  }
  const computed =
    description.defaults.calendar === 'republican' && date !== null
      ? inRepublicanYears(date, script)
      : null;
  const calendarDate: CalendarDate | null =
    computed === null ? null : { text: computed, source: 'computed' };
  return { date, unreadDate, calendarDate };
}

/** Gathers what a reference to a story needs from the story, its issue and its archive. */
export function citationItem(
  article: Article,
  issue: Issue,
  description: ArchiveDescription,
): CitationItem {
  const language = cleanLine(article.language) || cleanLine(description.defaults.language);
  const script = scriptOf(language);
  const { credits, hasMore } = creditsOf(article);
  return {
    id: cleanLine(article.id),
    authors: authorsOf(article).map(({ name }) => citedName(name)),
    hasMoreAuthors: hasMore,
    translators: credits
      .filter(({ role }) => role === 'translator')
      .map(({ name }) => citedName(name)),
    credits,
    kicker: cleanLine(article.kicker),
    headline: cleanLine(article.headline),
    deck: cleanLine(article.deck),
    section: cleanLine(article.section),
    paper:
      cleanLine(description.publication.names[0] ?? '') || cleanLine(description['dcterms:title']),
    issueNumber: cleanLine(issue.number || article.issue.number),
    ...datesOf(article, issue, description, script),
    page: cleanLine(article.page.number),
    language,
    script,
    publisher: cleanLine(description['dcterms:publisher']),
    issn: cleanLine(description.publication.issn),
    cnNumber: cleanLine(description.publication.cnNumber),
    archive: {
      id: cleanLine(description.id),
      title: cleanLine(description['dcterms:title']),
      revision: description.revision,
    },
    link: deepLink(description.id, issue.id, article.page.number, article.id),
    isSample: description.sample,
  };
}
