import type { RefObject } from 'react';
import { inks, markStyles } from '../../archive/model/annotation.ts';
import type { AnnotationActions } from '../annotation/annotation-actions.ts';
import type { InkCommand } from './commands.ts';

/** What the keys of the five inks do. */
export function inkActions(
  annotations: RefObject<AnnotationActions | null>,
): Readonly<Record<InkCommand, () => void>> {
  const entries = inks.flatMap((ink) =>
    markStyles.map((style) => [`${style}-${ink}`, () => annotations.current?.mark(ink, style)]),
  );
  return Object.fromEntries(entries) as Record<InkCommand, () => void>;
}
