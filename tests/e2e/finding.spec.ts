import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { makeLongBag } from './long-archive.ts';
import { makeBag } from './made-bag.ts';
import { recordCounts } from './stored-tables.ts';

test.use({ profile: 'loaded' });

async function frontPage(window: Page): Promise<void> {
  await expect(window.locator('.masthead h1')).toHaveText('澜江日报', { timeout: 30_000 });
  await expect(window.locator('.page-story').first()).toBeVisible();
}

async function inChinese(window: Page): Promise<void> {
  await window.locator('[data-opens="typography"]').click();
  await window.locator('.typography-slip label[data-value="zh-Hans"]').click();
  await expect(window.locator('html')).toHaveAttribute('lang', 'zh-Hans');
  await window.keyboard.press('Escape');
}

function asked(window: Page): Locator {
  return window.locator('.go-to input');
}

/** The places that what was typed leads to; the choice of a paper has options of its own. */
function targets(window: Page): Locator {
  return window.locator('.place-options').getByRole('option');
}

async function goByTyping(window: Page, typed: string): Promise<void> {
  await window.keyboard.press('Control+g');
  await asked(window).fill(typed);
  await expect(targets(window).first()).toBeVisible();
  await window.keyboard.press('Enter');
  await expect(window.locator('dialog[open]')).toBeHidden();
}

async function openContents(window: Page): Promise<void> {
  await window.keyboard.press('Control+i');
  await expect(window.locator('.story-window .story-row').first()).toBeVisible();
}

function rowCount(window: Page): Promise<number> {
  return window
    .locator('.story-table')
    .getAttribute('aria-rowcount')
    .then((count) => Number(count) - 1);
}

function focusedLabel(window: Page): Promise<string | null> {
  return window.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? null);
}

test.describe('going to a typed place', () => {
  test.beforeEach(async ({ reader }) => {
    await frontPage(reader.window);
    await inChinese(reader.window);
  });

  test('a date and a page open at once, and back returns', async ({ reader }) => {
    const { window } = reader;
    await window.keyboard.press('Control+g');
    await expect(asked(window)).toBeFocused();
    await asked(window).fill('２０１９年５月１２日第三版');
    await expect(window.locator('.understood .reading')).toHaveText('2019年5月12日　第 3 版');
    await expect(targets(window)).toContainText(['体育']);
    await window.keyboard.press('Enter');
    await expect(window.locator('.running-head')).toContainText('体育');
    await expect(window.locator('.day[aria-current]')).toHaveText('12');
    await goByTyping(window, '昨天 二版');
    await expect(window.locator('.crumbs')).toContainText('2019年5月11日');
    await expect(window.locator('.running-head h1')).toContainText('2');
    await goByTyping(window, '3');
    await expect(window.locator('.running-head h1')).toContainText('3');
    await window.keyboard.press('Alt+ArrowLeft');
    await expect(window.locator('.running-head h1')).toContainText('2');
  });

  test('a missing day says why and offers its neighbours', async ({ reader }) => {
    const { window } = reader;
    await window.keyboard.press('Control+g');
    await asked(window).fill('5月9日');
    await expect(window.locator('.understood .absent')).toContainText('馆藏未收');
    await expect(window.locator('.understood .absent')).toContainText('第22178号');
    const options = targets(window);
    await expect(options).toHaveCount(2);
    await expect(options.nth(0)).toContainText('2019年5月8日');
    await expect(options.nth(1)).toContainText('2019年5月10日');
    await expect(options.nth(0)).toHaveAttribute('aria-selected', 'true');
    await window.keyboard.press('ArrowDown');
    await expect(options.nth(1)).toHaveAttribute('aria-selected', 'true');
    await window.keyboard.press('Enter');
    await expect(window.locator('.crumbs')).toContainText('2019年5月10日');
    // So does its address.
    await window.evaluate(() => {
      location.hash = location.hash.replace('2019-05-10', '2019-05-09');
    });
    await expect(window.locator('main')).toContainText('馆藏未收');
    await expect(window.locator('main')).toContainText('第22178号');
  });

  test('what is not understood says so and leads nowhere', async ({ reader }) => {
    const { window } = reader;
    await window.keyboard.press('Control+g');
    for (const [typed, words] of [
      ['渡口', '没有认出'],
      ['2月30日', '没有这一天'],
      ['光绪四十年', '没有这么多年'],
      ['正月初一', '农历日期没有换算'],
    ] as const) {
      await asked(window).fill(typed);
      await expect(window.locator('.understood')).toContainText(words);
      await expect(targets(window)).toHaveCount(0);
      await expect(window.locator('.go-to button[type="submit"]')).toBeDisabled();
    }
    await asked(window).fill('光绪三十年三月初五');
    await expect(window.locator('.understood')).toContainText('1904 年（光绪三十年）');
    await expect(window.locator('.understood')).toContainText('没有换算');
    await window.keyboard.press('Escape');
    await expect(window.locator('dialog[open]')).toBeHidden();
    await expect(window.locator('.masthead h1')).toHaveText('澜江日报');
  });

  test('another paper is chosen, and counts the years its own way', async ({ reader }) => {
    const { window } = reader;
    await window.locator('.toolbar').getByRole('button', { name: '前往某日某版' }).click();
    await window.locator('.go-to select').selectOption({ label: '瀾江新報' });
    await asked(window).fill('二十三年九月十六日');
    await expect(window.locator('.understood .reading')).toHaveText(
      '1934年9月16日（民国二十三年）',
    );
    await targets(window).first().click();
    await expect(window.locator('.vertical-masthead h1')).toHaveText('瀾江新報');
    await expect(window.locator('.crumbs')).toContainText('1934年9月16日');
  });
});

test.describe('the calendar', () => {
  test('is walked by keyboard as a grid, and tells of a gap', async ({ reader }) => {
    const { window } = reader;
    await frontPage(window);
    await inChinese(window);
    await window.locator('.day[aria-current]').focus();
    const walk: readonly (readonly [key: string, date: string])[] = [
      ['ArrowUp', '2019年5月11日'],
      ['ArrowLeft', '2019年5月10日'],
      ['Home', '2019年5月6日'],
      ['End', '2019年5月12日'],
      ['PageUp', '2019年4月12日'],
      ['Shift+PageUp', '2018年4月12日'],
      ['Shift+PageDown', '2019年4月12日'],
      ['PageDown', '2019年5月12日'],
      ['ArrowUp', '2019年5月5日'],
      ['ArrowRight', '2019年5月6日'],
      ['ArrowRight', '2019年5月7日'],
    ];
    for (const [key, date] of walk) {
      await window.keyboard.press(key);
      await expect.poll(() => focusedLabel(window), key).toContain(date);
    }
    await expect(window.locator('.days [tabindex="0"]')).toHaveCount(1);
    await window.keyboard.press('ArrowRight');
    await window.keyboard.press('ArrowRight');
    const slip = window.getByRole('tooltip');
    await expect(slip).toContainText('2019年5月9日');
    await expect(slip).toContainText('第22178号');
    await expect(slip).toContainText('前一期：2019年5月8日');
    await expect(slip).toContainText('后一期：2019年5月10日');
    await window.keyboard.press('Escape');
    await expect(slip).toBeHidden();
    await window.keyboard.press('ArrowRight');
    await window.keyboard.press('Enter');
    await expect(window.locator('.crumbs')).toContainText('2019年5月10日');
  });

  test('of sixty years stays usable, with its eras, decades, gaps and missing pages', async ({
    profileFolder,
    startReader,
  }) => {
    const file = join(profileFolder, 'long.newsbag');
    await makeLongBag(file, '长年报');
    const { window } = await startReader({ words: [file] });
    await expect(window.locator('.masthead h1')).toHaveText('长年报', { timeout: 60_000 });
    await inChinese(window);
    await expect(window.locator('.year')).toHaveCount(60);
    await expect(window.locator('.year.current')).toBeInViewport();
    await expect(window.locator('.year.current')).toContainText('1979');
    // A Taiwanese or older paper goes on counting; every year has its own beside it.
    await expect(window.locator('.year.current small')).toHaveText('民68');
    await window.locator('.decades').getByRole('button', { name: '1930 年代' }).click();
    const year = window.locator('.year[data-year="1930"]');
    await expect(year).toBeInViewport();
    await expect(window.locator('.month-head h3')).toContainText('民国十九年');
    await expect(window.locator('.year[data-year="1940"] .gap')).toHaveCount(12);
    // The page that January lacks shows on its slip.
    await window.locator('.day.part').hover();
    await expect(window.getByRole('tooltip')).toContainText('缺第 2 版　合订本缺页');
    await expect(window.getByRole('tooltip').locator('i')).toHaveText(['1', '2', '3']);
    await expect(window.getByRole('tooltip').locator('i.missing')).toHaveText(['2']);
    await year.locator('[aria-pressed="true"]').focus();
    await window.keyboard.press('ArrowRight');
    await expect.poll(() => focusedLabel(window)).toBe('1930年2月');
    await window.keyboard.press('ArrowDown');
    await expect.poll(() => focusedLabel(window)).toBe('1929年2月');
    await window.keyboard.press('End');
    await expect.poll(() => focusedLabel(window)).toBe('1920年2月');
    await expect(window.locator('.year[data-year="1920"]')).toBeInViewport();
    await window.locator('.era-switch').click();
    await expect(window.locator('.year small')).toHaveCount(0);
    await expect(window.locator('.month-head h3')).toHaveText('1920年2月');
  });
});

test('another paper of the day shows its lead story', async ({ profileFolder, startReader }) => {
  const [one, two] = ['甲报', '乙报'].map((title, index) => ({
    title,
    articles: 200,
    uuid: `00000000-0000-4000-8000-00000000000${index}`,
    file: join(profileFolder, `${index}.newsbag`),
  }));
  if (!one || !two) throw new Error('Two papers are needed');
  for (const { file, ...bag } of [one, two]) await makeBag(file, bag);
  const first = await startReader({ words: [one.file] });
  await expect(first.window.locator('.masthead h1')).toHaveText('甲报', { timeout: 60_000 });
  await first.close();
  const { window } = await startReader({ words: [two.file] });
  await expect(window.locator('.masthead h1')).toHaveText('乙报', { timeout: 60_000 });
  const other = window.locator('.side.right a', { hasText: '甲报' });
  await expect(other).toContainText('甲报101');
  await other.click();
  await expect(window.locator('.masthead h1')).toHaveText('甲报');
  await expect(window.locator('.dateband')).toContainText('1980年1月2日');
});

test.describe('the contents', () => {
  test('are narrowed by facets and dates, in the address and over a restart', async ({
    reader,
    startReader,
  }) => {
    const { window } = reader;
    await frontPage(window);
    await inChinese(window);
    await openContents(window);
    const all = await rowCount(window);
    expect(all).toBeGreaterThan(100);
    await expect(window.locator('.contents header')).toContainText(`${all} 篇`);

    const facet = (name: string): Locator => window.locator(`.facet[aria-label="${name}"]`);
    const choice = facet('版名').locator('label', { hasText: '副刊' });
    const count = Number(await choice.locator('.count').textContent());
    await choice.locator('input').check();
    await expect.poll(() => rowCount(window)).toBe(count);
    await expect(window.locator('.story-window .page').first()).toContainText('副刊');
    // The other values of the facet stay, to be added; other facets are narrowed.
    await expect(facet('版名').locator('label', { hasText: '要闻' })).toBeVisible();
    const genre = facet('体裁').locator('label').first();
    const both = Number(await genre.locator('.count').textContent());
    expect(both).toBeLessThanOrEqual(count);
    await genre.locator('input').check();
    await expect.poll(() => rowCount(window)).toBe(both);
    await window.goBack();
    await expect.poll(() => rowCount(window)).toBe(count);
    await window.goForward();
    await expect.poll(() => rowCount(window)).toBe(both);

    await window.locator('.date-range input').first().fill('2019年5月10日');
    await window.keyboard.press('Enter');
    await expect(window.locator('.date-range input').first()).toHaveValue('2019-05-10');
    await expect.poll(() => rowCount(window)).toBeLessThan(both);
    const narrowed = await rowCount(window);
    const firstDate = window.locator('.story-window .date').first();
    await expect.poll(async () => (await firstDate.textContent()) ?? '').not.toMatch(/0[4-9]$/);
    await window.locator('.contents select').selectOption('newest');
    await expect.poll(async () => (await firstDate.textContent()) ?? '').toMatch(/1[5-8]$/);
    const newest = await firstDate.textContent();
    await reader.close();

    const again = await startReader();
    await expect(again.window.locator('.story-window .date').first()).toHaveText(newest ?? '', {
      timeout: 30_000,
    });
    expect(await rowCount(again.window)).toBe(narrowed);
    await expect(again.window.locator('.chosen li')).toHaveCount(4);
    await again.window.locator('.date-range input').last().fill('1999');
    await again.window.keyboard.press('Enter');
    await expect(again.window.locator('.contents .notice h2')).toHaveText('没有这样的文章');
    await again.window.locator('.contents .notice button').click();
    await expect.poll(() => rowCount(again.window)).toBe(all);
  });

  test('sort names by count, sound and strokes, and find them', async ({ reader }) => {
    const { window } = reader;
    await frontPage(window);
    await inChinese(window);
    await openContents(window);
    const facet = window.locator('.facet[aria-label="作者"]');
    await facet.getByRole('button', { name: /^全部/ }).click();
    const names = async (): Promise<string[]> => facet.locator('.words').allTextContents();
    const byCount = await names();
    expect(byCount.length).toBeGreaterThan(10);
    for (const order of ['pinyin', 'stroke'] as const) {
      const expected = byCount.toSorted(new Intl.Collator(`zh-u-co-${order}`).compare);
      await window.locator('.facets select').selectOption(order);
      await expect.poll(names).toEqual(expected);
    }
    await facet.locator('input[type="search"]').fill('白');
    await expect.poll(names).toEqual(byCount.filter((name) => name.includes('白')));
    await facet.locator('input[type="search"]').fill('无此人');
    await expect(facet).toContainText('没有这样的名字');
  });

  test('are walked by keyboard, and returned to where they were left', async ({ reader }) => {
    const { window } = reader;
    await frontPage(window);
    await openContents(window);
    const table = window.locator('.story-table');
    await expect(table).toBeFocused();
    const active = window.locator('.story-window [aria-selected="true"]');
    await window.keyboard.press('ArrowDown');
    await expect(active).toHaveAttribute('data-index', '1');
    await window.keyboard.press('End');
    await expect(active).toHaveAttribute('data-index', String((await rowCount(window)) - 1));
    await expect(active).toBeInViewport();
    await window.keyboard.press('PageUp');
    const headline = await active.locator('.headline').textContent();
    const index = await active.getAttribute('data-index');
    await window.keyboard.press('Enter');
    await expect(window.locator('.story h1')).toHaveText(headline ?? '');
    await window.keyboard.press('Alt+ArrowLeft');
    await expect(active).toHaveAttribute('data-index', index ?? '');
    await expect(active).toBeInViewport();
  });

  test('of an archive that an earlier version loaded are made when asked for', async ({
    reader,
  }) => {
    const { window } = reader;
    await frontPage(window);
    const before = (await recordCounts(window)).contents;
    expect(before).toBe(2);
    await window.evaluate(async () => {
      const database = await new Promise<IDBDatabase>((resolve, reject) => {
        const request = indexedDB.open('guzhi');
        request.onsuccess = () => {
          resolve(request.result);
        };
        request.onerror = () => {
          reject(new Error(String(request.error)));
        };
      });
      const transaction = database.transaction('contents', 'readwrite');
      transaction.objectStore('contents').clear();
      await new Promise((resolve) => {
        transaction.oncomplete = resolve;
      });
      database.close();
    });
    expect((await recordCounts(window)).contents).toBe(0);
    await openContents(window);
    expect(await rowCount(window)).toBeGreaterThan(100);
    await expect(window.locator('.facet').first().locator('li').first()).toBeVisible();
    expect((await recordCounts(window)).contents).toBe(1);
  });

  test('of ten thousand stories are never blank while they are scrolled', async ({
    profileFolder,
    startReader,
  }) => {
    const file = join(profileFolder, 'large.newsbag');
    await makeBag(file, {
      uuid: '00000000-0000-4000-8000-00000000abcd',
      title: '万篇报',
      articles: 10_000,
    });
    const { window } = await startReader({ words: [file] });
    await expect(window.locator('.masthead h1')).toHaveText('万篇报', { timeout: 80_000 });
    await openContents(window);
    expect(await rowCount(window)).toBe(10_000);
    const seen = await window.evaluate(async () => {
      const table = document.querySelector('.story-table');
      const shown = document.querySelector('.story-window');
      if (!table || !shown) throw new Error('The table is missing');
      let gaps = 0;
      const drawn = new Set<string>();
      const steps = 150;
      for (let step = 0; step <= steps; step++) {
        // There and back again in leaps, with a slow stretch in between.
        const part = step < 50 ? (step * 7919) % 50 : step;
        table.scrollTop = (table.scrollHeight * part) / steps;
        await new Promise((resolve) => requestAnimationFrame(resolve));
        const { top, bottom, left } = shown.getBoundingClientRect();
        for (let y = top + 16; y < bottom; y += 32) {
          const row = document.elementFromPoint(left + 300, y)?.closest('[data-index]');
          const words = row?.querySelector('.headline')?.textContent ?? '';
          if (words === '') gaps++;
          else drawn.add(words);
        }
      }
      return { gaps, drawn: drawn.size };
    });
    expect(seen.gaps).toBe(0);
    expect(seen.drawn).toBeGreaterThan(100);
    await window.keyboard.press('End');
    await expect(window.locator('.story-window .headline').last()).toHaveText('万篇报10000');
  });
});
