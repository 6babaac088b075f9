import { useCallback, useEffect, useState } from 'react';
import type { PageReview } from '../../archive/import/assembly/page-review.ts';
import {
  withDecision,
  type PageDecision,
} from '../../archive/import/newspaper-page/page-decisions.ts';
import { mainBridge } from '../database/main-bridge.ts';

export interface ReviewPlace {
  readonly archiveId: string;
  readonly date: string;
  readonly page: string;
}

export interface Review {
  /** Null until the page has been read. */
  readonly review: PageReview | null;
  /** Decisions are on their way to the sidecar file. */
  readonly isSaving: boolean;
  readonly decide: (...decisions: readonly PageDecision[]) => void;
  readonly undo: (() => void) | null;
  readonly redo: (() => void) | null;
}

interface Steps {
  readonly past: readonly (readonly PageDecision[])[];
  readonly future: readonly (readonly PageDecision[])[];
}

const noSteps: Steps = { past: [], future: [] };

/**
 * A page under review; the component that uses it is keyed by the page. Every decision is kept in the
 * sidecar file before the page shows it.
 */
export function useReview({ archiveId, date, page }: ReviewPlace): Review {
  const [review, setReview] = useState<PageReview | null>(null);
  const [steps, setSteps] = useState<Steps>(noSteps);
  const [isSaving, setSaving] = useState(false);

  const apply = useCallback(
    async (decisions: readonly PageDecision[] | null): Promise<void> => {
      setSaving(decisions !== null);
      try {
        const asked = { archiveId, date, page, part: 0, decisions };
        setReview(await mainBridge().request.reviewPage(asked));
      } finally {
        setSaving(false);
      }
    },
    [archiveId, date, page],
  );

  useEffect(() => {
    void Promise.resolve().then(() => apply(null));
  }, [apply]);

  const current = review?.outcome === 'open' ? review.decisions : null;
  const { past, future } = steps;
  const before = past.at(-1);
  const after = future.at(-1);
  return {
    review,
    isSaving,
    decide: (...decisions) => {
      if (current === null) return;
      setSteps({ past: [...past, current], future: [] });
      void apply(decisions.reduce(withDecision, current));
    },
    undo:
      current === null || before === undefined
        ? null
        : () => {
            setSteps({ past: past.slice(0, -1), future: [...future, current] });
            void apply(before);
          },
    redo:
      current === null || after === undefined
        ? null
        : () => {
            setSteps({ past: [...past, current], future: future.slice(0, -1) });
            void apply(after);
          },
  };
}
