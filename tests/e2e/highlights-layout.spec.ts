import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import pixelmatch from 'pixelmatch';
import { PNG } from 'pngjs';
import type { Annotation } from '../../archive/model/annotation.ts';
import { canonicalSegments } from '../../archive/text/canonical-text.ts';
import { bundledArticles } from './bundled-articles.ts';
import { expect, test } from './fixtures.ts';
import { answerFileDialogs } from './system-dialogs.ts';
import { keepAnnotations, markedPassage } from './marked-passages.ts';

test.use({ profile: 'loaded' });

/**
 * The pages of a small highlights PDF beside pictures that a person has approved, one set for each
 * runtime, as each sets type a little differently. `GUZHI_APPROVE=1` writes the set anew: look at it
 * before it is committed.
 */

/** Of all pixels of a page; the programs that draw pages differ by less. */
const mostDifferent = 0.001;

async function fewHighlights(): Promise<Annotation[]> {
  const annotations: Annotation[] = [];
  for (const name of ['lanjiang-daily', 'lanjiang-xinbao'] as const) {
    const { archiveId, articles } = await bundledArticles(name);
    for (const article of articles.slice(0, 3)) {
      const texts = canonicalSegments(article).filter(({ place }) => 'blockId' in place);
      for (const { text } of texts.slice(0, 2)) {
        const count = annotations.length + 1;
        annotations.push(
          markedPassage(archiveId, article, text.slice(0, 90), count, {
            ink: (['teng', 'lv', 'qing', 'yan', 'zhe'] as const)[count % 5] ?? 'teng',
            note: count % 2 === 0 ? '与次日所刊**不同**，待查。' : '',
            tags: count % 3 === 0 ? ['渡口', '航运'] : [],
            ...(count % 4 === 0 && { correctedReading: '改读为此' }),
          }),
        );
      }
    }
  }
  return annotations;
}

test('the highlights PDF is laid out as approved', async ({ reader, profileFolder }) => {
  test.skip(reader.application === null, 'the dialog of a package cannot be answered');
  const electron = (await reader.application?.evaluate(() => process.versions.electron)) ?? '';
  const folder = join(import.meta.dirname, 'approved', `electron-${electron.split('.')[0] ?? ''}`);
  const approves = process.env.GUZHI_APPROVE === '1';
  test.skip(!approves && !existsSync(folder), `no pictures are approved for Electron ${electron}`);

  const { window } = reader;
  await expect(window.locator('.newspaper-page')).toBeVisible({ timeout: 30_000 });
  // The title page tells the day.
  await window.clock.setFixedTime(new Date('2026-01-02T12:00:00'));
  await keepAnnotations(window, await fewHighlights());
  await expect(window.locator('.newspaper-page')).toBeVisible();
  const file = join(profileFolder, 'layout.pdf');
  await answerFileDialogs(reader, file);
  await window.keyboard.press('Control+e');
  const dialog = window.locator('.export-dialog');
  await dialog.locator('select').first().selectOption('all');
  await expect(dialog.locator('.quotation').first()).toBeVisible();
  await dialog.locator('.actions .primary').click();
  await expect(dialog.locator('.saving[role=status] p')).toContainText('layout.pdf', {
    timeout: 60_000,
  });

  const drawn = join(profileFolder, 'drawn');
  mkdirSync(drawn);
  execFileSync('pdftoppm', ['-r', '60', '-png', file, join(drawn, 'page')]);
  const pages = readdirSync(drawn).sort();
  if (approves) {
    mkdirSync(folder, { recursive: true });
    for (const page of pages) writeFileSync(join(folder, page), readFileSync(join(drawn, page)));
  }
  expect(pages).toEqual(readdirSync(folder).sort());
  for (const page of pages) {
    const [now, then] = [drawn, folder].map((each) =>
      PNG.sync.read(readFileSync(join(each, page))),
    );
    if (!now || !then) throw new Error(page);
    expect([now.width, now.height]).toEqual([then.width, then.height]);
    const difference = new PNG({ width: now.width, height: now.height });
    const pixels = pixelmatch(now.data, then.data, difference.data, now.width, now.height, {
      threshold: 0.2,
    });
    if (pixels > 0)
      await test
        .info()
        .attach(page, { body: PNG.sync.write(difference), contentType: 'image/png' });
    expect(pixels / (now.width * now.height), page).toBeLessThanOrEqual(mostDifferent);
  }
});
