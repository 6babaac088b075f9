import { mkdir, readdir, rename, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { openBag, type BagReader } from '../archive/bag/bag-reader.ts';
import type { ArchiveDescription } from '../archive/model/archive-description.ts';
import type { BagProblem } from '../archive/model/bag-report.ts';
import type { BagOnDisk, BagRefusal, OpenBagOutcome } from '../preload/bridge.ts';
import { copyFileDurably, unfinishedEnd } from './copy-file.ts';
import { freeDiskProblem } from './free-disk.ts';
import { syncFolder } from './sync-folder.ts';
import { systemErrorCode } from './system-error.ts';

const bagEnd = '.newsbag';

/**
 * Where a bag's file stands. Opened ones are `incoming` until every digest matched, so that a copy
 * that turns out damaged is known from one that was good once.
 */
type Standing = 'bundled' | 'kept' | 'incoming';

interface Held {
  readonly bag: BagOnDisk;
  readonly standing: Standing;
  readonly path: string;
  /** The name the user knows the file by. */
  readonly fileName: string;
}

export interface LibraryFolders {
  readonly bundled: string;
  /** Below the profile. */
  readonly kept: string;
}

/** The bags on disk: those that came with the program and those that were opened, as our copies. */
export class Library {
  /** Files that were there at the start but are no readable bags. */
  readonly refusals: readonly BagRefusal[];
  private readonly folders: LibraryFolders;
  private readonly held: Map<string, Held>;
  private readonly open = new Map<string, Promise<BagReader | null>>();
  private taking: Promise<unknown> = Promise.resolve();

  private constructor(folders: LibraryFolders, held: Map<string, Held>, refusals: BagRefusal[]) {
    this.folders = folders;
    this.held = held;
    this.refusals = refusals;
  }

  static async open(folders: LibraryFolders): Promise<Library> {
    const incoming = incomingFolder(folders);
    await mkdir(incoming, { recursive: true });
    const held = new Map<string, Held>();
    const refusals: BagRefusal[] = [];
    for (const [folder, standing] of [
      [folders.bundled, 'bundled'],
      [folders.kept, 'kept'],
      [incoming, 'incoming'],
    ] as const) {
      for (const name of await filesOf(folder)) {
        const path = join(folder, name);
        if (name.endsWith(unfinishedEnd)) await rm(path, { force: true });
        if (!name.endsWith(bagEnd)) continue;
        const found = await inspect(path);
        if (found.outcome === 'refused') {
          refusals.push(found);
          // Never verified, so it is of no use to anybody; the file it was copied from is the user's.
          if (standing === 'incoming') await rm(path, { force: true });
        } else {
          const bagId = `${standing === 'bundled' ? 'bundled-' : ''}${basename(name, bagEnd)}`;
          const bag = { bagId, ...found.facts, isBundled: standing === 'bundled' };
          held.set(bagId, { bag, standing, path, fileName: name });
        }
      }
    }
    return new Library(folders, held, refusals);
  }

  list(): readonly BagOnDisk[] {
    return [...this.held.values()].map(({ bag }) => bag);
  }

  find(bagId: string): Pick<Held, 'path' | 'fileName' | 'bag'> | undefined {
    return this.held.get(bagId);
  }

  /** The bag, opened for its media and kept open; null where it is unknown or no longer readable. */
  async media(bagId: string): Promise<BagReader | null> {
    const held = this.held.get(bagId);
    if (!held) return null;
    let bag = this.open.get(bagId);
    if (!bag) {
      bag = openBag(held.path).then((found) => (found.outcome === 'opened' ? found.bag : null));
      this.open.set(bagId, bag);
      // A stick that comes back is tried again.
      bag.catch(() => this.open.delete(bagId));
    }
    return bag;
  }

  /**
   * Checks the container of a file and copies it into the library; nothing is kept of a refused one,
   * nor of one that is given up. One file at a time, in the order of the calls.
   */
  take(
    path: string,
    onProgress: (bytes: number, total: number) => void,
    signal?: AbortSignal,
  ): Promise<OpenBagOutcome> {
    const taken = this.taking.then(() => this.takeNow(path, onProgress, signal));
    this.taking = taken.catch(() => undefined);
    return taken;
  }

  private async takeNow(
    path: string,
    onProgress: (bytes: number, total: number) => void,
    signal?: AbortSignal,
  ): Promise<OpenBagOutcome> {
    if (signal?.aborted) return { outcome: 'cancelled' };
    const source = await inspect(path);
    if (source.outcome === 'refused') return source;
    const { description, fileBytes } = source.facts;
    const fileName = basename(path);
    const full = freeDiskProblem(this.folders.kept, fileBytes);
    if (full) return { outcome: 'refused', fileName, problems: [full] };
    const bagId = this.freeName(description);
    const copy = join(incomingFolder(this.folders), `${bagId}${bagEnd}`);
    try {
      const copiedBytes = await copyFileDurably(
        path,
        copy,
        (bytes) => {
          onProgress(bytes, fileBytes);
        },
        signal,
      );
      if (copiedBytes !== fileBytes) {
        await rm(copy, { force: true });
        return { outcome: 'refused', fileName, problems: [changedProblem(fileBytes, copiedBytes)] };
      }
    } catch (error) {
      if (signal?.aborted) return { outcome: 'cancelled' };
      return { outcome: 'refused', fileName, problems: [systemProblem(error)] };
    }
    const copied = await inspect(copy);
    if (copied.outcome === 'refused') {
      await rm(copy, { force: true });
      return { ...copied, fileName };
    }
    const bag = { bagId, ...copied.facts, isBundled: false };
    this.held.set(bagId, { bag, standing: 'incoming', path: copy, fileName });
    return { outcome: 'opened', bag };
  }

  /** Every digest matched: an incoming copy is kept from now on. */
  async keep(bagId: string): Promise<void> {
    const held = this.held.get(bagId);
    if (held?.standing !== 'incoming') return;
    await this.closeBag(bagId);
    const path = join(this.folders.kept, `${bagId}${bagEnd}`);
    await rename(held.path, path);
    await syncFolder(this.folders.kept);
    this.held.set(bagId, { ...held, standing: 'kept', path });
  }

  /** Deletes an incoming copy that was refused or cancelled; one that was good once stays. */
  async drop(bagId: string): Promise<void> {
    if (this.held.get(bagId)?.standing === 'incoming') await this.remove(bagId);
  }

  /** Deletes the library's copy; bundled bags stay. */
  async remove(bagId: string): Promise<void> {
    const held = this.held.get(bagId);
    if (!held || held.standing === 'bundled') return;
    await this.closeBag(bagId);
    this.held.delete(bagId);
    await rm(held.path, { force: true });
  }

  /** Lets go of what is known of a bag's media: they are examined again when they are next asked for. */
  async closeBag(bagId: string): Promise<void> {
    const bag = await this.open.get(bagId);
    this.open.delete(bagId);
    await bag?.close();
  }

  /** `<uuid>-r<revision>`, with a count where that name is taken. */
  private freeName({ id, revision }: ArchiveDescription): string {
    const name = `${id.replace(/^urn:uuid:/, '').replaceAll(/[^0-9A-Za-z-]/g, '-')}-r${revision}`;
    let free = name;
    for (let count = 2; this.held.has(free); count++) free = `${name}-${count}`;
    return free;
  }
}

function incomingFolder({ kept }: LibraryFolders): string {
  return join(kept, 'incoming');
}

async function filesOf(folder: string): Promise<readonly string[]> {
  try {
    return (await readdir(folder)).sort();
  } catch (error) {
    if (systemErrorCode(error) === 'ENOENT') return [];
    throw error;
  }
}

type Inspected =
  | { readonly outcome: 'opened'; readonly facts: Pick<BagOnDisk, 'description' | 'fileBytes'> }
  | BagRefusal;

async function inspect(path: string): Promise<Inspected> {
  const fileName = basename(path);
  try {
    const found = await openBag(path);
    if (found.outcome === 'refused') return { ...found, fileName };
    const { description, fileBytes } = found.bag;
    await found.bag.close();
    return { outcome: 'opened', facts: { description, fileBytes } };
  } catch (error) {
    return { outcome: 'refused', fileName, problems: [systemProblem(error)] };
  }
}

/** The file did not stay as it was found: another program writes to it, or the stick was pulled. */
function changedProblem(expectedBytes: number, foundBytes: number): BagProblem {
  const details = { expectedBytes, foundBytes };
  return { code: 'file-changed', severity: 'refuse', path: '', details };
}

/** A refusal for what the system reports of a file; any other error is thrown on. */
export function systemProblem(error: unknown): BagProblem {
  const reason = systemErrorCode(error);
  if (reason === undefined) throw error;
  return { code: 'unreadable', severity: 'refuse', path: '', details: { reason } };
}
