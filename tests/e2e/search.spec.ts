import { expect, test } from './fixtures.ts';

test.use({ profile: 'loaded' });

test('finds both scripts, walks the hits, narrows by year and comes back', async ({ reader }) => {
  const { window } = reader;
  await window.getByRole('navigation').first().waitFor({ timeout: 60_000 });
  await window.keyboard.press('Control+k');
  const box = window.getByRole('search').getByRole('combobox');
  await expect(box).toBeFocused();
  await box.fill('东津');
  await box.press('Enter');
  const results = window.getByRole('listbox');
  await expect(results.getByRole('option').first()).toContainText(/[东東]津/);
  const first = await results.getByRole('option').first().getAttribute('aria-setsize');
  expect(Number(first)).toBeGreaterThan(3);

  const preview = window.locator('.preview');
  await expect(preview.locator('mark.here')).toHaveCount(1);
  const story = await preview.getByRole('heading').textContent();
  for (let step = 0; step < 60; step += 1) {
    if ((await preview.getByRole('heading').textContent()) !== story) break;
    await box.press('F4');
  }
  expect(await preview.getByRole('heading').textContent()).not.toBe(story);

  await window.getByRole('button', { name: /1934/ }).click();
  await expect(results.getByRole('option').first()).toContainText('1934');
  await window.goBack();
  await expect(results.getByRole('option').first()).toHaveAttribute('aria-setsize', first ?? '');
  // What is clicked must not be drawn anew between the two clicks.
  await expect(window.locator('main.search')).toHaveAttribute('aria-busy', 'false');

  // In the story itself the hits are marked, and the keys walk them.
  await results.getByRole('option').first().dblclick();
  const bar = window.locator('.hits-bar');
  await expect(bar).toContainText('东津');
  const marked = (name: string): Promise<string[]> =>
    window.evaluate((wanted) => {
      const found: string[] = [];
      CSS.highlights.get(wanted)?.forEach((painted) => {
        const range = new Range();
        range.setStart(painted.startContainer, painted.startOffset);
        range.setEnd(painted.endContainer, painted.endOffset);
        found.push(String(range));
      });
      return found;
    }, name);
  await expect.poll(async () => (await marked('hit')).length).toBeGreaterThan(0);
  expect((await marked('hit')).every((text) => /^[东東]津$/.test(text))).toBe(true);
  expect(await marked('hit-here')).toHaveLength(1);
  await expect(bar.locator('output')).toContainText('1');
  const total = (await marked('hit')).length;
  await window.keyboard.press('Shift+F4');
  await expect(bar.locator('output')).toContainText(String(total));
  await bar.getByRole('link').click();
  await expect(results.getByRole('option').first()).toBeVisible();
});

test('answers absurd queries or explains them', async ({ reader }) => {
  const { window } = reader;
  await window.getByRole('navigation').first().waitFor({ timeout: 60_000 });
  await window.keyboard.press('Control+k');
  const box = window.getByRole('search').getByRole('combobox');
  const many = Array.from({ length: 500 }, (_, index) => `渡${index}`).join(' OR ');
  for (const typed of [
    '渡'.repeat(10_000),
    many,
    '，。！',
    '\ud842 \udfb7',
    '.*[渡口]+$',
    '"',
    '(((',
    'constructor',
  ]) {
    await box.fill(typed);
    await box.press('Enter');
    await expect(window.locator('.search-count, .search .notice').first()).toBeVisible();
    await expect(window.locator('main.search')).toHaveAttribute('aria-busy', 'false');
  }
});
