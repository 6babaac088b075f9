import type { Page } from '@playwright/test';
import type {} from '../../preload/bridge.ts';
import { expect, test } from './fixtures.ts';

test.use({ profile: 'loaded' });

async function frontPage(window: Page): Promise<void> {
  await expect(window.locator('.masthead h1')).toHaveText('澜江日报', { timeout: 30_000 });
  await expect(window.locator('.page-story').first()).toBeVisible();
}

async function chooseTypography(window: Page, value: string): Promise<void> {
  await window.locator('[data-opens="typography"]').click();
  const choice = window.locator(`.typography-slip label[data-value="${value}"]`);
  await choice.click();
  await expect(choice.locator('input')).toBeChecked();
  await window.keyboard.press('Escape');
  await expect(window.locator('.typography-slip')).toBeHidden();
}

test.beforeEach(async ({ reader }) => {
  await frontPage(reader.window);
});

test('the first start ends on the front page of the newest issue', async ({ reader }) => {
  await expect(reader.window.locator('.dateband')).toContainText('2019年5月18日');
  await expect(reader.window.locator('.day[aria-current]')).toHaveText('18');
  await expect(reader.window.locator('.day.gap')).toHaveText(/^9/);
});

test('a click on a headline opens the story, and every part of it is there', async ({ reader }) => {
  const { window } = reader;
  const headline = window.locator('.page-story.lead .headline a');
  const words = await headline.textContent();
  await headline.click();
  await expect(window.locator('.story h1')).toHaveText(words ?? '');
  await expect(window.locator('.story .byline')).not.toBeEmpty();
  await expect(window.locator('.story .box')).toBeVisible();
  await expect(window.locator('.story figure img')).toHaveJSProperty('complete', true);
  const width = await window
    .locator('.story figure img')
    .evaluate((image) => (image instanceof HTMLImageElement ? image.naturalWidth : 0));
  expect(width).toBeGreaterThan(0);
  await window.locator('.story-list a').nth(1).click();
  await expect(window.locator('.story h1')).not.toHaveText(words ?? '');
});

test('the keyboard leads through stories, pages, issues and back', async ({ reader }) => {
  const { window } = reader;
  await window.keyboard.press(']');
  await expect(window.locator('.running-head h1')).toContainText('2');
  await window.keyboard.press('{');
  await expect(window.locator('.dateband')).toContainText('2019年5月17日');
  await window.keyboard.press('j');
  await expect(window.locator('.story h1')).toBeVisible();
  const first = await window.locator('.story h1').textContent();
  await window.keyboard.press('j');
  await expect(window.locator('.story h1')).not.toHaveText(first ?? '');
  await window.keyboard.press('k');
  await expect(window.locator('.story h1')).toHaveText(first ?? '');
  await window.keyboard.press('u');
  await expect(window.locator('.newspaper-page')).toBeVisible();
  await window.keyboard.press('Alt+ArrowLeft');
  await expect(window.locator('.story h1')).toHaveText(first ?? '');
  await window.keyboard.press('Alt+Home');
  await expect(window.locator('.archive-entry')).toHaveCount(2);
  await window.keyboard.press('?');
  const sheet = window.locator('dialog[open]');
  await expect(sheet).toBeVisible();
  expect(await sheet.evaluate((element) => element.scrollWidth - element.clientWidth)).toBe(0);
  await window.keyboard.press('Escape');
  await expect(window.locator('dialog[open]')).toBeHidden();
});

test('the keys of the keyboard scroll the story that it opened', async ({ reader }) => {
  const { window } = reader;
  await window.locator('.page-story.lead .headline a').focus();
  await window.keyboard.press('Enter');
  const frame = window.locator('.story-frame');
  await expect(frame).toBeFocused();
  await window.keyboard.press('PageDown');
  await expect.poll(() => frame.evaluate((element) => element.scrollTop)).toBeGreaterThan(200);
});

test('a restart returns to the story and to the line where it was left', async ({
  reader,
  startReader,
}) => {
  const { window } = reader;
  await window.keyboard.press(']');
  await window.keyboard.press(']');
  await window.keyboard.press(']');
  await expect(window.locator('.running-head h1')).toContainText('4');
  await window.locator('.page-story.lead .headline a').click();
  const frame = window.locator('.story-frame');
  await expect(frame).toBeVisible();
  await frame.evaluate((element) => {
    element.scrollTo(0, element.scrollHeight * 0.55);
  });
  const lineOf = (page: Page): Promise<string> =>
    page.locator('.story-frame').evaluate((element) => {
      const { left, top, width } = element.getBoundingClientRect();
      const caret = document.caretPositionFromPoint(left + width / 2, top + 24);
      const text = caret?.offsetNode.textContent ?? '';
      return text.slice(Math.max(0, (caret?.offset ?? 0) - 20), (caret?.offset ?? 0) + 20);
    });
  // Saved once the scrolling has paused and the journal is synced.
  await expect
    .poll(() =>
      window.evaluate(async () =>
        (await globalThis.window.guzhi?.request.journalAfter(0))?.entries.includes(
          '"store":"positions"',
        ),
      ),
    )
    .toBe(true);
  const line = await lineOf(window);
  const headline = await window.locator('.story h1').textContent();
  await reader.close();

  const again = await startReader();
  await expect(again.window.locator('.story h1')).toHaveText(headline ?? '', { timeout: 30_000 });
  await expect
    .poll(async () => {
      const now = await lineOf(again.window);
      return (
        line
          .slice(8, 32)
          .split('')
          .filter((letter) => now.includes(letter)).length >= 12
      );
    })
    .toBe(true);
});

test('the interface speaks three languages and changes at once', async ({ reader }) => {
  const { window } = reader;
  await chooseTypography(window, 'zh-Hant');
  await expect(window.getByRole('contentinfo')).toContainText('離線');
  await chooseTypography(window, 'en');
  await expect(window.getByRole('contentinfo')).toContainText('Offline');
  await expect(window.locator('html')).toHaveAttribute('lang', 'en');
  await chooseTypography(window, 'zh-Hans');
  await expect(window.getByRole('contentinfo')).toContainText('离线');
  // What was printed does not change with the interface.
  await expect(window.locator('.masthead h1')).toHaveText('澜江日报');
});

test('a paper of the 1930s is set vertically, from right to left, in tiers', async ({ reader }) => {
  const { window } = reader;
  await window.keyboard.press('Alt+Home');
  await window.locator('.archive-entry h2 a', { hasText: '瀾江新報' }).click();
  await expect(window.locator('.vertical-masthead h1')).toHaveText('瀾江新報');
  const setting = await window.locator('.tiers').evaluate((tiers) => {
    const style = getComputedStyle(tiers);
    const headlines = [...tiers.querySelectorAll('.headline')].map((each) =>
      each.getBoundingClientRect(),
    );
    return {
      writingMode: style.writingMode,
      firstIsRightmost:
        (headlines[0]?.left ?? 0) >= Math.max(...headlines.map(({ left }) => left)) - 1,
      tiers: new Set(headlines.map(({ top }) => Math.round(top / 40))).size,
    };
  });
  expect(setting.writingMode).toBe('vertical-rl');
  expect(setting.firstIsRightmost).toBe(true);
  expect(setting.tiers).toBeGreaterThan(1);
  await window.locator('.tier-story .headline a').first().click();
  await expect(window.locator('.story-frame.vertical .story')).toBeVisible();
  await chooseTypography(window, 'horizontal');
  await expect(window.locator('.story-frame:not(.vertical) .story')).toBeVisible();
});

test('choices of type survive a restart', async ({ reader, startReader }) => {
  const { window } = reader;
  await chooseTypography(window, 'sepia');
  await expect(window.locator('html')).toHaveAttribute('data-theme', 'sepia');
  await window.keyboard.press('Control+=');
  await window.locator('[data-opens="typography"]').click();
  await expect(window.locator('.typography-slip output').first()).toContainText('20');
  await reader.close();
  const again = await startReader();
  await expect(again.window.locator('html')).toHaveAttribute('data-theme', 'sepia');
  await again.window.locator('[data-opens="typography"]').click();
  await expect(again.window.locator('.typography-slip output').first()).toContainText('20');
});
