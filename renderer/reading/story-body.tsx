import type { ReactElement } from 'react';
import type { Article } from '../../archive/model/article.ts';
import type { Block } from '../../archive/model/block.ts';
import { BlockView } from './block-view.tsx';
import { Segment } from './segments.tsx';

/** The body's blocks; the dateline opens the first paragraph, or stands alone where there is none first. */
export function StoryBody({
  article,
  blocks,
  bagId,
}: {
  article: Article;
  blocks: readonly Block[];
  bagId: string;
}): ReactElement {
  const dateline = article.dateline?.text ?? '';
  const first = article.body.find(({ type }) => type === 'paragraph');
  return (
    <>
      {dateline !== '' && first === undefined && (
        <p className="dateline">
          <Segment name="dateline" text={dateline} />
        </p>
      )}
      {blocks.map((block) => (
        <BlockView
          key={block.id}
          block={block}
          bagId={bagId}
          dateline={block === first ? dateline : ''}
        />
      ))}
    </>
  );
}
