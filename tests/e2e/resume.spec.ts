import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';

const hashOf = (page: Page): Promise<string> => page.evaluate(() => location.hash);

/** Waits for the front page of the first start and goes to one of its stories. */
async function openStory(page: Page): Promise<string> {
  const stories = page.locator('a[href^="#/archive/"]');
  await expect(stories.first()).toBeVisible({ timeout: 60_000 });
  const addresses = await stories.evaluateAll((links) =>
    links.map((link) => link.getAttribute('href') ?? ''),
  );
  const story = addresses.find((address) => address.split('/').length === 6);
  if (story === undefined) throw new Error(`No story among ${addresses.join(' ')}`);
  await page.locator(`a[href="${story}"]`).first().click();
  await expect.poll(() => hashOf(page)).toBe(story);
  return story;
}

/** Waits until the journal holds the place. */
async function placeIsKept(profileFolder: string, story: string): Promise<void> {
  await expect
    .poll(() => readFile(join(profileFolder, 'journal.ndjson'), 'utf8'))
    .toContain(`"store":"resume","key":"last","value":{"place":"${story.slice(1)}"}`);
}

test('the place outlasts a restart', async ({ startReader, profileFolder }) => {
  const first = await startReader();
  const story = await openStory(first.window);
  await placeIsKept(profileFolder, story);
  await first.close();
  const second = await startReader();
  await expect.poll(() => hashOf(second.window)).toBe(story);
});

test('the place outlasts kill -9', async ({ startReader, profileFolder }) => {
  const first = await startReader();
  const story = await openStory(first.window);
  await placeIsKept(profileFolder, story);
  await first.kill();
  const second = await startReader();
  await expect.poll(() => hashOf(second.window)).toBe(story);
});

test('pictures of a bag come with a fixed type and a policy of their own', async ({ reader }) => {
  const { window: page } = reader;
  const pictures = page.locator('img[src^="archive://media/"]');
  await expect(pictures.first()).toBeVisible({ timeout: 60_000 });
  const address = (await pictures.first().getAttribute('src')) ?? '';
  const answer = await page.evaluate(async (url) => {
    const { status, headers } = await fetch(url);
    return {
      status,
      type: headers.get('content-type'),
      policy: headers.get('content-security-policy'),
      sniffing: headers.get('x-content-type-options'),
    };
  }, address);
  expect(answer).toEqual({
    status: 200,
    type: expect.stringMatching(/^image\/(?:svg\+xml|jpeg|png|webp|gif|avif)$/),
    policy: "default-src 'none'; style-src 'unsafe-inline'; sandbox",
    sniffing: 'nosniff',
  });
  await expect
    .poll(() => pictures.first().evaluate((image: HTMLImageElement) => image.naturalWidth))
    .toBeGreaterThan(0);
});
