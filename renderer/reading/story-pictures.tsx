import { createContext, useMemo, useState, type ReactElement, type ReactNode } from 'react';
import type { Article } from '../../archive/model/article.ts';
import type { FigureBlock } from '../../archive/model/block.ts';
import { Lightbox } from './lightbox.tsx';

/** Opens a picture of the story, by the id of its block; null where pictures only stand. */
export const OpenPictureContext = createContext<((blockId: string) => void) | null>(null);

/** A story whose pictures open in the lightbox. */
export function StoryPictures({
  article,
  bagId,
  children,
}: {
  article: Article;
  bagId: string;
  children: ReactNode;
}): ReactElement {
  const pictures = useMemo(
    () => article.body.filter((block): block is FigureBlock => block.type === 'figure'),
    [article],
  );
  const [opened, setOpened] = useState<string | null>(null);
  return (
    <OpenPictureContext value={setOpened}>
      {children}
      {opened !== null && (
        <Lightbox
          pictures={pictures}
          first={pictures.findIndex(({ id }) => id === opened)}
          bagId={bagId}
          language={article.language}
          onClose={() => {
            setOpened(null);
          }}
        />
      )}
    </OpenPictureContext>
  );
}
