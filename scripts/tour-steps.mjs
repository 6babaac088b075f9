/**
 * What a step of the tour may use. `relaunch` closes the reader and starts it again on the same profile.
 * @typedef {object} Tour
 * @property {import('playwright').Page} window
 * @property {() => Promise<void>} relaunch
 * @property {(width: number, height: number) => Promise<void>} resize
 */

/** @param {import('playwright').Page} window */
async function pageIsSet(window) {
  await window.locator('.newspaper-page .page-story, .vertical-page .tier-story').first().waitFor();
  await picturesAreThere(window);
}

/** Waits until every picture near the window is drawn. @param {import('playwright').Page} window */
async function picturesAreThere(window) {
  await window.waitForFunction(() => [...document.images].every((image) => image.complete));
}

/** @param {import('playwright').Page} window @param {string} name */
async function chooseInTypography(window, name) {
  const slip = window.locator('.typography-slip');
  if (!(await slip.isVisible())) await window.locator('[data-opens="typography"]').click();
  await slip.locator(`label[data-value="${name}"]`).click();
  await slip.locator(`label[data-value="${name}"] input:checked`).waitFor({ state: 'attached' });
  await window.keyboard.press('Escape');
  await slip.waitFor({ state: 'hidden' });
}

/**
 * Selects characters of one of the story's paragraphs.
 * @param {import('playwright').Page} window @param {number} paragraph @param {number} from @param {number} to
 */
async function selectInStory(window, paragraph, from, to) {
  await window.locator('.story-text > p > .segment').evaluateAll(
    (segments, [index, start, end]) => {
      const text = segments[Number(index)]?.firstChild;
      if (text) document.getSelection()?.setBaseAndExtent(text, Number(start), text, Number(end));
    },
    [paragraph, from, to],
  );
  await window.locator('.selection-tools').waitFor();
}

/**
 * Marks characters of a paragraph with the ink of a key and writes a note on them.
 * @param {import('playwright').Page} window @param {readonly [number, number, number]} passage
 * @param {string} key @param {string} note
 */
async function annotate(window, [paragraph, from, to], key, note) {
  await selectInStory(window, paragraph, from, to);
  await window.keyboard.press(key);
  await window.locator('.selection-tools').waitFor({ state: 'hidden' });
  if (note === '') return;
  await window.keyboard.press('n');
  await window.locator('.note-field').fill(note);
  await window.keyboard.press('Escape');
  await window.locator('.note-editor').waitFor({ state: 'hidden' });
}

/** @param {import('playwright').Page} window */
async function openLibrary(window) {
  await window.keyboard.press('Alt+Home');
  await window.locator('.library .archive-entry').first().waitFor();
}

/** @param {import('playwright').Page} window @param {string} title */
async function openArchive(window, title) {
  await openLibrary(window);
  await window.locator('.archive-entry h2').getByRole('link', { name: title, exact: true }).click();
  await pageIsSet(window);
}

/**
 * The main job, in order. After each step a picture `<number>-<name>.png` is taken.
 * @type {readonly { readonly name: string, readonly run: (tour: Tour) => Promise<void> }[]}
 */
export const tourSteps = [
  {
    name: 'first-start',
    run: async ({ window }) => {
      await window.locator('.first-start, .newspaper-page').first().waitFor();
    },
  },
  {
    name: 'front-page',
    run: async ({ window }) => {
      await pageIsSet(window);
      await chooseInTypography(window, 'zh-Hans');
      await window.locator('.toolbar[aria-label="工具栏"]').waitFor();
    },
  },
  {
    name: 'inner-page',
    run: async ({ window }) => {
      await window.keyboard.press(']');
      await window.locator('.running-head').waitFor();
      await pageIsSet(window);
    },
  },
  {
    name: 'story',
    run: async ({ window }) => {
      await window.keyboard.press('[');
      await window.locator('.masthead').waitFor();
      await window.locator('.page-story.lead .headline a').click();
      await window.locator('.story .story-text').waitFor();
      await picturesAreThere(window);
    },
  },
  {
    name: 'story-notes',
    run: async ({ window }) => {
      await annotate(window, [0, 12, 25], '1', '可作导言题记。另见航务处**告示**。');
      await annotate(window, [0, 48, 74], '3', '票额与第四版所记不合，须核对。');
      await annotate(window, [0, 62, 90], '4', '');
      await annotate(window, [2, 10, 30], '2', '硬纸票的来历，见五月十七日第三版。');
      await selectInStory(window, 2, 40, 52);
    },
  },
  {
    name: 'typography',
    run: async ({ window }) => {
      await window.locator('[data-opens="typography"]').click();
      await window.locator('.typography-slip').waitFor();
    },
  },
  {
    name: 'story-sepia',
    run: async ({ window }) => {
      await chooseInTypography(window, 'sepia');
    },
  },
  {
    name: 'library',
    run: async ({ window }) => {
      await chooseInTypography(window, 'light');
      await openLibrary(window);
    },
  },
  {
    name: 'contents',
    run: async ({ window }) => {
      await openArchive(window, '澜江日报');
      await window.keyboard.press('Control+i');
      await window.locator('.story-window .story-row').first().waitFor();
      await window.locator('.facet input[type="checkbox"]').first().check();
      await window.locator('.chosen').waitFor();
    },
  },
  {
    name: 'go-to-a-missing-day',
    run: async ({ window }) => {
      await window.keyboard.press('Control+g');
      await window.locator('.go-to input').fill('2019年5月9日 第三版');
      await window.locator('.place-options [role="option"]').nth(1).waitFor();
    },
  },
  {
    name: 'vertical-page',
    run: async ({ window }) => {
      await window.keyboard.press('Escape');
      await openArchive(window, '瀾江新報');
      await window.locator('.vertical-masthead').waitFor();
      // The slip of a day that is missing.
      await window.locator('.day.gap').first().hover();
      await window.locator('.day-slip').waitFor();
    },
  },
  {
    name: 'vertical-story',
    run: async ({ window }) => {
      await window.locator('.tier-story .headline a').first().click();
      await window.locator('.story-frame.vertical .story-text').waitFor();
      await picturesAreThere(window);
    },
  },
  {
    name: 'vertical-story-notes',
    run: async ({ window }) => {
      await annotate(window, [0, 6, 20], '1', '可與次日水位記事互參。');
      await annotate(window, [0, 40, 66], '3', '此喻另見春汛通訊，或同一記者手筆。');
      await annotate(window, [0, 52, 76], '4', '');
      await annotate(window, [1, 4, 26], '2', '霧鐘後於次年落成。');
    },
  },
  {
    name: 'vertical-story-dark-traditional',
    run: async ({ window }) => {
      await chooseInTypography(window, 'zh-Hant');
      await chooseInTypography(window, 'dark');
    },
  },
  {
    name: 'front-page-english-narrow',
    run: async ({ window, resize }) => {
      await chooseInTypography(window, 'light');
      await chooseInTypography(window, 'en');
      await openArchive(window, '澜江日报');
      await resize(900, 1000);
      await pageIsSet(window);
    },
  },
  {
    name: 'shortcuts',
    run: async ({ window }) => {
      await window.keyboard.press('?');
      await window.locator('dialog[open]').waitFor();
    },
  },
  {
    name: 'contrast-wide',
    run: async ({ window, resize }) => {
      await window.keyboard.press('Escape');
      await resize(1600, 1000);
      await chooseInTypography(window, 'contrast');
      await chooseInTypography(window, 'zh-Hans');
      await pageIsSet(window);
    },
  },
  {
    name: 'story-in-taiwan-forms',
    run: async ({ window, resize }) => {
      await chooseInTypography(window, 'light');
      await resize(1440, 900);
      await window.locator('.page-story.lead .headline a').click();
      await window.locator('.story .story-text').waitFor();
      await window.keyboard.press('Alt+4');
      await window.locator('.story h1', { hasText: '橋' }).waitFor();
      await picturesAreThere(window);
    },
  },
  {
    name: 'search',
    run: async ({ window }) => {
      await window.keyboard.press('Alt+1');
      await window.keyboard.press('Control+k');
      const box = window.getByRole('search').getByRole('combobox');
      await box.fill('东津 OR 渡口');
      await box.press('Enter');
      await window.locator('.result .excerpt').first().waitFor();
      await window.locator('main.search[aria-busy="false"]').waitFor();
    },
  },
  {
    name: 'concordance',
    run: async ({ window }) => {
      await window.locator('.search-views button').nth(1).click();
      await window.locator('.concordance-line').first().waitFor();
    },
  },
  {
    name: 'notes',
    run: async ({ window }) => {
      await window.keyboard.press('Control+Shift+N');
      await window.locator('.notes-list .note-row').first().waitFor();
    },
  },
  {
    name: 'quotations',
    run: async ({ window }) => {
      await window.keyboard.press('Control+e');
      const dialog = window.locator('.export-dialog');
      await dialog.locator('select').first().selectOption('all');
      await dialog.locator('.quotation').first().waitFor();
    },
  },
  {
    name: 'where-notes-live',
    run: async ({ window }) => {
      await window.keyboard.press('Escape');
      await window.keyboard.press('Control+Shift+S');
      await window.locator('main.safety').waitFor();
    },
  },
  {
    name: 'torn-page-to-restore',
    run: async ({ window }) => {
      await window.keyboard.press('Control+Shift+O');
      await window.locator('.import-empty').getByRole('button').nth(2).click();
      await window.locator('.import-rows .import-row').first().waitFor();
    },
  },
  {
    name: 'restored-page',
    run: async ({ window }) => {
      await window.locator('.import-actions .primary').click();
      await window.locator('.import-built .primary').click();
      await pageIsSet(window);
    },
  },
  {
    name: 'how-it-was-restored',
    run: async ({ window }) => {
      await window.locator('.page-story a').first().click();
      await window.locator('.source-line a.link').click();
      await window.locator('.review-pieces li').first().waitFor();
    },
  },
  {
    name: 'started-again',
    run: async (tour) => {
      await openLibrary(tour.window);
      await openArchive(tour.window, '澜江日报');
      await tour.window.locator('.page-story .headline a').nth(1).click();
      await tour.window.locator('.story').waitFor();
      const headline = await tour.window.locator('.story h1').textContent();
      await tour.relaunch();
      await tour.window.locator('.story h1', { hasText: headline ?? '' }).waitFor();
    },
  },
];
