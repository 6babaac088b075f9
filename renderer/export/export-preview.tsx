import { useDeferredValue, useMemo, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { formatCount } from '../i18n/dates.ts';
import type { DocumentWords } from './document-facts.ts';
import { documentProps, type DocumentMeans } from './document-props.ts';
import type { ExportChoices } from './export-choices.ts';
import { firstQuotations, groupQuotations, orderQuotations } from './group-quotations.ts';
import { HighlightsDocument } from './highlights-document.tsx';
import type { QuotationRecord } from './quotation-record.ts';
import { noPhotos, type MediaAddress } from './read-photos.ts';
import { usePhotos } from './use-photos.ts';

/** The preview shows so many quotations; the file has them all. */
const previewed = 8;

interface ExportPreviewProps {
  readonly found: readonly QuotationRecord[] | Error | null;
  /** Whether everything is looked at, so that nothing found means that there is nothing. */
  readonly isAll: boolean;
  readonly choices: ExportChoices;
  readonly words: DocumentWords;
  readonly means: DocumentMeans;
  readonly mediaAddress: MediaAddress;
}

/** The first quotations as they are going to be set, with every choice as it is now. */
export function ExportPreview({ found, isAll, ...props }: ExportPreviewProps): ReactElement {
  const { t } = useTranslation();
  if (found === null) return <p className="export-preview">{t('exporting.gathering')}</p>;
  if (found instanceof Error) {
    return (
      <p className="export-preview bad" role="alert">
        {t('exporting.broken', { reason: found.message })}
      </p>
    );
  }
  if (found.length === 0) {
    return (
      <p className="export-preview">{t(isAll ? 'exporting.empty' : 'exporting.emptyScope')}</p>
    );
  }
  return <Sheet {...props} records={found} />;
}

function Sheet({
  records,
  choices,
  words,
  means,
  mediaAddress,
}: Omit<ExportPreviewProps, 'found' | 'isAll'> & {
  records: readonly QuotationRecord[];
}): ReactElement {
  const { t } = useTranslation();
  const shownChoices = useDeferredValue(choices);
  const { order, grouping, hasPhotos } = shownChoices;
  const groups = useMemo(
    () => firstQuotations(groupQuotations(orderQuotations(records, order), grouping), previewed),
    [records, order, grouping],
  );
  const quoted = useMemo(() => groups.flatMap((group) => group.records), [groups]);
  const photoSource = usePhotos(hasPhotos ? quoted : null, mediaAddress);
  const whole = documentProps(records, shownChoices, words, {
    ...means,
    photoSource: photoSource ?? noPhotos.source,
  });
  const count = { count: records.length, formatted: formatCount(records.length) };
  return (
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a scrolling region must take focus
    <section className="export-preview" aria-label={t('exporting.preview')} tabIndex={0}>
      <p className="shown">
        {records.length > previewed
          ? t('exporting.previewOf', { shown: previewed, all: formatCount(records.length) })
          : t('exporting.count', count)}
      </p>
      <div className="export-sheet">
        {/* Pictures are not said to be missing before they were looked for. */}
        <HighlightsDocument
          {...whole}
          choices={{ ...shownChoices, hasPhotos: photoSource !== null && hasPhotos }}
          groups={groups}
        />
      </div>
    </section>
  );
}
