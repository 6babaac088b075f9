import { useEffect, useRef, useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { askSearch } from '../database/asking-search.ts';
import type { MarkedStory } from '../database/search-messages.ts';
import { MarkedText } from './marked-text.tsx';

/** Index of the first field in `searchFields` that is no head. */
const headFields = 3;
const kicker = 0;
const headline = 1;

/** A found story with its hits; undefined while it is being read, null where it is gone. */
export function useMarkedStory(
  answerNumber: number,
  index: number,
): { readonly story: MarkedStory | null; readonly index: number } | undefined {
  const [read, setRead] = useState<{
    readonly answer: number;
    readonly index: number;
    readonly story: MarkedStory | null;
  }>();
  useEffect(() => {
    if (index < 0) return undefined;
    let isCurrent = true;
    void askSearch('story', { index }).then((story) => {
      if (isCurrent && story !== 'superseded') setRead({ answer: answerNumber, index, story });
    });
    return () => {
      isCurrent = false;
    };
  }, [answerNumber, index]);
  return read?.answer === answerNumber && read.index === index ? read : undefined;
}

export function hitCount({ segments }: MarkedStory): number {
  return segments.reduce((sum, { marks }) => sum + marks.length, 0);
}

/** The story beside the list, with the hit that is looked at in view. */
export function StoryPreview({
  story,
  hit,
  paper,
  href,
}: {
  story: MarkedStory;
  /** Which of the story's hits is looked at. */
  hit: number;
  paper: string;
  href: string;
}): ReactElement {
  const { t } = useTranslation();
  const { row, segments } = story;
  const frame = useRef<HTMLElement>(null);
  const total = hitCount(story);
  useEffect(() => {
    frame.current?.querySelector('mark.here')?.scrollIntoView({ block: 'center' });
  }, [story, hit]);
  return (
    <aside ref={frame} className="side right preview" aria-label={t('search.preview')}>
      {segments.map(({ field, text, marks }, index) => {
        const before = segments.slice(0, index).reduce((sum, each) => sum + each.marks.length, 0);
        const current = hit - before;
        const shown = (
          <MarkedText text={text} marks={marks} language={row.language} current={current} />
        );
        if (field === headline) return <h2 key={index}>{shown}</h2>;
        return (
          <p
            key={index}
            className={field === kicker ? 'kicker' : field < headFields ? 'deck' : 'body'}
          >
            {shown}
          </p>
        );
      })}
      <footer>
        <span>
          {paper} {row.date} · {t('issue.page', { page: row.page })}
        </span>
        <span aria-live="polite">{t('search.hitOf', { hit: hit + 1, total })}</span>
        <a href={href}>{t('search.open')}</a>
      </footer>
    </aside>
  );
}
