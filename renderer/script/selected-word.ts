import { shownWordsOf } from './shown-words.ts';
import { mostCharacters } from './glossary-csv.ts';

/** The word selected on the page, as printed and as shown; null where none or more than a word is. */
export function selectedWord(): { readonly source: string; readonly target: string } | null {
  const selection = document.getSelection();
  if (selection === null || selection.isCollapsed || selection.rangeCount === 0) return null;
  const { startContainer: node, endContainer, startOffset, endOffset } = selection.getRangeAt(0);
  if (node !== endContainer || !(node instanceof Text) || node.parentElement === null) return null;
  const words = shownWordsOf(node.parentElement);
  const target = node.data.slice(startOffset, endOffset);
  if (target.trim() === '' || target.includes('\n') || target.length > mostCharacters) return null;
  if (words === undefined) return { source: target, target };
  const { conversion } = words;
  const held = conversion.toSource({ start: startOffset, end: endOffset });
  const whole = conversion.toConverted(held);
  return {
    source: conversion.sourceText.slice(held.start, held.end),
    target: conversion.text.slice(whole.start, whole.end),
  };
}
