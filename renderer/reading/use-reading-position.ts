import { useEffect, useLayoutEffect, type RefObject } from 'react';
import { canonicalText } from '../../archive/text/canonical-text.ts';
import { codePointOffset, utf16Offset } from '../../archive/text/code-points.ts';
import type { Article } from '../../archive/model/article.ts';
import { readPosition, savePosition } from '../database/positions.ts';
import { firstVisibleOffset, scrollToOffset } from './place-in-text.ts';

const pauseBeforeSaving = 400;

/**
 * Brings a story back to the line where it was left, and remembers the line while it is read.
 * `layoutKey` changes with whatever moves lines (size, measure, direction): the line is kept.
 */
export function useReadingPosition(
  frame: RefObject<HTMLElement | null>,
  article: Article,
  isVertical: boolean,
  layoutKey: string,
): void {
  useLayoutEffect(() => {
    const element = frame.current;
    if (element === null) return undefined;
    let isCurrent = true;
    const text = canonicalText(article);
    element.scrollTo(0, 0);
    void readPosition(article.id).then(async (position) => {
      await document.fonts.ready;
      if (!isCurrent || position === undefined || position.codePoint === 0) return;
      scrollToOffset(element, utf16Offset(text, position.codePoint), isVertical);
    });
    return () => {
      isCurrent = false;
    };
  }, [frame, article, isVertical, layoutKey]);

  useEffect(() => {
    const element = frame.current;
    if (element === null) return undefined;
    const text = canonicalText(article);
    let timer: number | undefined;
    let unsaved = false;
    function save(): void {
      if (!unsaved || element === null) return;
      unsaved = false;
      const offset =
        element.scrollTop === 0 && element.scrollLeft === 0
          ? 0
          : firstVisibleOffset(element, isVertical);
      if (offset === null) return;
      void savePosition({
        articleId: article.id,
        codePoint: codePointOffset(text, offset),
        at: new Date().toISOString(),
      });
    }
    function onScroll(): void {
      unsaved = true;
      window.clearTimeout(timer);
      timer = window.setTimeout(save, pauseBeforeSaving);
    }
    element.addEventListener('scroll', onScroll, { passive: true });
    return () => {
      element.removeEventListener('scroll', onScroll);
      window.clearTimeout(timer);
      save();
    };
  }, [frame, article, isVertical, layoutKey]);
}
