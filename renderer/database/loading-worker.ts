import type { BagReport } from '../../archive/model/bag-report.ts';
import type { LoadNews, LoadOrder } from './load-messages.ts';
import type { Reanchoring } from './reanchor-archive.ts';

/** The page's side of the loading worker: orders out, news in. */
export class LoadingWorker {
  private readonly worker = new Worker(new URL('./load-worker.ts', import.meta.url), {
    type: 'module',
    name: 'load',
  });

  /** Resolves when the stream was written to its end or broke off. */
  load(bagId: string): Promise<LoadNews & { readonly news: 'written' | 'failed' }> {
    return this.order({ task: 'load', bagId }, ['written', 'failed']);
  }

  /** Resolves when the new generation is in use; the older one waits to be swept. */
  async takeOver(report: BagReport): Promise<void> {
    const news = await this.order({ task: 'take-over', report }, ['taken-over', 'failed']);
    if (news.news === 'failed') throw new Error(news.message);
  }

  /** What becomes of the notes on a generation that is out of use. */
  async reanchor(archiveId: string, oldGeneration: number): Promise<Reanchoring> {
    const order = { task: 'reanchor', archiveId, oldGeneration } as const;
    const news = await this.order(order, ['reanchored', 'failed']);
    if (news.news === 'failed') throw new Error(news.message);
    return news.reanchoring;
  }

  /** Resolves when nothing of the load is left. */
  async discard(): Promise<void> {
    await this.orderToEnd({ task: 'discard' });
  }

  /** Loads that can go on stay, but for those of the bags in `forgotten`. */
  async sweep(forgotten: readonly string[] = []): Promise<void> {
    await this.orderToEnd({ task: 'sweep', forgotten });
  }

  end(): void {
    this.worker.terminate();
  }

  private async orderToEnd(order: LoadOrder): Promise<void> {
    const last = await this.order(order, ['swept', 'failed']);
    if (last.news === 'failed') throw new Error(last.message);
  }

  private order<News extends LoadNews['news']>(
    order: LoadOrder,
    awaited: readonly News[],
  ): Promise<Extract<LoadNews, { readonly news: News }>> {
    return new Promise((resolve, reject) => {
      this.worker.onmessage = ({ data }: MessageEvent<LoadNews>): void => {
        if ((awaited as readonly string[]).includes(data.news)) {
          resolve(data as Extract<LoadNews, { readonly news: News }>);
        }
      };
      this.worker.onerror = (event): void => {
        reject(new Error(`The loading worker stopped: ${event.message}`));
      };
      this.worker.postMessage(order);
    });
  }
}
