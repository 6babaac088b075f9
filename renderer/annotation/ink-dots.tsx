import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Ink } from '../../archive/model/annotation.ts';

/** The inks that a story is marked with, as dots; those who hear the page hear their names. */
export function InkDots({ inks }: { inks: readonly Ink[] }): ReactElement {
  const { t, i18n } = useTranslation();
  const names = inks.map((ink) => t(`annotate.inks.${ink}`));
  const words = t('annotate.markedWith', {
    inks: new Intl.ListFormat(i18n.language, { type: 'unit' }).format(names),
  });
  return (
    <span className="ink-dots" title={words}>
      {inks.map((ink) => (
        <i key={ink} className="ink-dot" data-ink={ink} aria-hidden="true" />
      ))}
      <span className="unseen">{words}</span>
    </span>
  );
}
