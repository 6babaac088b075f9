import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, test, type RunningReader } from './fixtures.ts';
import { answerFileDialogs } from './system-dialogs.ts';
import { keepAnnotations } from './marked-passages.ts';

test.use({ profile: 'loaded' });

let folder: string;

test.beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'guzhi-prints-'));
});

test.afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

async function openPrintDialog(window: Page): Promise<void> {
  await window.keyboard.press('Control+p');
  await expect(window.locator('dialog[open]')).toBeVisible();
}

/** Saves what the dialog prints and returns the text of each sheet, without white space. */
async function sheetsOf(reader: RunningReader, name: string): Promise<readonly string[]> {
  const path = join(folder, `${name}.pdf`);
  await answerFileDialogs(reader, path);
  await openPrintDialog(reader.window);
  await reader.window.locator('dialog[open] .button', { hasText: /PDF/ }).click();
  await expect(reader.window.locator('dialog[open]')).toBeHidden();
  await expect(reader.window.locator('.story-notice', { hasText: `${name}.pdf` })).toBeVisible();
  await expect(reader.window.locator('.print-sheet')).toHaveCount(0);
  const text = execFileSync('pdftotext', ['-raw', path, '-'], { encoding: 'utf8' });
  // Fonts give some ideographs as the radicals that look the same.
  return text
    .split('\f')
    .slice(0, -1)
    .map((sheet) => sheet.normalize('NFKC').replaceAll(/\s/g, ''));
}

function sizeOf(name: string): string {
  const info = execFileSync('pdfinfo', [join(folder, `${name}.pdf`)], { encoding: 'utf8' });
  return /Page size:\s+(\S+ x \S+)/.exec(info)?.[1] ?? '';
}

test('a page and its stories are printed as they are set, every sheet with its source', async ({
  reader,
}) => {
  const { window } = reader;
  await expect(window.locator('.page-story').first()).toBeVisible({ timeout: 30_000 });
  const headlines = await window.locator('.page-story .headline').allTextContents();
  const page = await sheetsOf(reader, 'page');
  for (const headline of headlines)
    expect(page.join('')).toContain(headline.normalize('NFKC').replaceAll(/\s/g, ''));
  for (const sheet of page) {
    expect(sheet).toContain('澜江日报');
    expect(sheet).toMatch(/18May2019|2019年5月18日/);
    expect(sheet).toMatch(/page1|第1版/);
    expect(sheet).toMatch(/PrintedfromGuzhion|由故纸打印/);
    // Nothing of the window around the page.
    expect(sheet).not.toMatch(/Offline|Library|离线/);
  }
  expect(sizeOf('page')).toMatch(/^59\d\.\d+ x 84/);

  await window.locator('.page-story.lead .headline a').click();
  await expect(window.locator('.story h1')).toBeVisible();
  const paragraphs = await window.locator('.story-text > p > .segment').allTextContents();
  const story = await sheetsOf(reader, 'story');
  const printed = story.join('');
  expect(paragraphs.length).toBeGreaterThan(5);
  for (const paragraph of paragraphs) {
    const beginning = paragraph.normalize('NFKC').replaceAll(/\s/g, '').slice(0, 8);
    expect(printed).toContain(beginning);
  }
  for (const sheet of story) expect(sheet).toMatch(/PrintedfromGuzhion|由故纸打印/);

  // A vertical page lies sideways.
  await window.keyboard.press('Alt+Home');
  await window.locator('.archive-entry h2 a', { hasText: '瀾江新報' }).click();
  await expect(window.locator('.tier-story').first()).toBeVisible();
  const vertical = await sheetsOf(reader, 'vertical');
  expect(sizeOf('vertical')).toMatch(/^84\d\.\d+ x 59/);
  expect(vertical[0]).toContain('中華民國二十三年');
  for (const sheet of vertical) expect(sheet).toMatch(/PrintedfromGuzhion|由故纸打印/);
  expect(vertical.join('')).toContain('燈船上的一個月');
});

test('a story is printed with its marks and with its notes beside their lines', async ({
  reader,
}) => {
  const { window } = reader;
  await expect(window.locator('.page-story').first()).toBeVisible({ timeout: 30_000 });
  await window.locator('.page-story.lead .headline a').click();
  await expect(window.locator('.story h1')).toBeVisible();
  const ids = /archive\/([^/]+)\/.*\/([^/?]+)$/.exec(decodeURIComponent(window.url())) ?? [];
  const [archiveId, articleId] = ids.slice(1).map((id) => `urn:uuid:${id}`);
  const time = '2026-01-01T00:00:00.000Z';
  await keepAnnotations(window, [
    {
      id: 'urn:uuid:00000000-0000-4000-8000-000000000001',
      target: {
        kind: 'article',
        archiveId: archiveId ?? '',
        articleId: articleId ?? '',
        articleVersion: 1,
        textDigest: '',
      },
      motivations: ['commenting'],
      note: '全篇可与次日所刊对读。',
      tags: ['渡口'],
      created: time,
      modified: time,
      ext: {},
    },
  ]);
  await expect(window.locator('.story h1')).toBeVisible();
  const paragraph = window.locator('.story-text > p > .segment').first();
  await paragraph.evaluate((segment) => {
    const text = segment.firstChild;
    if (text !== null) document.getSelection()?.setBaseAndExtent(text, 4, text, 12);
  });
  await window.locator('.story-frame').focus();
  await window.keyboard.press('n');
  await window.locator('.note-editor textarea').first().fill('此说待查，**见后文**。');
  await window.keyboard.press('Escape');
  await expect(window.locator('.margin-note', { hasText: '此说待查' })).toBeVisible();

  const sheets = await sheetsOf(reader, 'with-notes');
  const printed = sheets.join('');
  expect(printed).toContain('此说待查,见后文。');
  expect(printed).toContain('全篇可与次日所刊对读。');
  expect(printed).toContain('#渡口');
  // Notes are taken out by choice.
  await openPrintDialog(window);
  const box = window.locator('dialog[open] input[type="checkbox"]');
  await box.click();
  await expect(box).not.toBeChecked();
  await window.keyboard.press('Escape');
  expect((await sheetsOf(reader, 'without')).join('')).not.toContain('此说待查');
});

test('the system prints after its own dialog; a failure says what to do and leaves nothing', async ({
  reader,
}) => {
  const { window, application } = reader;
  test.skip(application === null, 'the main process of a package cannot be reached');
  await expect(window.locator('.page-story').first()).toBeVisible({ timeout: 30_000 });
  // The system's dialog cannot be worked from here: what it would be asked is kept, and it is cancelled.
  await application?.evaluate(({ BrowserWindow }) => {
    const [first] = BrowserWindow.getAllWindows();
    if (first === undefined) throw new Error('There is no window');
    first.webContents.print = (options, callback) => {
      Object.assign(globalThis, { asked: options });
      callback?.(false, 'Print job canceled');
    };
  });
  await openPrintDialog(window);
  await window.locator('dialog[open] label[data-value="A3"]').click();
  await window.locator('dialog[open] .button.primary').click();
  await expect(window.locator('dialog[open] .button.primary')).toBeEnabled();
  await expect
    .poll(() => application?.evaluate(() => (globalThis as { asked?: unknown }).asked))
    .toMatchObject({ silent: false, pageSize: 'A3', landscape: false });
  await expect(window.locator('dialog[open] [role="alert"]')).toBeHidden();

  await answerFileDialogs(reader, join(folder, 'no-such-folder', 'page.pdf'));
  await window.locator('dialog[open] .button', { hasText: /PDF/ }).click();
  await expect(window.locator('dialog[open] [role="alert"]')).toContainText('ENOENT');
  await window.keyboard.press('Escape');
  await expect(window.locator('dialog[open]')).toBeHidden();
  expect(existsSync(join(folder, 'no-such-folder'))).toBe(false);
  expect(readdirSync(folder)).toEqual([]);
});
