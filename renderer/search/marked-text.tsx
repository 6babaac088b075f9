import type { ReactElement } from 'react';
import { useScriptConversion, useShownLanguage } from '../script/script-conversion.tsx';

interface Mark {
  readonly start: number;
  readonly end: number;
}

/** Printed text in the chosen script, with what was found in it marked; `current` stands out. */
export function MarkedText({
  text,
  marks,
  language,
  current = -1,
}: {
  text: string;
  /** UTF-16 units of the printed text, ascending and apart. */
  marks: readonly Mark[];
  language: string;
  current?: number;
}): ReactElement {
  const { convert } = useScriptConversion();
  const shownLanguage = useShownLanguage();
  const conversion = convert(text, language);
  const shown = conversion?.text ?? text;
  const pieces: ReactElement[] = [];
  let at = 0;
  marks.forEach((mark, index) => {
    const place = conversion?.toConverted(mark) ?? mark;
    const start = Math.max(at, place.start);
    if (start > at) pieces.push(<span key={`t${at}`}>{shown.slice(at, start)}</span>);
    if (place.end > start) {
      pieces.push(
        <mark key={`m${index}`} className={index === current ? 'here' : undefined}>
          {shown.slice(start, place.end)}
        </mark>,
      );
    }
    at = Math.max(at, place.end);
  });
  return (
    <span lang={shownLanguage(language)}>
      {pieces}
      {shown.slice(at)}
    </span>
  );
}
