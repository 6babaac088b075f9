import { Fragment, type ReactElement, type ReactNode } from 'react';
import type { Article } from '../../archive/model/article.ts';
import type { Block } from '../../archive/model/block.ts';
import { BlockView } from './block-view.tsx';
import { DoubtNote } from './doubt-note.tsx';
import { Segment } from './segments.tsx';

/** The body's blocks; the dateline opens the first paragraph, or stands alone where there is none first. */
export function StoryBody({
  article,
  blocks,
  bagId,
  headingLevel,
  afterBlock,
  showsDoubts = false,
}: {
  article: Article;
  blocks: readonly Block[];
  bagId: string;
  headingLevel: 2 | 3 | 4;
  /** What stands behind a block, by the block's id. */
  afterBlock?: ((blockId: string) => ReactNode) | undefined;
  /** Whether what the archive doubts stands under the block concerned. */
  showsDoubts?: boolean;
}): ReactElement {
  const doubts = showsDoubts ? article.provenance.problems : [];
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
        <Fragment key={block.id}>
          <BlockView
            block={block}
            bagId={bagId}
            headingLevel={headingLevel}
            dateline={block === first ? dateline : ''}
          />
          {afterBlock?.(block.id)}
          {doubts
            .filter(({ blockId }) => blockId === block.id)
            .map((doubt, index) => (
              <DoubtNote doubt={doubt} key={index} />
            ))}
        </Fragment>
      ))}
      {doubts
        .filter(({ blockId }) => blockId === undefined)
        .map((doubt, index) => (
          <DoubtNote doubt={doubt} key={index} />
        ))}
    </>
  );
}
