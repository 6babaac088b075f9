import { useEffect, useRef, useState } from 'react';
import type {
  ImportOutcome,
  ImportPlan,
  ImportProgress,
  ImportRequest,
} from '../../archive/import/assembly/import-plan.ts';
import { mainBridge } from '../database/main-bridge.ts';
import { goTo } from '../location/use-location.ts';
import type { Loads } from './use-loads.ts';

export type PlanChoice = Parameters<ReturnType<typeof mainBridge>['request']['planImport']>[0];

export interface RunningImport {
  readonly progress: ImportProgress | null;
  /** `performance.now()` when it began, for the estimate. */
  readonly startedAt: number;
}

/** The import that is planned, running or done. */
export interface Imports {
  readonly plan: ImportPlan | null;
  readonly isPlanning: boolean;
  readonly running: RunningImport | null;
  /** The last import's outcome, until another begins. */
  readonly outcome: ImportOutcome | null;
  readonly choose: (what: PlanChoice) => void;
  readonly run: (request: ImportRequest) => void;
  readonly cancel: () => void;
  /** Builds an archive again and loads it; resolves when that is done or failed. */
  readonly rebuild: (archiveId: string) => Promise<ImportOutcome>;
  /** Back to the empty screen. */
  readonly clear: () => void;
}

/** Plans and runs imports; what was built is loaded at once. */
export function useImports(loads: Loads): Imports {
  const [plan, setPlan] = useState<ImportPlan | null>(null);
  const [isPlanning, setPlanning] = useState(false);
  const [running, setRunning] = useState<RunningImport | null>(null);
  const [outcome, setOutcome] = useState<ImportOutcome | null>(null);
  const bridge = mainBridge();

  useEffect(
    () =>
      bridge.on('importProgress', (progress) => {
        setRunning((before) => (before === null ? null : { ...before, progress }));
      }),
    [bridge],
  );

  const loadsNow = useRef(loads);
  useEffect(() => {
    loadsNow.current = loads;
  });

  async function choose(what: PlanChoice): Promise<void> {
    setPlanning(true);
    try {
      const chosen = await bridge.request.planImport(what, '');
      if (chosen === null) return;
      setOutcome(null);
      setPlan(chosen);
    } finally {
      setPlanning(false);
    }
  }

  async function building(work: () => Promise<ImportOutcome>): Promise<ImportOutcome> {
    setRunning({ progress: null, startedAt: performance.now() });
    try {
      const done = await work();
      if (done.outcome !== 'built') return done;
      for (const { file } of done.bags) await loadsNow.current.open(file);
      return done;
    } finally {
      setRunning(null);
    }
  }

  return {
    plan,
    isPlanning,
    running,
    outcome,
    choose: (what) => {
      goTo({ screen: 'import' });
      void choose(what);
    },
    run: (request) => {
      void building(() => bridge.request.runImport(request)).then((done) => {
        setOutcome(done.outcome === 'cancelled' ? null : done);
        if (done.outcome === 'built') setPlan(null);
      });
    },
    cancel: () => {
      void bridge.request.cancelImport();
    },
    rebuild: (archiveId) => building(() => bridge.request.rebuildArchive(archiveId)),
    clear: () => {
      setPlan(null);
      setOutcome(null);
    },
  };
}
