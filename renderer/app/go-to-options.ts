import type { CoverageGap } from '../../archive/model/archive-description.ts';
import type { ArchiveRecord } from '../database/archives.ts';
import { findIssue, type IssueRecord } from '../database/issues.ts';
import type { AskedPage, ParsedPlace, PlaceReading } from '../library/place-reading.ts';
import { findPage } from '../library/read-page.ts';
import { resolvePlace, type PlaceTarget } from '../library/resolve-place.ts';
import type { Location } from '../location/location.ts';
import { coveredDays } from './covered-days.ts';

/** The issue and page that typed steps start from. */
export interface OpenPlace {
  readonly archiveId: string;
  readonly issueId: string;
  readonly date: string;
  readonly page: string | null;
}

/** A place that what was typed can lead to. */
export interface GoToOption {
  readonly archive: ArchiveRecord;
  readonly issue: IssueRecord;
  readonly reading: PlaceReading;
  /** True where something less likely was followed. */
  readonly isAlternative: boolean;
  readonly relation: PlaceTarget['relation'];
  /** As printed; null for the front page. */
  readonly page: { readonly number: string; readonly name: string } | null;
  /** What keeps the asked page from being opened. */
  readonly pageLack: 'unknown' | 'missing' | null;
  readonly location: Location;
}

export interface GoToAnswer {
  readonly options: readonly GoToOption[];
  /** Why the archive has nothing at the time of the best reading; null where it does not say. */
  readonly gap: CoverageGap | null;
  /** True where the archive has nothing at that time. */
  readonly isMissing: boolean;
}

/** Readings that are followed: the best and its likeliest alternatives. */
const followed = 3;
/** Other papers of the same day that are offered. */
const otherPapers = 5;

function isNumbered(issue: IssueRecord, asked: AskedPage): boolean {
  const missing = issue.missingPages.map(({ number }) => number);
  return asked.kind === 'number' && findPage(missing, asked, null) !== undefined;
}

async function option(
  archive: ArchiveRecord,
  { day, relation }: PlaceTarget,
  reading: PlaceReading,
  open: OpenPlace | null,
  isAlternative: boolean,
): Promise<GoToOption | undefined> {
  const issue = await findIssue(archive, day.issueId);
  if (issue === undefined) return undefined;
  const numbers = issue.pages.map(({ number }) => number);
  const current = open?.issueId === issue.id ? (open.page ?? numbers[0] ?? null) : null;
  const found = reading.page === null ? undefined : findPage(numbers, reading.page, current);
  const page = issue.pages.find(({ number }) => number === found) ?? null;
  const pageLack =
    reading.page === null || page !== null
      ? null
      : isNumbered(issue, reading.page)
        ? 'missing'
        : 'unknown';
  const location: Location = {
    screen: 'issue',
    archiveId: archive.id,
    issueId: issue.id,
    page: page?.number ?? null,
  };
  return { archive, issue, reading, isAlternative, relation, page, pageLack, location };
}

/** Where a typed place leads in an archive, and on the same day in the others. */
export async function goToOptions(
  parsed: ParsedPlace,
  archive: ArchiveRecord,
  others: readonly ArchiveRecord[],
  open: OpenPlace | null,
): Promise<GoToAnswer> {
  const openHere = open?.archiveId === archive.id ? open : null;
  const resolve = (reading: PlaceReading, within: ArchiveRecord): ReturnType<typeof resolvePlace> =>
    resolvePlace(
      reading.when,
      coveredDays(within),
      within.description.gaps,
      within === archive ? (openHere?.issueId ?? archive.coverage.at(-1)?.issueId ?? null) : null,
    );
  const [best] = parsed.readings;
  if (best === undefined) return { options: [], gap: null, isMissing: false };
  const resolved = parsed.readings
    .slice(0, followed)
    .map((reading) => ({ reading, place: resolve(reading, archive) }));
  const here = resolved.flatMap(({ reading, place }, index) =>
    // The nearest issues are offered for what was most likely meant, and for nothing else.
    place.targets
      .filter(({ relation }) => index === 0 || relation === 'exact' || relation === 'first')
      .map((target) => ({ archive, target, reading })),
  );
  const elsewhere = others
    .flatMap((other) =>
      best.when.kind === 'day'
        ? resolve(best, other)
            .targets.filter(({ relation }) => relation === 'exact')
            .map((target) => ({ archive: other, target, reading: best }))
        : [],
    )
    .slice(0, otherPapers);
  const found = await Promise.all(
    [...here, ...elsewhere].map((each) =>
      option(each.archive, each.target, each.reading, openHere, each.reading !== best),
    ),
  );
  const [first] = resolved;
  return {
    options: found.filter((each) => each !== undefined),
    gap: first?.place.gap ?? null,
    isMissing: first?.place.isMissing ?? false,
  };
}
