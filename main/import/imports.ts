import { mkdir, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { writeBag } from '../../archive/bag/bag-writer.ts';
import { generator } from '../../archive/bag/generator.ts';
import { importSources } from '../../archive/bag/sources/import-sources.ts';
import { readWordTable } from '../../archive/bag/sources/word-table-file.ts';
import {
  assembleArchive,
  publicationArchiveId,
} from '../../archive/import/assembly/assemble-archive.ts';
import type { SourceOrder } from '../../archive/import/assembly/import-order.ts';
import type {
  BuiltBag,
  ImportOutcome,
  ImportProgress,
  ImportRequest,
} from '../../archive/import/assembly/import-plan.ts';
import type { SourceReport } from '../../archive/import/assembly/source-report.ts';
import type { WordTable } from '../../archive/import/newspaper-page/word-table.ts';
import { systemErrorCode } from '../system-error.ts';
import { paperOrders } from './import-orders.ts';
import type { ImportProject, ImportProjects, KeptSource } from './import-project.ts';
import { keptDecisions } from './kept-decisions.ts';

export interface ImportParts {
  readonly projects: ImportProjects;
  /** Where bags are built; emptied before every import and at the start. */
  readonly builtFolder: string;
  readonly wordTable: string;
  /** Whether the library holds a bag of that archive. */
  readonly isHeld: (archiveId: string) => Promise<boolean>;
  readonly onProgress: (progress: ImportProgress) => void;
}

interface Built {
  readonly project: ImportProject;
  readonly bag: BuiltBag;
}

/** Thrown where none of the sources could be read. */
class NothingRead extends Error {
  readonly reports: readonly SourceReport[];
  constructor(reports: readonly SourceReport[]) {
    super('No source could be read');
    this.reports = reports;
  }
}

/** Builds bags from pages, stories and tables, one import at a time, and builds them again. */
export class Imports {
  private readonly parts: ImportParts;
  private words: Promise<WordTable> | undefined;
  private abort: AbortController | undefined;

  constructor(parts: ImportParts) {
    this.parts = parts;
  }

  wordTable(): Promise<WordTable> {
    this.words ??= readWordTable(this.parts.wordTable);
    return this.words;
  }

  /** Ends the import that runs; nothing of it stays. */
  cancel(): void {
    this.abort?.abort();
  }

  /** Whether a file is a bag that was built here and waits to be taken into the library. */
  isBuilt(file: string): boolean {
    return join(this.parts.builtFolder, basename(file)) === file;
  }

  /** Imports what was asked for. A paper that was imported before grows; its earlier pages stay. */
  async run(request: ImportRequest): Promise<ImportOutcome> {
    return this.running(async (signal) => {
      const { papers, reports } = await paperOrders(request);
      const total = papers.reduce((sum, { orders }) => sum + orders.length, 0);
      if (total === 0) throw new NothingRead(reports);
      const built: Built[] = [];
      const all = [...reports];
      let done = 0;
      for (const { publication, orders } of papers) {
        const project = await this.projectFor(publication, request, orders);
        const fresh = new Set(orders.map(({ path }) => path));
        const made = await this.build(project, signal, (source) => {
          if (fresh.has(source.path)) done++;
          this.parts.onProgress({ done, total, source: source.source });
        });
        built.push(made);
        all.push(...made.reports.filter((_, at) => fresh.has(project.sources[at]?.path ?? null)));
      }
      return { built, reports: all };
    });
  }

  /** Builds an archive that was made here again, as a higher revision. */
  async rebuild(archiveId: string): Promise<ImportOutcome> {
    return this.running(async (signal) => {
      const before = await this.parts.projects.read(archiveId);
      if (!before) throw new NothingRead([]);
      const total = before.sources.length;
      let done = 0;
      const made = await this.build(
        { ...before, revision: before.revision + 1 },
        signal,
        ({ source }) => {
          this.parts.onProgress({ done: ++done, total, source });
        },
      );
      return { built: [made], reports: made.reports };
    });
  }

  private async running(
    work: (
      signal: AbortSignal,
    ) => Promise<{ built: readonly Built[]; reports: readonly SourceReport[] }>,
  ): Promise<ImportOutcome> {
    this.abort?.abort();
    const abort = new AbortController();
    this.abort = abort;
    const { builtFolder, projects } = this.parts;
    try {
      await rm(builtFolder, { recursive: true, force: true });
      await mkdir(builtFolder, { recursive: true });
      const { built, reports } = await work(abort.signal);
      abort.signal.throwIfAborted();
      for (const { project } of built) await projects.write(project);
      return { outcome: 'built', bags: built.map(({ bag }) => bag), reports };
    } catch (error) {
      await rm(builtFolder, { recursive: true, force: true });
      if (abort.signal.aborted) return { outcome: 'cancelled' };
      const failed = { outcome: 'failed', detail: '', reports: [] } as const;
      if (error instanceof NothingRead) {
        return { ...failed, code: 'nothing-read', reports: error.reports };
      }
      const code = systemErrorCode(error);
      if (code === undefined) throw error;
      return { ...failed, code, detail: error instanceof Error ? error.message : '' };
    } finally {
      if (this.abort === abort) this.abort = undefined;
    }
  }

  /** The paper with the new sources; a page that is imported again takes the place of the earlier one. */
  private async projectFor(
    publication: string,
    { rights, isSample }: ImportRequest,
    orders: readonly SourceOrder[],
  ): Promise<ImportProject> {
    const archiveId = publicationArchiveId(isSample ? `${publication}#sample` : publication);
    const before = await this.parts.projects.read(archiveId);
    const isHeld = before !== null && (await this.parts.isHeld(archiveId));
    const added: KeptSource[] = [];
    for (const order of orders) added.push(await this.parts.projects.keep(archiveId, order));
    const pages = new Set(
      orders
        .filter(({ kind }) => kind === 'page')
        .map(({ date, page }) => `${date} ${page.number}`),
    );
    const names = new Set(orders.map(({ path, source }) => path ?? source));
    const stays = ({ kind, date, page, path, source }: KeptSource): boolean =>
      !names.has(path ?? source) && !(kind === 'page' && pages.has(`${date} ${page.number}`));
    return {
      format: 'guzhi-import',
      formatVersion: 1,
      archiveId,
      title: publication,
      revision: (before?.revision ?? 0) + 1,
      rights: rights === '' ? (before?.rights ?? '') : rights,
      isSample,
      sources: [...(isHeld ? before.sources.filter(stays) : []), ...added],
    };
  }

  private async build(
    project: ImportProject,
    signal: AbortSignal,
    onSource: (source: KeptSource) => void,
  ): Promise<Built & { reports: readonly SourceReport[] }> {
    const { archiveId, title, revision, rights, isSample, sources } = project;
    const { projects, builtFolder } = this.parts;
    const keptOf = new Map<SourceOrder, KeptSource>();
    const orders: SourceOrder[] = [];
    for (const source of sources) {
      const order = { ...source, path: await projects.fileOf(archiveId, source) };
      keptOf.set(order, source);
      orders.push(order);
    }
    const { drafts, media, reports } = await importSources(orders, {
      words: await this.wordTable(),
      decisionsOf: async (order) => {
        const kept = keptOf.get(order);
        if (typeof kept?.path !== 'string') return [];
        return keptDecisions(kept.path, projects.copyOf(archiveId, kept));
      },
      progress: (done) => {
        const source = sources[done - 1];
        if (source) onSource(source);
      },
      signal,
    });
    if (drafts.length === 0) throw new NothingRead(reports);
    const paper = { id: archiveId, revision, title, rights, isSample };
    const archive = assembleArchive(paper, drafts);
    const file = join(builtFolder, `${archiveId.slice('urn:uuid:'.length)}-r${revision}.newsbag`);
    const created = new Date().toISOString().replace(/\.\d+Z$/, 'Z');
    await writeBag(
      file,
      {
        description: { ...archive.description, created, generator },
        issues: archive.issues,
        articles: archive.articles,
        media,
      },
      { signal },
    );
    return { project, bag: { file, archiveId, title, revision }, reports };
  }
}
