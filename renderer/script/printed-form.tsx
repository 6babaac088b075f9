import { useRef, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { ambiguityAt } from './ambiguity-marks.ts';
import { changedWordAt, rangeIn, type WordPlace } from './shown-words.ts';
import { isSetVertically, useSlipPlace } from './slip-place.ts';

/** What a slip says of a word: how it was printed, and what else it could be. */
export interface WordFacts {
  readonly printed: string;
  readonly shown: string;
  /** Empty where nothing is doubtful. */
  readonly candidates: readonly string[];
}

/** Null where the word is as printed and nothing about it is doubtful. */
export function wordFacts({ words, offset }: WordPlace): WordFacts | null {
  const { conversion } = words;
  const change = changedWordAt(words, offset);
  const doubt = ambiguityAt(words, offset);
  if (change === null && doubt === null) return null;
  const { source, target } = change ?? {
    source: doubt?.source ?? { start: 0, end: 0 },
    target: doubt?.target ?? { start: 0, end: 0 },
  };
  return {
    printed: conversion.sourceText.slice(source.start, source.end),
    shown: conversion.text.slice(target.start, target.end),
    candidates: doubt?.candidates ?? [],
  };
}

/** The range of a word on screen. */
export function wordRange({ words, node, offset }: WordPlace): Range {
  const { target } = changedWordAt(words, offset) ?? { target: { start: offset, end: offset + 1 } };
  return rangeIn(node, target);
}

/** A slip beside a converted word with its printed form; it takes no clicks and no focus. */
export function PrintedForm({
  place,
  facts,
  isByKey,
}: {
  place: WordPlace;
  facts: WordFacts;
  isByKey: boolean;
}): ReactElement {
  const { t } = useTranslation();
  const slip = useRef<HTMLDivElement>(null);
  const boxes = wordRange(place).getClientRects();
  useSlipPlace(slip, boxes[0] ?? new DOMRect(), isSetVertically(place.element));
  return (
    // What it says by key is spoken by the lens's status already.
    <div
      className="printed-form slip"
      ref={slip}
      role={isByKey ? undefined : 'tooltip'}
      aria-hidden={isByKey || undefined}
    >
      <span>{t('glossary.printedAs')}</span>
      <b lang={place.words.language}>{facts.printed}</b>
      {facts.candidates.length > 0 && (
        <span className="candidates">
          {t('glossary.orElse', { forms: facts.candidates.join(' ') })}
          {isByKey && <kbd>{t('glossary.enter')}</kbd>}
        </span>
      )}
    </div>
  );
}
