import { useEffect, useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { CoverageGap } from '../../archive/model/archive-description.ts';
import type { InterfaceLanguage } from '../../archive/model/user-data.ts';
import type { MissingPage } from '../../archive/model/issue.ts';
import { interfaceDate } from '../i18n/dates.ts';
import type { DayState } from './calendar-months.ts';

/** The pages of one issue, held and missing. */
export interface IssuePages {
  readonly number: string;
  readonly pages: readonly string[];
  readonly missingPages: readonly MissingPage[];
}

export interface Neighbours {
  /** EDTF; null at the ends of the archive. */
  readonly before: string | null;
  readonly after: string | null;
}

/** Where the slip points: the cell's edges in the window, px. */
export interface SlipPlace {
  readonly left: number;
  readonly top: number;
  readonly bottom: number;
}

const slipWidth = 292;
const mostHeight = 220;

function daysOf(gap: CoverageGap): number {
  const [from, to] = [gap.from, gap.to].map((day) => Date.parse(day.slice(0, 10)));
  return Math.round(((to ?? 0) - (from ?? 0)) / 86_400_000) + 1;
}

function GapWords({ gap, neighbours }: { gap: CoverageGap; neighbours: Neighbours }): ReactElement {
  const { t, i18n } = useTranslation();
  const language = i18n.language as InterfaceLanguage;
  const count = daysOf(gap);
  const { before, after } = neighbours;
  return (
    <>
      <p>{[t(`gap.${gap.reason}`), gap.note].filter((each) => each !== '').join('　')}</p>
      {count > 1 && (
        <p>
          {t('day.gapDays', {
            count,
            from: interfaceDate(gap.from, language),
            to: interfaceDate(gap.to, language),
          })}
        </p>
      )}
      <p className="faint">
        {before !== null && (
          <span>{t('day.before', { date: interfaceDate(before, language) })}</span>
        )}
        {after !== null && <span>{t('day.after', { date: interfaceDate(after, language) })}</span>}
      </p>
    </>
  );
}

function PageWords({
  issueId,
  lookUp,
}: {
  issueId: string;
  lookUp: (issueId: string) => Promise<IssuePages | undefined>;
}): ReactElement | null {
  const { t } = useTranslation();
  const [issue, setIssue] = useState<IssuePages | null>(null);
  useEffect(() => {
    let isCurrent = true;
    void lookUp(issueId).then((found) => {
      if (isCurrent) setIssue(found ?? null);
    });
    return () => {
      isCurrent = false;
    };
  }, [issueId, lookUp]);
  if (issue === null) return null;
  const reasons = issue.missingPages.map(({ reason }) => reason).filter((each) => each !== '');
  const missing = issue.missingPages.map(({ number }) => number);
  return (
    <>
      <p>
        {t('day.missing', { pages: missing.join('、') })}
        {[...new Set(reasons)].map((reason) => `　${reason}`)}
      </p>
      <p className="pages" aria-hidden="true">
        {[...issue.pages, ...missing]
          .sort((a, b) => a.localeCompare(b, 'en', { numeric: true }))
          .map((number) => (
            <i key={number} className={missing.includes(number) ? 'missing' : undefined}>
              {number}
            </i>
          ))}
      </p>
    </>
  );
}

/** What is known of a day that is not whole: why it is missing, what lies beside it, which pages lack. */
export function DaySlip({
  id,
  day,
  place,
  neighbours,
  lookUp,
}: {
  id: string;
  day: Extract<DayState, { kind: 'gap' | 'issue' }>;
  place: SlipPlace;
  neighbours: Neighbours;
  lookUp: (issueId: string) => Promise<IssuePages | undefined>;
}): ReactElement {
  const { t, i18n } = useTranslation();
  const date = interfaceDate(day.date, i18n.language as InterfaceLanguage);
  const isBelow = place.bottom + mostHeight < window.innerHeight;
  const left = Math.min(place.left - 20, window.innerWidth - slipWidth - 8);
  return (
    <div
      role="tooltip"
      id={id}
      className="day-slip slip"
      style={{
        left: `${Math.max(8, left)}px`,
        ...(isBelow
          ? { top: `${place.bottom + 8}px` }
          : { bottom: `${window.innerHeight - place.top + 8}px` }),
      }}
    >
      <b>{t(day.kind === 'gap' ? 'day.gapTitle' : 'day.partTitle', { date })}</b>
      {day.kind === 'gap' ? (
        <GapWords gap={day.gap} neighbours={neighbours} />
      ) : (
        <PageWords issueId={day.issueId} lookUp={lookUp} />
      )}
    </div>
  );
}
