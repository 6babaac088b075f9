import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../components/icon.tsx';
import { IconButton } from '../components/icon-button.tsx';
import { zoomStep } from './picture-keys.ts';

/** Smaller, larger, whole, and how large a picture is now. */
export function ZoomTools({
  scale,
  onZoom,
  onWhole,
}: {
  /** 1 shows the picture whole. */
  scale: number;
  onZoom: (factor: number) => void;
  onWhole: () => void;
}): ReactElement {
  const { t } = useTranslation();
  return (
    <>
      <IconButton
        label={t('lightbox.smaller')}
        shortcut="-"
        isDisabled={scale === 1}
        onPress={() => {
          onZoom(1 / zoomStep);
        }}
      >
        <Icon name="zoom-out" />
      </IconButton>
      <output className="zoom-scale">{`${Math.round(scale * 100)}%`}</output>
      <IconButton
        label={t('lightbox.larger')}
        shortcut="+"
        onPress={() => {
          onZoom(zoomStep);
        }}
      >
        <Icon name="zoom-in" />
      </IconButton>
      <IconButton label={t('lightbox.whole')} shortcut="0" onPress={onWhole}>
        <Icon name="fit" />
      </IconButton>
    </>
  );
}
