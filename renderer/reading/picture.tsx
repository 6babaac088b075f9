import { use, useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { FigureBlock } from '../../archive/model/block.ts';
import { Icon } from '../components/icon.tsx';
import { mediaAddress } from './media-address.ts';
import { Segment } from './segments.tsx';
import { OpenPictureContext } from './story-pictures.tsx';

/** A photo with caption and credit; its place is kept before it is there, and when it is missing. */
export function Picture({ block, bagId }: { block: FigureBlock; bagId: string }): ReactElement {
  const { t } = useTranslation();
  const openPicture = use(OpenPictureContext);
  const [isMissing, setMissing] = useState(block.media === '');
  const ratio =
    block.width !== undefined && block.height !== undefined
      ? `${block.width} / ${block.height}`
      : '3 / 2';
  return (
    <figure className="picture">
      {isMissing ? (
        <div className="picture-missing" style={{ aspectRatio: ratio }}>
          <Icon name="image" />
          <span>{t('article.missingPicture')}</span>
        </div>
      ) : (
        <button
          type="button"
          className="picture-button"
          title={t('lightbox.open')}
          aria-haspopup="dialog"
          onClick={() => {
            openPicture?.(block.id);
          }}
        >
          <img
            src={mediaAddress(bagId, block.media)}
            alt={block.caption === '' ? t('article.pictureNote') : block.caption}
            width={block.width}
            height={block.height}
            style={{ aspectRatio: ratio }}
            decoding="async"
            draggable={false}
            onError={() => {
              setMissing(true);
            }}
          />
        </button>
      )}
      {(block.caption !== '' || block.credit !== '') && (
        <figcaption>
          {block.caption !== '' && <Segment name={`${block.id}/caption`} text={block.caption} />}
          {block.credit !== '' && (
            <span className="credit">
              <Segment name={`${block.id}/credit`} text={block.credit} />
            </span>
          )}
        </figcaption>
      )}
    </figure>
  );
}
