import { mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Annotation } from '../../archive/model/annotation.ts';
import { inks } from '../../archive/model/annotation.ts';
import { canonicalSegments } from '../../archive/text/canonical-text.ts';
import { launchReader, type RunningReader } from '../../scripts/launch-reader.mjs';
import { bundledArticles } from '../e2e/bundled-articles.ts';
import { keepAnnotations, markedPassage } from '../e2e/marked-passages.ts';
import { giveTable, machineLoad } from './written-table.ts';
import { allowNames, median, prepareBench } from './window/large-profile.ts';

/**
 * How long a highlights PDF takes, from the click to the file on disk, against Chromium printing the
 * quoted words alone, bare but in the same face, in the same application and in turn. `-- 50000` makes
 * it once with so many; `--write` writes the table.
 */

const usualQuotations = 1_000;
const rounds = 5;

/** So many passages of the bundled papers, every paragraph first, then parts of them. */
async function quotations(count: number): Promise<Annotation[]> {
  const papers = await Promise.all(
    (['lanjiang-daily', 'lanjiang-xinbao'] as const).map((name) => bundledArticles(name)),
  );
  const passages = papers.flatMap(({ archiveId, articles }) =>
    articles.flatMap((article) =>
      canonicalSegments(article)
        .filter(({ place, text }) => 'blockId' in place && text.length >= 20)
        .map(({ text }) => ({ archiveId, article, text })),
    ),
  );
  return Array.from({ length: count }, (_, index) => {
    const passage = passages[index % passages.length];
    if (!passage) throw new Error('There are no passages');
    const { archiveId, article, text } = passage;
    const from = Math.floor(index / passages.length) % 10;
    return markedPassage(archiveId, article, text.slice(from, from + 60), index + 1, {
      ink: inks[index % inks.length] ?? 'qing',
      note: index % 3 === 0 ? '此处与他报所记不同，**待查**。' : '',
      tags: index % 4 === 0 ? ['渡口'] : [],
    });
  });
}

async function exportOnce({ window }: RunningReader, name: string): Promise<number> {
  const dialog = window.locator('.export-dialog');
  const started = performance.now();
  await dialog.locator('.actions .primary').click();
  await dialog.locator('.saving[role=status] p', { hasText: name }).waitFor({ timeout: 600_000 });
  return performance.now() - started;
}

/** The same words as bare paragraphs in the same face, in a window of the same application. */
async function printBare(reader: RunningReader, words: readonly string[]): Promise<number> {
  const milliseconds = await reader.application?.evaluate(async ({ BrowserWindow }, texts) => {
    const began = performance.now();
    const bare = new BrowserWindow({ show: false });
    await bare.loadURL('app://reader/fonts/fonts.css');
    await bare.webContents.executeJavaScript(`(async () => {
      const link = document.createElement('link');
      link.rel = 'stylesheet';
      link.href = 'fonts.css';
      const loaded = new Promise((resolve) => { link.onload = resolve; });
      document.head.append(link);
      await loaded;
      await document.fonts.load('16px "Guzhi Song"');
      document.body.style.fontFamily = 'Guzhi Song';
      document.body.replaceChildren(...${JSON.stringify(texts)}.map((text) => {
        const paragraph = document.createElement('p');
        paragraph.textContent = text;
        return paragraph;
      }));
    })()`);
    await bare.webContents.printToPDF({ generateTaggedPDF: true, generateDocumentOutline: true });
    bare.destroy();
    return performance.now() - began;
  }, words);
  if (milliseconds === undefined) throw new Error('A package cannot be measured');
  return milliseconds;
}

function seconds(milliseconds: number): string {
  return (milliseconds / 1000).toFixed(2);
}

export async function run(args: readonly string[]): Promise<void> {
  const count = Number(args.find((word) => /^\d+$/.test(word)) ?? usualQuotations);
  const busy = machineLoad();
  const stop = await prepareBench();
  const work = mkdtempSync(join(tmpdir(), 'guzhi-export-'));
  const profileFolder = join(work, 'profile');
  mkdirSync(profileFolder);
  try {
    const reader = await launchReader({ projectFolder: process.cwd(), profileFolder });
    const { window } = reader;
    await allowNames(window);
    await window.locator('.newspaper-page').waitFor({ timeout: 60_000 });
    const annotations = await quotations(count);
    await keepAnnotations(window, annotations);
    await allowNames(window);
    await window.locator('.newspaper-page').waitFor({ timeout: 60_000 });
    await window.keyboard.press('Control+e');
    await window.locator('.export-dialog select').first().selectOption('all');
    await window.locator('.export-dialog .quotation').first().waitFor({ timeout: 120_000 });
    const words = annotations.map(({ target }) =>
      target.kind === 'passage' ? (target.selectors.quote?.exact ?? '') : '',
    );
    const times: number[] = [];
    const bare: number[] = [];
    let bytes = 0;
    for (let round = 0; round < (count > usualQuotations ? 1 : rounds); round++) {
      const name = `quotations-${String(round)}.pdf`;
      const path = join(work, name);
      await reader.application?.evaluate(({ dialog }, filePath) => {
        dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath });
      }, path);
      times.push(await exportOnce(reader, name));
      bytes = statSync(path).size;
      if (count <= usualQuotations) bare.push(await printBare(reader, words));
    }
    const shares =
      bare.length === 0
        ? ['–', '–']
        : [seconds(median(bare)), `${(median(times) / median(bare)).toFixed(1)} ×`];
    giveTable(
      {
        title: 'The highlights PDF',
        command: `npm run bench -- export ${args.join(' ')}`.trim(),
        busy,
        lines: [
          '| quotations | from the click to the file, s | gate, s | aim, s | PDF, MB | the quoted words alone, s | ratio |',
          '| --- | --- | --- | --- | --- | --- | --- |',
          `| ${[
            String(count),
            seconds(median(times)),
            count === usualQuotations ? '5' : '–',
            count === usualQuotations ? '2' : '–',
            (bytes / 1e6).toFixed(1),
            ...shares,
          ].join(' | ')} |`,
        ],
      },
      args.includes('--write') ? 'export.md' : null,
    );
    await reader.close();
  } finally {
    rmSync(work, { recursive: true, force: true });
    stop();
  }
}
