import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { citationItem } from '../../archive/citation/citation-item.ts';
import type { Preferences } from '../../archive/model/user-data.ts';
import { Dialog } from '../components/dialog.tsx';
import { CiteDialog } from '../export/cite-dialog.tsx';
import { usualChoices } from '../export/export-choices.ts';
import type { ChoosePreference } from '../preferences/choose-preference.ts';
import type { Printable } from './printed-pages.tsx';

/** The citation of the story that is open. */
export function CiteSheet({
  open,
  quoted,
  preferences,
  choose,
  onDone,
  onClose,
}: {
  open: Printable | null;
  /** What was selected in the story, as held. */
  quoted: string;
  preferences: Preferences;
  choose: ChoosePreference;
  /** What was done, in words, when the sheet is no longer needed. */
  onDone: (words: string) => void;
  onClose: () => void;
}): ReactElement {
  const { t } = useTranslation();
  if (open?.article == null) {
    return (
      <Dialog title={t('exporting.cite.title')} onClose={onClose}>
        <p>{t('exporting.cite.nothing')}</p>
        <p className="actions">
          <button type="button" className="button" onClick={onClose}>
            {t('exporting.close')}
          </button>
        </p>
      </Dialog>
    );
  }
  const { archive, issue } = open.data;
  return (
    <CiteDialog
      item={citationItem(open.article, issue, archive.description)}
      quoted={quoted}
      style={preferences.citationStyle ?? usualChoices.citationStyle}
      onStyle={(style) => {
        choose('citationStyle', style);
      }}
      onCopied={onDone}
      onClose={onClose}
    />
  );
}
