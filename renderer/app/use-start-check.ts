import { liveQuery } from 'dexie';
import { useEffect, useRef, useState } from 'react';
import type { StartState } from '../../preload/bridge.ts';
import { mainBridge } from '../database/main-bridge.ts';
import {
  incompleteArchives,
  loadedArchives,
  lostArchives,
  type Opening,
} from '../database/opening.ts';
import { verifyUserData } from '../database/reconciling.ts';
import { isWorthTelling, type StartFindings } from './start-notice.tsx';
import type { Loads } from './use-loads.ts';

/** ms after which the checks no longer wait for a free moment. */
const longestWait = 3_000;

/** Resolves when what is on screen has been drawn and nothing else is waiting to be done. */
function freeMoment(): Promise<void> {
  return new Promise((resolve) => {
    requestIdleCallback(
      () => {
        resolve();
      },
      { timeout: longestWait },
    );
  });
}

const nothingFound = { reloaded: [], gone: [], hadChanged: false };

/**
 * Completes the checks of the start once the window stands, and keeps main's sentinel up from then
 * on. The search index is derived from the tables and is looked after where it is opened.
 */
export function useStartCheck(
  start: StartState,
  opening: Opening,
  loads: Loads,
): { readonly findings: StartFindings | null; readonly dismiss: () => void } {
  const [findings, setFindings] = useState<StartFindings>({ start, opening, ...nothingFound });
  const [isDismissed, setDismissed] = useState(false);

  const hasLookedForLost = useRef(false);
  useEffect(() => {
    if (hasLookedForLost.current) return;
    hasLookedForLost.current = true;
    void lostArchives(start).then((lost) => {
      const held = new Set(start.bags.map(({ description }) => description.id));
      const titlesOf = (isHeld: boolean): string[] =>
        lost.filter(({ id }) => held.has(id) === isHeld).map(({ title }) => title);
      setFindings((before) => ({ ...before, reloaded: titlesOf(true), gone: titlesOf(false) }));
    });
  }, [start]);

  const hasVerified = useRef(false);
  const { isSettled, load, bags } = loads;
  useEffect(() => {
    if (!isSettled || hasVerified.current) return;
    hasVerified.current = true;
    void (async () => {
      // Every record and every row is looked at: the place one comes back to opens first.
      await freeMoment();
      if (!(await verifyUserData())) setFindings((before) => ({ ...before, hadChanged: true }));
      for (const { bagId, description } of await incompleteArchives()) {
        const bag = bags.find((each) => each.bagId === bagId);
        const title = description['dcterms:title'];
        setFindings((before) =>
          bag === undefined
            ? { ...before, gone: [...before.gone, title] }
            : { ...before, reloaded: [...before.reloaded, title] },
        );
        if (bag !== undefined) await load(bag);
      }
      liveQuery(loadedArchives).subscribe((archives) => {
        void mainBridge().request.tablesAreInStep(archives);
      });
    })();
  }, [isSettled, load, bags]);

  return {
    findings: !isDismissed && isWorthTelling(findings) ? findings : null,
    dismiss: () => {
      setDismissed(true);
    },
  };
}
