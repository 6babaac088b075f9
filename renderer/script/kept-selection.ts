import { useEffect, useLayoutEffect, useRef } from 'react';
import { shownWordsOf, shownWordsSelector } from './shown-words.ts';

/** An end of a selection, as an offset into the held text of an element that shows words. */
interface HeldEnd {
  readonly element: Element;
  readonly offset: number;
}

interface HeldSelection {
  readonly start: HeldEnd;
  readonly end: HeldEnd;
  readonly isBackward: boolean;
}

/** Where the selection stands in the document, to tell our own from the reader's. */
type Ends = readonly [Node | null, number, Node | null, number];

function endsOf(selection: Selection): Ends {
  const { anchorNode, anchorOffset, focusNode, focusOffset } = selection;
  return [anchorNode, anchorOffset, focusNode, focusOffset];
}

function heldEnd(node: Node, offset: number, side: 'start' | 'end'): HeldEnd | null {
  const element = node.parentElement;
  if (!(node instanceof Text) || element?.matches(shownWordsSelector) !== true) return null;
  const conversion = shownWordsOf(element)?.conversion;
  if (conversion === undefined) return { element, offset };
  // The character inside the selection says to which side an offset within a whole goes.
  return side === 'start'
    ? { element, offset: conversion.toSource({ start: offset, end: offset + 1 }).start }
    : { element, offset: conversion.toSource({ start: Math.max(0, offset - 1), end: offset }).end };
}

function shownOffset({ element, offset }: HeldEnd, side: 'start' | 'end'): number {
  const conversion = shownWordsOf(element)?.conversion;
  if (conversion === undefined) return offset;
  return side === 'start'
    ? conversion.toConverted({ start: offset, end: offset + 1 }).start
    : conversion.toConverted({ start: Math.max(0, offset - 1), end: offset }).end;
}

function heldSelection(selection: Selection): HeldSelection | null {
  if (selection.isCollapsed || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  const start = heldEnd(range.startContainer, range.startOffset, 'start');
  const end = heldEnd(range.endContainer, range.endOffset, 'end');
  if (start === null || end === null) return null;
  const isBackward =
    selection.anchorNode !== range.startContainer || selection.anchorOffset !== range.startOffset;
  return { start, end, isBackward };
}

/**
 * Keeps what is selected while its text is shown in another script: replacing the characters of a
 * text node would leave nothing selected. `shownKey` changes with the characters on screen. However
 * often the script changes, the selection stays what the reader selected.
 */
export function useKeptSelection(shownKey: unknown): void {
  const held = useRef<HeldSelection | null>(null);
  const own = useRef<Ends | null>(null);

  useEffect(() => {
    function onChange(): void {
      const selection = document.getSelection();
      if (selection === null) return;
      const ends = endsOf(selection);
      if (own.current?.every((part, index) => part === ends[index]) === true) return;
      own.current = null;
      held.current = heldSelection(selection);
    }
    document.addEventListener('selectionchange', onChange);
    return () => {
      document.removeEventListener('selectionchange', onChange);
    };
  }, []);

  useLayoutEffect(() => {
    const kept = held.current;
    const selection = document.getSelection();
    if (kept === null || selection === null) return;
    const { start, end, isBackward } = kept;
    const [startNode, endNode] = [start.element.firstChild, end.element.firstChild];
    if (!start.element.isConnected || !(startNode instanceof Text)) return;
    if (!end.element.isConnected || !(endNode instanceof Text)) return;
    const from = [startNode, Math.min(startNode.length, shownOffset(start, 'start'))] as const;
    const to = [endNode, Math.min(endNode.length, shownOffset(end, 'end'))] as const;
    if (isBackward) selection.setBaseAndExtent(...to, ...from);
    else selection.setBaseAndExtent(...from, ...to);
    own.current = endsOf(selection);
  }, [shownKey]);
}
