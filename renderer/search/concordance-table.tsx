import { useRef, useState, type KeyboardEvent, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useVirtualizer } from '@tanstack/react-virtual';
import type { FoundLine } from '../database/search-messages.ts';
import { PrintedWords } from '../script/printed-words.tsx';

const lineHeight = 30;

/** What stands on one side of the words found, on one line. */
function Side({ text, language }: { text: string; language: string }): ReactElement {
  return <PrintedWords text={text.replaceAll('\n', ' ')} language={language} />;
}

/** Lines aligned on the words found. */
export function ConcordanceTable({
  lines,
  paperOf,
  hrefOfLine,
  onOpen,
}: {
  lines: readonly FoundLine[];
  paperOf: (archiveId: string) => string;
  hrefOfLine: (line: FoundLine) => string;
  onOpen: (line: FoundLine) => void;
}): ReactElement {
  const { t } = useTranslation();
  const scroller = useRef<HTMLDivElement>(null);
  const [chosen, setChosen] = useState(0);
  const active = Math.min(chosen, lines.length - 1);
  // eslint-disable-next-line react-hooks/incompatible-library -- nothing here is memoised by a compiler
  const virtualizer = useVirtualizer({
    count: lines.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => lineHeight,
    getItemKey: (index) => {
      const line = lines[index];
      return line === undefined ? index : `${line.articleId} ${line.start} ${line.length}`;
    },
    overscan: 12,
  });

  function onKeyDown(event: KeyboardEvent): void {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const screenful = Math.floor((scroller.current?.clientHeight ?? 0) / lineHeight) - 1;
    const moves: Readonly<Record<string, number>> = {
      ArrowDown: active + 1,
      ArrowUp: active - 1,
      PageDown: active + screenful,
      PageUp: active - screenful,
      Home: 0,
      End: lines.length - 1,
    };
    const to = moves[event.key];
    if (to !== undefined) {
      const index = Math.max(0, Math.min(lines.length - 1, to));
      setChosen(index);
      virtualizer.scrollToIndex(index, { align: 'auto' });
    } else if (event.key === 'Enter') {
      const line = lines[active];
      if (line !== undefined) onOpen(line);
    } else return;
    event.preventDefault();
  }

  return (
    <div
      ref={scroller}
      className="concordance"
      role="grid"
      tabIndex={0}
      aria-label={t('search.views.lines')}
      aria-rowcount={lines.length}
      aria-activedescendant={`line-${active}`}
      onKeyDown={onKeyDown}
    >
      <div
        role="presentation"
        style={{ blockSize: virtualizer.getTotalSize(), position: 'relative' }}
      >
        {virtualizer.getVirtualItems().map(({ index, key, start }) => {
          const line = lines[index];
          if (line === undefined) return null;
          return (
            <div
              key={key}
              id={`line-${index}`}
              role="row"
              aria-rowindex={index + 1}
              aria-selected={index === active}
              className="concordance-line"
              style={{ transform: `translateY(${start}px)` }}
            >
              <span role="gridcell" className="date">
                {line.date}
              </span>
              <span role="gridcell" className="paper">
                <PrintedWords text={paperOf(line.archiveId)} language={line.language} />
              </span>
              <span role="gridcell" className="left">
                <bdi>
                  <Side text={line.left} language={line.language} />
                </bdi>
              </span>
              <span role="gridcell" className="keyword">
                <a
                  href={hrefOfLine(line)}
                  tabIndex={-1}
                  onFocus={() => {
                    setChosen(index);
                  }}
                >
                  <Side text={line.keyword} language={line.language} />
                </a>
              </span>
              <span role="gridcell" className="right">
                <Side text={line.right} language={line.language} />
              </span>
            </div>
          );
        })}
      </div>
    </div>
  );
}
