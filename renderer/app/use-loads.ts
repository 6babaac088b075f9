import { useCallback, useEffect, useRef, useState } from 'react';
import type { BagProgress } from '../../archive/model/bag-report.ts';
import type { BagOnDisk, BagRefusal, StartState } from '../../preload/bridge.ts';
import { findArchive } from '../database/archives.ts';
import { loadBag, loadMissingArchives } from '../database/load-archive.ts';
import { copyProgress, reportLoad } from '../database/load-progress.ts';
import { mainBridge } from '../database/main-bridge.ts';

export interface RunningLoad {
  readonly bag: BagOnDisk;
}

export interface RevisionQuestion {
  readonly bag: BagOnDisk;
  readonly loadedRevision: number;
  /** True loads the file in place of what is loaded; false leaves everything as it is. */
  readonly answer: (loads: boolean) => void;
}

export interface Loads {
  /** What is being loaded now, if anything; `loadProgress` has how far it is. */
  readonly running: RunningLoad | null;
  /** True once the archives that belong to the library have had their turn at this start. */
  readonly isSettled: boolean;
  readonly refusal: BagRefusal | null;
  /** A file of an archive that is loaded in this revision or a later one: asked about before it is. */
  readonly question: RevisionQuestion | null;
  /** Bags that main holds a file of. */
  readonly bags: readonly BagOnDisk[];
  readonly cancel: () => void;
  readonly cancelCopy: () => void;
  readonly dismissRefusal: () => void;
  /** Opens a file: one that was dropped, or asks for one. Resolves with the archive's id once it can be read. */
  readonly open: (path: string | null) => Promise<string | null>;
  /** Loads a bag of the library again. */
  readonly load: (bag: BagOnDisk) => Promise<boolean>;
  readonly forget: (bagId: string) => void;
}

/** Everything that is being loaded: the library's own archives at start, and files that are opened. */
export function useLoads(start: StartState): Loads {
  const [running, setRunning] = useState<RunningLoad | null>(null);
  const [isSettled, setSettled] = useState(false);
  const [refusal, setRefusal] = useState<BagRefusal | null>(null);
  const [question, setQuestion] = useState<RevisionQuestion | null>(null);
  const [bags, setBags] = useState<readonly BagOnDisk[]>(start.bags);
  const controller = useRef(new AbortController());

  const onProgress = useCallback((bag: BagOnDisk, progress: BagProgress | null) => {
    reportLoad(bag.bagId, progress);
    setRunning((before) => (before?.bag.bagId === bag.bagId ? before : { bag }));
  }, []);
  useEffect(() => mainBridge().on('copyProgress', copyProgress.set), []);

  const hasStarted = useRef(false);
  useEffect(() => {
    if (hasStarted.current) return;
    hasStarted.current = true;
    void loadMissingArchives(start, onProgress, controller.current.signal)
      .then((loads) => {
        const refused = loads.find(({ verdict }) => verdict.outcome === 'refused');
        if (refused?.verdict.outcome === 'refused') setRefusal(refused.verdict);
      })
      .finally(() => {
        setRunning(null);
        setSettled(true);
      });
  }, [start, onProgress]);

  const load = useCallback(
    async (bag: BagOnDisk): Promise<boolean> => {
      if (controller.current.signal.aborted) controller.current = new AbortController();
      onProgress(bag, null);
      try {
        const verdict = await loadBag(
          bag.bagId,
          (progress) => {
            onProgress(bag, progress);
          },
          controller.current.signal,
        );
        if (verdict.outcome === 'refused') setRefusal(verdict);
        return verdict.outcome === 'complete';
      } finally {
        setRunning(null);
      }
    },
    [onProgress],
  );

  const open = useCallback(
    async (path: string | null): Promise<string | null> => {
      const opened = await mainBridge().request.openBag(path);
      copyProgress.set(null);
      if (opened.outcome === 'cancelled') return null;
      if (opened.outcome === 'refused') {
        setRefusal(opened);
        return null;
      }
      const { bag } = opened;
      const loaded = await findArchive(bag.description.id);
      const isNewer =
        loaded === undefined || bag.description.revision > loaded.description.revision;
      if (loaded !== undefined && !isNewer) {
        const { revision } = loaded.description;
        const loads = await new Promise<boolean>((answer) => {
          setQuestion({ bag, loadedRevision: revision, answer });
        });
        setQuestion(null);
        if (!loads) {
          if (bag.bagId !== loaded.bagId) await mainBridge().request.removeBag(bag.bagId);
          return bag.description.id;
        }
      }
      setBags((before) => [...before.filter(({ bagId }) => bagId !== bag.bagId), bag]);
      return (await load(bag)) ? bag.description.id : null;
    },
    [load],
  );

  return {
    running,
    isSettled,
    refusal,
    question,
    bags,
    cancel: () => {
      controller.current.abort();
    },
    cancelCopy: () => {
      void mainBridge().request.cancelOpen();
    },
    dismissRefusal: () => {
      setRefusal(null);
    },
    open,
    load,
    forget: (bagId) => {
      setBags((before) => before.filter((bag) => bag.bagId !== bagId || bag.isBundled));
    },
  };
}
