import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { CitationItem } from '../../archive/citation/citation-item.ts';
import {
  citationStyles,
  formatCitation,
  type CitationStyle,
} from '../../archive/citation/citation-style.ts';
import { quotation } from '../../archive/citation/quotation.ts';
import { displayText } from '../../archive/text/display-text.ts';
import { Dialog } from '../components/dialog.tsx';

/** A story cited in every style; what was selected in it can be taken along as a quotation. */
export function CiteDialog({
  item,
  quoted,
  style,
  onStyle,
  onCopied,
  onClose,
}: {
  item: CitationItem;
  /** As the archive holds it; empty where nothing was selected. */
  quoted: string;
  style: CitationStyle;
  onStyle: (style: CitationStyle) => void;
  /** What was done, in words. */
  onCopied: (words: string) => void;
  onClose: () => void;
}): ReactElement {
  const { t } = useTranslation();
  const [failure, setFailure] = useState<string | null>(null);
  function copy(text: string, words: string): void {
    navigator.clipboard.writeText(text).then(
      () => {
        onCopied(words);
      },
      (error: unknown) => {
        setFailure(error instanceof Error ? error.message : String(error));
      },
    );
  }
  const language = { Hans: 'zh-Hans', Hant: 'zh-Hant', Latn: 'en' }[item.script];
  return (
    <Dialog title={t('exporting.cite.title')} onClose={onClose}>
      <div className="cite-dialog">
        {quoted !== '' && (
          <blockquote className="cite-quoted" lang={language}>
            {displayText(quoted)}
          </blockquote>
        )}
        <fieldset className="cite-styles">
          <legend>{t('exporting.citationStyle')}</legend>
          {citationStyles.map((each) => (
            <label key={each}>
              <input
                type="radio"
                name="citation-style"
                value={each}
                checked={each === style}
                onChange={() => {
                  onStyle(each);
                }}
              />
              <span className="cite-style">{t(`exporting.styles.${each}`)}</span>
              <span className="cite-text" lang={language}>
                {formatCitation(item, each)}
              </span>
            </label>
          ))}
        </fieldset>
        {failure !== null && (
          <p className="print-failure" role="alert">
            {t('exporting.cite.failed', { reason: failure })}
          </p>
        )}
        <p className="actions">
          {quoted !== '' && (
            <button
              type="button"
              className="button primary"
              onClick={() => {
                copy(quotation(quoted, item, style), t('exporting.cite.copiedQuotation'));
              }}
            >
              {t('exporting.cite.copyQuotation')}
            </button>
          )}
          <button
            type="button"
            className={quoted === '' ? 'button primary' : 'button'}
            onClick={() => {
              copy(formatCitation(item, style), t('exporting.cite.copiedCitation'));
            }}
          >
            {t('exporting.cite.copyCitation')}
          </button>
          <button type="button" className="button" onClick={onClose}>
            {t('exporting.close')}
          </button>
        </p>
      </div>
    </Dialog>
  );
}
