import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Ink, MarkStyle } from '../../archive/model/annotation.ts';
import { Icon } from '../components/icon.tsx';
import { InkButtons } from './ink-buttons.tsx';

/** What can be done with what is selected: the five inks, a line instead of a fill, a note, copying. */
export function SelectionTools({
  onMark,
  onNote,
  onCopy,
}: {
  onMark: (ink: Ink, style: MarkStyle) => void;
  onNote: () => void;
  onCopy: () => void;
}): ReactElement {
  const { t } = useTranslation();
  const [style, setStyle] = useState<MarkStyle>('fill');
  return (
    <div
      className="selection-tools"
      role="toolbar"
      aria-label={t('annotate.toolbar')}
      // A press must not take the selection away.
      onMouseDown={(event) => {
        event.preventDefault();
      }}
    >
      <InkButtons
        ink={null}
        style={style}
        onInk={(ink) => {
          onMark(ink, style);
        }}
        onStyle={setStyle}
      />
      <button
        type="button"
        className="icon-button"
        aria-label={t('annotate.addNote')}
        aria-keyshortcuts="N"
        title={`${t('annotate.addNote')}　N`}
        onClick={onNote}
      >
        <Icon name="note-pencil" />
      </button>
      <button
        type="button"
        className="icon-button"
        aria-label={t('annotate.copy')}
        title={`${t('annotate.copy')}　Ctrl+Shift+C`}
        onClick={onCopy}
      >
        <Icon name="copy" />
      </button>
    </div>
  );
}
