import { createHash } from 'node:crypto';
import { copyFile, mkdir, open, readFile, rename, rm, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { SourceOrder } from '../../archive/import/assembly/import-order.ts';
import { syncFolder } from '../sync-folder.ts';

/** A source of an archive that was made here: where it was taken from, and our copy of it. */
export interface KeptSource extends SourceOrder {
  /** Name of our copy's folder below `sources/`; empty where the order has no file. */
  readonly copy: string;
}

/** What an archive was made of, so that it can be made again. */
export interface ImportProject {
  readonly format: 'guzhi-import';
  readonly formatVersion: 1;
  readonly archiveId: string;
  readonly title: string;
  /** Of the bag that was built last. */
  readonly revision: number;
  readonly rights: string;
  readonly isSample: boolean;
  readonly sources: readonly KeptSource[];
}

function isProject(value: unknown): value is ImportProject {
  if (typeof value !== 'object' || value === null) return false;
  const { format, formatVersion, sources } = value as Partial<Record<keyof ImportProject, unknown>>;
  return format === 'guzhi-import' && formatVersion === 1 && Array.isArray(sources);
}

/** The projects of a profile: one folder for every archive that was made here. */
export class ImportProjects {
  private readonly folder: string;

  constructor(folder: string) {
    this.folder = folder;
  }

  private folderOf(archiveId: string): string {
    return join(this.folder, archiveId.replace(/^urn:uuid:/, '').replaceAll(/[^0-9a-f-]/g, '-'));
  }

  /** Null where the archive was not made here. */
  async read(archiveId: string): Promise<ImportProject | null> {
    try {
      const text = await readFile(join(this.folderOf(archiveId), 'project.json'), 'utf8');
      const value: unknown = JSON.parse(text);
      return isProject(value) ? value : null;
    } catch {
      return null;
    }
  }

  /** Where our copy of a source lies. */
  copyOf(archiveId: string, { copy, path }: Pick<KeptSource, 'copy' | 'path'>): string {
    return join(this.folderOf(archiveId), 'sources', copy, basename(path ?? 'row'));
  }

  /** The file to read: the one it was taken from while that is there, else our copy. */
  async fileOf(archiveId: string, source: KeptSource): Promise<string | null> {
    if (source.path === null) return null;
    try {
      if ((await stat(source.path)).isFile()) return source.path;
    } catch {
      // Moved, deleted, or on a stick that is not in.
    }
    return this.copyOf(archiveId, source);
  }

  /** Copies a source, so that the archive can be made again without the stick it came from. */
  async keep(archiveId: string, order: SourceOrder): Promise<KeptSource> {
    if (order.path === null) return { ...order, copy: '' };
    const digest = createHash('sha256').update(order.path).digest('hex').slice(0, 20);
    const kept = { ...order, copy: digest };
    const copy = this.copyOf(archiveId, kept);
    await mkdir(join(copy, '..'), { recursive: true });
    await copyFile(order.path, copy);
    return kept;
  }

  /** Keeps the project; the file is whole or the earlier one stays. */
  async write(project: ImportProject): Promise<void> {
    const folder = this.folderOf(project.archiveId);
    await mkdir(folder, { recursive: true });
    const part = join(folder, 'project.part');
    try {
      const handle = await open(part, 'w');
      try {
        await handle.writeFile(`${JSON.stringify(project, null, 1)}\n`, 'utf8');
        await handle.sync();
      } finally {
        await handle.close();
      }
      await rename(part, join(folder, 'project.json'));
      await syncFolder(folder);
    } catch (error) {
      await rm(part, { force: true });
      throw error;
    }
  }
}
