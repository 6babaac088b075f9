import type { ReactElement, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ArchiveDescription } from '../../archive/model/archive-description.ts';
import type { BagReport } from '../../archive/model/bag-report.ts';
import { PrintedWords } from '../script/printed-words.tsx';
import { formatBytes } from '../i18n/bytes.ts';
import { formatCount } from '../i18n/dates.ts';
import { ProblemList } from './problem-list.tsx';

function gapDays(from: string, to: string): number {
  return Math.round((Date.parse(to.slice(0, 10)) - Date.parse(from.slice(0, 10))) / 86_400_000) + 1;
}

/** What an archive says of itself, what it lacks, and how its last load went. */
export function ArchiveDetails({
  description,
  fileBytes,
  report,
  children,
}: {
  description: ArchiveDescription;
  fileBytes: number | null;
  report: BagReport | null;
  /** What is known of the fixity of its file, and what can be done about it. */
  children?: ReactNode;
}): ReactElement {
  const { t } = useTranslation();
  const { publication, counts } = description;
  const language = description.defaults.language;
  const rows: readonly (readonly [name: string, value: string, language?: string])[] = [
    [t('library.publisher'), description['dcterms:publisher'], language],
    [t('library.names'), publication.names.join('　'), language],
    [t('library.cn'), publication.cnNumber],
    [t('library.issn'), publication.issn],
    [t('library.rights'), description['dcterms:rights'], language],
    [t('library.license'), description['dcterms:license']],
    [t('library.language'), description['dcterms:language']],
    [t('library.temporal'), description['dcterms:temporal'].replace('/', ' – ')],
    [
      t('library.revisionLabel'),
      `${t('library.revision', { revision: description.revision })}　${description.created.slice(0, 10)}`,
    ],
    [
      t('fixity.counts'),
      t('fixity.countsText', {
        issues: formatCount(counts.issues),
        pages: formatCount(counts.pages),
        articles: formatCount(counts.articles),
        media: formatCount(counts.media),
      }),
    ],
    [t('library.size'), fileBytes === null ? '' : formatBytes(fileBytes)],
    [t('library.identifier'), description.id],
  ];
  return (
    <div className="archive-details">
      <h2>
        <PrintedWords
          text={description['dcterms:title']}
          language={description.defaults.language}
        />
      </h2>
      <dl>
        {rows
          .filter(([, value]) => value !== '')
          .map(([name, value, heldIn]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd lang={heldIn}>{value}</dd>
            </div>
          ))}
      </dl>
      {children}
      <h3 className="label">{t('library.incomplete')}</h3>
      {description.gaps.length === 0 ? (
        <p>{t('library.complete')}</p>
      ) : (
        <dl>
          {description.gaps.map((gap) => (
            <div key={gap.from}>
              <dt>{gap.from === gap.to ? gap.from : `${gap.from} – ${gap.to}`}</dt>
              <dd>
                {t('gap.days', { count: gapDays(gap.from, gap.to) })}　{t(`gap.${gap.reason}`)}
                {gap.note !== '' && (
                  <>
                    <br />
                    <span lang={language}>{gap.note}</span>
                  </>
                )}
              </dd>
            </div>
          ))}
        </dl>
      )}
      {report !== null && report.problems.length > 0 && (
        <>
          <h3 className="label">
            {t('library.report')}
            <span>{formatCount(report.problems.length + report.unlistedProblems)}</span>
          </h3>
          <ProblemList problems={report.problems} unlisted={report.unlistedProblems} />
        </>
      )}
    </div>
  );
}
