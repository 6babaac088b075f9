import { useLayoutEffect, type RefObject } from 'react';
import type { Change, Conversion, TextRange } from '../../archive/text/script/conversion.ts';
import type { ContentPlace } from './glossary-order.ts';
import {
  useContentPlace,
  useScriptConversion,
  type ScriptConversion,
} from './script-conversion.tsx';

/** Words of an archive that stand converted on screen: what is behind an element that shows them. */
export interface ShownWords {
  readonly conversion: Conversion;
  readonly from: ScriptConversion;
  /** BCP 47, of the text as held. */
  readonly language: string;
  readonly place: ContentPlace;
}

const shown = new WeakMap<Element, ShownWords>();

/** Elements that can hold converted words, for `querySelectorAll`. */
export const shownWordsSelector = '.segment, .printed-words';

/** What an element shows; undefined where it is shown as held. */
export function shownWordsOf(element: Element): ShownWords | undefined {
  return shown.get(element);
}

/**
 * The conversion of a text, which the element shows; null where it is shown as held. The element's
 * one text node is to hold the converted text.
 */
export function useShownWords(
  element: RefObject<Element | null>,
  text: string,
  language: string,
): Conversion | null {
  const from = useScriptConversion();
  const place = useContentPlace();
  const conversion = from.convert(text, language);
  useLayoutEffect(() => {
    if (element.current === null) return;
    if (conversion === null) shown.delete(element.current);
    else shown.set(element.current, { conversion, from, language, place });
  }, [element, conversion, from, language, place]);
  return conversion;
}

/** A place in the text node of an element with converted words. */
export interface WordPlace {
  readonly element: Element;
  readonly node: Text;
  readonly words: ShownWords;
  /** UTF-16 offset into the node. */
  readonly offset: number;
}

/** The live range of a stretch of what an element shows. */
export function rangeIn(node: Text, { start, end }: TextRange): Range {
  const range = document.createRange();
  range.setStart(node, Math.min(start, node.length));
  range.setEnd(node, Math.min(end, node.length));
  return range;
}

/** The converted words under a point of the window, or null. */
export function wordsAtPoint(x: number, y: number): WordPlace | null {
  const caret = document.caretPositionFromPoint(x, y);
  const node = caret?.offsetNode;
  if (caret === null || !(node instanceof Text)) return null;
  const element = node.parentElement;
  const words = element === null ? undefined : shown.get(element);
  if (element === null || words === undefined) return null;
  // The caret goes to the nearest gap: the character itself is before or after it.
  for (const offset of [caret.offset, caret.offset - 1]) {
    if (offset < 0 || offset >= node.length) continue;
    const isUnder = [...rangeIn(node, { start: offset, end: offset + 1 }).getClientRects()].some(
      ({ left, right, top, bottom }) => left <= x && x < right && top <= y && y < bottom,
    );
    if (isUnder) return { element, node, words, offset };
  }
  return null;
}

const changesOf = new WeakMap<Conversion, readonly Change[]>();

/** The converted words of an element, in order. */
export function changedWords({ conversion }: ShownWords): readonly Change[] {
  let changes = changesOf.get(conversion);
  if (changes === undefined) {
    changes = conversion.changes();
    changesOf.set(conversion, changes);
  }
  return changes;
}

/** The word that is not as printed at an offset of what is shown, whole; null where it is as printed. */
export function changedWordAt(words: ShownWords, offset: number): Change | null {
  const change = changedWords(words).find(
    ({ target }) => target.start <= offset && offset < target.end,
  );
  return change === undefined ? null : wholeWord(words.conversion, change);
}

/** A change with the characters of its word that stayed as they were. */
export function wholeWord(conversion: Conversion, { source }: Change): Change {
  const { start } = conversion.wordAt(source.start);
  const { end } = conversion.wordAt(Math.max(source.start, source.end - 1));
  const target = conversion.toConverted({ start, end });
  return { source: conversion.toSource(target), target };
}
