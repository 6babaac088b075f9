import { useEffect, useLayoutEffect, useRef, type RefObject } from 'react';
import { canonicalText } from '../../archive/text/canonical-text.ts';
import { codePointOffset, utf16Offset } from '../../archive/text/code-points.ts';
import type { Article } from '../../archive/model/article.ts';
import { readPosition, savePosition } from '../database/positions.ts';
import type { StoryFlow } from './reading-settings.ts';
import { firstVisibleOffset, scrollToOffset } from './place-in-text.ts';

const pauseBeforeSaving = 400;
const beginning = '0 0';

function scrollPlace(element: HTMLElement): string {
  return `${element.scrollLeft} ${element.scrollTop}`;
}

/**
 * Brings a story back to the line where it was left, and remembers the line while it is read.
 * `layoutKey` changes with whatever moves lines (size, measure, script): the line is kept.
 */
export function useReadingPosition(
  frame: RefObject<HTMLElement | null>,
  article: Article,
  flow: StoryFlow,
  layoutKey: string,
): void {
  /** UTF-16 offset of the line at the frame's beginning; 0 at the very beginning. */
  const line = useRef(0);
  /** Where our own scrolling went: the event it causes tells nothing new. */
  const ownPlace = useRef('');

  useLayoutEffect(() => {
    const element = frame.current;
    if (element === null) return undefined;
    let isCurrent = true;
    line.current = 0;
    element.scrollTo(0, 0);
    void readPosition(article.id).then(async (position) => {
      await document.fonts.ready;
      if (!isCurrent || position === undefined || position.codePoint === 0) return;
      // Who has gone on by themselves meanwhile is not fetched back.
      if (scrollPlace(element) !== beginning) return;
      line.current = utf16Offset(canonicalText(article), position.codePoint);
      scrollToOffset(element, line.current, flow);
      ownPlace.current = scrollPlace(element);
    });
    return () => {
      isCurrent = false;
    };
    // A change of direction keeps the line, below; the same text read again from the tables too.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [frame, article.id, article.textDigest]);

  useLayoutEffect(() => {
    const element = frame.current;
    if (element === null) return;
    if (line.current === 0) element.scrollTo(0, 0);
    else scrollToOffset(element, line.current, flow);
    ownPlace.current = scrollPlace(element);
  }, [frame, flow, layoutKey]);

  useEffect(() => {
    const element = frame.current;
    if (element === null) return undefined;
    const text = canonicalText(article);
    let timer: number | undefined;
    let isUnsaved = false;
    function look(): void {
      if (element === null) return;
      const isAtBeginning = scrollPlace(element) === beginning;
      line.current = isAtBeginning ? 0 : (firstVisibleOffset(element, flow) ?? line.current);
    }
    function save(): void {
      if (!isUnsaved) return;
      isUnsaved = false;
      void savePosition({
        articleId: article.id,
        codePoint: codePointOffset(text, line.current),
        at: new Date().toISOString(),
      });
    }
    function onScroll(): void {
      if (element === null || scrollPlace(element) === ownPlace.current) return;
      ownPlace.current = '';
      isUnsaved = true;
      look();
      window.clearTimeout(timer);
      timer = window.setTimeout(save, pauseBeforeSaving);
    }
    element.addEventListener('scroll', onScroll, { passive: true });
    return () => {
      element.removeEventListener('scroll', onScroll);
      window.clearTimeout(timer);
      save();
    };
  }, [frame, article, flow]);
}
