import { useImperativeHandle, useRef, useState, type ReactElement, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import type { Annotation } from '../../archive/model/annotation.ts';
import type { AnnotationActions } from './annotation-actions.ts';
import { doStep, latestOf, showNotice } from './annotation-session.ts';
import { edited, makeAnnotation, type Edit } from './make-annotation.ts';
import { NoteCard } from './note-card.tsx';
import { NoteEditor } from './note-editor.tsx';
import type { Deed } from './undo-history.ts';
import { usePageAnnotations } from './use-annotations.ts';

function nothing(): void {
  // There is no text to do this with on a page.
}

/** Notes on a newspaper page as a whole, on a slip in the corner of its sheet. */
export function PageNotes({
  archiveId,
  issueId,
  page,
  actions,
}: {
  archiveId: string;
  issueId: string;
  page: string;
  /** Receives what keys and menus can do here. */
  actions: RefObject<AnnotationActions | null>;
}): ReactElement | null {
  const { t } = useTranslation();
  const notes = usePageAnnotations(archiveId, issueId, page);
  const [isOpen, setOpen] = useState(false);
  const [activeId, setActiveId] = useState<string | null>(null);
  const [unsaved, setUnsaved] = useState<Annotation | null>(null);
  const editing = useRef(0);
  const stored = notes.find(({ id }) => id === activeId);
  const active = stored ?? (unsaved?.id === activeId ? unsaved : null) ?? null;
  const shown = active !== null && stored === undefined ? [...notes, active] : notes;

  function show(id: string): void {
    editing.current += 1;
    setOpen(true);
    setActiveId(id);
  }
  function add(): void {
    const note = makeAnnotation({ kind: 'page', archiveId, issueId, page }, null);
    setUnsaved(note);
    show(note.id);
  }
  function edit(annotation: Annotation, change: Edit, deed: Deed): void {
    const current = latestOf(annotation);
    const before = stored === undefined && current === annotation ? null : current;
    void doStep({
      deed,
      changes: [{ id: annotation.id, before, after: edited(current, change) }],
      mergeKey: `page ${editing.current} ${deed} ${annotation.id}`,
    });
  }
  function trash(annotation: Annotation): void {
    setActiveId(null);
    const now = new Date().toISOString();
    const after = { ...annotation, modified: now, trashed: now };
    void doStep({
      deed: 'trash',
      changes: [{ id: annotation.id, before: annotation, after }],
    }).then((isSaved) => {
      if (isSaved) showNotice({ kind: 'done', deed: 'trash', count: 1 });
    });
  }
  useImperativeHandle(actions, () => ({
    highlight: nothing,
    mark: nothing,
    note: add,
    trash() {
      if (stored !== undefined) trash(stored);
    },
    step: nothing,
    caret: nothing,
    list() {
      setOpen(true);
    },
  }));
  if (!isOpen) {
    return notes.length === 0 ? null : (
      <button
        type="button"
        className="marks-button"
        onClick={() => {
          setOpen(true);
        }}
      >
        {t('annotate.pageCount', { count: notes.length })}
      </button>
    );
  }
  return (
    <aside className="page-notes slip annotation-slip" aria-label={t('annotate.pageTitle')}>
      <header>
        <h2>{t('annotate.pageTitle')}</h2>
        <button type="button" className="link" onClick={add}>
          {t('annotate.addNote')}
        </button>
        <button
          type="button"
          className="link"
          onClick={() => {
            setOpen(false);
            setActiveId(null);
          }}
        >
          {t('annotate.close')}
        </button>
      </header>
      {shown.length === 0 && <p>{t('annotate.pageEmpty')}</p>}
      <ol>
        {shown.map((annotation) => (
          <li key={annotation.id}>
            {annotation.id === activeId ? (
              <NoteEditor
                annotation={annotation}
                isNew={stored === undefined}
                focus="note"
                onEdit={(change, deed) => {
                  edit(annotation, change, deed);
                }}
                onTrash={() => {
                  trash(annotation);
                }}
                onClose={() => {
                  setActiveId(null);
                }}
              />
            ) : (
              <NoteCard
                annotation={annotation}
                isFolded={false}
                isUncertain={false}
                onOpen={show}
              />
            )}
          </li>
        ))}
      </ol>
    </aside>
  );
}
