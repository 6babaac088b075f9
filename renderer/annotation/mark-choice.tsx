import { useEffect, useRef, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { displayText } from '../../archive/text/display-text.ts';
import { firstWords } from '../components/note-words.ts';
import { quotedText } from './make-annotation.ts';
import type { PlacedAnnotation } from './place-annotations.ts';

/** Several marks lie over each other: which one is meant? */
export function MarkChoice({
  marks,
  onChoose,
  onClose,
}: {
  marks: readonly PlacedAnnotation[];
  onChoose: (id: string) => void;
  onClose: () => void;
}): ReactElement {
  const { t } = useTranslation();
  const list = useRef<HTMLUListElement>(null);
  useEffect(() => {
    list.current?.querySelector('button')?.focus({ preventScroll: true });
  }, []);
  function step(direction: 1 | -1): void {
    const buttons = [...(list.current?.querySelectorAll('button') ?? [])];
    const at = buttons.indexOf(document.activeElement as HTMLButtonElement);
    buttons[(at + direction + buttons.length) % buttons.length]?.focus();
  }
  return (
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- arrows go through its buttons
    <ul
      ref={list}
      className="mark-choice"
      aria-label={t('annotate.choose')}
      onKeyDown={(event) => {
        if (event.key === 'ArrowDown') step(1);
        else if (event.key === 'ArrowUp') step(-1);
        else if (event.key === 'Escape') onClose();
        else return;
        event.preventDefault();
        event.stopPropagation();
      }}
    >
      {marks.map(({ annotation: { id, mark, note }, annotation }) => (
        <li key={id}>
          <button
            type="button"
            onClick={() => {
              onChoose(id);
            }}
          >
            <i className="ink-dot" data-ink={mark?.ink} aria-hidden="true" />
            {mark !== undefined && <span className="unseen">{t(`annotate.inks.${mark.ink}`)}</span>}
            <bdi>{displayText(quotedText(annotation).slice(0, 24).replaceAll('\n', ' '))}</bdi>
            {note !== '' && <bdi className="choice-note">{firstWords(note)}</bdi>}
          </button>
        </li>
      ))}
    </ul>
  );
}
