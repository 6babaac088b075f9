/**
 * What a step of the tour may use. `relaunch` closes the reader and starts it again on the same profile.
 * @typedef {object} Tour
 * @property {import('playwright').Page} window
 * @property {() => Promise<void>} relaunch
 * @property {(width: number, height: number) => Promise<void>} resize
 */

/**
 * The main job, in order. After each step a picture `<number>-<name>.png` is taken.
 * @type {readonly { readonly name: string, readonly run: (tour: Tour) => Promise<void> }[]}
 */
export const tourSteps = [
  {
    name: 'first-start',
    run: async ({ window }) => {
      await window.locator('#root > *').first().waitFor();
    },
  },
  {
    name: 'started-again',
    run: async (tour) => {
      await tour.relaunch();
      await tour.window.locator('#root > *').first().waitFor();
    },
  },
];
