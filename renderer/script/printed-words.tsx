import type { ReactElement } from 'react';
import { displayText } from '../../archive/text/display-text.ts';
import { useShownLanguage, useShownText } from './script-conversion.tsx';

/** Words of the archive outside its stories: names of papers and pages, headlines in lists. */
export function PrintedWords({ text, language }: { text: string; language: string }): ReactElement {
  const shownText = useShownText();
  const shownLanguage = useShownLanguage();
  return <span lang={shownLanguage(language)}>{displayText(shownText(text, language))}</span>;
}
