import { useEffect, useId, useRef, useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Annotation } from '../../archive/model/annotation.ts';
import type { InterfaceLanguage } from '../../archive/model/user-data.ts';
import { displayText } from '../../archive/text/display-text.ts';
import { Icon } from '../components/icon.tsx';
import { InkButtons } from './ink-buttons.tsx';
import { longestNote, longestReading, withinLimit } from './limits.ts';
import { quotedText, type Edit } from './make-annotation.ts';
import { shortTime } from './short-time.ts';
import { TagInput } from './tag-input.tsx';
import { useLengthLimit } from './use-length-limit.ts';
import { useTypedText } from './use-typed-text.ts';
import { useSession } from './use-annotations.ts';
import type { Deed } from './undo-history.ts';

/** What the editor is opened for. */
export type EditorFocus = 'card' | 'note';

/** Where a change stands: unsaved words are never called saved. */
function SaveState({
  id,
  isTyping,
  modified,
}: {
  id: string;
  isTyping: boolean;
  modified: string | null;
}): ReactElement {
  const { t, i18n } = useTranslation();
  const state = useSession().pending.get(id)?.state;
  const isFailed = state === 'failed';
  const isSaving = isTyping || state === 'saving';
  return (
    <span className={isFailed ? 'save-state bad' : 'save-state'} role="status">
      {isFailed
        ? t('annotate.notSaved')
        : isSaving
          ? t('annotate.saving')
          : modified !== null && t('annotate.saved')}
      {modified !== null && (
        <time dateTime={modified}>{shortTime(modified, i18n.language as InterfaceLanguage)}</time>
      )}
    </span>
  );
}

/** The corrected reading, beside the text as the archive holds it. */
function ReadingField({
  held,
  reading,
  onChange,
}: {
  held: string;
  reading: string;
  onChange: (reading: string) => void;
}): ReactElement {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  const [typed, type, flush] = useTypedText(reading, onChange);
  const id = useId();
  const isShown = isOpen || reading !== '';
  const field = useRef<HTMLTextAreaElement>(null);
  const isCut = useLengthLimit(field, isShown);
  if (!isShown) {
    return (
      <button
        type="button"
        className="link reading-button"
        onClick={() => {
          setOpen(true);
        }}
      >
        {t('annotate.addReading')}
      </button>
    );
  }
  return (
    <div className="reading-field">
      <span className="reading-label">{t('annotate.held')}</span>
      <p className="held-text">
        <bdi>{displayText(held)}</bdi>
      </p>
      <label className="reading-label" htmlFor={id}>
        {t('annotate.reading')}
      </label>
      <textarea
        id={id}
        value={typed}
        ref={field}
        rows={1}
        maxLength={longestReading}
        // eslint-disable-next-line jsx-a11y/no-autofocus -- the button that was pressed has given way to it
        autoFocus={isOpen}
        onChange={({ target }) => {
          type(withinLimit(target.value, longestReading));
        }}
        onBlur={flush}
      />
      {isCut && (
        <p className="note-problem" role="alert">
          {t('annotate.readingTooLong', { count: longestReading })}
        </p>
      )}
    </div>
  );
}

/** An annotation open for editing: ink, style, note, tags, corrected reading, trash. */
export function NoteEditor({
  annotation,
  isNew,
  focus,
  onEdit,
  onTrash,
  onClose,
}: {
  annotation: Annotation;
  /** Not stored yet: it is when something is written into it. */
  isNew: boolean;
  focus: EditorFocus;
  onEdit: (edit: Edit, deed: Deed) => void;
  onTrash: () => void;
  onClose: () => void;
}): ReactElement {
  const { t } = useTranslation();
  const card = useRef<HTMLDivElement>(null);
  const field = useRef<HTMLTextAreaElement>(null);
  const isCut = useLengthLimit(field);
  const [typed, type, flush] = useTypedText(annotation.note, (note) => {
    onEdit({ note }, 'editNote');
  });
  const { mark, target } = annotation;
  const held = quotedText(annotation);
  useEffect(() => {
    if (focus === 'note') {
      field.current?.focus({ preventScroll: true });
      field.current?.setSelectionRange(field.current.value.length, field.current.value.length);
    } else card.current?.focus({ preventScroll: true });
  }, [focus, annotation.id]);
  return (
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- Escape leaves its fields
    <div
      className="note-editor"
      ref={card}
      role="group"
      tabIndex={-1}
      aria-label={t('annotate.editorOf', {
        words: displayText(held === '' ? t(`annotate.on.${target.kind}`) : held.slice(0, 40)),
      })}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.nativeEvent.isComposing) return;
        event.stopPropagation();
        flush();
        onClose();
      }}
    >
      <div className="note-tools">
        {mark !== undefined && (
          <InkButtons
            ink={mark.ink}
            style={mark.style}
            onInk={(ink) => {
              onEdit({ mark: { ...mark, ink } }, 'ink');
            }}
            onStyle={(style) => {
              onEdit({ mark: { ...mark, style } }, 'style');
            }}
          />
        )}
        <span className="gap" />
        {!isNew && (
          <button
            type="button"
            className="icon-button"
            aria-label={t('annotate.trash')}
            aria-keyshortcuts="Delete"
            title={`${t('annotate.trash')}　Delete`}
            onClick={onTrash}
          >
            <Icon name="trash" small />
          </button>
        )}
        <button
          type="button"
          className="icon-button"
          aria-label={t('annotate.close')}
          title={`${t('annotate.close')}　Esc`}
          onClick={() => {
            flush();
            onClose();
          }}
        >
          <Icon name="x" small />
        </button>
      </div>
      <textarea
        ref={field}
        className="note-field"
        dir="auto"
        rows={2}
        value={typed}
        aria-label={t('annotate.note')}
        placeholder={t('annotate.notePlaceholder')}
        maxLength={longestNote}
        onChange={({ target: { value } }) => {
          type(withinLimit(value, longestNote));
        }}
        onBlur={flush}
      />
      {isCut && (
        <p className="note-problem" role="alert">
          {t('annotate.noteTooLong', { count: longestNote })}
        </p>
      )}
      <TagInput
        tags={annotation.tags}
        onChange={(tags) => {
          onEdit({ tags }, 'tags');
        }}
      />
      {held !== '' && (
        <ReadingField
          held={held}
          reading={annotation.correctedReading ?? ''}
          onChange={(correctedReading) => {
            onEdit({ correctedReading }, 'reading');
          }}
        />
      )}
      <p className="note-facts">
        <SaveState
          id={annotation.id}
          isTyping={typed !== annotation.note}
          modified={isNew ? null : annotation.modified}
        />
      </p>
    </div>
  );
}
