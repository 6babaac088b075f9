import { useRef, type ReactElement } from 'react';
import { displayText } from '../../archive/text/display-text.ts';
import { useShownLanguage } from './script-conversion.tsx';
import { useShownWords } from './shown-words.ts';

/** Words of the archive outside its stories: names of papers and pages, headlines in lists. */
export function PrintedWords({ text, language }: { text: string; language: string }): ReactElement {
  const element = useRef<HTMLSpanElement>(null);
  const conversion = useShownWords(element, text, language);
  const shownLanguage = useShownLanguage();
  return (
    <span className="printed-words" lang={shownLanguage(language)} ref={element}>
      {displayText(conversion?.text ?? text)}
    </span>
  );
}
