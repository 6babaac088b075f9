import { join } from 'node:path';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import type { Annotation } from '../../archive/model/annotation.ts';
import { inks } from '../../archive/model/annotation.ts';
import { canonicalSegments } from '../../archive/text/canonical-text.ts';
import { bundledArticles } from './bundled-articles.ts';
import { expect, test } from './fixtures.ts';
import { hardBag, hostileHeadline } from './hard-bag.ts';
import { answerFileDialogs } from './system-dialogs.ts';
import { keepAnnotations, markedPassage } from './marked-passages.ts';
import { popplerText, readPdf } from './pdf-text.ts';

test.use({ profile: 'loaded' });

/** The longest paragraph of every story, in turn with each ink: every character of the text is quoted once. */
async function allLongParagraphs(): Promise<Annotation[]> {
  const annotations: Annotation[] = [];
  for (const name of ['lanjiang-daily', 'lanjiang-xinbao'] as const) {
    const { archiveId, articles } = await bundledArticles(name);
    for (const article of articles) {
      const [longest] = canonicalSegments(article)
        .filter(({ place }) => 'blockId' in place)
        .sort((a, b) => b.text.length - a.text.length);
      if (!longest) continue;
      const count = annotations.length + 1;
      const ink = inks[count % inks.length] ?? 'qing';
      annotations.push(
        markedPassage(archiveId, article, longest.text, count, {
          ink,
          note: count % 3 === 0 ? '此处与他报所记不同，**待查**。' : '',
          tags: count % 4 === 0 ? ['渡口'] : [],
        }),
      );
    }
  }
  return annotations;
}

function quoted({ target }: Annotation): string {
  const exact = target.kind === 'passage' ? (target.selectors.quote?.exact ?? '') : '';
  return exact.replaceAll('\n', '');
}

test('the highlights PDF reads back character for character', async ({ reader, profileFolder }) => {
  test.skip(reader.application === null, 'the dialog of a package cannot be answered');
  test.setTimeout(120_000);
  const { window } = reader;
  await expect(window.locator('.newspaper-page')).toBeVisible({ timeout: 30_000 });
  const annotations = await allLongParagraphs();
  await keepAnnotations(window, annotations);
  await expect(window.locator('.newspaper-page')).toBeVisible();

  const file = join(profileFolder, 'quotations.pdf');
  await answerFileDialogs(reader, file);
  await window.keyboard.press('Control+e');
  const dialog = window.locator('.export-dialog');
  await dialog.locator('select').first().selectOption('all');
  await expect(dialog.locator('.quotation').first()).toBeVisible();
  await dialog.locator('.actions .primary').click();
  await expect(dialog.locator('.saving[role=status] p')).toContainText('quotations.pdf', {
    timeout: 60_000,
  });
  expect(existsSync(file)).toBe(true);

  const { pages, outline, isTagged, language, links } = await readPdf(file);
  const whole = pages.join('');
  const poppler = popplerText(file);
  // Both readers turn every white glyph into U+0020, the full-width space too.
  const asRead = (text: string): string => text.replaceAll('\u3000', ' ');
  expect(annotations.map(quoted).filter((text) => !whole.includes(asRead(text)))).toEqual([]);
  // No radical, compatibility form or private character stands in for what was printed.
  const held = new Set(annotations.map(quoted).join(''));
  const foreign = Array.from(whole).filter(
    (character) =>
      /[\u2e80-\u2fdf\uf900-\ufaff\ue000-\uf8ff\0]/.test(character) && !held.has(character),
  );
  expect(foreign).toEqual([]);
  expect(annotations.map(quoted).filter((text) => !poppler.includes(asRead(text)))).toEqual([]);
  expect(isTagged).toBe(true);
  expect(language).toMatch(/^(zh|en)/);
  expect(outline.length).toBeGreaterThan(100);
  expect(links.filter((link) => link.startsWith('guzhi://archive/')).length).toBe(
    annotations.length,
  );
});

test('what cannot be written leaves nothing and says so; an empty export offers nothing', async ({
  reader,
  profileFolder,
}) => {
  test.skip(reader.application === null, 'the dialog of a package cannot be answered');
  test.setTimeout(120_000);
  const { window } = reader;
  await expect(window.locator('.newspaper-page')).toBeVisible({ timeout: 30_000 });
  const dialog = window.locator('.export-dialog');
  const open = async (): Promise<void> => {
    await window.keyboard.press('Control+e');
    await dialog.locator('select').first().selectOption('all');
  };
  await open();
  await expect(dialog.locator('.export-preview')).toContainText(/nothing to export|没有|沒有/);
  for (const button of await dialog.locator('.actions .button').all()) {
    if (
      (await button.textContent()) !==
      (await dialog.locator('.actions > .button').last().textContent())
    )
      await expect(button).toBeDisabled();
  }
  await window.keyboard.press('Escape');

  await keepAnnotations(window, await allLongParagraphs());
  await expect(window.locator('.newspaper-page')).toBeVisible();
  await open();
  await expect(dialog.locator('.quotation').first()).toBeVisible();
  const folder = join(profileFolder, 'target');
  mkdirSync(folder);
  const status = dialog.locator('.saving');

  // Stopped while it is made, by its button and by the key that would close.
  await answerFileDialogs(reader, join(folder, 'stopped.pdf'));
  for (const stop of ['button', 'Escape']) {
    await dialog.locator('.actions .primary').click();
    await expect(status.locator('button')).toBeVisible();
    if (stop === 'button') await status.locator('button').click();
    else await window.keyboard.press('Escape');
    await expect(status.locator('button')).toBeHidden({ timeout: 30_000 });
    await expect(status).toContainText(/Stopped|停/);
    expect(readdirSync(folder)).toEqual([]);
  }

  const mount = (...options: readonly string[]): boolean =>
    spawnSync('mount', ['-t', 'tmpfs', '-o', options.join(','), 'tmpfs', folder]).status === 0;
  test.skip(!mount('size=64k'), 'mounting a small disk needs root');
  try {
    await answerFileDialogs(reader, join(folder, '满.pdf'));
    await dialog.locator('.actions .primary').click();
    await expect(status).toContainText(/disk is full|磁盘|磁碟/, { timeout: 60_000 });
    expect(readdirSync(folder)).toEqual([]);
    spawnSync('mount', ['-o', 'remount,ro', folder]);
    await answerFileDialogs(reader, join(folder, '只读.csv'));
    await dialog.getByRole('button', { name: /CSV/ }).click();
    await expect(status).toContainText(/cannot be written|无法写入|無法寫入/);
    expect(readdirSync(folder)).toEqual([]);
  } finally {
    spawnSync('umount', [folder]);
  }
});

test('a page for a browser holds its pictures, and says which of them the archive lacks', async ({
  startReader,
  profileFolder,
}) => {
  const bag = join(profileFolder, 'hard.newsbag');
  writeFileSync(bag, hardBag());
  const reader = await startReader({ words: [bag] });
  test.skip(reader.application === null, 'the dialog of a package cannot be answered');
  const { window } = reader;
  await expect(window.locator('.page-story.lead .headline')).toHaveText(hostileHeadline, {
    timeout: 60_000,
  });
  await window.locator('.page-story.lead .headline a').click();
  await expect(window.locator('.story h1')).toHaveText(hostileHeadline);
  await window.locator('.story-text > p').first().click({ clickCount: 3 });
  await expect(window.locator('.selection-tools')).toBeVisible();
  await window.keyboard.press('1');
  await expect(window.locator('.selection-tools')).toBeHidden();

  await window.keyboard.press('Control+e');
  const dialog = window.locator('.export-dialog');
  await expect(dialog.locator('.quotation')).toHaveCount(1);
  await dialog.getByRole('checkbox').last().check();
  await expect(dialog.locator('.absent')).toHaveCount(4);
  await expect(dialog.locator('.quotation img')).toHaveCount(1);

  const page = join(profileFolder, 'page.html');
  await answerFileDialogs(reader, page);
  await dialog.getByRole('button', { name: /HTML/ }).click();
  await expect(dialog.locator('.saving')).toContainText(/4 pictures|4 幅/);
  const html = readFileSync(page, 'utf8');
  expect(html.match(/class="absent"/g)).toHaveLength(4);
  expect(html.match(/<img src="data:image\/svg\+xml;base64,/g)).toHaveLength(1);
  expect(html).not.toContain('archive:');
});
