import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';

test.use({ profile: 'loaded' });

/** What has the keyboard, and whether a mark around it can be seen. */
function focus(window: Page): Promise<{ readonly name: string; readonly isMarked: boolean }> {
  return window.evaluate(() => {
    const element = document.activeElement;
    if (element === null || element === document.body) return { name: 'body', isMarked: true };
    // A choice's own control is invisible; the words after it carry the mark.
    const words = element instanceof HTMLInputElement ? element.nextElementSibling : null;
    const isMarked = [element, words].some((each) => {
      if (each === null) return false;
      const { outlineStyle, outlineWidth } = getComputedStyle(each);
      return outlineStyle !== 'none' && parseFloat(outlineWidth) > 0;
    });
    return { name: `${element.tagName}.${element.className}`, isMarked };
  });
}

/** Elements that would move although the system asks that nothing does. */
function moving(window: Page): Promise<readonly string[]> {
  return window.evaluate(() =>
    [...document.querySelectorAll('*')]
      .filter((element) => {
        const { transitionDuration, animationDuration } = getComputedStyle(element);
        return `${transitionDuration},${animationDuration}`
          .split(',')
          .some((duration) => parseFloat(duration) > 0);
      })
      .map(({ className }) => className),
  );
}

test('focus, selection and size can be seen whatever the system asks for', async ({ reader }) => {
  const { window, application } = reader;
  await expect(window.locator('.page-story').first()).toBeVisible({ timeout: 30_000 });

  for (let times = 0; times < 30; times += 1) {
    await window.keyboard.press('Tab');
    const { name, isMarked } = await focus(window);
    expect(isMarked, name).toBe(true);
  }

  await window.emulateMedia({ reducedMotion: 'reduce', forcedColors: 'active' });
  expect(await moving(window)).toEqual([]);
  await window.keyboard.press('Control+,');
  const chosen = window.locator('.typography-slip input:checked + span');
  await expect(chosen.first()).toBeVisible();
  const colours = await chosen.evaluateAll((all) =>
    all.map((each) => {
      const { color, backgroundColor } = getComputedStyle(each);
      return { color, backgroundColor };
    }),
  );
  for (const { color, backgroundColor } of colours) expect(color).not.toBe(backgroundColor);
  await window.keyboard.press('Escape');
  await window.emulateMedia({ reducedMotion: 'no-preference', forcedColors: 'none' });

  test.skip(application === null, 'the window of a package cannot be made smaller from here');
  // A window of 1440 × 900 at 200 % has the room of one of 720 × 450.
  await application?.evaluate(({ BrowserWindow }) => {
    BrowserWindow.getAllWindows()[0]?.setContentSize(720, 480);
  });
  await expect.poll(() => window.evaluate(() => globalThis.window.innerWidth)).toBeLessThan(760);
  for (const open of ['', 'j']) {
    if (open !== '') await window.keyboard.press(open);
    if (open === 'j') await expect(window.locator('.story h1')).toBeVisible();
    const sticksOut = await window.evaluate(() =>
      ['html', '.toolbar', '.leaf', '.story-frame'].filter((selector) => {
        const element = document.querySelector(selector);
        return element !== null && element.scrollWidth > element.clientWidth + 1;
      }),
    );
    expect(sticksOut, `after ${open}`).toEqual([]);
  }

  // There, too, a converted word tells its printed form inside the window, and the library fits.
  await window.locator('.script-switch input[value="tw"]').check({ force: true });
  await window.keyboard.press('Alt+0');
  await window.keyboard.press('Alt+.');
  const slip = window.locator('.printed-form');
  await expect(slip).toBeVisible();
  const { x, y, width, height } = (await slip.boundingBox()) ?? {
    x: -1,
    y: -1,
    width: 0,
    height: 0,
  };
  const room = await window.evaluate(() => [globalThis.window.innerWidth, innerHeight] as const);
  expect(x).toBeGreaterThanOrEqual(0);
  expect(y).toBeGreaterThanOrEqual(0);
  expect(x + width).toBeLessThanOrEqual(room[0]);
  expect(y + height).toBeLessThanOrEqual(room[1]);
  // The choice just made keeps the keyboard; Enter corrects all the same.
  await window.keyboard.press('Enter');
  await expect(window.locator('.candidate-slip')).toBeVisible();
  await window.keyboard.press('Escape');
  await window.keyboard.press('Alt+Home');
  await expect(window.locator('.archive-entry')).toHaveCount(2);
  await expect(window.locator('.undo-notice')).toBeHidden();
  const library = await window.evaluate(() =>
    ['html', '.toolbar', '.library'].filter((selector) => {
      const element = document.querySelector(selector);
      return element !== null && element.scrollWidth > element.clientWidth + 1;
    }),
  );
  expect(library).toEqual([]);
});
