import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, test, type RunningReader } from './fixtures.ts';
import { answerFileDialogs } from './system-dialogs.ts';
import { makeStoryBag } from './story-bag.ts';

test.use({ profile: 'loaded' });

/** A story whose words are in doubt where no word around them settles their form. */
const paragraphs = [
  '他把箱子打开，只有发。',
  ...Array.from(
    { length: 24 },
    (_, index) =>
      `第${index + 1}段：工人们把软件里的信息发给网络公司，汽车从后门开出，面包车停在里弄口，头发花白的老人看着他们。`,
  ),
];

async function openStory(reader: RunningReader, folder: string): Promise<void> {
  test.skip(reader.application === null, 'a package cannot be handed a file from here');
  const { window } = reader;
  const file = join(folder, 'story.newsbag');
  await makeStoryBag(file, {
    title: '试版日报',
    headline: '只有发',
    language: 'zh-Hans-CN',
    paragraphs,
  });
  await expect(window.locator('.page-story').first()).toBeVisible({ timeout: 60_000 });
  await reader.application?.evaluate(({ BrowserWindow }, path) => {
    BrowserWindow.getAllWindows()[0]?.webContents.send('event:openFile', path);
  }, file);
  await expect(window.locator('.masthead')).toContainText('试版日报', { timeout: 30_000 });
  await window.locator('.page-story .headline a').first().click();
  await expect(window.locator('.story h1')).toBeVisible();
}

async function show(window: Page, script: string): Promise<void> {
  await window.locator(`.script-switch input[value="${script}"]`).check({ force: true });
}

/** The words that a highlight paints now. */
function painted(window: Page, name: string): Promise<readonly string[]> {
  return window.evaluate((highlight) => {
    const ranges = [...(CSS.highlights.get(highlight) ?? [])];
    return ranges.map((range) =>
      (range.startContainer.textContent ?? '').slice(range.startOffset, range.endOffset),
    );
  }, name);
}

const firstParagraph = (window: Page) => window.locator('.story-text p .segment').first();

test('the printed form of a word shows, a doubtful one is corrected, everything follows and goes back', async ({
  reader,
  profileFolder,
}) => {
  const { window } = reader;
  await openStory(reader, profileFolder);
  await show(window, 'tw');
  await expect(firstParagraph(window)).toHaveText('他把箱子打開，只有發。');

  // Under the pointer.
  const box = await firstParagraph(window).evaluate((element) => {
    const node = element.firstChild;
    if (!(node instanceof Text)) throw new Error('The paragraph shows no text');
    const range = document.createRange();
    range.setStart(node, 4);
    range.setEnd(node, 6);
    const { left, top, width, height } = range.getBoundingClientRect();
    return { x: left + width / 2, y: top + height / 2 };
  });
  await window.mouse.move(box.x, box.y);
  await expect(window.locator('.printed-form')).toContainText('打开');
  await window.mouse.down();
  await expect(window.locator('.printed-form')).toBeHidden();
  await window.mouse.up();

  // By key, and from there to the correction.
  await window.keyboard.press('Alt+0');
  await expect(window.locator('.undo-notice')).toBeVisible();
  expect(await painted(window, 'ambiguous')).toContain('發');
  await window.keyboard.press('Alt+.');
  await expect(window.locator('.printed-form')).toBeVisible();
  // The headline holds the same words and comes first.
  await expect(window.locator('.printed-form')).toContainText('發 髮');
  await window.keyboard.press('Enter');
  const slip = window.locator('.candidate-slip');
  await expect(slip).toBeVisible();
  await expect(slip.locator('.word b')).toHaveText('只有发');
  await window.keyboard.press('Enter');
  await expect(slip).toBeHidden();
  await expect(firstParagraph(window)).toHaveText('他把箱子打開，只有髮。');
  await expect(window.locator('.story h1')).toHaveText('只有髮');
  await expect(window.locator('.side .story-list').first()).toContainText('只有髮');
  await show(window, 'hk');
  await expect(firstParagraph(window)).toHaveText('他把箱子打開，只有髮。');

  await window.keyboard.press('Control+z');
  await expect(firstParagraph(window)).toHaveText('他把箱子打開，只有發。');
  await expect(window.locator('.story h1')).toHaveText('只有發');
});

test('the glossary is written, changed, taken out and brought in, each step undone', async ({
  reader,
  profileFolder,
}) => {
  const { window } = reader;
  await openStory(reader, profileFolder);
  await show(window, 'tw');
  await window.keyboard.press('Alt+g');
  const dialog = window.getByRole('dialog');
  await expect(dialog.locator('.glossary-empty')).toBeVisible();
  await dialog.locator('.glossary-bar button').click();
  await dialog.locator('.glossary-form input[type="text"]').nth(0).fill('只有发');
  await dialog.locator('.glossary-form input[type="text"]').nth(1).fill('只有髮');
  await window.keyboard.press('Enter');
  await expect(dialog.locator('.glossary-list .row')).toHaveCount(2);
  await expect(firstParagraph(window)).toHaveText('他把箱子打開，只有髮。');

  // Out to a file, and the entry away.
  const file = join(profileFolder, 'glossary.csv');
  await answerFileDialogs(reader, file);
  await dialog.locator('.glossary-files button').nth(1).click();
  await expect(dialog.locator('.report')).toContainText('glossary.csv');
  const saved = await readFile(file, 'utf8');
  expect(saved.startsWith('\ufeff')).toBe(true);
  expect(saved).toContain('只有发,只有髮');
  await dialog.locator('.glossary-list .acts .icon-button').click();
  await expect(dialog.locator('.glossary-empty')).toBeVisible();
  await expect(firstParagraph(window)).toHaveText('他把箱子打開，只有發。');
  await window.keyboard.press('Control+z');
  await expect(dialog.locator('.glossary-list .row')).toHaveCount(2);

  // In from a file with a bad line.
  await writeFile(file, `${saved}没有目标,\r\n里弄,里巷\r\n`);
  await dialog.locator('.glossary-files button').nth(0).click();
  await expect(dialog.locator('.report li')).toHaveCount(1);
  await expect(dialog.locator('.glossary-list .row')).toHaveCount(3);
  await expect(window.locator('.story-text')).toContainText('里巷口');
  await window.keyboard.press('Control+z');
  await expect(dialog.locator('.glossary-list .row')).toHaveCount(2);
  await window.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
});

/** The first character of the canonical text that stands at the frame's beginning, as printed. */
function lineInSight(window: Page): Promise<string> {
  return window.locator('.story-frame').evaluate((frame) => {
    const bounds = frame.getBoundingClientRect();
    const isVertical = frame.classList.contains('vertical');
    for (const segment of frame.querySelectorAll('.story-text .segment')) {
      const boxes = [...segment.getClientRects()];
      const line = boxes.findIndex((box) =>
        isVertical ? box.right <= bounds.right + 4 : box.top >= bounds.top - 4,
      );
      if (line !== -1) return `${segment.getAttribute('data-start') ?? ''} ${line}`;
    }
    return '';
  });
}

test('another script keeps the line, the selection and what was found, across and down', async ({
  reader,
  profileFolder,
}) => {
  const { window } = reader;
  await openStory(reader, profileFolder);
  const selected = () => window.evaluate(() => document.getSelection()?.toString());
  for (const direction of ['horizontal', 'vertical']) {
    if (direction === 'vertical') {
      await window.locator('[data-opens="typography"]').click();
      await window.locator('.choice input[value="vertical"]').check({ force: true });
      await window.keyboard.press('Escape');
      await expect(window.locator('.story-frame.vertical')).toBeVisible();
    }
    await window.keyboard.press('Control+f');
    await window.locator('.find-bar input').fill('公司');
    await expect(window.locator('.find-bar output')).toContainText('1 / 24');
    await window.locator('.story-frame').focus();
    await window.locator('.story-frame').evaluate((frame) => {
      const segment = frame.querySelectorAll('.story-text .segment')[12];
      const node = segment?.firstChild;
      if (!(node instanceof Text)) throw new Error('The paragraph shows no text');
      segment?.scrollIntoView({ block: 'start', inline: 'start' });
      const from = node.data.indexOf('软件');
      // Backward, as when it is drawn from the end.
      document.getSelection()?.setBaseAndExtent(node, from + 5, node, from);
    });
    await expect.poll(selected).toBe('软件里的信');
    // The scrolling is known to the reader with the next frame.
    await window.evaluate(
      () =>
        new Promise((resolve) => {
          requestAnimationFrame(() => requestAnimationFrame(resolve));
        }),
    );
    const before = await lineInSight(window);
    for (const [key, words] of [
      ['5', '軟體裡的資訊'],
      ['6', '軟件裏的信'],
      ['4', '軟件裡的信'],
      ['1', '软件里的信'],
    ] as const) {
      await window.keyboard.press(`Alt+${key}`);
      await expect.poll(selected).toBe(words);
      expect(await lineInSight(window)).toBe(before);
      await expect.poll(async () => (await painted(window, 'found')).length).toBe(24);
    }
    const isBackward = await window.evaluate(() => {
      const selection = document.getSelection();
      return (selection?.anchorOffset ?? 0) > (selection?.focusOffset ?? 0);
    });
    expect(isBackward).toBe(true);
  }
});
