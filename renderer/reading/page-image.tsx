import { useRef, useState, type KeyboardEvent, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../components/icon.tsx';
import { IconButton } from '../components/icon-button.tsx';
import { mediaAddress } from './media-address.ts';
import { viewAfterKey, zoomedInMiddle } from './picture-keys.ts';
import { PictureStage, type StageExtents } from './picture-stage.tsx';
import { wholePicture } from './picture-view.ts';
import { ZoomTools } from './zoom-tools.tsx';

/** The image of a page as it was printed, beside its text: the wheel, the mouse and the keys zoom and move it. */
export function PageImage({
  bagId,
  facsimile,
  page,
  onClose,
}: {
  bagId: string;
  /** Path below `data/`; undefined where the archive has no image of the page. */
  facsimile: string | undefined;
  /** The page's number as printed. */
  page: string;
  onClose: () => void;
}): ReactElement {
  const { t } = useTranslation();
  const extents = useRef<StageExtents>(null);
  const [view, setView] = useState(wholePicture);
  const [isMissing, setMissing] = useState(false);
  const isShown = facsimile !== undefined && !isMissing;

  function zoom(factor: number): void {
    const known = extents.current;
    if (known !== null) setView((before) => zoomedInMiddle(before, factor, known));
  }
  function onKeyDown(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 'Escape') {
      onClose();
    } else {
      const known = extents.current;
      const after = known === null ? null : viewAfterKey(event.key, view, known);
      if (after === null) return;
      setView(after);
    }
    event.preventDefault();
    event.stopPropagation();
  }
  return (
    <aside className="page-image" aria-label={t('pageImage.label', { page })}>
      <div className="page-image-head">
        <h2>{t('pageImage.label', { page })}</h2>
        {isShown && (
          <ZoomTools
            scale={view.scale}
            onZoom={zoom}
            onWhole={() => {
              setView(wholePicture);
            }}
          />
        )}
        <IconButton label={t('pageImage.close')} shortcut="Alt+I" onPress={onClose}>
          <Icon name="close" />
        </IconButton>
      </div>
      {isShown ? (
        // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- keys of the picture inside
        <div
          className="page-image-frame"
          role="group"
          aria-label={t('pageImage.hint')}
          // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a region that keys move must take focus
          tabIndex={0}
          onKeyDown={onKeyDown}
        >
          <PictureStage
            address={mediaAddress(bagId, facsimile)}
            words={t('pageImage.label', { page })}
            known={null}
            view={view}
            onView={setView}
            onExtents={(found) => {
              extents.current = found;
            }}
            onMissing={() => {
              setMissing(true);
            }}
          />
        </div>
      ) : (
        <p className="page-image-none">
          {t(facsimile === undefined ? 'pageImage.none' : 'pageImage.missing')}
        </p>
      )}
    </aside>
  );
}
