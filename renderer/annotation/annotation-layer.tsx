import { useMemo, useState, type ReactElement, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import type { Annotation } from '../../archive/model/annotation.ts';
import type { Article } from '../../archive/model/article.ts';
import { canonicalText } from '../../archive/text/canonical-text.ts';
import type { TextRange } from '../../archive/text/text-range.ts';
import { giveFocus } from '../components/use-scroll-keys.ts';
import type { AnnotationActions } from './annotation-actions.ts';
import { AnnotationList } from './annotation-list.tsx';
import { placeCaret } from './caret.ts';
import { CaretView } from './caret-view.tsx';
import { bringIntoSight } from './geometry.ts';
import { makeAnnotation, storyTarget, type AnnotatedStory } from './make-annotation.ts';
import { MarginNotes } from './margin-notes.tsx';
import { MarkHandles } from './mark-handles.tsx';
import { hasWords } from './note-card.tsx';
import { NoteEditor, type EditorFocus } from './note-editor.tsx';
import { OrphanNotes } from './orphan-notes.tsx';
import { usePlacedAnnotations, type PlacedAnnotation } from './place-annotations.ts';
import { SlipAt } from './slip-at.tsx';
import { StoryMarks } from './story-marks.tsx';
import { StorySlips } from './story-slips.tsx';
import type { StoryText } from './story-text.ts';
import { useStoryAnnotations } from './use-annotations.ts';
import { endSelection, useAnnotationActions } from './use-annotation-actions.ts';
import { useDeeds } from './use-deeds.ts';
import { useDetails } from './use-details.ts';
import { useLayoutCount, useLines } from './use-lines.ts';
import { useMargin } from './use-margin.ts';
import { useStoryKeys } from './use-story-keys.ts';
import { useSteady } from './use-steady.ts';
import { useStorySelection } from './use-story-selection.ts';

interface Open {
  readonly id: string;
  readonly focus: EditorFocus;
  /** Decided once: an editor that moved while one types in it would lose the focus. */
  readonly isInMargin: boolean;
}

const none: readonly Annotation[] = [];

/** Everything that readers mark and write on a story, over the story as it is shown. */
export function AnnotationLayer({
  archiveId,
  article,
  frame,
  text,
  isVertical,
  layoutKey,
  actions,
  onCopy,
  onOpenTray,
}: {
  archiveId: string;
  article: Article;
  frame: RefObject<HTMLElement | null>;
  /** Null until the story has been drawn. */
  text: StoryText | null;
  isVertical: boolean;
  /** Changes with whatever moves lines. */
  layoutKey: string;
  /** Receives what keys and menus can do here. */
  actions: RefObject<AnnotationActions | null>;
  /** Copies what is selected as printed. */
  onCopy: () => void;
  /** Goes to the list of annotations that have lost their place. */
  onOpenTray: (() => void) | null;
}): ReactElement {
  const { t } = useTranslation();
  const story = useMemo(
    (): AnnotatedStory => ({ archiveId, article, text: canonicalText(article) }),
    [archiveId, article],
  );
  const annotations = useStoryAnnotations(archiveId, article.id) ?? none;
  const { placed, ofStory, orphans } = usePlacedAnnotations(story, annotations);
  const deeds = useDeeds(story);
  const [open, setOpen] = useState<Open | null>(null);
  /** A note on the whole story before anything is written into it. */
  const [unsaved, setUnsaved] = useState<Annotation | null>(null);
  const [lastMade, setLastMade] = useState<string | null>(null);
  const [choice, setChoice] = useState<readonly PlacedAnnotation[]>([]);
  const [hasCaret, setCaret] = useState(false);
  const [isListing, setListing] = useState(false);
  const [preview, setPreview] = useState<TextRange | null>(null);
  const runs = useStorySelection(frame, text, story.text);

  const stored = annotations.find(({ id }) => id === open?.id);
  const active = stored ?? (unsaved?.id === open?.id ? unsaved : null) ?? null;
  const activePlace = placed.find(({ annotation }) => annotation.id === active?.id) ?? null;
  const isNew = active !== null && stored === undefined;

  useDetails(text, placed);

  const layoutCount = useLayoutCount(frame);
  const hasNotes = annotations.some(hasWords) || (orphans ?? none).length > 0 || unsaved !== null;
  const layout = `${layoutKey} ${layoutCount}`;
  const margin = useMargin(frame, isVertical, hasNotes, layout);
  const placeLayout = `${layout} ${JSON.stringify(margin)}`;
  const lined = useLines(frame, text, placed, isVertical, placeLayout);
  const canEditInMargin =
    !isVertical && (margin.mode === 'wide' || (margin.mode === 'fitted' && hasNotes));
  const isEditedInMargin = canEditInMargin && open?.isInMargin === true;
  const showsMargin = margin.mode !== 'none' && (hasNotes || (isEditedInMargin && active !== null));

  function show(id: string, focus: EditorFocus = 'card'): void {
    deeds.beginEditing();
    setChoice([]);
    setOpen({ id, focus, isInMargin: canEditInMargin });
    setLastMade(null);
  }
  const openNote = useSteady((id: string) => {
    show(id);
  });
  function close(): void {
    setOpen(null);
    setUnsaved(null);
    setChoice([]);
    if (frame.current !== null) giveFocus(frame.current);
    // A field had the selection: the caret goes back to the mark it was on.
    if (hasCaret && text !== null && activePlace !== null) {
      placeCaret(text, activePlace.range.start);
    }
  }
  function showInText(annotation: Annotation, focus: EditorFocus = 'card'): void {
    const place = placed.find((each) => each.annotation.id === annotation.id);
    if (place !== undefined && text !== null && frame.current !== null) {
      bringIntoSight(frame.current, text, place.range);
    }
    show(annotation.id, focus);
  }
  const openPlace = useSteady(({ annotation }: PlacedAnnotation) => {
    showInText(annotation);
  });
  function trash(annotation: Annotation): void {
    if (stored !== undefined) deeds.trash(annotation);
    close();
  }

  useAnnotationActions(actions, {
    frame,
    text,
    story,
    deeds,
    placed,
    active: active === null ? null : { annotation: active, isNew },
    activeRange: activePlace?.range ?? null,
    hasCaret,
    lastMade,
    setCaret,
    setLastMade,
    show,
    showInText,
    addStoryNote() {
      const note = makeAnnotation(storyTarget(story), null);
      setUnsaved(note);
      frame.current?.scrollTo(0, 0);
      show(note.id, 'note');
    },
    trash,
    list() {
      setListing(true);
    },
  });

  useStoryKeys(frame, text, {
    isVertical,
    hasCaret,
    hasSelection: runs.length > 0,
    activeRange: activePlace?.range ?? null,
    onOpenAt(held) {
      const hits =
        held === null ? [] : placed.filter(({ range }) => range.start <= held && held < range.end);
      const [hit] = hits;
      if (hit === undefined) {
        if (open !== null || choice.length > 0) close();
      } else if (hits.length === 1) show(hit.annotation.id);
      else setChoice(hits);
    },
    isMarked: (held) => placed.some(({ range }) => range.start <= held && held < range.end),
    onResize(range) {
      if (active !== null) deeds.resize(active, range);
    },
    onCaretMoved() {
      setLastMade(null);
    },
    onEscape() {
      if (open !== null || choice.length > 0) close();
      else if (runs.length > 0) endSelection(hasCaret);
      else if (hasCaret) setCaret(false);
      else return false;
      return true;
    },
  });

  const editor = active !== null && (
    <NoteEditor
      key={active.id}
      annotation={active}
      isNew={isNew}
      focus={open?.focus ?? 'card'}
      onEdit={(edit, deed) => {
        deeds.edit(isNew ? null : active, active, edit, deed);
      }}
      onTrash={() => {
        trash(active);
      }}
      onClose={close}
    />
  );
  const wholeStory = { start: 0, end: 2 };
  return (
    <>
      <StoryMarks
        frame={frame}
        text={text}
        placed={placed}
        activePlace={activePlace}
        preview={preview}
        lined={lined}
        isVertical={isVertical}
        layout={placeLayout}
        onOpen={openPlace}
      />
      {(showsMargin || annotations.length > 0) && (
        <MarginNotes
          isShown={showsMargin}
          frame={frame}
          isVertical={isVertical}
          lined={lined}
          ofStory={isNew && active.mark === undefined ? [...ofStory, active] : ofStory}
          activeId={isEditedInMargin ? (active?.id ?? null) : null}
          editor={editor}
          foot={
            orphans === null || orphans.length === 0 ? null : (
              <OrphanNotes orphans={orphans} onOpenTray={onOpenTray} onTrash={deeds.trash} />
            )
          }
          footLine={margin.end}
          start={margin.start}
          edges={margin.edges}
          layout={placeLayout}
          onOpen={openNote}
        />
      )}
      {text !== null && activePlace !== null && (
        <MarkHandles
          frame={frame}
          text={text}
          range={preview ?? activePlace.range}
          ink={activePlace.annotation.mark?.ink}
          isVertical={isVertical}
          layout={placeLayout}
          onPreview={setPreview}
          onResize={(range) => {
            deeds.resize(activePlace.annotation, range);
          }}
        />
      )}
      {text !== null && hasCaret && (
        <CaretView frame={frame} text={text} isVertical={isVertical} layout={placeLayout} />
      )}
      {text !== null && editor !== false && !isEditedInMargin && (
        <SlipAt
          frame={frame}
          text={text}
          range={activePlace?.range ?? wholeStory}
          isVertical={isVertical}
          className="note-slip"
          layout={placeLayout}
        >
          {editor}
        </SlipAt>
      )}
      {text !== null && (
        <StorySlips
          frame={frame}
          text={text}
          isVertical={isVertical}
          layout={placeLayout}
          runs={runs}
          choice={choice}
          onChoose={show}
          onClose={close}
          onMark={(ink, style) => actions.current?.mark(ink, style)}
          onNote={() => actions.current?.note()}
          onCopy={onCopy}
        />
      )}
      {annotations.length > 0 && (
        <button
          type="button"
          className="marks-button"
          onClick={() => {
            setListing(true);
          }}
        >
          {t('annotate.count', { count: annotations.length })}
        </button>
      )}
      <p className="unseen" role="status">
        {hasCaret && t('annotate.caretOn')}
      </p>
      {isListing && (
        <AnnotationList
          annotations={[...ofStory, ...placed.map(({ annotation }) => annotation)]}
          orphans={orphans ?? none}
          onOpen={(annotation) => {
            setListing(false);
            showInText(annotation);
          }}
          onClose={() => {
            setListing(false);
          }}
        />
      )}
    </>
  );
}
