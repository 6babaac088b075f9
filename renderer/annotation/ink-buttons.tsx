import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { inks, type Ink, type MarkStyle } from '../../archive/model/annotation.ts';

/** The five inks and the two styles, for what is selected or for a mark that is there. */
export function InkButtons({
  ink,
  style,
  onInk,
  onStyle,
}: {
  /** The mark's own; null where there is none yet. */
  ink: Ink | null;
  style: MarkStyle;
  onInk: (ink: Ink) => void;
  onStyle: (style: MarkStyle) => void;
}): ReactElement {
  const { t } = useTranslation();
  return (
    <>
      {inks.map((each, index) => (
        <button
          key={each}
          type="button"
          className="ink-button"
          data-ink={each}
          data-style={style}
          aria-label={t(`annotate.inks.${each}`)}
          aria-pressed={ink === each}
          aria-keyshortcuts={String(index + 1)}
          title={`${t(`annotate.inks.${each}`)}　${index + 1}`}
          onClick={() => {
            onInk(each);
          }}
        >
          <i aria-hidden="true" />
        </button>
      ))}
      <span className="rule" aria-hidden="true" />
      <button
        type="button"
        className="icon-button underline-button"
        aria-label={t('annotate.underline')}
        aria-pressed={style === 'underline'}
        title={t('annotate.underline')}
        onClick={() => {
          onStyle(style === 'underline' ? 'fill' : 'underline');
        }}
      >
        <span aria-hidden="true">{t('annotate.underlineSign')}</span>
      </button>
    </>
  );
}
