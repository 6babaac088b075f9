import { useRef, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useVirtualizer } from '@tanstack/react-virtual';
import type { GlossaryRecord } from '../../archive/model/user-data.ts';
import { Icon } from '../components/icon.tsx';

const rowHeight = 36;

/** The entries of the glossary, however many. */
export function GlossaryList({
  records,
  scopeWords,
  onChange,
  onRemove,
}: {
  records: readonly GlossaryRecord[];
  scopeWords: (scope: GlossaryRecord['scope']) => string;
  onChange: (record: GlossaryRecord) => void;
  onRemove: (record: GlossaryRecord) => void;
}): ReactElement {
  const { t } = useTranslation();
  const scroller = useRef<HTMLDivElement>(null);
  // eslint-disable-next-line react-hooks/incompatible-library -- nothing here is memoised by a compiler
  const virtualizer = useVirtualizer({
    count: records.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 6,
  });
  return (
    <div className="glossary-list" ref={scroller} role="table" aria-rowcount={records.length + 1}>
      <div role="rowgroup" className="head">
        <div role="row" className="row" aria-rowindex={1}>
          <span role="columnheader">{t('glossary.columns.source')}</span>
          <span role="columnheader">{t('glossary.columns.target')}</span>
          <span role="columnheader">{t('glossary.columns.to')}</span>
          <span role="columnheader">{t('glossary.columns.scope')}</span>
          <span />
        </div>
      </div>
      <div role="rowgroup" style={{ blockSize: virtualizer.getTotalSize(), position: 'relative' }}>
        {virtualizer.getVirtualItems().map(({ index, start }) => {
          const record = records[index];
          if (record === undefined) return null;
          const { source, target, to, scope } = record;
          return (
            <div
              role="row"
              className="row"
              key={record.id}
              aria-rowindex={index + 2}
              style={{ transform: `translateY(${start}px)` }}
            >
              <span role="cell" className="word" lang="zh">
                {source}
              </span>
              <span role="cell" className="word" lang="zh">
                {target}
              </span>
              <span role="cell">
                {to === undefined
                  ? t('glossary.allScripts')
                  : to.map((script) => t(`script.marks.${script}`)).join(' ')}
              </span>
              <span role="cell">{scopeWords(scope)}</span>
              <span role="cell" className="acts">
                <button
                  type="button"
                  className="link"
                  aria-label={t('glossary.changeNamed', { word: source })}
                  onClick={() => {
                    onChange(record);
                  }}
                >
                  {t('glossary.change')}
                </button>
                <button
                  type="button"
                  className="icon-button"
                  aria-label={t('glossary.removeNamed', { word: source })}
                  title={t('glossary.remove')}
                  onClick={() => {
                    onRemove(record);
                  }}
                >
                  <Icon name="x" small />
                </button>
              </span>
            </div>
          );
        })}
      </div>
    </div>
  );
}
