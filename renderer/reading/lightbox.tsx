import { useLayoutEffect, useRef, useState, type KeyboardEvent, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { FigureBlock } from '../../archive/model/block.ts';
import { Icon } from '../components/icon.tsx';
import { IconButton } from '../components/icon-button.tsx';
import { PrintedWords } from '../script/printed-words.tsx';
import { mediaAddress } from './media-address.ts';
import { viewAfterKey, zoomedInMiddle, zoomStep } from './picture-keys.ts';
import { PictureStage, type StageExtents } from './picture-stage.tsx';
import { wholePicture } from './picture-view.ts';

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
        <IconButton
          label={t('lightbox.smaller')}
          shortcut="-"
          isDisabled={view.scale === 1}
          onPress={() => {
            zoom(1 / zoomStep);
          }}
        >
          <Icon name="zoom-out" />
        </IconButton>
        <output className="lightbox-scale">{`${Math.round(view.scale * 100)}%`}</output>
        <IconButton
          label={t('lightbox.larger')}
          shortcut="+"
          onPress={() => {
            zoom(zoomStep);
          }}
        >
          <Icon name="zoom-in" />
        </IconButton>
        <IconButton
          label={t('lightbox.whole')}
          shortcut="0"
          onPress={() => {
            setView(wholePicture);
          }}
        >
          <Icon name="fit" />
        </IconButton>
        <span className="rule" aria-hidden="true" />
        <IconButton label={t('lightbox.close')} shortcut="Escape" onPress={onClose}>
          <Icon name="close" />
        </IconButton>
      </div>
    </dialog>
  );
}
