import { useLayoutEffect, useRef, useState, type KeyboardEvent, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { FigureBlock } from '../../archive/model/block.ts';
import { Icon } from '../components/icon.tsx';
import { IconButton } from '../components/icon-button.tsx';
import { PrintedWords } from '../script/printed-words.tsx';
import { mediaAddress } from './media-address.ts';
import { viewAfterKey, zoomedInMiddle } from './picture-keys.ts';
import { PictureStage, type StageExtents } from './picture-stage.tsx';
import { wholePicture } from './picture-view.ts';
import { ZoomTools } from './zoom-tools.tsx';

/** The pictures of a story, one at a time over the whole window. */
export function Lightbox({
  pictures,
  first,
  bagId,
  language,
  onClose,
}: {
  /** At least one. */
  pictures: readonly FigureBlock[];
  /** The one to begin with. */
  first: number;
  bagId: string;
  /** BCP 47 of captions and credits. */
  language: string;
  onClose: () => void;
}): ReactElement | null {
  const { t } = useTranslation();
  const dialog = useRef<HTMLDialogElement>(null);
  const extents = useRef<StageExtents>(null);
  const [index, setIndex] = useState(first);
  const [view, setView] = useState(wholePicture);
  // Closed while it is still in the document, so that focus goes back to the picture.
  useLayoutEffect(() => {
    const element = dialog.current;
    element?.showModal();
    return () => {
      element?.close();
    };
  }, []);

  const picture = pictures[index];
  if (picture === undefined) return null;
  function go(step: 1 | -1): void {
    const target = index + step;
    if (pictures[target] === undefined) return;
    setIndex(target);
    setView(wholePicture);
  }
  function zoom(factor: number): void {
    const known = extents.current;
    if (known === null) return;
    setView((before) => zoomedInMiddle(before, factor, known));
  }
  function onKeyDown(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const { key } = event;
    if (key === 'PageDown' || (key === 'ArrowRight' && view.scale === 1)) go(1);
    else if (key === 'PageUp' || (key === 'ArrowLeft' && view.scale === 1)) go(-1);
    else {
      const known = extents.current;
      const after = known === null ? null : viewAfterKey(key, view, known);
      if (after === null) return;
      setView(after);
    }
    event.preventDefault();
  }
  const size =
    picture.width !== undefined && picture.height !== undefined
      ? { width: picture.width, height: picture.height }
      : null;
  return (
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- keys of the picture inside
    <dialog
      ref={dialog}
      className="lightbox"
      aria-label={t('lightbox.title')}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onKeyDown={onKeyDown}
    >
      <PictureStage
        key={picture.id}
        address={mediaAddress(bagId, picture.media)}
        words={picture.caption === '' ? t('article.pictureNote') : picture.caption}
        known={size}
        view={view}
        onView={setView}
        onExtents={(found) => {
          extents.current = found;
        }}
      />
      <div className="lightbox-foot">
        <p className="lightbox-caption" aria-live="polite">
          {picture.caption !== '' && <PrintedWords text={picture.caption} language={language} />}
          {picture.credit !== '' && (
            <span className="credit">
              <PrintedWords text={picture.credit} language={language} />
            </span>
          )}
        </p>
        {pictures.length > 1 && (
          <>
            <IconButton
              label={t('lightbox.previous')}
              shortcut="PageUp"
              isDisabled={index === 0}
              onPress={() => {
                go(-1);
              }}
            >
              <Icon name="arrow-left" />
            </IconButton>
            <output className="lightbox-count">
              {t('lightbox.count', { number: index + 1, total: pictures.length })}
            </output>
            <IconButton
              label={t('lightbox.next')}
              shortcut="PageDown"
              isDisabled={index === pictures.length - 1}
              onPress={() => {
                go(1);
              }}
            >
              <Icon name="arrow-right" />
            </IconButton>
            <span className="rule" aria-hidden="true" />
          </>
        )}
        <ZoomTools
          scale={view.scale}
          onZoom={zoom}
          onWhole={() => {
            setView(wholePicture);
          }}
        />
        <span className="rule" aria-hidden="true" />
        <IconButton label={t('lightbox.close')} shortcut="Escape" onPress={onClose}>
          <Icon name="close" />
        </IconButton>
      </div>
    </dialog>
  );
}
