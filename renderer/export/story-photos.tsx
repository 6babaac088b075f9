import type { ReactElement } from 'react';
import { displayText } from '../../archive/text/display-text.ts';
import type { HighlightsDocumentProps } from './highlights-document-props.ts';
import { photosOf } from './photos-of.ts';
import type { QuotedStory } from './quotation-record.ts';

/** A story's pictures; where the archive lacks one, its place says so. */
export function StoryPhotos({
  story: { article, bagId },
  photoSource,
  t,
}: Pick<HighlightsDocumentProps, 'photoSource' | 't'> & { story: QuotedStory }): ReactElement {
  return (
    <>
      {photosOf(article).map(({ id, media, caption, credit }) => {
        const source = media === '' ? null : photoSource(bagId, media);
        return (
          <figure key={id}>
            {source === null ? (
              <p className="absent">{t('exporting.photos.absent')}</p>
            ) : (
              <img src={source} alt={displayText(caption)} />
            )}
            <figcaption lang={article.language}>
              {displayText(caption)}
              {credit !== '' && <small>{displayText(credit)}</small>}
            </figcaption>
          </figure>
        );
      })}
    </>
  );
}
