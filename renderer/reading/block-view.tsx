import type { ReactElement } from 'react';
import type { Block, BoxBlock, TableBlock } from '../../archive/model/block.ts';
import { wideTable } from './page-composition.ts';
import { Picture } from './picture.tsx';
import { Segment } from './segments.tsx';
import { hangStyle } from './set-lines.ts';

function BoxView({ block }: { block: BoxBlock }): ReactElement {
  return (
    <aside className="box" aria-label={block.title === '' ? undefined : block.title}>
      {block.title !== '' && (
        <p className="box-title">
          <Segment name={`${block.id}/title`} text={block.title} />
        </p>
      )}
      {block.lines.map((line, index) => (
        <p key={index} className="box-line" style={hangStyle(line)}>
          <Segment name={`${block.id}/line:${index}`} text={line} />
        </p>
      ))}
    </aside>
  );
}

function TableView({ block }: { block: TableBlock }): ReactElement {
  return (
    <div
      className="table-frame"
      data-wide={Math.max(0, ...block.rows.map(({ length }) => length)) >= wideTable || undefined}
    >
      <table>
        {block.caption !== undefined && block.caption !== '' && (
          <caption>
            <Segment name={`${block.id}/caption`} text={block.caption} />
          </caption>
        )}
        <tbody>
          {block.rows.map((row, r) => (
            <tr key={r}>
              {row.map((cell, c) => {
                const content = <Segment name={`${block.id}/cell:${r}:${c}`} text={cell} />;
                return r < block.headerRows ? (
                  <th key={c} scope="col">
                    {content}
                  </th>
                ) : (
                  <td key={c}>{content}</td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/**
 * A block of a story. `dateline` stands in the line of the paragraph that it opens.
 */
export function BlockView({
  block,
  bagId,
  dateline = '',
  headingLevel,
}: {
  block: Block;
  bagId: string;
  dateline?: string;
  /** One below the story's own headline. */
  headingLevel: 2 | 3 | 4;
}): ReactElement | null {
  switch (block.type) {
    case 'paragraph':
      return (
        <p>
          {dateline !== '' && (
            <span className="dateline">
              <Segment name="dateline" text={dateline} />
            </span>
          )}
          <Segment name={`${block.id}/text`} text={block.text} />
        </p>
      );
    case 'heading': {
      const Heading = `h${headingLevel}` as const;
      return (
        <Heading className="section-head" id={`section-${block.id}`}>
          <Segment name={`${block.id}/text`} text={block.text} />
        </Heading>
      );
    }
    case 'list': {
      const items = block.items.map((item, index) => (
        <li key={index}>
          <Segment name={`${block.id}/item:${index}`} text={item} />
        </li>
      ));
      return block.ordered ? <ol>{items}</ol> : <ul>{items}</ul>;
    }
    case 'table':
      return <TableView block={block} />;
    case 'figure':
      return <Picture block={block} bagId={bagId} />;
    case 'pull-quote':
      return (
        <blockquote className="pull-quote">
          <p>
            <Segment name={`${block.id}/text`} text={block.text} />
          </p>
          {block.attribution !== undefined && block.attribution !== '' && (
            <footer>
              <Segment name={`${block.id}/attribution`} text={block.attribution} />
            </footer>
          )}
        </blockquote>
      );
    case 'box':
      return <BoxView block={block} />;
    case 'qa':
      return (
        <p className="qa">
          <b>
            <Segment name={`${block.id}/speaker`} text={block.speaker} />
          </b>
          <Segment name={`${block.id}/text`} text={block.text} />
        </p>
      );
    case 'separator':
      return <hr />;
    case 'unknown':
      return (
        <p className="unknown-block">
          <Segment name={`${block.id}/text`} text={block.text} />
        </p>
      );
  }
}
